import type { Scaling } from '../kernels/whitening.ts';

/** Identity scaling: descent moves the original weights. */
export const IDENTITY: Scaling = {
  identity: true,
  toScaled: (scaled, original) => scaled.set(original),
  toOriginal: (original, scaled) => original.set(scaled),
};

/** Scaled features, the map of the weights, and the columns that could not be scaled. */
export interface Standardised {
  readonly features: Float64Array;
  readonly scaling: Scaling;
  /** Indexes of unchanged columns without spread (or all zero). */
  readonly constant: readonly number[];
}

/**
 * Standardises the columns of an n x d row-major matrix. With a column of ones (the last) every other column is centred and divided by its
 * standard deviation (1/n); without it columns are only divided by their root mean square, since centring needs a bias. Activations a.w
 * agree in both units: with ones w_j = v_j / s_j, bias = v_d - sum m_j w_j; without w_j = v_j / s_j (docs/mathematics.md, section 10).
 */
export function standardise(features: Float64Array, n: number, d: number, hasOnes: boolean): Standardised {
  const scaledColumns = hasOnes ? d - 1 : d;
  const mean = new Float64Array(d);
  const spread = new Float64Array(d).fill(1);
  const constant: number[] = [];
  for (let j = 0; j < scaledColumns; j++) {
    if (hasOnes) {
      // Relative to the first entry: exact for a constant column of any value and length.
      const first = features[j]!;
      let sum = 0;
      for (let i = 0; i < n; i++) sum += features[i * d + j]! - first;
      mean[j] = first + sum / n;
    }
    let squares = 0;
    let largest = 0;
    for (let i = 0; i < n; i++) {
      const centred = features[i * d + j]! - mean[j]!;
      squares += centred * centred;
      largest = Math.max(largest, Math.abs(features[i * d + j]!));
    }
    const deviation = Math.sqrt(squares / n);
    // A constant column has only the rounding of its mean; dividing by that would give noise.
    if (deviation > 1e-13 * largest && Number.isFinite(deviation)) spread[j] = deviation;
    else {
      mean[j] = 0;
      constant.push(j);
    }
  }
  const scaled = new Float64Array(n * d);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < d; j++) scaled[i * d + j] = (features[i * d + j]! - mean[j]!) / spread[j]!;

  const shift = (weights: Float64Array): number => {
    let sum = 0;
    for (let j = 0; j < scaledColumns; j++) sum += mean[j]! * weights[j]!;
    return sum;
  };
  return {
    features: scaled,
    constant,
    scaling: {
      identity: false,
      toScaled(target, original) {
        for (let j = 0; j < d; j++) target[j] = original[j]! * spread[j]!;
        if (hasOnes) target[d - 1] = original[d - 1]! + shift(original);
      },
      toOriginal(original, source) {
        for (let j = 0; j < d; j++) original[j] = source[j]! / spread[j]!;
        if (hasOnes) original[d - 1] = source[d - 1]! - shift(original);
      },
    },
  };
}
