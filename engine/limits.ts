/** Bounds shared by several declarations. */

export const MAX_SAMPLES = 1_000_000;

/** Maximum feature numbers of one scenario: samples times weights. */
export const MAX_NUMBERS = 20_000_000;

/** Maximum samples in the plane that descent sums directly; beyond, a step is a lookup. */
export const PLANE_DIRECT = 10_000;

/** Maximum columns of own data whose means alone are kept. */
export const MAX_MEANS = 50;

/** Maximum characters of packed data in a link. */
export const MAX_PACKED = 8192;
