/** The weights that a sample which is off has in the blended quadratic, against 1 of one that is on (docs/mathematics.md, section 2.3). */
export interface OffWeights {
  /** Of y a in l: (1-b) s + b. */
  readonly linear: number;
  /** Of a a^T in Q: (1-b) s^2 + b s. */
  readonly quadratic: number;
}

/** Weights for leak s and blend b (0 the non-convex loss, 1 the relaxation). */
export function offWeights(s: number, b: number): OffWeights {
  return { linear: (1 - b) * s + b, quadratic: (1 - b) * s * s + b * s };
}

/** What a label adds to the constant of the quadratics: (1-b) y^2/2 + b Phi*(y). */
export function labelConstant(y: number, s: number, b: number): number {
  const conjugate = y >= 0 || s === 0 ? (y * y) / 2 : (y * y) / (2 * s);
  return ((1 - b) * y * y) / 2 + b * conjugate;
}
