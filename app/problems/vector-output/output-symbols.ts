import { type Mark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Palette } from '../../charts/palette.ts';
import { CLASS_SHAPES } from './output-looks.ts';

/** A class's symbol: filled with its colour within a line of ink; a ring has no fill. */
export function outputSymbol(
  k: number,
  points: ArrayLike<number>,
  size: number,
  colours: readonly string[],
  { ink, paper }: Pick<Palette, 'ink' | 'paper'>,
  scale: number,
): Extract<Mark, { kind: 'symbols' }> {
  const shape = CLASS_SHAPES[k % CLASS_SHAPES.length]!;
  const color = colours[k % colours.length]!;
  const isRing = shape === 'ring';
  return symbolsMark(shape, points, isRing ? size * 0.8 : size, {
    fill: color,
    strokes: isRing
      ? [penStroke(paper, 5 * scale), penStroke(ink, 4 * scale), penStroke(color, 2 * scale)]
      : [penStroke(paper, 4.4 * scale), penStroke(ink, 2.4 * scale)],
  });
}
