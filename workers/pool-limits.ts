/** Most runs stored by a page (34 to 74 bytes each); larger sweeps need the command line. */
export const MOST_RUNS = 1_000_000;

export const MOST_WORKERS = 64;
