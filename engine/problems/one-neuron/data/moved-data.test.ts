import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOwnSamples } from '../../../data/own-samples.ts';
import { blends, CHECK, neuronCases } from '../../../fixtures/arbitraries.ts';
import { instanceOf, ownInstance, type Prepared } from '../../../fixtures/instances.ts';
import type { Move, SampleNow } from '../../../problem.ts';
import { findAll } from '../../../search.ts';
import { problem } from '../problem.ts';
import { sampleReadings } from './reading.ts';

function moved({ instance, values }: Prepared, move: Move): string {
  const search = sampleReadings(instance, values).moved(move);
  const { packed, notice } = findAll(search!);
  expect(notice).toBeNull();
  return packed;
}

function opened(packed: string, bias = false) {
  return readOwnSamples({ data: packed, bias, maxSamples: 1e4, maxDimension: 20 }, null).samples;
}

it('a sample that is moved stands where it was put, to the bit, and every other where it was', () => {
  fc.assert(
    fc.property(
      neuronCases('free'),
      fc.nat(),
      fc.double({ min: -9, max: 9, noNaN: true }),
      (data, at, label) => {
        const { features, labels, n, d } = data;
        const row = at % n;
        const to = Float64Array.from({ length: d }, (_, j) => label / (j + 3));
        const after = opened(moved(ownInstance(features, labels), { row, features: to, label }));
        for (let i = 0; i < n; i++) {
          const place = i === row ? to : features.subarray(i * d, i * d + d);
          // Text does not distinguish -0.
          expect(Array.from(after.features.subarray(i * d, i * d + d), (x) => x + 0)).toEqual(
            Array.from(place, (x) => x + 0),
          );
          expect(after.labels[i]! + 0).toBe((i === row ? label : labels[i]!) + 0);
        }
      },
    ),
    CHECK,
  );
});

it('where the star is moved the labels are its own, to the bit: its weights have loss 0 on both sides', () => {
  fc.assert(
    fc.property(neuronCases('free'), (data) => {
      const { features, labels, leak, w } = data;
      const plant = Float64Array.from(w);
      const packed = moved(ownInstance(features, labels, { leak }), { plant });
      const values = { ...ownInstance(features, labels, { leak }).values, data: packed, plant: [...plant] };
      const after = problem.prepare(values, null);
      expect(after.planted).toBe(true);
      const scaled = new Float64Array(plant.length);
      after.scaling.toScaled(scaled, plant);
      for (const side of [after.left, after.right]) expect(side.loss(scaled)).toBe(0);
    }),
    CHECK,
  );
});

it('samples on a line keep their column of ones, and get names', () => {
  const line = instanceOf({ features: 'line', n: 8 });
  const { features, labels } = line.instance.samples;
  const after = opened(moved(line, { row: 2, features: Float64Array.of(0.25, 1), label: 0.5 }), true);
  expect([after.names, after.labelName, after.hasOnes]).toEqual([['x'], 'y', true]);
  expect(after.features[4]).toBe(0.25);
  expect(Array.from(after.features).filter((_, i) => i !== 4)).toEqual(
    Array.from(features).filter((_, i) => i !== 4),
  );
  expect(Array.from(after.labels, (y) => y + 0)).toEqual(
    Array.from(labels, (y, i) => (i === 2 ? 0.5 : y + 0)),
  );
});

it('a row tells its pre-activation, residual and slope on both sides: the slopes of all rows make the gradients', () => {
  fc.assert(
    fc.property(neuronCases('free'), blends, (data, blend) => {
      const { features, labels, n, d, leak } = data;
      const w = Float64Array.from(data.w);
      const { instance, values } = ownInstance(features, labels, { leak, blend });
      const readings = sampleReadings(instance, values);
      const rows = Array.from({ length: n }, (_, row) => findAll(readings.row({ row, left: w, right: w })!));
      for (const side of ['left', 'right'] as const) {
        const gradient = new Float64Array(d);
        instance[side].evaluate(gradient, w);
        for (let j = 0; j < d; j++) {
          const sum = (of: (now: SampleNow) => number) =>
            rows.reduce((total, now, i) => total + of(now[side]) * features[i * d + j]!, 0) / n;
          const size = rows.reduce(
            (most, now, i) => Math.max(most, Math.abs(now[side].slope * features[i * d + j]!)),
            1,
          );
          expect(Math.abs(sum(({ slope }) => slope) - gradient[j]!)).toBeLessThanOrEqual(1e-12 * size);
        }
        for (const { [side]: now } of rows) if (now.z > 0) expect(now.slope).toBe(now.residual);
      }
      expect(readings.row({ row: n, left: w, right: w })).toBeNull();
    }),
    CHECK,
  );
});

it('infinitely many samples cannot be moved, nor can a row that is not there', () => {
  const endless = instanceOf({ n: Number.POSITIVE_INFINITY });
  const readings = sampleReadings(endless.instance, endless.values);
  expect(readings.moved({ plant: Float64Array.of(1, 2) })).toBeNull();
  const eight = instanceOf({ features: 'line', n: 8 });
  expect(
    sampleReadings(eight.instance, eight.values).moved({ row: 8, features: Float64Array.of(1, 1), label: 0 }),
  ).toBeNull();
});
