import type { DenoiserInfo } from '../../../engine/problems/denoiser/types.ts';
import { symbol } from '../../i18n/tex.ts';

/**
 * What of the pictures the explanation points at, by the name that `Shown.highlight` has then; each picture lights up what it has, its side's
 * `left` or `right` alone.
 */
export type DenoiserMark =
  /** Where a side stands: a point of two pixels, the estimate of an image. */
  | 'left'
  | 'right'
  /** The truth of two pixels. */
  | 'truth'
  /** The line Phi x = y. */
  | 'line'
  /** The rest points of a side. */
  | 'rests'
  /** Where a D with a cap of 1 is the identity, on its side's landscape. */
  | 'box'
  /** The certified disc around the point of a side that has one. */
  | 'disc'
  /** Both denoisers of a pixel, as curves beside the landscapes. */
  | 'denoiser'
  /** The line of the slope kappa there, of a D that is capped. */
  | 'tangent'
  /** Tiles of an image: x - truth, F^-1 Y, and the visibilities with those that are measured. */
  | 'error'
  | 'dirty'
  | 'measured'
  /** The curve of CLEAN among the SNRs. */
  | 'clean'
  /** The ratios, against 1. */
  | 'ratio'
  /** The certified radius beside the curve of ||step||. */
  | 'radius';

/** The marks that the pictures have. */
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

/** Writes the symbol of a mark: one that is pointed at where the pictures have it. */
export type WriteSymbol = (mark: DenoiserMark, tex: string) => string;

export function symbolsOf(info: DenoiserInfo): WriteSymbol {
  const marks = denoiserMarks(info);
  return (mark, tex) => (marks.includes(mark) ? symbol(mark, tex) : tex);
}
