import type { DenoiserInfo } from '../../../engine/problems/denoiser/types.ts';
import { type SymbolWriter, symbolWriter } from '../kit/explain/told-sides.ts';

/** Parts that the explanation points at (`Shown.highlight`); `left` and `right` only on their own side. */
export type DenoiserMark =
  /** A side's state: a point of two pixels, or an image's estimate. */
  | 'left'
  | 'right'
  | 'truth'
  | 'line'
  | 'rests'
  /** Box on which a D with cap 1 is the identity. */
  | 'box'
  /** The certified disc around a side's point. */
  | 'disc'
  | 'denoiser'
  /** Line of slope kappa there, for a capped D. */
  | 'tangent'
  /** Tiles: x - truth, F^-1 Y, and the spectrum with measured visibilities. */
  | 'error'
  | 'dirty'
  | 'measured'
  | 'clean'
  /** The ratios, against 1. */
  | 'ratio'
  /** The certified radius next to the curve of ||step||. */
  | 'radius';

export function denoiserMarks(info: DenoiserInfo): DenoiserMark[] {
  if (info.level === 'image')
    return [
      'left',
      'right',
      ...(info.truth ? (['error'] as const) : []),
      'dirty',
      'measured',
      ...(info.truth ? (['clean'] as const) : []),
      'ratio',
      ...(info.rate === null ? [] : (['radius'] as const)),
    ];
  const { left, right } = info.sides;
  return [
    'left',
    'right',
    'truth',
    'line',
    'rests',
    ...(right.box ? (['box'] as const) : []),
    ...(left.rate === null && right.rate === null ? [] : (['disc'] as const)),
    'denoiser',
    ...(right.cap === null ? [] : (['tangent'] as const)),
  ];
}

export type WriteSymbol = SymbolWriter<DenoiserMark>;

export const symbolsOf = (info: DenoiserInfo) => symbolWriter(denoiserMarks(info));
