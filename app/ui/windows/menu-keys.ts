import { focusByKeys, isField } from '../../session/keys.ts';

/** Milliseconds after which a letter begins another name. */
const PAUSE = 1000;

const nameOf = (control: Element) =>
  ((control.querySelector('b') ?? control).textContent ?? '').trim().toLocaleLowerCase();

const isFolded = (control: Element) =>
  control.matches('details:not([open]) *') && !control.matches('summary');

/**
 * Moves the focus through the controls of a menu's list: arrows, Home, End, and the first letters of a name, which unfold its section.
 * Ends with the signal.
 */
export function bindMenuKeys(box: HTMLElement, signal: AbortSignal): void {
  let typed = '';
  let latest = 0;

  /** Returns the next control after `at` whose name begins with the letters typed; one letter again and again goes on. */
  function named(controls: readonly HTMLElement[], at: number, letter: string, time: number) {
    typed = time - latest > PAUSE ? letter : typed + letter;
    latest = time;
    const isOne = [...typed].every((each) => each === letter);
    const from = isOne ? at + 1 : Math.max(0, at);
    const begin = isOne ? letter : typed;
    const inOrder = [...controls.slice(from), ...controls.slice(0, from)];
    return inOrder.find((control) => nameOf(control).startsWith(begin));
  }

  function onKey(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isField(target)) return;
    if (target instanceof HTMLSelectElement) return;
    const all = [...box.querySelectorAll<HTMLElement>('.menu-list :is(button, a, summary):not(:disabled)')];
    const shown = all.filter((control) => !isFolded(control));
    const active = document.activeElement as HTMLElement;
    const at = shown.indexOf(active);
    const next = at < 0 ? 0 : (at + 1) % shown.length;
    const before = (at <= 0 ? shown.length : at) - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: next,
      ArrowRight: next,
      ArrowUp: before,
      ArrowLeft: before,
      Home: 0,
      End: shown.length - 1,
    };
    const isLetter = [...key].length === 1 && key !== ' ';
    if (!isLetter && steps[key] === undefined) return;
    event.preventDefault();
    if (!isLetter) typed = '';
    const to = isLetter
      ? named(all, all.indexOf(active), key.toLocaleLowerCase(), event.timeStamp)
      : shown[steps[key]!];
    const folded = to && isFolded(to) ? to.closest('details') : null;
    if (folded) folded.open = true;
    if (to) focusByKeys(to);
  }

  addEventListener('keydown', onKey, { signal, capture: true });
}
