/**
 * Tally quoted by the explanation (`engine/fixtures/denoiser-laws.json`): median SNRs in dB of the left and of `ridge`, and skies of 100
 * with the left ahead.
 */
export const SKIES = [
  { share: 0.15, c: 1, t: 0.25, medians: [-75.6, 8.4], ahead: 0 },
  { share: 0.15, c: 1, t: 0.5, medians: [-64.8, 7.9], ahead: 1 },
  { share: 0.15, c: 1, t: 1, medians: [0.6, 6.8], ahead: 24 },
  { share: 0.15, c: 1, t: 2, medians: [5.9, 5.8], ahead: 56 },
  { share: 0.15, c: 1.98, t: 0.25, medians: [-29.8, 8.4], ahead: 0 },
  { share: 0.15, c: 1.98, t: 0.5, medians: [-21.4, 8.7], ahead: 0 },
  { share: 0.15, c: 1.98, t: 1, medians: [8.8, 8.1], ahead: 68 },
  { share: 0.15, c: 1.98, t: 2, medians: [7.1, 7.0], ahead: 55 },
  { share: 0.3, c: 1, t: 0.25, medians: [-7.7, 10.7], ahead: 0 },
  { share: 0.3, c: 1, t: 0.5, medians: [11.0, 10.9], ahead: 44 },
  { share: 0.3, c: 1, t: 1, medians: [11.8, 9.6], ahead: 92 },
  { share: 0.3, c: 1, t: 2, medians: [7.4, 7.6], ahead: 20 },
  { share: 0.3, c: 1.98, t: 0.25, medians: [7.6, 10.3], ahead: 0 },
  { share: 0.3, c: 1.98, t: 0.5, medians: [12.0, 11.0], ahead: 66 },
  { share: 0.3, c: 1.98, t: 1, medians: [11.7, 11.1], ahead: 61 },
  { share: 0.3, c: 1.98, t: 2, medians: [3.5, 9.7], ahead: 4 },
] as const;
