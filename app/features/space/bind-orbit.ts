import { wheelPower } from '../../charts/wheel.ts';
import { type Orbit, orbitAfterKey, turned, zoomed } from '../../pictures/space/orbit.ts';

/** Turn of a drag across the whole element. */
const SWEEP = Math.PI;

/** Pixels that a finger moves across before it turns. */
const ACROSS = 8;

/**
 * Hands and keys on an element move the orbit: a drag turns, two fingers pinch, the wheel zooms with Ctrl/Cmd or while
 * the element has the focus; keys as `orbitAfterKey`. The element's `touch-action` decides which strokes of one finger
 * the page keeps for scrolling. No inertia. Returns a function that unbinds.
 */
export function bindOrbit(
  element: HTMLElement,
  read: () => Orbit,
  write: (orbit: Orbit) => void,
): () => void {
  /** Where each pointer was last, and whether it turns yet. */
  const pointers = new Map<number, { x: number; y: number; turns: boolean }>();

  /** Middle of the pointers, and their distance where there are two. */
  function grip(): { x: number; y: number; apart: number } {
    const [a, b] = [...pointers.values()];
    if (!a) return { x: 0, y: 0, apart: 0 };
    if (!b) return { x: a.x, y: a.y, apart: 0 };
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0 || event.ctrlKey || pointers.size === 2) return;
    element.setPointerCapture(event.pointerId);
    const turns = event.pointerType !== 'touch';
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, turns });
  }

  function move(event: PointerEvent): void {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    // The page may still take this stroke for scrolling: it is ours when it runs across.
    if (!pointer.turns && pointers.size === 1 && Math.abs(event.clientX - pointer.x) < ACROSS) return;
    const before = grip();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, turns: true });
    const after = grip();
    const rate = SWEEP / Math.max(1, element.clientWidth);
    const orbit = turned(read(), -(after.x - before.x) * rate, (after.y - before.y) * rate);
    write(before.apart > 0 ? zoomed(orbit, after.apart / before.apart) : orbit);
  }

  function up(event: PointerEvent): void {
    pointers.delete(event.pointerId);
  }

  function wheel(event: WheelEvent): void {
    if (!(event.ctrlKey || event.metaKey || document.activeElement === element)) return;
    event.preventDefault();
    write(zoomed(read(), 2 ** wheelPower(event)));
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const orbit = orbitAfterKey(read(), event);
    if (!orbit) return;
    event.preventDefault();
    write(orbit);
  }

  const ends = new AbortController();
  const { signal } = ends;
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', up, { signal });
  element.addEventListener('wheel', wheel, { signal, passive: false });
  element.addEventListener('keydown', key, { signal });
  return () => ends.abort();
}
