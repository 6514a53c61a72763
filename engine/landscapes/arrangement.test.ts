import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import type { Landscape } from '../contract.ts';
import { CHECK, latticeNumber } from '../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../kernels/random.ts';
import { createNeuronLoss, type NeuronLossInput } from '../problems/one-neuron/loss.ts';
import { createPlanarLoss } from '../problems/one-neuron/sector-loss.ts';
import { type Arrangement, createArrangement, SUMS } from './arrangement.ts';
import { onSectors } from './on-sectors.ts';

function sumActive(features: Float64Array, labels: Float64Array, x: number, y: number): number[] {
  const sums = [0, 0, 0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    const [a1, a2] = [features[2 * i]!, features[2 * i + 1]!];
    if (!(a1 * x + a2 * y > 0)) continue;
    [a1 * a1, a1 * a2, a2 * a2, labels[i]! * a1, labels[i]! * a2].forEach((term, j) => {
      sums[j] = sums[j]! + term;
    });
  }
  return sums;
}

/** The arrangement's sums at a point, without those of its ray. */
function sumsAt(arrangement: Arrangement, x: number, y: number): number[] {
  const sector = arrangement.locate(x, y);
  const entering = new Float64Array(SUMS);
  if (arrangement.isOnRay(sector, x, y)) arrangement.sumEntering(entering, sector);
  return Array.from({ length: SUMS }, (_, j) => arrangement.sums[SUMS * sector + j]! - entering[j]!);
}

/** Small integers: rows repeat and are parallel, opposite or zero, points lie on rays, and every sum is exact. */
const exact = fc.integer({ min: -3, max: 3 });
const row = fc.tuple(exact, exact, exact);

function featuresOf(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from({ length: 2 * rows.length }, (_, j) => rows[j >> 1]![j % 2]!);
}

const SAMPLES = runsAll ? 1_000_000 : 200_000;

describe('the arrangement', () => {
  it('gives the active sums of every direction exactly, degenerate rows and rays included', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), exact, exact, (rows, x, y) => {
        fc.pre(x !== 0 || y !== 0);
        const features = featuresOf(rows);
        const labels = Float64Array.from(rows.map(([, , label]) => label));
        const arrangement = createArrangement(features, labels);
        expect(sumsAt(arrangement, x, y)).toEqual(sumActive(features, labels, x, y).map((sum) => sum + 0));
        if (arrangement.isOnRay(arrangement.locate(x, y), x, y)) return;
        const active = rows.filter(([a1, a2]) => a1! * x + a2! * y > 0);
        const lines = new Set(active.map(([a1, a2]) => (a1 === 0 ? Number.POSITIVE_INFINITY : a2! / a1!)));
        expect(arrangement.ranks[arrangement.locate(x, y)]).toBe(Math.min(2, lines.size));
      }),
      { ...CHECK, numRuns: runsAll ? 2000 : 600 },
    );
  });

  it('has two rays a distinct line, opposite to each other and in order of their angle', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const lines = new Set(
          rows
            .filter(([a1, a2]) => a1 !== 0 || a2 !== 0)
            .map(([a1, a2]) => (a1 === 0 ? Number.POSITIVE_INFINITY : a2 / a1)),
        );
        const features = featuresOf(rows);
        const { rays, directions } = createArrangement(features, new Float64Array(rows.length));
        expect(rays).toBe(2 * lines.size);
        const angles = Array.from({ length: rays }, (_, k) => {
          const angle = Math.atan2(directions[2 * k + 1]!, directions[2 * k]!);
          return angle < 0 ? angle + 2 * Math.PI : angle;
        });
        for (let k = 1; k < rays; k++) expect(angles[k]!).toBeGreaterThan(angles[k - 1]!);
        for (let k = 0; 2 * k < rays; k++)
          for (let j = 0; j < 2; j++) expect(directions[rays + 2 * k + j]! + directions[2 * k + j]!).toBe(0);
      }),
      CHECK,
    );
  });

  it('of zero rows alone has no ray and empty sums', () => {
    const { rays, sums, locate } = createArrangement(new Float64Array(6), Float64Array.of(1, 2, 3));
    expect(rays).toBe(0);
    expect(Array.from(sums)).toEqual([0, 0, 0, 0, 0]);
    expect(locate(1, 2)).toBe(0);
  });
});

function sectorLoss(input: NeuronLossInput, plant: Float64Array | null = null): Landscape {
  const arrangement = createArrangement(input.features, input.labels);
  return onSectors(createNeuronLoss(input), createPlanarLoss(input, arrangement, plant));
}

