import type { DenoiserInfo } from '../../../engine/problems/denoiser/types.ts';
import { symbol } from '../../i18n/tex.ts';

/**
 * Parts of pictures that the explanation points at, by `Shown.highlight`. Each picture highlights the parts that it has; `left` and `right`
 * only its own side.
 */
export type DenoiserMark =
  /** A side's current state: a point of two pixels, or the estimate of an image. */
  | 'left'
  | 'right'
  | 'truth'
  | 'line'
  | 'rests'
  /** Box on which a D with cap 1 is the identity, on its side's landscape. */
  | 'box'
  /** The certified disc around the point of a side that has one. */
  | 'disc'
  /** Both pixel denoisers, as curves next to the landscapes. */
  | 'denoiser'
  /** Line of slope kappa there, for a capped D. */
  | 'tangent'
  /** Tiles of an image: x - truth, F^-1 Y, and the spectrum with its measured visibilities. */
  | 'error'
  | 'dirty'
  | 'measured'
  /** The curve of CLEAN among the SNRs. */
  | 'clean'
  /** The ratios, against 1. */
  | 'ratio'
  /** The certified radius next to the curve of ||step||. */
  | 'radius';

/** Returns the marks that the pictures have. */
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

/** Writes the symbol of a mark, linked to the pictures if they have the mark. */
export type WriteSymbol = (mark: DenoiserMark, tex: string) => string;

export function symbolsOf(info: DenoiserInfo): WriteSymbol {
  const marks = denoiserMarks(info);
  return (mark, tex) => (marks.includes(mark) ? symbol(mark, tex) : tex);
}
