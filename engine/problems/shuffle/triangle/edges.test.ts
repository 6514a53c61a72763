import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../kernels/random.ts';
import { cornerEdges, EDGE_POINTS } from './edges.ts';
import { triangleThreshold } from './relaxation.ts';

describe('the edges of the dearest corner', () => {
  it('end at the corners’ costs whatever lambda, and slope up from a trap alone', () => {
    const random = createRandom(7, 0);
    for (let draw = 0; draw < 200; draw++) {
      const r = Array.from({ length: 9 }, () => Math.round(20 * random.uniform() - 10));
      // Q = R'R, as of residuals.
      const q = Float64Array.from({ length: 9 }, (_, at) => {
        const [i, j] = [Math.floor(at / 3), at % 3];
        return [0, 1, 2].reduce((sum, k) => sum + r[3 * k + i]! * r[3 * k + j]!, 0);
      });
      const lambda = 10 * random.uniform();
      const { corner, others, values } = cornerEdges(q, lambda);
      expect(q[4 * corner]).toBe(Math.max(q[0]!, q[4]!, q[8]!));
      const threshold = triangleThreshold(q, corner);
      const rises = values.map((along, i) => {
        expect(along[0]).toBeCloseTo(q[4 * corner]!, 9);
        expect(along.at(-1)).toBeCloseTo(q[4 * others[i]!]!, 9);
        const [k, l, middle] = [corner, others[i]!, (EDGE_POINTS - 1) / 2];
        const half = (q[4 * k]! + 2 * q[3 * k + l]! + q[4 * l]!) / 4 + 6 * lambda * (1 - Math.SQRT1_2);
        expect(along[middle]).toBeCloseTo(half, 9);
        // The slope at the corner: docs/mathematics.md, section 16.4.
        return 6 * lambda + 2 * (q[3 * k + l]! - q[4 * k]!) > 0;
      });
      expect(rises.every(Boolean)).toBe(lambda > threshold);
    }
  });
});
