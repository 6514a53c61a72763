import type { SideName } from '../../../../engine/contract.ts';
import { onMap } from '../../../../engine/landscapes/triangle.ts';
import type {
  MatrixTold,
  OnTriangle,
  Permutation,
  ShuffleInfo,
  Threshold,
} from '../../../../engine/problems/shuffle/types.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import { axisText } from '../../../charts/frame.ts';
import type { Plane } from '../../../charts/geometry.ts';
import type { LabelRequest } from '../../../charts/place-labels.ts';
import { finite, halos } from '../../kit/halo-marks.ts';

interface Scene {
  readonly info: OnTriangle;
  /** lambda_k; 0 on the left. */
  readonly lambda: number;
  readonly side: SideName;
  readonly plane: Plane;
  readonly drawStyle: DrawStyle;
}

/** Pixels at scale 1. */
const [GLOW, MAXIMUM, NEAREST] = [25, 12, 21];

/** True for a strict minimum, from which E + lambda P rises linearly. */
export const holds = (lambda: number, { threshold }: Threshold) => lambda > threshold;

/** Returns the corners to which a matrix rounds: several in a tie, none if unknown. */
export function cornersOf({ n, thresholds }: ShuffleInfo, matrix: MatrixTold | null): number[] {
  if (!matrix) return [];
  const { rounded, tied } = matrix;
  const isNearest = (permutation: Permutation) =>
    rounded.tie
      ? permutation.every((column, row) => tied.includes(n * row + column))
      : permutation.every((column, row) => column === rounded.permutation[row]);
  return thresholds.flatMap(({ permutation }, k) => (isNearest(permutation) ? [k] : []));
}

/** Maps (1 - x1 - x2, x1, x2) to pixels. */
const pixelOf = ({ plane }: Scene, [, x, y]: ArrayLike<number> & Iterable<number>) =>
  plane.toPixel(...onMap(x!, y!));

const cornerPixels = (scene: Scene, corners: readonly number[]) =>
  corners.flatMap((k) => [...pixelOf(scene, [0, k === 1 ? 1 : 0, k === 2 ? 1 : 0])]);

export function trapMarks(scene: Scene): Mark[] {
  const { info, drawStyle } = scene;
  const { palette, scale } = drawStyle;
  const traps = info.thresholds.flatMap((corner, k) => (holds(scene.lambda, corner) ? [k] : []));
  if (traps.length === 0) return [];
  return [
    symbolsMark('dot', cornerPixels(scene, traps), GLOW * scale, {
      role: 'traps',
      fill: palette.plant,
      opacity: 0.55,
      strokes: [penStroke(palette.mapInk, 1.6 * scale)],
    }),
  ];
}

/** Maxima point down: every direction descends. */
export function maximaMarks(scene: Scene): Mark[] {
  const { info, side, drawStyle } = scene;
  const { palette, scale } = drawStyle;
  const maxima = info.triangle.rests[side].filter(({ kind }) => kind === 'maximum');
  if (maxima.length === 0) return [];
  return [
    symbolsMark(
      'triangle',
      maxima.flatMap(({ at }) => [...pixelOf(scene, at)]),
      MAXIMUM * scale,
      {
        role: 'rests',
        fill: palette.mapPaper,
        strokes: [penStroke(palette.mapPaper, 5.5 * scale), penStroke(palette.mapInk, 3.4 * scale)],
      },
    ),
  ];
}

/** Draws lines from a side's point to its nearest corners. */
export function roundingMarks(scene: Scene, at: Float64Array, corners: readonly number[]): Mark[] {
  const { palette, scale } = scene.drawStyle;
  if (corners.length === 0 || at.length < 3) return [];
  const [x, y] = pixelOf(scene, at);
  const ends = cornerPixels(scene, corners);
  const lines = corners.map((_, i) => [x, y, ends[2 * i]!, ends[2 * i + 1]!]);
  const dash = [5 * scale, 4 * scale];
  const isTie = corners.length > 1;
  return [
    pathMark(
      lines,
      [
        penStroke(palette.mapPaper, 4.4 * scale, { opacity: 0.8 }),
        penStroke(palette.mapLeft, 2.2 * scale, { dash, cap: 'butt' }),
      ],
      { role: 'rounding' },
    ),
    nearestMark(ends, isTie, scene.drawStyle),
  ];
}

/** Rings the corners that a matrix rounds to, dashed for a tie. */
export function nearestMark(corners: readonly number[], isTie: boolean, { palette, scale }: DrawStyle): Mark {
  const dash = isTie ? ({ dash: [4 * scale, 3 * scale], cap: 'butt' } as const) : {};
  return symbolsMark('ring', corners, NEAREST * scale, {
    role: 'match',
    strokes: [penStroke(palette.mapPaper, 5 * scale), penStroke(palette.mapLeft, 2.6 * scale, dash)],
  });
}

/** Writes lambda_k beside the left edge while it grows. */
export function grownWords(words: string, { plane, drawStyle }: Scene): Mark[] {
  const { scale, palette } = drawStyle;
  return words.split('\n').map((line, k) => ({
    ...axisText(
      drawStyle,
      line,
      plane.rect.x,
      plane.rect.y + (0.34 * plane.rect.height + 18 * k * scale),
      'start',
      {
        strong: true,
      },
    ),
    color: palette.rightText,
  }));
}

export const shareLabels = (
  scene: Scene,
  shares: readonly { readonly at: readonly number[]; readonly share: string }[],
): LabelRequest[] =>
  shares.map(({ at, share }) => {
    const [x, y] = pixelOf(scene, at);
    const { scale } = scene.drawStyle;
    return { text: share, x, y, size: 14 * scale, gap: 20 * scale };
  });

export function litMarks(
  scene: Scene,
  at: Float64Array,
  corners: readonly number[],
  highlight: string | null,
): Mark[] {
  const { info, side, drawStyle } = scene;
  const places: Partial<Record<string, () => readonly number[]>> = {
    [side]: () => (at.length < 3 ? [] : pixelOf(scene, at)),
    corners: () => cornerPixels(scene, [0, 1, 2]),
    rounded: () => cornerPixels(scene, corners),
    rests: () => info.triangle.rests[side].flatMap((rest) => [...pixelOf(scene, rest.at)]),
  };
  const pointed = places[highlight ?? '']?.();
  return pointed ? halos(finite(pointed), drawStyle) : [];
}
