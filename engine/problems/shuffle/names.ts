/** Nodes of two graphs, or channels between two layers. */
export const SHUFFLE_LOSSES = ['matching', 'layers'] as const;

/** The triangle of the three cyclic permutations (n = 3), or all doubly stochastic matrices. */
export const SHAPES = ['triangle', 'all'] as const;
export type Shape = (typeof SHAPES)[number];

/** Laws of graphs (docs/mathematics.md, section 16.7). */
export const GRAPHS = ['given', 'weighted', 'simple', 'copy'] as const;
export type Graphs = (typeof GRAPHS)[number];

/** Largest n for which all n! permutations are listed. */
export const MAX_LISTED = 8;

/** Criteria of the ends (docs/mathematics.md, section 16.5). */
export const SHUFFLE_ENDS = {
  /** The left rests: E - bound <= this max(E, E at the start). */
  gap: 1e-9,
  /** Or E - bound <= this n L, the rounding of an E of 0. */
  rounding: 1e-15,
  /** If <X, M> of the two nearest permutations differs by less, the left continues until it no longer moves. */
  unsure: 1e-3,
  /** A permutation: P <= this. */
  penalty: 1e-9,
  /** No step of max(c, 1)/L moves M by more: a side rests (Frobenius; triangle: length of the move of x). */
  move: 1e-12,
  /** A tie: another permutation's <X, M> is within this of the largest. */
  tie: 1e-9,
} as const;
