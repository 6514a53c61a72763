import { describe, expect, it } from 'vitest';
import { packText } from '../../../data/pack.ts';
import { readTable } from '../../../data/read-table.ts';
import { instanceOf, linkInstance, ownInstance } from '../../../fixtures/instances.ts';
import rules from '../../../fixtures/rules.json';
import { relativeError } from '../../../fixtures/runs.ts';
import { norm } from '../../../kernels/vector.ts';
import { MAX_SAMPLES } from '../../../limits.ts';
import { defaultValues, type Values } from '../../../params.ts';
import { MAX_DIMENSION, ONE_NEURON } from '../card.ts';
import { problem as oneNeuron } from '../problem.ts';

const ofText = (text: string, given: Values = {}) =>
  oneNeuron.prepare(
    { ...defaultValues(ONE_NEURON.params), features: 'csv', ...given },
    { table: readTable(text, MAX_SAMPLES) },
  );
const codes = ({ notices }: ReturnType<typeof ofText>) => notices.map(({ code, key }) => `${code} ${key}`);

describe('what a link draws, against NumPy', () => {
  it.each(rules.generated)('$link', ({ link, d, features, labels, plant, start }) => {
    const { instance } = linkInstance(link);
    expect(instance.dimension).toBe(d);
    // The logarithm may differ in its last bit, and so may sums and cancellations.
    expect(relativeError(instance.samples.features, features)).toBeLessThanOrEqual(1e-15);
    expect(relativeError(instance.samples.labels, labels)).toBeLessThanOrEqual(1e-14);
    expect(relativeError(instance.plant!, plant)).toBeLessThanOrEqual(1e-15);
    expect(relativeError(instance.start, start)).toBeLessThanOrEqual(1e-15);
  });

  it('has every recipe among the references', () => {
    const covered = new Set(rules.generated.map(({ link }) => /features=(\w+)/.exec(link)?.[1] ?? 'gauss'));
    expect(ONE_NEURON.params.features.options.filter((option) => !covered.has(option))).toEqual(['csv']);
  });
});

describe('planted data', () => {
  it('keeps its features when noise, its place, the plant or the start change', () => {
    const features = (given: Values) =>
      instanceOf({ features: 'gauss', n: 9, d: 3, ...given }).instance.samples.features;
    const plain = features({});
    for (const given of [
      { noise: 1 },
      { noise: 1, noisein: true },
      { pseed: 5 },
      { sseed: 5 },
      { leak: 0.5 },
    ])
      expect(features(given)).toEqual(plain);
    expect(features({ seed: 2 })).not.toEqual(plain);
  });

  it('draws plants of length 1, rows of length 1 on the circle and no negative ones in the positive orthant', () => {
    for (const d of [1, 2, 50])
      expect(norm(instanceOf({ features: 'gauss', d }).instance.plant!)).toBeCloseTo(1, 14);
    const circle = instanceOf({ features: 'circle', n: 20, d: 3 }).instance.samples.features;
    for (let i = 0; i < 20; i++) expect(norm(circle.subarray(3 * i, 3 * i + 3))).toBeCloseTo(1, 14);
    expect(
      instanceOf({ features: 'positive', n: 50, d: 4 }).instance.samples.features.every(
        (value) => value >= 0,
      ),
    ).toBe(true);
  });

  it('is planted without noise alone', () => {
    expect(instanceOf({ features: 'line' }).instance.planted).toBe(true);
    expect(instanceOf({ noise: 1e-9 }).instance.planted).toBe(false);
  });

  it('noise outside may give labels below zero, noise inside does not', () => {
    const lowest = (noisein: boolean) =>
      Math.min(...instanceOf({ features: 'gauss', n: 60, noise: 1, noisein }).instance.samples.labels);
    expect(lowest(false)).toBeLessThan(0);
    expect(lowest(true)).toBeCloseTo(0, 300);
  });

  it('an even line has both ends, a single point its middle', () => {
    const xs = (given: Values) =>
      instanceOf({ features: 'line', xmin: -0.3, xmax: 0.7, ...given }).instance.samples.features.filter(
        (_, at) => at % 2 === 0,
      );
    expect([xs({ n: 11 })[0], xs({ n: 11 })[10]]).toEqual([-0.3, 0.7]);
    expect([...xs({ n: 1 })]).toEqual([(-0.3 + 0.7) / 2]);
    expect(instanceOf({ features: 'line' }).instance.samples.hasOnes).toBe(true);
  });

  it('takes a vector before its seed, and says so where the length does not fit', () => {
    const { instance } = instanceOf({ plant: [1, 2, 3], start: [4] });
    expect(instance.notices).toEqual([
      { code: 'vector-length', key: 'plant', expected: '2', got: '3' },
      { code: 'vector-length', key: 'start', expected: '2', got: '1' },
    ]);
    const drawn = instanceOf({}).instance;
    expect([instance.plant, instance.start]).toEqual([drawn.plant, drawn.start]);
  });
});

