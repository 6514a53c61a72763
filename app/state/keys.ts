import { VIEW_PARAMS } from '../../engine/scenario/view-params.ts';
import type { Session } from './create-session.ts';

/** What keys do beside the session: things of the window. */
export interface WindowActions {
  toggleFullScreen(): void;
  toggleBlank(): void;
  toggleHelp(): void;
  /** Closes whatever lies on top; false where nothing does. */
  close(): boolean;
}

const SPEED_FACTOR = 2;

/** Whether the element takes typed text, so that keys are its own. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !['range', 'checkbox', 'button'].includes(target.type);
}

/** Whether the element uses the arrow keys itself. */
function ownsArrows(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.dataset.scrub === undefined &&
    (target.dataset.arrows !== undefined || (target instanceof HTMLInputElement && target.type === 'range'))
  );
}

/** Whether Space presses the element: not a slider, nor a handle that is only moved. */
function isPressable(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === 'range') return false;
  if (target instanceof HTMLElement && target.dataset.arrows !== undefined) return false;
  return target instanceof Element && target.closest('button, a, summary, input, [role="button"]') !== null;
}

/**
 * The keys of the page: Space, arrows, R, N, +, -, F, P, B, ?, Escape; Ctrl/Cmd+Z takes back. Single keys rest while a
 * field or a dialog has the focus, and can be switched off (`keys=0`); Alt+K and Alt+R always work.
 * Returns a function that unbinds them.
 */
export function bindKeys(session: Session, actions: WindowActions): () => void {
  const value = (key: string) => session.store.getState().scenario.values[key];

  function faster(factor: number): void {
    const { min, max } = VIEW_PARAMS.speed;
    session.change({ speed: Math.min(max, Math.max(min, (value('speed') as number) * factor)) });
  }

  const singles: Record<string, (event: KeyboardEvent) => void> = {
    ' ': session.toggle,
    arrowleft: (event) => session.step(event.shiftKey ? -10 : -1),
    arrowright: (event) => session.step(event.shiftKey ? 10 : 1),
    home: () => session.seek(0),
    end: () => session.seek(session.store.getState().frontier),
    r: session.reset,
    n: session.dice,
    '+': () => faster(SPEED_FACTOR),
    '=': () => faster(SPEED_FACTOR),
    '-': () => faster(1 / SPEED_FACTOR),
    f: actions.toggleFullScreen,
    p: () => session.change({ profile: value('profile') === 'projector' ? 'desk' : 'projector' }),
    b: actions.toggleBlank,
    '?': actions.toggleHelp,
  };

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      // By position too, since Alt makes other letters of some keyboards.
      const always = event.code === 'KeyK' ? session.toggle : event.code === 'KeyR' ? session.reset : null;
      if (always) {
        event.preventDefault();
        always();
      }
      return;
    }
    if ((event.ctrlKey || event.metaKey) && key === 'z' && !isField(event.target)) {
      event.preventDefault();
      session.undo();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    // An open dialog closes itself.
    if (key === 'escape' && event.target instanceof Element && event.target.closest('dialog')) return;
    if (key === 'escape') {
      if (actions.close()) event.preventDefault();
      return;
    }
    if (value('keys') === false || isField(event.target)) return;
    if (event.target instanceof Element && event.target.closest('dialog')) {
      if (key === '?') actions.toggleHelp();
      return;
    }
    if (key === ' ' && isPressable(event.target)) return;
    if ((key.startsWith('arrow') || key === 'home' || key === 'end') && ownsArrows(event.target)) return;
    const action = singles[key];
    if (!action) return;
    event.preventDefault();
    action(event);
  }

  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
