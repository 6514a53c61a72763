import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, penStroke, type StrokeLayer, symbolsMark } from '../../charts/display-list.ts';

/** Pixels at scale 1: a halo, and a place still to come. */
const HALO = 24;
const COMING = 13;

export function finite(pixels: ArrayLike<number>): number[] {
  const kept: number[] = [];
  for (let i = 0; i + 1 < pixels.length; i += 2)
    if (Number.isFinite(pixels[i]! + pixels[i + 1]!)) kept.push(pixels[i]!, pixels[i + 1]!);
  return kept;
}

export function halos(points: readonly number[], { scale, palette }: DrawStyle): Mark[] {
  if (points.length === 0) return [];
  const ring = (width: number, color: string): StrokeLayer => ({ color, width: width * scale });
  return [
    symbolsMark('ring', points, HALO * scale, {
      strokes: [ring(7, palette.paper), ring(5.5, palette.ink), ring(3.2, palette.plant)],
    }),
  ];
}

/** Marks places still to come, hollow, in the right's colour. */
export function comingMarks(
  shape: 'square' | 'diamond',
  points: readonly number[],
  { scale, palette }: DrawStyle,
): Mark[] {
  if (points.length === 0) return [];
  return [
    symbolsMark(shape, points, COMING * scale, {
      fill: palette.paper,
      strokes: [penStroke(palette.paper, 7 * scale), penStroke(palette.rightPath, 4 * scale)],
    }),
  ];
}
