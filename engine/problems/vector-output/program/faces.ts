/** Faces into which the rows cut the unit sphere; types only. */

/** A face of the walls {a_i.u = 0}: a cell, part of a wall, or a ray where walls meet. */
export interface Face {
  /** q, as a cone: d for a cell, 1 for a ray. */
  readonly dimension: number;
  /** Orthonormal columns of its span: d x q, row-major. */
  readonly basis: Float64Array;
  /** Length n: 1 if a_i.u > 0 inside the face; 0 for rows that vanish on it. */
  readonly active: Uint8Array;
}

/** A local maximum of eta on the unit sphere. */
export interface Touch {
  /** Unit (d). */
  readonly direction: Float64Array;
  readonly eta: number;
  /** Face with the direction in its interior. */
  readonly face: Face;
}

/** eta(u) = ||R^T relu(A u)||_2 over the unit sphere of R^d, for one residual R (n x K, row-major) at a time. */
export interface DualSurface {
  /** d. */
  readonly columns: number;
  /** True if `maximum` covers the whole sphere; false for sampled directions. */
  readonly isExact: boolean;
  /** Sets the residual. Non-finite ones give non-finite values. */
  update(residual: Float64Array): void;
  /** Largest value; 0 if all rows are zero. */
  maximum(): number;
  /** Returns at most `most` local maxima above the level, largest first. */
  localMaxima(level: number, most: number): readonly Touch[];
}
