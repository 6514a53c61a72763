/** Faces into which the rows cut the unit sphere; types only. */

/** A face of the arrangement of the walls {a_i.u = 0}: a cell, a part of a wall, or a ray where walls meet. */
export interface Face {
  /** q, its dimension as a cone: d for a cell, 1 for a ray. */
  readonly dimension: number;
  /** Orthonormal columns that span it: d x q, row-major. */
  readonly basis: Float64Array;
  /** Length n: 1 for a row that is active inside the face (a_i.u > 0); a row that vanishes on the whole face is not. */
  readonly active: Uint8Array;
}

/** A local maximum of eta on the unit sphere. */
export interface Touch {
  /** Unit length, d numbers. */
  readonly direction: Float64Array;
  readonly eta: number;
  /** The face whose inside the direction lies in. */
  readonly face: Face;
}

/** eta(u) = ||R^T relu(A u)||_2 over the unit sphere of R^d, for one residual R (n x K, row-major) at a time. */
export interface DualSurface {
  /** d. */
  readonly columns: number;
  /** True if `maximum` is that of the whole sphere; false for sampled directions. */
  readonly isExact: boolean;
  /** Takes another residual. Non-finite ones give non-finite values. */
  update(residual: Float64Array): void;
  /** The largest value; 0 where there is no row but zeros. */
  maximum(): number;
  /** The local maxima above the level, largest first, `most` of them at most. */
  localMaxima(level: number, most: number): readonly Touch[];
}