describe('the loss from the sectors', () => {
  const point = Float64Array.of(0, 0);
  const gradient = new Float64Array(2);
  const reference = new Float64Array(2);

  /** Largest deviation of loss and gradient from the direct sum, relative to ||y||^2/(2n). */
  function deviation(n: number, leak: number, blend: number, points: number): number {
    const random = createRandom(n, 7);
    const features = new Float64Array(2 * n);
    const labels = new Float64Array(n);
    fillNormal(features, random);
    fillNormal(labels, random);
    const input = { features, labels, dimension: 2, leak, blend };
    const direct = createNeuronLoss(input);
    const sectors = sectorLoss(input);
    let scale = 0;
    for (const y of labels) scale += (y * y) / (2 * n);
    let worst = 0;
    for (let k = 0; k < points; k++) {
      fillNormal(point, random);
      worst = Math.max(worst, Math.abs(sectors.loss(point) - direct.loss(point)));
      expect(sectors.evaluate(gradient, point)).toBe(sectors.loss(point));
      direct.evaluate(reference, point);
      for (let j = 0; j < 2; j++) worst = Math.max(worst, Math.abs(gradient[j]! - reference[j]!));
    }
    return worst / scale;
  }

  it.each([
    [1, 0, 0],
    [2, 0, 1],
    [40, 0, 0.25],
    [300, 0.1, 0],
    [300, 0.1, 1],
    [300, 0.5, 0.5],
    [3000, 0, 1],
  ])('agrees with the direct sum at n = %d, leak %d, blend %d', (n, leak, blend) => {
    expect(deviation(n, leak, blend, 50)).toBeLessThan(1e-12);
  });

  it(`agrees with the direct sum at ${SAMPLES} samples`, () => {
    expect(deviation(SAMPLES, 0, 0, runsAll ? 3 : 1)).toBeLessThan(1e-10);
  });

  it('keeps its relative accuracy down to the plant where the labels are its own', () => {
    const random = createRandom(5, 7);
    for (const [n, leak, blend] of [
      [8, 0, 0],
      [8, 0, 1],
      [200, 0.1, 0],
      [200, 0.1, 1],
      [200, 0.3, 0.5],
      [3000, 0, 1],
    ] as const) {
      const features = new Float64Array(2 * n);
      fillNormal(features, random);
      const plant = Float64Array.of(0.8, -0.5);
      const labels = Float64Array.from({ length: n }, (_, i) => {
        const z = features[2 * i]! * plant[0]! + features[2 * i + 1]! * plant[1]!;
        return z > 0 ? z : leak * z;
      });
      const input = { features, labels, dimension: 2, leak, blend };
      const direct = createNeuronLoss(input);
      const sectors = sectorLoss(input, plant);
      for (let exponent = -10; exponent < 2; exponent++)
        for (let k = 0; k < 20; k++) {
          fillNormal(point, random);
          for (let j = 0; j < 2; j++) point[j] = plant[j]! + 10 ** exponent * point[j]!;
          const loss = direct.evaluate(reference, point);
          expect(Math.abs(sectors.evaluate(gradient, point) / loss - 1)).toBeLessThan(
            1e-12 + 1e-14 * 10 ** -exponent,
          );
          for (let j = 0; j < 2; j++)
            expect(Math.abs(gradient[j]! - reference[j]!)).toBeLessThan(1e-14 + 1e-11 * Math.sqrt(loss));
        }
      expect(sectors.loss(plant)).toBe(0);
    }
  });

  it('takes a sample on its kink as off, and every sample at the origin', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), exact, exact, (rows, x, y) => {
        const features = featuresOf(rows);
        const labels = Float64Array.from(rows.map(([, , label]) => label));
        for (const [leak, blend] of [
          [0, 0],
          [0, 1],
          [0.25, 0.5],
        ] as const) {
          const input = { features, labels, dimension: 2, leak, blend };
          const sectors = sectorLoss(input);
          point.set([x, y]);
          expect(sectors.evaluate(gradient, point)).toBeCloseTo(
            createNeuronLoss(input).evaluate(reference, point),
            12,
          );
          for (let j = 0; j < 2; j++) expect(gradient[j]).toBeCloseTo(reference[j]!, 12);
        }
      }),
      CHECK,
    );
  });

  it('gives non-finite losses at non-finite points and throws nowhere', () => {
    const features = Float64Array.of(1, 2, -1, 0.5);
    const labels = Float64Array.of(1, 2);
    const input = { features, labels, dimension: 2, leak: 0, blend: 0 };
    const sectors = sectorLoss(input);
    for (const w of [
      [Number.NaN, 1],
      [Number.POSITIVE_INFINITY, 1],
      [0, Number.NEGATIVE_INFINITY],
    ]) {
      point.set(w);
      expect(Number.isFinite(sectors.loss(point))).toBe(false);
    }
  });

  it('stays right for rows that differ by parts in 2^52', () => {
    fc.assert(
      fc.property(fc.array(latticeNumber(8), { minLength: 4, maxLength: 8 }), (numbers) => {
        const rows = numbers.flatMap((x, i) => [
          [x, 1],
          [x * (1 + i * 2 ** -52), 1],
        ]);
        const features = Float64Array.from(rows.flat());
        const labels = Float64Array.from(rows, (_, i) => i - 3);
        const arrangement = createArrangement(features, labels);
        for (const [x, y] of [
          [1, 0.3],
          [-0.7, 2],
          [0.1, -1],
        ] as const) {
          const sums = sumsAt(arrangement, x, y);
          sumActive(features, labels, x, y).forEach((sum, j) => {
            expect(sums[j]).toBeCloseTo(sum, 9);
          });
        }
      }),
      CHECK,
    );
  });
});
