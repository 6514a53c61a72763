import type { DisplayList } from '../display-list.ts';
import { type Context, type PaintSize, paint, paintOver } from './paint-canvas.ts';

/** Texts at the beginning of a list from which on an image of them costs less than they do. */
const WORTH = 3;

/**
 * Paints successive lists on one canvas. The marks that two of them share at the beginning (an axis, its numbers, a title) are kept as an
 * image of the canvas and copied while lists still begin with them: the pixels are the same, and text is not drawn again in every frame.
 */
export function createPainter(ctx: Context) {
  let last: DisplayList = [];
  let of = '';
  let image: OffscreenCanvas | null = null;
  /** Marks in the image. */
  let kept = 0;

  return {
    /** The canvas is width·dpr by height·dpr. */
    paint(list: DisplayList, size: PaintSize): void {
      const { width, height } = ctx.canvas;
      const now = `${width} ${height} ${size.dpr}`;
      const same = now === of ? countSame(last, list) : 0;
      if (kept > same || now !== of) kept = 0;
      const more = list.slice(kept, same);
      if ('OffscreenCanvas' in globalThis && more.filter(({ kind }) => kind === 'text').length >= WORTH) {
        paint(ctx, list.slice(0, same), size);
        // From the canvas itself: elsewhere letters are not set by the page's style.
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
    /** The next list is painted as a whole: letters may look otherwise than they did. */
    forget(): void {
      of = '';
    },
  };
}

/** Marks with which both lists begin. */
function countSame(a: DisplayList, b: DisplayList): number {
  let count = 0;
  while (count < a.length && count < b.length && isSame(a[count]!, b[count]!)) count++;
  return count;
}

/** Whether two marks, or parts of marks, look the same. Rows of numbers, which a run may have written on, are not; the pixels of an image stay as they are. */
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
