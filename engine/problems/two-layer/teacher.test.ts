import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/network.json';
import { relativeError } from '../../fixtures/runs.ts';
import { norm } from '../../kernels/vector.ts';
import { createNetworkLoss } from './network/loss.ts';
import { drawStudent, makeTeacherData, type StudentRecipe, type TeacherRecipe } from './teacher.ts';

const dataOf = (given: Partial<TeacherRecipe> = {}) =>
  makeTeacherData({
    features: 'gauss',
    n: 6,
    columns: 2,
    xmin: -2,
    xmax: 2,
    spacing: 'uniform',
    neurons: 3,
    negative: 2,
    noise: 0,
    seed: 3,
    pseed: 5,
    ...given,
  });
const studentOf = (given: Partial<StudentRecipe> = {}) =>
  drawStudent({
    neurons: 4,
    columns: 3,
    start: 'gauss',
    scale: 0.1,
    outputs: 'drawn',
    sseed: 7,
    ...given,
  });

describe('what is drawn, against NumPy', () => {
  it.each([
    ['plane', { noise: 0.1 }],
    ['line', { features: 'line' }],
  ] as const)('%s', (name, given) => {
    const data = dataOf(given);
    const expected = fixture.drawn[name];
    expect(relativeError(data.features, expected.features)).toBeLessThanOrEqual(1e-15);
    expect(relativeError(data.teacher, expected.teacher)).toBeLessThanOrEqual(1e-15);
    expect(relativeError(data.labels, expected.labels)).toBeLessThanOrEqual(1e-14);
  });

  it.each(['gauss', 'circle'] as const)('a student, %s', (start) => {
    expect(relativeError(studentOf({ start }), fixture.drawn.students[start])).toBeLessThanOrEqual(1e-15);
  });
});

describe('teachers', () => {
  it('give labels that they meet exactly, unless there is noise', () => {
    for (const features of ['gauss', 'circle', 'line'] as const)
      for (const [neurons, negative] of [
        [1, 0],
        [1, 1],
        [5, 2],
        [8, 8],
      ] as const) {
        const data = dataOf({ features, neurons, negative, n: 40 });
        const lossFor = (labels: Float64Array) =>
          createNetworkLoss({ ...data, labels, neurons, beta: 0, trainOutput: true }).loss(data.teacher);
        expect([data.planted, lossFor(data.labels)]).toEqual([true, 0]);
        const noisy = dataOf({ features, neurons, negative, n: 40, noise: 0.3 });
        expect(noisy.planted).toBe(false);
        expect(lossFor(noisy.labels)).toBeGreaterThan(0.01);
        expect([noisy.features, noisy.teacher]).toEqual([data.features, data.teacher]);
      }
  });

  it('have neurons of length 1, the last ones negative, the first ones whatever follows', () => {
    const { teacher } = dataOf({ neurons: 8, negative: 3 });
    for (let j = 0; j < 8; j++) expect(norm(teacher.subarray(2 * j, 2 * j + 2))).toBeCloseTo(1, 14);
    expect([...teacher.subarray(16)]).toEqual([1, 1, 1, 1, 1, -1, -1, -1]);
    expect(dataOf().teacher.subarray(0, 6)).toEqual(teacher.subarray(0, 6));
    expect(dataOf({ pseed: 6 }).teacher).not.toEqual(dataOf().teacher);
  });

  it('have features of their own: the circle, a line of ones with both ends', () => {
    const circle = dataOf({ features: 'circle' }).features;
    for (let i = 0; i < 6; i++) expect(norm(circle.subarray(2 * i, 2 * i + 2))).toBeCloseTo(1, 14);
    const even = { features: 'line', spacing: 'even', xmin: -0.3, xmax: 0.7 } as const;
    expect([...dataOf({ ...even, n: 3 }).features]).toEqual([-0.3, 1, 0.2, 1, 0.7, 1]);
    // 13 equal parts of this line, added up, miss its end by one bit.
    expect(dataOf({ ...even, xmin: 0.1, xmax: 2, n: 14 }).features[26]).toBe(2);
    expect([...dataOf({ ...even, n: 1 }).features]).toEqual([0.2, 1].map((x) => expect.closeTo(x, 15)));
    expect(dataOf({ seed: 4 }).features).not.toEqual(dataOf().features);
  });

  it.each([
    [{ neurons: 0 }, 'expected a teacher of 1 to 8 neurons; got 0'],
    [{ neurons: 9 }, 'expected a teacher of 1 to 8 neurons; got 9'],
    [{ negative: 4 }, 'expected 0 to 3 negative neurons; got 4'],
    [{ negative: 0.5 }, 'expected 0 to 3 negative neurons; got 0.5'],
  ])('refuse %j', (given, message) => {
    expect(() => dataOf(given)).toThrow(message);
  });
});

describe('students', () => {
  it('start neuron by neuron: more of them leave the first where they are', () => {
    const few = studentOf({ neurons: 4 });
    const many = studentOf({ neurons: 500 });
    expect(many).toHaveLength(2000);
    expect(many.subarray(0, 12)).toEqual(few.subarray(0, 12));
    expect(many.subarray(1500, 1504)).toEqual(few.subarray(12));
    expect(studentOf({ sseed: 8 })).not.toEqual(few);
  });

  it('have the scale asked for', () => {
    const root = (list: Float64Array) => norm(list) / Math.sqrt(list.length);
    expect(root(studentOf({ neurons: 500, scale: 2 }))).toBeCloseTo(2, 1);
    const circle = studentOf({ start: 'circle', scale: 0.5 });
    for (let j = 0; j < 4; j++) {
      expect(norm(circle.subarray(3 * j, 3 * j + 3))).toBeCloseTo(0.5, 14);
      expect(Math.abs(circle[12 + j]!)).toBe(0.5);
    }
  });

  it('keep their neurons when the outputs are ones or signs', () => {
    const drawn = studentOf();
    const signs = [...drawn.subarray(12)].map(Math.sign);
    for (const [outputs, expected] of [
      ['ones', [1, 1, 1, 1]],
      ['signs', signs],
    ] as const) {
      const student = studentOf({ outputs });
      expect(student.subarray(0, 12)).toEqual(drawn.subarray(0, 12));
      expect([...student.subarray(12)]).toEqual(expected);
    }
    expect(new Set(studentOf({ neurons: 50, outputs: 'signs' }).subarray(150))).toEqual(new Set([1, -1]));
  });
});
