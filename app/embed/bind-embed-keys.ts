import { isKeyOn } from '../state/controls.ts';
import { isField } from '../state/keys.ts';
import type { Session } from '../state/session.ts';

/** Whether Space presses the element itself. */
function isPressable(target: Element): boolean {
  return target.closest('button:not([data-arrows]), a, summary, input:not([type="range"])') !== null;
}

/** Whether the element uses arrows, Home and End itself: a map, a curve, the handle of the start. */
function ownsArrows(target: Element): boolean {
  return target.closest('[data-arrows]') !== null;
}

/**
 * The keys of a page within another page: those of playback, and Ctrl/Cmd+Z. They reach this window only while something in
 * it has the focus; what is not used goes on to the browser, so that the page around scrolls. Returns a function that ends it.
 */
export function bindEmbedKeys(session: Session): () => void {
  const now = () => session.store.getState();

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

  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
