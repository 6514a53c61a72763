/**
 * Percentage of runs that find a best permutation, of 1,000 with their own instance and start (docs/mathematics.md, section 16.8):
 * relaxation, rounded; lambda = .1 L at once; the same over a ramp of 1,000 steps.
 */
export const WHO = [
  { graphs: 'simple', n: 4, noise: null, shares: [76.4, 93, 99.6] },
  { graphs: 'weighted', n: 4, noise: null, shares: [40.5, 20, 50] },
  { graphs: 'weighted', n: 5, noise: null, shares: [22.8, 8.4, 33.2] },
  { graphs: 'weighted', n: 6, noise: null, shares: [10.4, 1.7, 22.2] },
  { graphs: 'copy', n: 6, noise: 0, shares: [100, 31.4, 99.7] },
  { graphs: 'copy', n: 6, noise: 0.3, shares: [94.3, 26.3, 96.4] },
  { graphs: 'copy', n: 6, noise: 1, shares: [18, 10.3, 32] },
  { graphs: 'copy', n: 7, noise: 0.3, shares: [94.7, 18.2, 98.1] },
] as const;

/** lambda/L and ramp of the last two columns. */
export const WHO_COLUMNS = [
  { share: 0.1, ramp: 0 },
  { share: 0.1, ramp: 1000 },
] as const;