describe('own data', () => {
  it('takes the column named y as the label, else the last', () => {
    const named = ofText('y,a,b\n1,2,3\n4,5,6\n').samples;
    expect([[...named.labels], [...named.features], named.names, named.labelName]).toEqual([
      [1, 4],
      [2, 3, 5, 6],
      ['a', 'b'],
      'y',
    ]);
    const last = ofText('a,b,c\n1,2,3\n4,5,6\n').samples;
    expect([[...last.labels], last.names, last.labelName]).toEqual([[3, 6], ['a', 'b'], 'c']);
  });

  it('appends the ones last, and d counts them', () => {
    const { samples, dimension } = ofText('a,y\n2,1\n5,4\n', { bias: true });
    expect([[...samples.features], dimension, samples.hasOnes, samples.names]).toEqual([
      [2, 1, 5, 1],
      2,
      true,
      ['a'],
    ]);
    expect(ofText('a,y\n2,1\n').samples.hasOnes).toBe(false);
  });

  it('names a repeated label column, and takes the first', () => {
    const instance = ofText('y,a,y\n1,2,3\n');
    expect(codes(instance)).toEqual(['repeated-column y']);
    expect([...instance.samples.labels]).toEqual([1]);
  });

  it('reports refused rows and notices of the table', () => {
    const instance = ofText('1,2\n3,4\nx,5\n');
    expect(instance.refused).toEqual([{ line: 3, reason: { say: 'bad-cell', cell: 'x', column: '1' } }]);
    expect(codes(instance)).toEqual(['header-is-numeric ']);
  });

  it('has no plant unless one is given, and is planted where the labels are its own to the bit', () => {
    expect(ofText('a,y\n1,2\n')).toMatchObject({ plant: null, planted: false });
    expect(ofText('a,y\n1,2\n-1,0\n', { plant: [2] }).planted).toBe(true);
    expect(ofText('a,y\n1,2\n-1,-0.5\n', { plant: [2], leak: 0.25 }).planted).toBe(true);
    expect(ofText('a,y\n1,2\n-1,0.1\n', { plant: [2] }).planted).toBe(false);
    const wrong = ofText('a,y\n1,2\n', { plant: [2, 3] });
    expect([wrong.plant, codes(wrong)]).toEqual([null, ['vector-length plant']]);
  });

  it('comes by name, packed in the link, or as text, which goes first', () => {
    const trap = instanceOf({ features: 'csv', data: 'trap', plant: [1, 1] }).instance;
    expect([[...trap.samples.features], trap.planted]).toEqual([[1, 2, 2, 1, -2, 1, 1, -2], true]);
    const packed = instanceOf({ features: 'csv', data: packText('a,y\n1,2\n') }).instance;
    expect([...packed.samples.labels]).toEqual([2]);
    expect([...ofText('a,y\n7,8\n', { data: 'trap' }).samples.labels]).toEqual([8]);
  });

  it.each([
    ['', 'features=csv needs data, but there is none.'],
    ['nothing', 'Unknown data set "nothing": expected stopping-distance, trap, five-points or packed data.'],
    [
      'constructor',
      'Unknown data set "constructor": expected stopping-distance, trap, five-points or packed data.',
    ],
    ['z.AAAA', 'The data in the link cannot be read: it was truncated or changed.'],
  ])('data "%s" in a link cannot be met', (data, message) => {
    expect(() => instanceOf({ features: 'csv', data })).toThrow(message);
  });

  it('needs a feature beside the label and at most fifty weights', () => {
    expect(() => ofText('y\n1\n')).toThrow(
      'The data has no feature: expected at least one column besides the label "y".',
    );
    const wide = (d: number, bias: boolean) => ownInstance(new Float64Array(d).fill(1), [1], { bias });
    expect(wide(MAX_DIMENSION, false).instance.dimension).toBe(MAX_DIMENSION);
    expect(() => wide(MAX_DIMENSION, true)).toThrow(
      `The data gives ${MAX_DIMENSION + 1} weights; at most ${MAX_DIMENSION} can be trained.`,
    );
  });
});
