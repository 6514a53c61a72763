import { norm } from '../../../kernels/vector.ts';
import { shorten } from './block-descent.ts';
import { createConeProjection } from './cone-projection.ts';
import type { Patterns } from './sampled-patterns.ts';
import type { Cones } from './working-set.ts';

/**
 * Creates the cones (2 D - I) A x >= 0 of the patterns, in which sign D A x = sign relu(A x): `createGroupProgram` is then the convex
 * program of Pilanci & Ergen 2020 (arXiv 2002.10553) over these patterns. `units` (n x d) are unit rows. The minimum of 1/2 ||. - x||^2 +
 * tau ||.|| over a cone is the projection, shortened by tau (docs/mathematics.md, section 7.7).
 */
export function createReluCones(units: Float64Array, d: number, patterns: Patterns): Cones {
  const n = units.length / d;
  const maskOf = (pattern: number) => patterns.masks.subarray(pattern * n, pattern * n + n);
  const looking = createConeProjection(units, d);
  const tight = new Map<number, readonly number[]>();
  const x = new Float64Array(d);
  return {
    signs: [1, -1],
    reach: (pattern, sign, pull) => {
      const key = sign * (pattern + 1);
      looking.aim(maskOf(pattern), tight.get(key) ?? []);
      for (let k = 0; k < d; k++) x[k] = sign * pull[k]!;
      looking.project(x);
      tight.set(key, [...looking.tight]);
      return norm(x);
    },
    isCheap: false,
    createShrink: (pattern) => {
      const own = createConeProjection(units, d);
      own.aim(maskOf(pattern), []);
      return (q, tau) => {
        // A projection is no longer than its point.
        if (norm(q) > tau) own.project(q);
        shorten(q, tau);
      };
    },
  };
}
