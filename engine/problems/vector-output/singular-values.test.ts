import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../fixtures/vector-output.json';
import { closedFormBound, singularValues } from './singular-values.ts';

const CASES = [...reference.planar, ...reference.presets, ...reference.sphere];

describe('singular values', () => {
  it.each(CASES)('$name: of the labels they are NumPy’s, and so is the bound in closed form', (one) => {
    const { n, K, beta, features, labels, singularValuesOfLabels, svdBound, optimum } = one;
    const rows = Float64Array.from(labels);
    for (const [k, value] of singularValues(rows, K).entries())
      expect(value).toBeCloseTo(singularValuesOfLabels[k]!, 12);
    const bound = closedFormBound(Float64Array.from(features), rows, n, beta);
    expect(Math.abs(bound / svdBound - 1)).toBeLessThan(1e-12);
    expect(bound).toBeLessThan(optimum);
  });

  it('law: their squares sum to the matrix’s, their product is the determinant, and a turned matrix has the same', () => {
    const number = fc.integer({ min: -1000, max: 1000 }).map((k) => k / 500);
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 50 }),
        (cells, k) => {
          const [a, b, c, d] = cells as [number, number, number, number];
          const values = singularValues(Float64Array.from(cells), 2);
          expect(values[0]! ** 2 + values[1]! ** 2).toBeCloseTo(a * a + b * b + c * c + d * d, 10);
          expect(values[0]! * values[1]!).toBeCloseTo(Math.abs(a * d - b * c), 10);
          expect(values[0]).toBeGreaterThanOrEqual(values[1]!);
          const [cos, sin] = [Math.cos(k), Math.sin(k)];
          const turned = [cos * a - sin * c, cos * b - sin * d, sin * a + cos * c, sin * b + cos * d];
          for (const [j, value] of singularValues(Float64Array.from(turned), 2).entries())
            expect(value).toBeCloseTo(values[j]!, 10);
        },
      ),
      { numRuns: 300, seed: 8 },
    );
    expect([...singularValues(new Float64Array(6), 3)]).toEqual([0, 0, 0]);
    expect(singularValues(Float64Array.of(Number.NaN, 1), 2)[0]).toBeNaN();
  });
});
