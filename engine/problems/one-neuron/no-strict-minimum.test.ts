import { describe, expect, it } from 'vitest';
import { linkInstance, ownInstance } from '../../fixtures/instances.ts';
import { createRandom } from '../../kernels/random.ts';
import { distance } from '../../kernels/vector.ts';
import { describePlane } from '../../landscapes/plane-structure.ts';

/**
 * Proved (docs/mathematics.md, section 3.3): with labels y = relu(A w*) every |relu(z_i) - y_i| is nonincreasing on the segment from w to
 * w*, since z_i moves towards z*_i. So f never rises on it, and only w* can be a strict local minimum, in any d.
 */
describe('without noise f has no strict local minimum but the plant', () => {
  it('in any number of weights f never rises on the straight way to the plant: 400 instances', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const d = 1 + (seed % 12);
      const leak = seed % 5 === 0 ? 0.1 : 0;
      const link = `#v=1&n=${3 + (seed % 17)}&d=${d}&leak=${leak}&seed=${seed}&pseed=${seed}&sseed=${seed}`;
      const { left, start, plant } = linkInstance(link).instance;
      const at = (t: number) => left.loss(start.map((w, j) => w + t * (plant![j]! - w)));
      let before = at(0);
      for (let k = 1; k <= 50; k++) {
        const now = at(k / 50);
        expect(now, `${link} ${k}`).toBeLessThanOrEqual(before * (1 + 1e-13) + 1e-30);
        before = now;
      }
    }
  });

  it('in the plane the list of stationary points has none: 600 Gaussian instances, 300 on a lattice with ties', () => {
    const random = createRandom(14, 0);
    const whole = () => random.integer(5) - 2;
    /** Rows that repeat, are opposite, or orthogonal to the plant. */
    const onLattice = (n: number) => {
      const rows = Float64Array.from({ length: 2 * n }, (_, k) => (k === 0 ? 1 : whole()));
      const plant = [1 + random.integer(2), whole()];
      const labels = Float64Array.from({ length: n }, (_, i) =>
        Math.max(0, rows[2 * i]! * plant[0]! + rows[2 * i + 1]! * plant[1]!),
      );
      return ownInstance(rows, labels, { plant });
    };
    for (let seed = 1; seed <= 900; seed++) {
      const n = 5 + (seed % 6);
      const { instance } =
        seed <= 600 ? linkInstance(`#v=1&n=${n}&seed=${seed}&pseed=${seed}`) : onLattice(n);
      const beside = describePlane(instance)!.left.minima.filter(
        ({ strict, at }) => strict && distance(Float64Array.from(at), instance.plant!) > 1e-6,
      );
      expect(beside, String(seed)).toEqual([]);
    }
  });

  it('and with noise it has: the law is one of the plant’s own labels', () => {
    const { instance } = linkInstance('#v=1&n=12&seed=15&noise=0.6');
    expect(describePlane(instance)!.left.minima.filter(({ strict }) => strict).length).toBeGreaterThan(1);
  });
});
