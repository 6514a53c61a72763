/** Levels: an image of 32 x 32, or two pixels, whose plane can be drawn. */
export const LEVELS = ['image', 'pixels'] as const;

/** Nonexpansive denoisers of an image (docs/mathematics.md, section 17.5). */
export const RIGHTS = ['ridge', 'handmade'] as const;
export type RightDenoiser = (typeof RIGHTS)[number];

/** Starts of an image: 0, the dirty image, or |noise|, the same for every seed. */
export const ORIGINS = ['zero', 'dirty', 'noise'] as const;

export const IMAGE_SIDE = 32;
export const IMAGE_PIXELS = IMAGE_SIDE * IMAGE_SIDE;

/** Criteria of the ends (docs/mathematics.md, section 17.6), exported so that the page shows what the engine tests. */
export const DENOISER_ENDS = {
  /** settled: with a rate below 1, radius <= this ||x||. */
  settled: 1e-6,
  /** stationary: without a rate, ||step|| <= this max(1, ||x||). */
  stationary: 1e-10,
  /** cycles: ||x_k - x_{k-p}|| <= this max(1, ||x||), and the last step is longer than `moves`. */
  cycle: 1e-10,
  moves: 1e-3,
  longestCycle: 8,
  /** diverged: not finite, or a pixel beyond this. */
  diverged: 1e6,
} as const;
