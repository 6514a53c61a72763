/** Bounds that more than one declaration takes. */

/** Most samples of one scenario. */
export const MAX_SAMPLES = 10_000;

/** Characters of packed data that a link carries at most. */
export const MAX_PACKED = 8192;
