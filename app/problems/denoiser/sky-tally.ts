/** Skies of each row: those of the seeds from 301 on, 200 rounds each from zero, with the keys' defaults otherwise. */
export const TALLY = { from: 301, skies: 8, rounds: 200 } as const;

/**
 * What the explanation tells of them: medians in dB of the left, `ridge` and `handmade`; on how many skies the left is ahead of `ridge` after
 * those rounds, and on how many its best round is; how many runs settled (last step below 1e-4).
 */
export const SKIES = [
  { share: 0.15, c: 1, t: 0.25, medians: [-26.7, 9.3, 7.6], ahead: 0, best: 3, settled: [0, 8] },
  { share: 0.15, c: 1, t: 0.5, medians: [-14.4, 8.9, 7.2], ahead: 0, best: 8, settled: [0, 8] },
  { share: 0.15, c: 1, t: 1, medians: [3.3, 7.4, 6.2], ahead: 2, best: 7, settled: [3, 8] },
  { share: 0.15, c: 1.98, t: 0.25, medians: [-11.5, 9.3, 7.7], ahead: 0, best: 2, settled: [0, 6] },
  { share: 0.15, c: 1.98, t: 0.5, medians: [-2.4, 9.7, 7.6], ahead: 1, best: 5, settled: [0, 6] },
  { share: 0.15, c: 1.98, t: 1, medians: [10.2, 9.1, 7.2], ahead: 7, best: 8, settled: [4, 8] },
  { share: 0.3, c: 1, t: 0.25, medians: [3.9, 11.5, 9.7], ahead: 0, best: 7, settled: [0, 8] },
  { share: 0.3, c: 1, t: 0.5, medians: [12.3, 11.7, 10.1], ahead: 4, best: 8, settled: [7, 8] },
  { share: 0.3, c: 1, t: 1, medians: [12.7, 10.3, 9.9], ahead: 8, best: 8, settled: [8, 8] },
  { share: 0.3, c: 1.98, t: 0.25, medians: [9.0, 11.0, 8.9], ahead: 0, best: 1, settled: [0, 3] },
  { share: 0.3, c: 1.98, t: 0.5, medians: [12.4, 11.7, 9.7], ahead: 2, best: 5, settled: [0, 4] },
  { share: 0.3, c: 1.98, t: 1, medians: [9.5, 12.0, 10.1], ahead: 2, best: 3, settled: [0, 4] },
] as const;
