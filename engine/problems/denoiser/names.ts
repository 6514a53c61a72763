/** What is denoised: two pixels, which can be drawn whole, or an image of 32 x 32. */
export const LEVELS = ['image', 'pixels'] as const;

/** The nonexpansive denoiser of an image (docs/mathematics.md, section 17.5). */
export const RIGHTS = ['ridge', 'handmade'] as const;
/** One of `RIGHTS`. */
export type RightDenoiser = (typeof RIGHTS)[number];

/** Where an image starts: at 0, at the dirty image, or at the absolute values of noise that is the same for every seed. */
export const ORIGINS = ['zero', 'dirty', 'noise'] as const;

/** Pixels along each side of an image, and their number. */
export const IMAGE_SIDE = 32;
export const IMAGE_PIXELS = IMAGE_SIDE * IMAGE_SIDE;

/** The criteria of the ends (docs/mathematics.md, section 17.6), as numbers, so that the page states what the engine tests. */
export const DENOISER_ENDS = {
  /** settled: a side with a rate below 1 whose radius is at most this times ||x||. */
  settled: 1e-6,
  /** stationary: any other side with ||step|| <= this max(1, ||x||). */
  stationary: 1e-10,
  /** cycles: ||x_k - x_{k-p}|| <= this max(1, ||x||), while the last step is longer than `moves`. */
  cycle: 1e-10,
  moves: 1e-3,
  longestCycle: 8,
  /** diverged: not finite, or a pixel beyond this. */
  diverged: 1e6,
} as const;
