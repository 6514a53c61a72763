import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, latticeNumber, vectorOf } from '../fixtures/arbitraries.ts';
import { ownInstance } from '../fixtures/instances.ts';
import rules from '../fixtures/rules.json';
import { relativeError, runSides } from '../fixtures/runs.ts';
import { distance, multiply, norm } from '../kernels/vector.ts';
import { IDENTITY, standardise } from './scaling.ts';

const tables = fc
  .record({ n: fc.integer({ min: 1, max: 8 }), d: fc.integer({ min: 1, max: 4 }), ones: fc.boolean() })
  .chain(({ n, d, ones }) =>
    fc.record({ features: vectorOf(n * d, latticeNumber(50)), w: vectorOf(d) }).map(({ features, w }) => {
      if (ones) for (let i = 0; i < n; i++) features[i * d + d - 1] = 1;
      return { n, d, ones, features, w };
    }),
  );

describe('standardised data against NumPy', () => {
  const runs = rules.standardised.flatMap((data, at) =>
    data.runs.map((run) => ({ at, ones: data.ones, blend: run.blend, data, run })),
  );

  it.each(runs)('table $at, ones $ones, blend $blend: iterates in original units', ({ data, run }) => {
    const { instance, values } = ownInstance(data.features, data.labels, {
      bias: data.ones,
      std: true,
      start: data.start,
      blend: run.blend,
    });
    expect(Math.abs(instance.smoothness - data.smoothness)).toBeLessThanOrEqual(1e-13 * data.smoothness);
    const scaled = new Float64Array(instance.dimension);
    instance.scaling.toScaled(scaled, Float64Array.from(data.start));
    expect(relativeError(scaled, data.scaledStart)).toBeLessThanOrEqual(1e-13);

    const { left, right } = runSides(instance, values, 50);
    expect([...right.iterates[0]!]).toEqual(data.start);
    for (const side of run.blend === 0 ? [left, right] : [right]) {
      for (const [k, expected] of run.first.entries())
        expect(relativeError(side.iterates[k + 1]!, expected)).toBeLessThanOrEqual(1e-12);
      expect(relativeError(side.iterates[50]!, run.fiftieth)).toBeLessThanOrEqual(1e-9);
    }
  });
});

describe('standardising', () => {
  it('leaves activations as they are, in both directions', () => {
    fc.assert(
      fc.property(tables, ({ n, d, ones, features, w }) => {
        const { features: scaledFeatures, scaling } = standardise(features, n, d, ones);
        const [scaled, back] = [new Float64Array(d), new Float64Array(d)];
        scaling.toScaled(scaled, w);
        scaling.toOriginal(back, scaled);
        const [before, after] = [new Float64Array(n), new Float64Array(n)];
        multiply(before, features, w);
        multiply(after, scaledFeatures, scaled);
        const size = 50 * d * norm(w);
        expect(distance(before, after)).toBeLessThanOrEqual(1e-12 * size);
        expect(distance(back, w)).toBeLessThanOrEqual(1e-12 * size);
      }),
      CHECK,
    );
  });

  it('gives columns of mean 0 (beside ones) and of mean square 1', () => {
    fc.assert(
      fc.property(tables, ({ n, d, ones, features }) => {
        const { features: scaled, constant } = standardise(features, n, d, ones);
        for (let j = 0; j < d; j++) {
          const column = Array.from({ length: n }, (_, i) => scaled[i * d + j]!);
          if (ones && j === d - 1) expect(column).toEqual(Array(n).fill(1));
          else if (!constant.includes(j)) {
            expect(column.reduce((sum, value) => sum + value * value, 0) / n).toBeCloseTo(1, 9);
            if (ones) expect(column.reduce((sum, value) => sum + value, 0) / n).toBeCloseTo(0, 9);
          }
        }
      }),
      CHECK,
    );
  });

  it('leaves a constant column alone beside ones, and one of zeros without', () => {
    const beside = standardise(Float64Array.of(5, 1, 1, 5, 3, 1), 2, 3, true);
    expect(beside.constant).toEqual([0]);
    expect([...beside.features]).toEqual([5, -1, 1, 5, 1, 1]);
    const without = standardise(Float64Array.of(0, 3, 0, 4), 2, 2, false);
    expect(without.constant).toEqual([0]);
    expect(without.features[0]).toBe(0);
    expect(without.features[1]! * Math.sqrt(12.5)).toBeCloseTo(3, 14);
  });

  it.each([0.1, 1 / 3, 1e6 / 7, 1e-9])('knows a column of ten thousand times %d as constant', (value) => {
    const n = 10_000;
    const features = Float64Array.from({ length: 2 * n }, (_, at) => (at % 2 === 0 ? value : 1));
    expect(standardise(features, n, 2, true).constant).toEqual([0]);
  });

  it('names the constant column in a notice', () => {
    const { instance } = ownInstance([5, 1, 5, 2], [1, 2], { bias: true, std: true });
    expect(instance.notices.map(({ code, key }) => [code, key])).toEqual([['constant-column', 'x1']]);
  });

  it('measures distances, start and plant in original units', () => {
    const { instance, values } = ownInstance([10, 20, 60], [1, 2, 6], {
      bias: true,
      std: true,
      plant: [0.1, 0],
      start: [0.4, -4],
    });
    const { right } = runSides(instance, values, 400);
    expect(right.distances[0]).toBeCloseTo(Math.sqrt(0.3 ** 2 + 4 ** 2), 14);
    expect([...right.iterates[0]!]).toEqual([0.4, -4]);
    expect(right.status).toBe('reached');
    expect(right.distances[400]).toBeCloseTo(distance(right.iterates[400]!, Float64Array.of(0.1, 0)), 14);
  });

  it('the identity copies', () => {
    const [scaled, original] = [new Float64Array(2), new Float64Array(2)];
    IDENTITY.toScaled(scaled, Float64Array.of(1, 2));
    IDENTITY.toOriginal(original, scaled);
    expect([...original]).toEqual([1, 2]);
    expect(IDENTITY.identity).toBe(true);
  });
});
