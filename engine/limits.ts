/** Bounds that more than one declaration takes. */

/** Most samples of one scenario. */
export const MAX_SAMPLES = 1_000_000;

/** Most numbers among the features of one scenario: samples times weights. */
export const MAX_NUMBERS = 20_000_000;

/** Most samples in the plane that descent sums one by one; beyond, a step is a look-up. */
export const PLANE_DIRECT = 10_000;

/** Most columns of own data of which the means alone are kept. */
export const MAX_MEANS = 50;

/** Characters of packed data that a link carries at most. */
export const MAX_PACKED = 8192;
