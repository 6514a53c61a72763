/** Weights of an inactive sample in the blended quadratic; an active one has 1 (docs/mathematics.md, section 2.3). */
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

/** Returns a label's part of the constant: (1-b) y^2/2 + b Phi*(y). */
export function labelConstant(y: number, s: number, b: number): number {
  const conjugate = y >= 0 || s === 0 ? (y * y) / 2 : (y * y) / (2 * s);
  return ((1 - b) * y * y) / 2 + b * conjugate;
}
