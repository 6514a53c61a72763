import { FONT_STACKS, type FontFamily } from '../../charts/display-list.ts';
import { WIDTHS } from '../../charts/text-width.ts';

/** Font weights of the shipped widths. */
const WEIGHTS: Readonly<Record<FontFamily, number>> = { sans: 600, serif: 400 };

/** Measures the system fonts, for labels in frames that cannot load the page's. */
export function measureLetters(ctx: Pick<CanvasRenderingContext2D, 'font' | 'measureText'> | null): void {
  if (!ctx) return;
  for (const font of ['sans', 'serif'] as const) {
    ctx.font = `${WEIGHTS[font]} 100px ${FONT_STACKS[font]}`;
    WIDTHS[font] = WIDTHS[font].map((_, i) => ctx.measureText(String.fromCharCode(32 + i)).width);
  }
}
