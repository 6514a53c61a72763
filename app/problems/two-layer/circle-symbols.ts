import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, penStroke, type StrokeLayer, symbolsMark } from '../../charts/display-list.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';

/** Returns symbols: filled for positive output weights, else hollow. `positive` and `negative` are flat pixels. */
export function signedSymbols(
  side: SideName,
  { positive, negative }: { readonly positive: readonly number[]; readonly negative: readonly number[] },
  size: number,
  drawStyle: DrawStyle,
): Mark[] {
  const { palette, scale } = drawStyle;
  const { color, shape } = sideStyle(side, drawStyle);
  // Strokes lie below the fill: only the outer half is visible.
  const casing = { color: palette.paper, width: 2.4 * scale };
  const hollow = { color, width: 2.6 * scale };
  return [
    symbolsMark(shape, negative, size - 1.4 * scale, {
      role: `neurons-negative-${side}`,
      fill: palette.paper,
      strokes: [{ ...casing, width: 5 * scale }, hollow],
    }),
    symbolsMark(shape, positive, size, { role: `neurons-positive-${side}`, fill: color, strokes: [casing] }),
  ];
}

/** Returns crossed grey rings for dead neurons. */
export function deadSymbols(points: readonly number[], size: number, { palette, scale }: DrawStyle): Mark[] {
  return [
    symbolsMark('dot', points, size, {
      fill: palette.paper,
      strokes: [{ color: palette.muted, width: 2.4 * scale }],
    }),
    symbolsMark('cross', points, 0.5 * size, { strokes: [{ color: palette.muted, width: 1.2 * scale }] }),
  ];
}

/** Returns a ring around a dot of this size: solid for the chosen neuron, dashed for the one being read. */
export function ringSymbol(
  points: readonly number[],
  size: number,
  whole: boolean,
  { palette, scale }: DrawStyle,
): Mark {
  const dash = whole ? {} : { dash: [3 * scale, 2.5 * scale], cap: 'butt' as const };
  return symbolsMark('ring', points, size + 9 * scale, {
    strokes: [
      penStroke(palette.paper, 5.4 * scale),
      { color: palette.ink, width: (whole ? 2.4 : 1.6) * scale, ...dash },
    ],
  });
}

export function threadStrokes(width: number, { palette, scale }: DrawStyle): StrokeLayer[] {
  return [
    penStroke(palette.paper, (width + 2) * scale, { cap: 'butt' }),
    penStroke(palette.leftPath, width * scale, { cap: 'butt' }),
  ];
}

export function matchStrokes({ palette, scale }: DrawStyle): StrokeLayer[] {
  const dash = [2 * scale, 3 * scale];
  return [{ color: palette.ink, width: 1.1 * scale, opacity: 0.7, dash, cap: 'butt' }];
}
