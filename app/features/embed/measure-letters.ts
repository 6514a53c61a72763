import { FONT_STACKS, type FontFamily } from '../../charts/display-list.ts';
import { WIDTHS } from '../../charts/text-width.ts';

/** The weights in which the shipped letters were measured. */
const WEIGHTS: Readonly<Record<FontFamily, number>> = { sans: 600, serif: 400 };

/** Measures the letters of the system's fonts, for a frame that the page's own do not reach: names are placed by their widths. */
export function measureLetters(ctx: Pick<CanvasRenderingContext2D, 'font' | 'measureText'> | null): void {
  if (!ctx) return;
  for (const font of ['sans', 'serif'] as const) {
    ctx.font = `${WEIGHTS[font]} 100px ${FONT_STACKS[font]}`;
    WIDTHS[font] = WIDTHS[font].map((_, i) => ctx.measureText(String.fromCharCode(32 + i)).width);
  }
}
