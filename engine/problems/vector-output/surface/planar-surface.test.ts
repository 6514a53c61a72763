import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/vector-output.json';
import { certifyOutputs } from '../program/certificate.ts';
import { createOutputCurve } from '../program/output-curve.ts';
import { createPlanarSurface } from './planar-surface.ts';

describe('the dual curve as a surface', () => {
  it.each(reference.presets)('$name: its largest touches first, not more than asked for', (preset) => {
    const { n, K, features, labels } = preset;
    const surface = createPlanarSurface(Float64Array.from(features), K);
    const curve = createOutputCurve(Float64Array.from(features), K);
    for (const each of [surface, curve]) each.update(Float64Array.from(labels, (y) => y / n));
    const touches = surface.localMaxima(0, 100);
    const heights = curve.localMaxima(0).map(({ eta }) => eta);
    expect(touches.map(({ eta }) => eta)).toEqual(heights.sort((a, b) => b - a));
    expect(surface.maximum()).toBe(touches[0]!.eta);
    expect(surface.localMaxima(0, 2)).toEqual(touches.slice(0, 2));
    expect(surface.localMaxima(touches[0]!.eta, 2)).toEqual([]);
  });

  it('proves nothing where a surface is not exact', () => {
    const { K, features, labels, beta } = reference.presets[0]!;
    const rows = Float64Array.from(features);
    const numbers = Float64Array.from(labels);
    const sampled = { ...createPlanarSurface(rows, K), isExact: false };
    expect(certifyOutputs(sampled, rows, numbers, numbers, beta).lowerBound).toBeNaN();
  });

  it('law: a face knows its active rows exactly; zero, repeated, opposite and collinear rows among them', () => {
    const cell = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 9 }),
        fc.array(cell, { minLength: 18, maxLength: 18 }),
        (rows, numbers) => {
          const surface = createPlanarSurface(Float64Array.from(rows.flat()), 2);
          surface.update(Float64Array.from(numbers.slice(0, 2 * rows.length)));
          for (const { direction, face } of surface.localMaxima(1e-9, 100)) {
            const [x, y] = direction;
            expect(Math.hypot(x!, y!)).toBeCloseTo(1, 14);
            const heights = rows.map(([a, b]) => a * x! + b * y!);
            // Rows of small integers that do not vanish are far from zero, or else the touch is as near to a ray as curves tell apart.
            const level = face.dimension === 1 ? 1e-12 : 0;
            expect([...face.active]).toEqual(heights.map((z) => (z > level ? 1 : 0)));
            if (face.dimension === 1) expect([...face.basis]).toEqual([x, y]);
            else expect([...face.basis]).toEqual([1, 0, 0, 1]);
          }
        },
      ),
      { numRuns: 500, seed: 17 },
    );
  });
});
