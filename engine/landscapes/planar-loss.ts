import type { Scaling, Whitening } from '../kernels/whitening.ts';
import type { Arrangement } from './arrangement.ts';

/** Numbers per sector quadratic: q11, q12, q22, l1, l2. */
export const FORM = 5;

/**
 * Exact loss over the plane: in each sector one quadratic, n f(w) = w.Q.w/2 - l.w + C, gradient (Q w - l)/n, continuous across rays. In
 * whitened units, which equal the scaled ones if the rows are well separated.
 */
export interface PlanarLoss {
  readonly arrangement: Arrangement;
  readonly whitening: Whitening;
  readonly samples: number;
  /** Weight of y a in l for an inactive sample (active: 1): across a row's ray the slope along a jumps by (1 - this) y |a|. */
  readonly linearShare: number;
  /** Weight of a a^T in Q for an inactive sample (active: 1). */
  readonly quadraticShare: number;
  /** Writes Q and l (not divided by n). */
  form(destination: Float64Array, sector: number): void;
  /** Returns the loss at a point of the closed sector. */
  lossIn(sector: number, x: number, y: number): number;
  /** Writes `lossIn` of the points (xs[k], ys[k]) in sectors[k], from index `at`. */
  lossesIn(losses: Float64Array, at: number, sectors: Int32Array, xs: Float64Array, ys: Float64Array): void;
  /** Writes the gradient at a point of the closed sector; returns the loss. */
  evaluateIn(gradient: Float64Array, sector: number, x: number, y: number): number;
}

/** Returns the map from original units to a planar loss's; `scaling` maps to scaled units. */
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
