import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { anyDoublyStochastic, anyMatrix, matrixOfPermutation } from '../../../fixtures/doubly-stochastic.ts';
import { createRandom } from '../../../kernels/random.ts';
import { bestOf, equalCost, permutationCosts } from '../permutation-costs.ts';
import { layersCost, reluCovariance } from './layers-cost.ts';
import { drawLayers } from './layers-data.ts';

/** E relu(w.x) relu(v.x) of two planar vectors by quadrature over the angle of x, whose squared length is 2 on average. */
function byQuadrature(w: readonly number[], v: readonly number[]): number {
  const count = 200_000;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const t = ((k + 0.5) * 2 * Math.PI) / count;
    const [x, y] = [Math.cos(t), Math.sin(t)];
    sum += Math.max(0, w[0]! * x + w[1]! * y) * Math.max(0, v[0]! * x + v[1]! * y);
  }
  return (2 * sum) / count;
}

describe('the covariance of relu', () => {
  it('is that of quadrature, of rows of 2 to 6 numbers', () => {
    const random = createRandom(1, 0);
    for (let d = 2; d <= 6; d++) {
      const rows = new Float64Array(3 * d);
      for (let k = 0; k < rows.length; k++) rows[k] = random.normal();
      const covariance = reluCovariance(rows, 3);
      for (let k = 0; k < 3; k++)
        for (let l = 0; l < 3; l++) {
          const [w, v] = [rows.subarray(k * d, (k + 1) * d), rows.subarray(l * d, (l + 1) * d)];
          const dot = (a: Float64Array, b: Float64Array) =>
            a.reduce((sum, entry, at) => sum + entry * b[at]!, 0);
          // Both in their common plane.
          const length = Math.sqrt(dot(w, w));
          const along = dot(w, v) / length;
          const plane = [along, Math.sqrt(Math.max(0, dot(v, v) - along * along))];
          expect(Math.abs(covariance[k * 3 + l]! - byQuadrature([length, 0], plane))).toBeLessThan(1e-8);
        }
    }
  });

  it('is known of equal, opposite, orthogonal and vanishing rows', () => {
    const rows = Float64Array.of(3, 4, 3, 4, -3, -4, -8, 6, 0, 0);
    const covariance = reluCovariance(rows, 5);
    const expected = [12.5, 12.5, 0, 50 / (2 * Math.PI), 0];
    for (const [l, value] of expected.entries()) expect(Math.abs(covariance[l]! - value)).toBeLessThan(1e-14);
    for (let k = 0; k < 5; k++)
      for (let l = 0; l < 5; l++) expect(covariance[k * 5 + l]).toBe(covariance[l * 5 + k]);
  });

  it('keeps its digits at small angles', () => {
    // sin t + (pi - t) cos t = pi - pi t^2/2 + ..., t = 1e-6.
    const covariance = reluCovariance(Float64Array.of(1, 0, Math.cos(1e-6), Math.sin(1e-6)), 2);
    expect(Math.abs(covariance[1]! - (0.5 - 1e-12 / 4))).toBeLessThan(1e-15);
  });
});

describe('drawn layers', () => {
  it('see two inputs a group, and mix the channels of a group', () => {
    for (const [groups, size] of [
      [2, 2],
      [2, 3],
      [3, 2],
      [3, 3],
    ] as const) {
      const n = groups * size;
      const { first, second, known, planted } = drawLayers(groups, size, 0.3, 5);
      expect([first.length, second.length, known.length]).toEqual([2 * groups * n, groups * n, groups * n]);
      for (let k = 0; k < n; k++)
        for (let g = 0; g < groups; g++) {
          const isOwn = Math.floor(k / size) === g;
          expect([first[(k * groups + g) * 2] !== 0, first[(k * groups + g) * 2 + 1] !== 0]).toEqual([
            isOwn,
            isOwn,
          ]);
          expect(second[g * n + k] !== 0).toBe(isOwn);
          expect(known[g * n + k] !== 0).toBe(isOwn);
        }
      expect([...planted].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, k) => k));
    }
  });

  it("draw in the order that is written down, and another drift moves W2' alone", () => {
    const random = createRandom(9, 0);
    const numbers = Array.from({ length: 12 }, () => random.normal());
    const { first, second, known, planted } = drawLayers(2, 2, 0, 9);
    expect([first[0], first[1], first[4], first[5]]).toEqual(numbers.slice(0, 4));
    expect([second[0], second[1]]).toEqual(numbers.slice(4, 6));
    expect([first[10], first[11], first[14], first[15]]).toEqual(numbers.slice(6, 10));
    expect([second[6], second[7]]).toEqual(numbers.slice(10, 12));
    expect([...known]).toEqual([...second]);
    const drifted = drawLayers(2, 2, 0.5, 9);
    expect(drifted).toEqual({ ...drawLayers(2, 2, 0, 9), known: drifted.known });
    expect(drifted.planted).toEqual(planted);
    const twice = drawLayers(2, 2, 1, 9);
    for (let k = 0; k < 8; k++)
      expect(Math.abs(twice.known[k]! - second[k]! - 2 * (drifted.known[k]! - second[k]!))).toBeLessThan(
        1e-15,
      );
    expect(drawLayers(2, 2, 0, 10).first).not.toEqual(first);
  });
});

describe('E of layers', () => {
  it('is the mean squared distance between the outputs, by 40,000 samples to 6 %', () => {
    const random = createRandom(2, 0);
    for (let draw = 0; draw < 4; draw += runsAll ? 1 : 3) {
      const [groups, size] = [2 + (draw % 2), 2 + (draw >> 1)];
      const n = groups * size;
      const info = drawLayers(groups, size, 0.4, draw);
      const cost = layersCost(info);
      for (const matrix of [anyDoublyStochastic(random, n), anyMatrix(random, n)]) {
        const value = cost.evaluate(new Float64Array(n * n), matrix);
        let sum = 0;
        const planted = matrixOfPermutation(info.planted);
        for (let sample = 0; sample < 40_000; sample++) {
          const x = Array.from({ length: 2 * groups }, () => random.normal());
          const h = Array.from({ length: n }, (_, k) =>
            Math.max(
              0,
              x.reduce((all, input, at) => all + input * info.first[k * 2 * groups + at]!, 0),
            ),
          );
          const out = (weights: Float64Array, mix: Float64Array, g: number) => {
            let y = 0;
            for (let i = 0; i < n; i++)
              for (let j = 0; j < n; j++) y += weights[g * n + i]! * mix[i * n + j]! * h[j]!;
            return y;
          };
          for (let g = 0; g < groups; g++)
            sum += (out(info.known, matrix, g) - out(info.second, planted, g)) ** 2 / 40_000;
        }
        expect(Math.abs(sum / value - 1)).toBeLessThan(0.06);
      }
    }
  });

  it('is 0 at the planted permutation without drift, which is then the only best one', () => {
    for (let seed = 0; seed < 30; seed++) {
      const info = drawLayers(2, 2 + (seed % 2), 0, seed);
      const cost = layersCost(info);
      const best = bestOf(permutationCosts(cost), cost.n, equalCost(cost));
      expect(best).toMatchObject({ cost: 0, count: 1, permutations: [info.planted] });
      expect(cost.evaluate(new Float64Array(cost.n ** 2), matrixOfPermutation(info.planted))).toBe(0);
    }
  });
});
