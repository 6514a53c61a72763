import { describe, expect, it } from 'vitest';
import reference from '../../fixtures/vector-output.json' with { type: 'json' };
import { createGroupFista } from './group-fista.ts';

const cases = reference.planar.filter(({ n }) => n <= 24).slice(0, 4);

describe('FISTA over sampled directions', () => {
  it.each(cases)(
    'comes near the optimum from above: $name, n = $n',
    ({ features, labels, n, beta, optimum }) => {
      const fista = createGroupFista(Float64Array.from(features), Float64Array.from(labels), {
        samples: n,
        beta,
        count: 400,
      });
      for (let k = 0; k < 1500; k++) fista.step();
      expect(fista.objective() / optimum - 1).toBeGreaterThan(-1e-12);
      expect(fista.objective() / optimum - 1).toBeLessThan(0.01);
    },
  );

  it('has the residual and the objective of its network', () => {
    const { features, labels, n, K, beta } = cases[0]!;
    const fista = createGroupFista(Float64Array.from(features), Float64Array.from(labels), {
      samples: n,
      beta,
      count: 60,
    });
    for (let k = 0; k < 37; k++) fista.step();
    let [squares, lengths] = [0, 0];
    const { directions, weights, residual } = fista;
    for (let j = 0; j < 60; j++) lengths += Math.hypot(...weights.subarray(j * K, (j + 1) * K));
    for (let i = 0; i < n; i++)
      for (let c = 0; c < K; c++) {
        let output = 0;
        for (let j = 0; j < 60; j++)
          output +=
            weights[j * K + c]! *
            Math.max(
              0,
              features[2 * i]! * directions[2 * j]! + features[2 * i + 1]! * directions[2 * j + 1]!,
            );
        squares += (labels[i * K + c]! - output) ** 2;
        expect(residual[i * K + c]).toBeCloseTo(labels[i * K + c]! - output, 12);
      }
    expect(fista.objective()).toBeCloseTo(squares / (2 * n) + beta * lengths, 12);
  });

  it('is the textbook recursion for one datum, and ends at beta length - beta^2/2', () => {
    const [y, beta] = [[1.2, 1.6] as const, 0.5];
    const fista = createGroupFista(Float64Array.of(0, 1), Float64Array.of(...y), {
      samples: 1,
      beta,
      count: 2,
    });
    // The row is active for one of two directions: L = 1, and only momentum moves nonzero weights.
    expect(fista.stepLength).toBeCloseTo(1, 12);
    for (let k = 0; k < 100; k++) fista.step();
    expect(fista.objective()).toBeCloseTo(beta * 2 - beta ** 2 / 2, 10);
    expect(Array.from(fista.weights)).toEqual([expect.closeTo(0.9, 10), expect.closeTo(1.2, 10), 0, 0]);
  });
});
