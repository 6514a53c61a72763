import { isKeyOn } from '../../session/controls.ts';
import { isField } from '../../session/keys.ts';
import type { Session } from '../../session/session.ts';

function isPressable(target: Element): boolean {
  return target.closest('button:not([data-arrows]), a, summary, input:not([type="range"])') !== null;
}

/** True for maps, curves and the start's handle, which use arrows, Home and End. */
function ownsArrows(target: Element): boolean {
  return target.closest('[data-arrows]') !== null;
}

/** True if the browser handles the key: Space and Enter press, arrows move a slider. */
function isNative(target: Element, key: string): boolean {
  if (key === ' ' || key === 'enter') return isPressable(target);
  return target.matches('input[type="range"]') && /^(arrow|home$|end$|page)/.test(key);
}

/**
 * Binds the playback keys and Ctrl/Cmd+Z of an embed; returns a function that unbinds. Unused keys go to the browser, so that the parent
 * scrolls, and to `passOn`. With `keys=0` only elements focused by keyboard react: nothing else could press them.
 */
export function bindEmbedKeys(session: Session, passOn: (event: KeyboardEvent) => void): () => void {
  const now = () => session.store.getState();

  /** True if the focus came from a click. `:focus-visible` cannot tell: key presses set it. */
  let isClicked = false;
  const onPointer = () => {
    isClicked = true;
  };
  const onLeave = () => {
    isClicked = false;
  };

  /** Runs first: with `keys=0`, keys after a click belong to the parent. */
  function onAnyKey(event: KeyboardEvent): void {
    const { target, key } = event;
    if (key === 'Tab') isClicked = false;
    if (now().scenario.values.keys !== false || !isClicked) return;
    if (!(target instanceof Element) || isField(target)) return;
    if (isNative(target, key.toLowerCase())) event.preventDefault();
    event.stopImmediatePropagation();
    passOn(event);
  }

  /** Runs last, for unused keys. */
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
      if (event.shiftKey) session.goOn();
      else session.toggle();
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
