import type { DisplayList } from '../display-list.ts';
import { type Context, type PaintSize, paint, paintOver } from './paint-canvas.ts';

/** Least leading texts for which an image is cheaper. */
const WORTH = 3;

/**
 * Creates a painter of successive lists. Leading marks common to two (axis, numbers, title) are cached as an image, so their text is not
 * drawn every frame; the pixels are the same.
 */
export function createPainter(ctx: Context) {
  let last: DisplayList = [];
  let of = '';
  let image: OffscreenCanvas | null = null;
  let kept = 0;

  return {
    paint(list: DisplayList, size: PaintSize): void {
      const { width, height } = ctx.canvas;
      const now = `${width} ${height} ${size.dpr}`;
      const same = now === of ? countSame(last, list) : 0;
      if (kept > same || now !== of) kept = 0;
      const more = list.slice(kept, same);
      if ('OffscreenCanvas' in globalThis && more.filter(({ kind }) => kind === 'text').length >= WORTH) {
        paint(ctx, list.slice(0, same), size);
        // An OffscreenCanvas does not set letters in the page's style, so copy the canvas.
        image = new OffscreenCanvas(width, height);
        const inner = image.getContext('2d');
        inner?.drawImage(ctx.canvas, 0, 0);
        paintOver(ctx, list.slice(same), size);
        kept = inner ? same : 0;
      } else if (kept > 0) {
        ctx.setTransform(1, 0, 0, 1, 0, 0);
        ctx.clearRect(0, 0, width, height);
        ctx.drawImage(image!, 0, 0);
        paintOver(ctx, list.slice(kept), size);
      } else paint(ctx, list, size);
      last = list;
      of = now;
    },
    /** Repaints the next list completely, as fonts may have changed. */
    forget(): void {
      of = '';
    },
  };
}

function countSame(a: DisplayList, b: DisplayList): number {
  let count = 0;
  while (count < a.length && count < b.length && isSame(a[count]!, b[count]!)) count++;
  return count;
}

/** True if two marks or parts look the same. Number arrays, which a run may overwrite, never do; image pixels never change. */
function isSame(a: unknown, b: unknown): boolean {
  if (ArrayBuffer.isView(a)) return a === b && a instanceof Uint8ClampedArray;
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
