import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import reference from '../../../fixtures/vector-output.json';
import { createPlanarSurface } from '../surface/planar-surface.ts';
import { certifyOutputs } from './certificate.ts';
import { createOutputCurve } from './output-curve.ts';

const CASES = [...reference.planar, ...reference.presets];

/** ||R^T relu(A u)|| from the ReLU itself. */
function etaOf(
  features: ArrayLike<number>,
  residual: ArrayLike<number>,
  outputs: number,
  u: readonly number[],
) {
  const sum = new Float64Array(outputs);
  for (let i = 0; 2 * i < features.length; i++) {
    const z = Math.max(0, features[2 * i]! * u[0]! + features[2 * i + 1]! * u[1]!);
    for (let j = 0; j < outputs; j++) sum[j]! += z * residual[outputs * i + j]!;
  }
  return Math.hypot(...sum);
}

const circle = Array.from({ length: 720 }, (_, k) => [
  Math.cos((k * Math.PI) / 360),
  Math.sin((k * Math.PI) / 360),
]);

describe('the dual curve of several outputs', () => {
  it.each(CASES)('$name: its values and its maximum are NumPy’s', ({ n, K, features, labels, curve }) => {
    const dual = createOutputCurve(Float64Array.from(features), K);
    dual.update(Float64Array.from(labels, (y) => y / n));
    curve.eta.forEach((eta, k) => {
      expect(dual.at(curve.at[2 * k]!, curve.at[2 * k + 1]!)).toBeCloseTo(eta, 12);
    });
    expect(dual.maximum()!.eta).toBeCloseTo(curve.maximum, 12);
  });

  it.each(CASES)(
    '$name: the optimum’s residual proves the optimum',
    ({ n, K, beta, features, labels, multipliers, optimum }) => {
      const residual = Float64Array.from(multipliers, (l) => n * l);
      const rows = Float64Array.from(features);
      const dual = createOutputCurve(rows, K);
      const { lowerBound } = certifyOutputs(
        createPlanarSurface(rows, K),
        rows,
        Float64Array.from(labels),
        residual,
        beta,
      );
      dual.update(residual);
      expect(dual.maximum()!.eta / n / beta).toBeCloseTo(1, 9);
      expect(lowerBound).toBeLessThanOrEqual(optimum);
      expect(Math.abs(lowerBound - optimum) / optimum).toBeLessThan(1e-12);
    },
  );

  it('law: no direction is above the maximum, and every local maximum is one; zero, repeated and collinear rows among them', () => {
    const cell = fc.constantFrom(0, 1, -1, 0.5, -0.25, 2, 0.1);
    const row = fc.oneof(
      fc.tuple(cell, cell),
      fc.tuple(
        fc.integer({ min: -128, max: 128 }).map((k) => k / 64),
        cell,
      ),
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.infiniteStream(cell),
        (rows, outputs, cells) => {
          const features = Float64Array.from(rows.flat());
          const residual = Float64Array.from(
            { length: rows.length * outputs },
            () => cells.next().value as number,
          );
          const dual = createOutputCurve(features, outputs);
          dual.update(residual);
          const highest = dual.maximum()?.eta ?? 0;
          for (const u of circle) {
            const eta = etaOf(features, residual, outputs, u);
            expect(eta).toBeLessThanOrEqual(highest * (1 + 1e-12) + 1e-12);
            expect(dual.at(u[0]!, u[1]!)).toBeCloseTo(eta, 9);
          }
          // Below stands the rounding of a zero.
          for (const { x, y, eta } of dual.localMaxima(1e-9)) {
            expect(etaOf(features, residual, outputs, [x, y])).toBeCloseTo(eta, 9);
            for (const step of [1e-4, -1e-4])
              expect(etaOf(features, residual, outputs, [x - step * y, y + step * x])).toBeLessThanOrEqual(
                eta * Math.hypot(1, step) + 1e-9,
              );
          }
        },
      ),
      { numRuns: runsAll ? 300 : 60, seed: 17 },
    );
  });
});
