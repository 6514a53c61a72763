import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../fixtures/vector-output.json';
import { createNetworkLoss } from '../two-layer/network/loss.ts';
import { createOutputLoss } from './output-loss.ts';

const CASES = [...reference.planar, ...reference.presets, ...reference.sphere];

describe('the loss of a network with several outputs', () => {
  it.each(CASES)('$name: descent takes NumPy’s steps, and never goes below the optimum', (one) => {
    const { n, beta, features, labels, descent, optimum } = one;
    const { neurons, step, runs } = descent;
    const loss = createOutputLoss({
      features: Float64Array.from(features),
      labels: Float64Array.from(labels),
      samples: n,
      neurons,
      beta,
    });
    const w = Float64Array.from([...runs['0'].U, ...runs['0'].V]);
    const gradient = new Float64Array(w.length);
    for (let k = 0; k <= 100; k++) {
      const value = loss.evaluate(gradient, w);
      expect(value).toBe(loss.loss(w));
      expect(value).toBeGreaterThanOrEqual(optimum);
      const known = (runs as Record<string, { loss: number; U: number[]; V: number[] }>)[k];
      if (known) {
        expect(Math.abs(value / known.loss - 1)).toBeLessThan(1e-9);
        for (const [p, weight] of [...known.U, ...known.V].entries()) expect(w[p]).toBeCloseTo(weight, 8);
      }
      for (let p = 0; p < w.length; p++) w[p] = w[p]! - step * gradient[p]!;
    }
  });

  const number = fc.integer({ min: -2000, max: 2000 }).map((k) => k / 1000);

  it('law: with one output it is the loss of two layers', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 40, maxLength: 40 }), (numbers) => {
        const features = Float64Array.from(numbers.slice(0, 16));
        const labels = Float64Array.from(numbers.slice(16, 24));
        const [m, beta] = [3, 0.05];
        const first = numbers.slice(24, 30);
        const alpha = numbers.slice(30, 33);
        const several = createOutputLoss({ features, labels, samples: 8, neurons: m, beta });
        const one = createNetworkLoss({ features, labels, neurons: m, beta, trainOutput: true });
        // There a row a neuron, here a column.
        const turned = [0, 2, 4, 1, 3, 5].map((p) => first[p]!);
        const [w, v] = [Float64Array.from([...turned, ...alpha]), Float64Array.from([...first, ...alpha])];
        expect(several.loss(w)).toBeCloseTo(one.loss(v), 11);
        const [g, h] = [new Float64Array(9), new Float64Array(9)];
        several.evaluate(g, w);
        one.evaluate(h, v);
        for (const [k, p] of [0, 2, 4, 1, 3, 5, 6, 7, 8].entries()) expect(g[k]).toBeCloseTo(h[p]!, 10);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('law: the curvature is the change of the gradient, where no sample is near a kink', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 40, maxLength: 40 }), (numbers) => {
        const [n, m, outputs] = [5, 2, 3];
        const features = Float64Array.from(numbers.slice(0, 10));
        const w = Float64Array.from(numbers.slice(10, 20));
        for (let i = 0; i < n; i++)
          for (let j = 0; j < m; j++)
            fc.pre(Math.abs(features[2 * i]! * w[j]! + features[2 * i + 1]! * w[m + j]!) > 1e-3);
        const labels = Float64Array.from(numbers.slice(20, 35));
        const loss = createOutputLoss({ features, labels, samples: n, neurons: m, beta: 0.1 });
        const size = m * (2 + outputs);
        const matrix = new Float64Array(size * size);
        loss.curvature(matrix, w);
        const [ahead, behind] = [new Float64Array(size), new Float64Array(size)];
        for (let p = 0; p < size; p++) {
          loss.evaluate(
            ahead,
            w.map((x, q) => x + (p === q ? 1e-5 : 0)),
          );
          loss.evaluate(
            behind,
            w.map((x, q) => x - (p === q ? 1e-5 : 0)),
          );
          for (let q = 0; q < size; q++)
            expect(matrix[p * size + q]).toBeCloseTo((ahead[q]! - behind[q]!) / 2e-5, 5);
        }
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});
