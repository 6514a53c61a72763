import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dot, norm } from '../../kernels/vector.ts';
import { createScenario, presetScenario } from '../../scenario/create-scenario.ts';
import { problem } from './problem.ts';

const reference = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/vector-output.json'), 'utf8'),
) as {
  presets: { name: string; K: number; features: number[]; labels: number[]; svdBound: number }[];
};

const of = (values: Parameters<typeof createScenario>[1]) =>
  problem.prepare(createScenario('vector-output', values).values, null);

describe('the data of presets', () => {
  it.each(reference.presets)('$name is that of NumPy', ({ name, K, features, labels, svdBound }) => {
    const { data, info } = problem.prepare(presetScenario('vector-output', name).values, null);
    expect(data.outputs).toBe(K);
    for (const [made, given] of [
      [data.features, features],
      [data.labels, labels],
    ] as const) {
      expect(made).toHaveLength(given.length);
      for (const [at, value] of made.entries()) expect(Math.abs(value - given[at]!)).toBeLessThan(3e-16);
    }
    expect(info.svdBound).toBeCloseTo(svdBound, 14);
  });
});

describe('made data', () => {
  it('words that are rotated have orthonormal rows, and a start with the same pre-activations', () => {
    const values = { features: 'words', sizes: [2, 3], neurons: 4, sseed: 7 };
    const [plain, rotated] = [of(values), of({ ...values, rotate: true, seed: 5 })];
    const { features, columns: d, samples: n } = rotated.data;
    expect([n, d]).toEqual([5, 13]);
    const row = (i: number) => features.subarray(i * d, (i + 1) * d);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) expect(dot(row(i), row(j))).toBeCloseTo(i === j ? 1 : 0, 14);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < 4; j++) {
        let z = 0;
        for (let k = 0; k < d; k++) z += row(i)[k]! * rotated.start[k * 4 + j]!;
        expect(z).toBeCloseTo(plain.start[i * 4 + j]!, 14);
      }
    expect(rotated.start.slice(d * 4)).toEqual(plain.start.slice(n * 4));
  });

  it('the labels of a teacher are those of its network, whose neurons have length 1', () => {
    const { data, info } = of({ features: 'teacher', n: 7, outputs: 3, teacher: 2, bias: true });
    const [d, K] = [3, 3];
    const teacher = info.teacher!;
    expect(teacher).toHaveLength(2 * (d + K));
    for (let i = 0; i < 7; i++)
      for (let k = 0; k < K; k++) {
        let y = 0;
        for (let j = 0; j < 2; j++) {
          const own = teacher.subarray(j * (d + K), (j + 1) * (d + K));
          expect(norm(own.subarray(0, d))).toBeCloseTo(1, 14);
          expect(norm(own.subarray(d))).toBeCloseTo(1, 14);
          y += Math.max(0, dot(own.subarray(0, d), data.features.subarray(i * d, i * d + d))) * own[d + k]!;
        }
        expect(data.labels[i * K + k]).toBeCloseTo(y, 14);
      }
    const more = of({ features: 'teacher', n: 7, outputs: 3, teacher: 3, bias: true });
    expect(more.info.teacher!.slice(0, teacher.length)).toEqual(teacher);
  });

  it('noise moves the points of classes and the labels of the others, and nothing else', () => {
    const [still, moved] = [of({ noise: 0 }), of({ noise: 0.1 })];
    expect(moved.data.labels).toEqual(still.data.labels);
    expect(moved.data.features).not.toEqual(still.data.features);
    const [curve, noisy] = [of({ features: 'curve' }), of({ features: 'curve', noise: 0.1 })];
    expect(noisy.data.features).toEqual(curve.data.features);
    expect(noisy.data.labels).not.toEqual(curve.data.labels);
  });

  it('the arms of a spiral have as many points, two at least; what was asked for is named', () => {
    const { data, notices } = of({ features: 'spiral', n: 20, classes: 3 });
    expect(data.samples).toBe(18);
    expect(notices).toMatchObject([{ code: 'clamped', key: 'n', got: '20' }]);
    expect(of({ features: 'spiral', n: 1, classes: 8 }).data.samples).toBe(16);
  });

  it('a start that does not fit is named, and drawn', () => {
    const { values } = createScenario('vector-output', { neurons: 2 });
    const instance = problem.prepare({ ...values, start: [1, 2] }, null);
    expect(instance.notices).toMatchObject([{ code: 'vector-length', expected: '10', got: '2' }]);
    expect(instance.start).toEqual(problem.prepare(values, null).start);
  });
});
