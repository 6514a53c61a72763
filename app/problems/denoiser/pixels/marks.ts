import type { SideName } from '../../../../engine/contract.ts';
import type { PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import type { Plane } from '../../../charts/geometry.ts';
import type { LabelRequest } from '../../../charts/place-labels.ts';
import { finite, halos } from '../../kit/halo-marks.ts';
import type { DenoiserMark } from '../denoiser-marks.ts';
import type { LimitShare } from './basins.ts';

/** Marks besides the field: shares of basins, highlights. */

interface Scene {
  readonly info: PixelsInfo;
  readonly side: SideName;
  readonly plane: Plane;
  readonly drawStyle: DrawStyle;
  readonly highlight: DenoiserMark | null;
}

export const shareLabels = (
  { plane, drawStyle: { scale } }: Pick<Scene, 'plane' | 'drawStyle'>,
  shares: readonly LimitShare[],
): LabelRequest[] =>
  shares.map(({ at, share }) => {
    const [x, y] = plane.toPixel(...at);
    return { text: share, x, y, size: 14 * scale, gap: 14 * scale };
  });

/** Draws the highlight below the path, as an amber band. */
export function litBelow(
  { info, side, plane, drawStyle, highlight }: Scene,
  at: Float64Array,
  radius: number,
): Mark[] {
  const { palette, scale } = drawStyle;
  const { box, segment } = info.sides[side];
  const lines: Partial<Record<DenoiserMark, () => readonly number[]>> = {
    line: () => lineThrough(info, plane),
    box: () => (box ? cornersOf(box) : []),
    rests: () => segment?.flat() ?? [],
    disc: () => (at.length === 2 && radius > 0 ? circleAt(at, radius) : []),
  };
  const line = lines[highlight ?? 'left']?.() ?? [];
  if (line.length === 0) return [];
  const strokes = [penStroke(palette.mapInk, 7 * scale), penStroke(palette.plant, 4.4 * scale)];
  return [pathMark([plane.toPixels(line)], strokes)];
}

/** Draws the highlight above everything, as rings. */
export function litAbove({ info, side, plane, drawStyle, highlight }: Scene, at: Float64Array): Mark[] {
  const places: Partial<Record<DenoiserMark, () => ArrayLike<number>>> = {
    [side]: () => at,
    truth: () => info.truth,
    rests: () => (info.sides[side].rests ?? []).flatMap((rest) => rest.at),
  };
  const pointed = places[highlight ?? 'line']?.();
  return pointed ? halos(finite(plane.toPixels(pointed)), drawStyle) : [];
}

/** Returns Phi x = y across the window and beyond. */
function lineThrough({ phi: [p, q], y, L }: PixelsInfo, { view: { x0, x1, y0, y1 } }: Plane): number[] {
  const [a, b] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const off = (p * a + q * b - y) / L;
  const reach = (2 * (x1 - x0)) / Math.sqrt(L);
  const [x, z] = [a - off * p, b - off * q];
  return [x + reach * q, z - reach * p, x - reach * q, z + reach * p];
}

const cornersOf = ([low, high]: readonly [number, number]) => [
  ...[low, low, high, low, high, high, low, high],
  ...[low, low],
];

const circleAt = ([x, y]: Float64Array, radius: number) =>
  Array.from({ length: 97 }, (_, i) => {
    const angle = (Math.PI * i) / 48;
    return [x! + radius * Math.cos(angle), y! + radius * Math.sin(angle)];
  }).flat();
