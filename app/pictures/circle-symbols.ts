import type { SideName } from '../../engine/contract.ts';
import type { Mark, StrokeLayer } from '../charts/display-list.ts';
import type { Look } from '../charts/palette.ts';
import { sideStyle } from '../charts/side-style.ts';

/** Filled where the output weight is positive, hollow where it is negative. `positive` and `negative` are flat pixels. */
export function signedSymbols(
  side: SideName,
  { positive, negative }: { readonly positive: readonly number[]; readonly negative: readonly number[] },
  size: number,
  look: Look,
): Mark[] {
  const { palette, scale } = look;
  const { color, shape } = sideStyle(side, look);
  // Strokes lie below the fill: of their width the outer half is seen.
  const casing = { color: palette.paper, width: 2.4 * scale };
  const hollow = { color, width: 2.6 * scale };
  return [
    {
      role: `neurons-negative-${side}`,
      kind: 'symbols',
      shape,
      points: negative,
      size: size - 1.4 * scale,
      fill: palette.paper,
      strokes: [{ ...casing, width: 5 * scale }, hollow],
    },
    {
      role: `neurons-positive-${side}`,
      kind: 'symbols',
      shape,
      points: positive,
      size,
      fill: color,
      strokes: [casing],
    },
  ];
}

/** Grey rings with a cross: neurons that no sample switches on. */
export function deadSymbols(points: readonly number[], size: number, { palette, scale }: Look): Mark[] {
  return [
    {
      kind: 'symbols',
      shape: 'dot',
      points,
      size,
      fill: palette.paper,
      strokes: [{ color: palette.muted, width: 2.4 * scale }],
    },
    {
      kind: 'symbols',
      shape: 'cross',
      points,
      size: 0.5 * size,
      strokes: [{ color: palette.muted, width: 1.2 * scale }],
    },
  ];
}

/** A ring about a dot of this size, told from every dot by its shape: whole for the chosen one, dashed for the one read. */
export function ringSymbol(
  points: readonly number[],
  size: number,
  whole: boolean,
  { palette, scale }: Look,
): Mark {
  const dash = whole ? {} : { dash: [3 * scale, 2.5 * scale], cap: 'butt' as const };
  return {
    kind: 'symbols',
    shape: 'ring',
    points,
    size: size + 9 * scale,
    strokes: [
      { color: palette.paper, width: 5.4 * scale },
      { color: palette.ink, width: (whole ? 2.4 : 1.6) * scale, ...dash },
    ],
  };
}

/** A thread in the left's colour within a casing of paper. */
export function threadStrokes(width: number, { palette, scale }: Look): StrokeLayer[] {
  return [
    { color: palette.paper, width: (width + 2) * scale, cap: 'butt' },
    { color: palette.leftPath, width: width * scale, cap: 'butt' },
  ];
}

/** The dotted line of a match. */
export function matchStrokes({ palette, scale }: Look): StrokeLayer[] {
  const dash = [2 * scale, 3 * scale];
  return [{ color: palette.ink, width: 1.1 * scale, opacity: 0.7, dash, cap: 'butt' }];
}
