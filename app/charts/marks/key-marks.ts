import type { DrawStyle } from '../colour/palette.ts';
import type { Mark, StrokeLayer } from '../display-list.ts';
import { axisText } from '../frame.ts';
import { textWidth } from '../text-width.ts';

/** A key's entry: a sign, drawn from a pixel on, and its label. */
export interface KeyEntry {
  readonly label: string;
  readonly color: string;
  sign(x: number, y: number): Mark;
}

export function stretch(long: number, strokes: readonly StrokeLayer[]): KeyEntry['sign'] {
  return (x, y) => ({ kind: 'path', lines: [[x, y, x + long, y]], strokes });
}

/** Stacks entries in a plot, the first centred at `y`; signs take 24 pixels at scale 1. */
export function keyColumn(
  drawStyle: DrawStyle,
  x: number,
  y: number,
  entries: readonly (KeyEntry & { readonly quiet?: boolean })[],
): Mark[] {
  const { palette, scale } = drawStyle;
  return entries.flatMap(({ label, color, sign, quiet = false }, i) => {
    const at = y + 17 * i * scale;
    const text = axisText(drawStyle, label, x + 40 * scale, at, 'start', { strong: !quiet });
    const halo = { color: palette.paper, width: 2.5 * scale };
    return [sign(x + 10 * scale, at), { ...text, color, halo }];
  });
}

/**
 * Draws entries in one line above a plot ending at `right`, because labels next to moving marks would jump. Shrinks a long line. `before`:
 * a sign's room in pixels.
 */
export function keyLine(
  drawStyle: DrawStyle,
  right: number,
  name: string,
  before: number,
  entries: readonly KeyEntry[],
): Mark[] {
  const { scale } = drawStyle;
  const after = 8 * scale;
  const from = 18 * scale + textWidth(name, 12 * scale);
  const names = entries.reduce((sum, { label }) => sum + textWidth(label, 13 * scale), 0);
  const fixed = entries.length * (before + after) - after;
  const shrink = Math.min(1, Math.max(1, right - from - fixed) / Math.max(1, names));
  const size = 13 * scale * shrink;
  const y = 11 * scale;
  let x = right - fixed - names * shrink;
  return entries.flatMap(({ label, color, sign }) => {
    const [at, start] = [x, x + before];
    x = start + textWidth(label, size) + after;
    return [sign(at, y), { ...axisText(drawStyle, label, start, y, 'start', { strong: true }), size, color }];
  });
}
