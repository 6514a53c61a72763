/** An image of 32 x 32, or two pixels, whose plane can be drawn. */
export const LEVELS = ['image', 'pixels'] as const;

/** Nonexpansive ones of an image (docs/mathematics.md, section 17.5). */
export const RIGHTS = ['ridge', 'handmade'] as const;
export type RightDenoiser = (typeof RIGHTS)[number];

/** 0, the dirty image, or |noise|, the same for every seed. */
export const ORIGINS = ['zero', 'dirty', 'noise'] as const;

export const IMAGE_SIDE = 32;
export const IMAGE_PIXELS = IMAGE_SIDE * IMAGE_SIDE;

/** Criteria of the ends (docs/mathematics.md, section 17.6), shown by the page. */
export const DENOISER_ENDS = {
  /** With a rate below 1, radius <= this ||x||. */
  settled: 1e-6,
  /** Without a rate, ||step|| <= this max(1, ||x||). */
  stationary: 1e-10,
  /** ||x_k - x_{k-p}|| <= this max(1, ||x||), after a last step above `moves`. */
  cycle: 1e-10,
  moves: 1e-3,
  longestCycle: 8,
  /** Not finite, or a pixel beyond this. */
  diverged: 1e6,
} as const;
