/** Most runs that one page keeps (34 to 58 bytes each); larger sweeps are for the command line. */
export const MOST_RUNS = 1_000_000;

/** Most engines that a page starts for an ensemble. */
export const MOST_WORKERS = 64;
