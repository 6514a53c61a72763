/** Resources that bound a row's time; `script` and `drawing` are measured in a page (scripts/page-bench/calibration.mjs). */
export const SPEEDS = ['integer', 'float', 'memory', 'script', 'drawing'] as const;
export type Speed = (typeof SPEEDS)[number];

/** Times of a fixed piece of work of each kind, as multiples of the reference machine's. */
export type Factors = Readonly<Record<Speed, number>>;

/**
 * Milliseconds of processor time on the reference machine (docs/bench.md): engine kinds for one piece of work below, page kinds
 * for one frame of theirs.
 */
export const REFERENCE: Factors = { integer: 1, float: 1, memory: 1, script: 1, drawing: 1 };
