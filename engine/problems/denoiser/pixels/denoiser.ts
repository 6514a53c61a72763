import ln from '@stdlib/math-base-special-ln';
import { exponential } from '../../../kernels/exponential.ts';
import type { PixelDenoiser } from '../instance.ts';

/** Prior width, noise level of D, and cap of its slopes. */
export interface PixelDenoiserAsked {
  readonly spread: number;
  readonly sigma: number;
  readonly cap: number | null;
}

/** Returns M = s^2/v + sigma^2/(4 v^2). */
export function largestSlopeOf({ spread, sigma }: Pick<PixelDenoiserAsked, 'spread' | 'sigma'>): number {
  const v = spread * spread + sigma * sigma;
  return (spread * spread) / v + (sigma * sigma) / (4 * v * v);
}

/**
 * Builds the denoiser of one pixel (docs/mathematics.md, section 17.2), odd about 1/2: with t = |z - 1/2| and e = exp(-t/v), |D - 1/2| is
 * (s^2 t + sigma^2 (1 - e)/(2 (1 + e)))/v, or cap t up to the crossing.
 */
export function createPixelDenoiser({ spread, sigma, cap: asked }: PixelDenoiserAsked): PixelDenoiser {
  const prior = spread * spread;
  const noise = sigma * sigma;
  const v = prior + noise;
  const least = prior / v;
  const free = largestSlopeOf({ spread, sigma });
  const cap = asked !== null && asked < free ? asked : null;
  /** |z - 1/2| and |x - 1/2| up to which D is the line, rounded as 1/2 + |z - 1/2| is; 0 without a cap. */
  const reach = cap === null ? 0 : 0.5 + crossingOf(cap) - 0.5;
  const high = cap === null ? 0 : cap * reach;
  const [freeThere, lineThere] = cap === null ? [0, 0] : [freeProx(reach), lineProx(high)];

  function decay(t: number): number {
    return exponential(-t / v);
  }

  /** |D - 1/2|, free. */
  function rise(t: number, e = decay(t)): number {
    return (prior * t + (noise * (1 - e)) / (2 * (1 + e))) / v;
  }

  function freeSlope(e: number): number {
    return least + (noise * e) / (v * v * (1 + e) * (1 + e));
  }

  /** Bisects: the free D is above the line before, below it after. */
  function crossingOf(slope: number): number {
    if (slope <= least) return Number.POSITIVE_INFINITY;
    let [low, top] = [0, noise / (2 * v * (slope - least))];
    for (;;) {
      const t = (low + top) / 2;
      if (t <= low || t >= top) return t;
      if (rise(t) > slope * t) low = t;
      else top = t;
    }
  }

  /** Solves rise(t) = x > 0. The rise is concave, so Newton's steps from below grow until rounding. */
  function backFrom(x: number): number {
    let t = Math.max(x / free, (v * x - noise / 2) / prior);
    for (;;) {
      const e = decay(t);
      const next = t - (rise(t, e) - x) / freeSlope(e);
      if (!(next > t)) return t;
      t = next;
    }
  }

  /** Returns the free h at D = 1/2 + rise(t), without cancellation. */
  function freeProx(t: number): number {
    const e = decay(t);
    const far = t - 0.5;
    const other = e / (1 + e);
    const bent = (noise / (2 * v * v)) * (prior * far * far - noise * other * (2 * far + other));
    return bent - noise * ln(1 + e) + noise * (Math.LN2 - 1 / (8 * v));
  }

  function lineProx(x: number): number {
    return 0.5 * (1 / cap! - 1) * x * x;
  }

  return {
    cap,
    largestSlope: cap ?? free,
    crossing: cap === null ? null : 0.5 + reach,
    apply(z) {
      const t = Math.abs(z - 0.5);
      // Exactly the identity for a cap of 1.
      if (cap !== null && t <= reach) return z - (1 - cap) * (z - 0.5);
      return z < 0.5 ? 0.5 - rise(t) : 0.5 + rise(t);
    },
    slope(z) {
      const t = Math.abs(z - 0.5);
      return cap !== null && t <= reach ? cap : freeSlope(decay(t));
    },
    inverse(x) {
      const off = Math.abs(x - 0.5);
      if (!(off > 0 && off < Number.POSITIVE_INFINITY)) return x;
      if (cap !== null && off <= high) return x + (1 / cap - 1) * (x - 0.5);
      const t = backFrom(off);
      return x < 0.5 ? 0.5 - t : 0.5 + t;
    },
    prox(x) {
      const off = Math.abs(x - 0.5);
      if (!(off < Number.POSITIVE_INFINITY)) return off;
      if (cap !== null && off <= high) return lineProx(off);
      return freeProx(off === 0 ? 0 : backFrom(off)) - freeThere + lineThere;
    },
  };
}
