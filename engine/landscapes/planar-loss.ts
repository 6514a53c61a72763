import type { Scaling, Whitening } from '../kernels/whitening.ts';
import type { Arrangement } from './arrangement.ts';

/** Numbers of one sector's quadratic: q11, q12, q22, l1, l2. */
export const FORM = 5;

/**
 * A loss over the plane, known exactly: inside each sector of an arrangement it is one quadratic,
 *   n f(w) = w.Q.w/2 - l.w + C,  gradient (Q w - l)/n,
 * and it is continuous across the rays. Weights, gradients and the arrangement are in whitened units, which are the scaled ones
 * where the rows are well apart.
 */
export interface PlanarLoss {
  readonly arrangement: Arrangement;
  /** From scaled to whitened units. */
  readonly whitening: Whitening;
  /** n. */
  readonly samples: number;
  /** Weight of y a of a sample that is off in l, against 1 of one that is on: across the ray of a row the slope along a jumps by (1 - this) y |a|. */
  readonly linearShare: number;
  /** Weight of a a^T of a sample that is off in Q, against 1 of one that is on. */
  readonly quadraticShare: number;
  /** Writes Q and l of a sector (not divided by n). */
  form(destination: Float64Array, sector: number): void;
  /** Loss at a point of the closed sector. */
  lossIn(sector: number, x: number, y: number): number;
  /** Writes `lossIn` of the points (xs[k], ys[k]), each in sectors[k], from `at` on. */
  lossesIn(losses: Float64Array, at: number, sectors: Int32Array, xs: Float64Array, ys: Float64Array): void;
  /** Writes the gradient at a point of the closed sector as the sector's own quadratic has it, and returns the loss. */
  evaluateIn(gradient: Float64Array, sector: number, x: number, y: number): number;
}

/** The map from original units to those of a planar loss; `scaling` leads from original to scaled ones. */
export function planarScaling({ whitening }: PlanarLoss, scaling: Scaling): Scaling {
  if (whitening.identity) return scaling;
  const between = new Float64Array(2);
  return {
    identity: false,
    toScaled(own, original) {
      scaling.toScaled(between, original);
      whitening.toScaled(own, between);
    },
    toOriginal(original, own) {
      whitening.toOriginal(between, own);
      scaling.toOriginal(original, between);
    },
  };
}
