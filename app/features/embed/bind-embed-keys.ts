import { isKeyOn } from '../../session/controls.ts';
import { isField } from '../../session/keys.ts';
import type { Session } from '../../session/session.ts';

/** Whether Space presses the element itself. */
function isPressable(target: Element): boolean {
  return target.closest('button:not([data-arrows]), a, summary, input:not([type="range"])') !== null;
}

/** Whether the element uses arrows, Home and End itself: a map, a curve, the handle of the start. */
function ownsArrows(target: Element): boolean {
  return target.closest('[data-arrows]') !== null;
}

/** Whether the browser gives the key to the element: Space and Enter press it, arrows and the like move a slider. */
function isNative(target: Element, key: string): boolean {
  if (key === ' ' || key === 'enter') return isPressable(target);
  return target.matches('input[type="range"]') && /^(arrow|home$|end$|page)/.test(key);
}

/**
 * The keys of a page within another page: those of playback, and Ctrl/Cmd+Z. They reach this window only while something in
 * it has the focus; what is not used goes on to the browser, so that the page around scrolls, and to `passOn`. With `keys=0`
 * none is used, but for what a person has reached by keyboard, who could not press it otherwise. Returns a function that ends it.
 */
export function bindEmbedKeys(session: Session, passOn: (event: KeyboardEvent) => void): () => void {
  const now = () => session.store.getState();

  /** Whether a click has chosen what has the focus. `:focus-visible` does not say so: a key that is pressed there sets it. */
  let isClicked = false;
  const onPointer = () => {
    isClicked = true;
  };
  const onLeave = () => {
    isClicked = false;
  };

  /** Before anything else takes it: with `keys=0` a key after a click is the page's around, not the clicked element's. */
  function onAnyKey(event: KeyboardEvent): void {
    const { target, key } = event;
    if (key === 'Tab') isClicked = false;
    if (now().scenario.values.keys !== false || !isClicked) return;
    if (!(target instanceof Element) || isField(target)) return;
    if (isNative(target, key.toLowerCase())) event.preventDefault();
    event.stopImmediatePropagation();
    passOn(event);
  }

  /** After everything else: what nobody has used. */
  function onUnusedKey(event: KeyboardEvent): void {
    const { target, key } = event;
    if (event.defaultPrevented || key === 'Tab' || isField(target)) return;
    if (target instanceof Element && isNative(target, key.toLowerCase())) return;
    passOn(event);
  }

  function onKey(event: KeyboardEvent): void {
    const { target } = event;
    if (event.defaultPrevented || event.altKey || !(target instanceof Element) || isField(target)) return;
    const key = event.key.toLowerCase();
    const done = () => event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'z') return;
      done();
      session.undo();
      return;
    }
    const { scenario } = now();
    if (key === ' ' && isKeyOn(scenario, 'space') && !isPressable(target)) {
      done();
      session.toggle();
    } else if ((key === 'arrowleft' || key === 'arrowright') && isKeyOn(scenario, 'arrows')) {
      if (ownsArrows(target)) return;
      done();
      session.step((key === 'arrowleft' ? -1 : 1) * (event.shiftKey ? 10 : 1));
    } else if ((key === 'home' || key === 'end') && isKeyOn(scenario, 'homeend')) {
      if (ownsArrows(target)) return;
      done();
      session.seek(key === 'home' ? 0 : now().frontier);
    } else if (key === 'r' && isKeyOn(scenario, 'r')) {
      done();
      session.reset();
    }
  }

  const ended = new AbortController();
  const { signal } = ended;
  addEventListener('pointerdown', onPointer, { capture: true, signal });
  addEventListener('blur', onLeave, { signal });
  addEventListener('keydown', onAnyKey, { capture: true, signal });
  addEventListener('keydown', onKey, { signal });
  addEventListener('keydown', onUnusedKey, { signal });
  return () => ended.abort();
}
