import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/denoiser-images.json' with { type: 'json' };
import { imageAt, source, WEIGHTS } from '../../../fixtures/image-cases.ts';
import { distance } from '../../../kernels/vector.ts';
import json from './denoiser-weights.json' with { type: 'json' };
import { drawMask } from './mask.ts';
import { createRidge } from './ridge.ts';
import { certify, contractionRate, readWeights, type Weights } from './weights.ts';

type Json = { net: unknown[]; ridge: { W: unknown; S: unknown } };
const copy = () => structuredClone(json) as unknown as Json;

const changed = (ridge: Partial<Weights['ridge']>): Weights => ({
  ...WEIGHTS,
  ridge: { ...WEIGHTS.ridge, ...ridge },
});
const filtersTimes = (factor: number) =>
  changed({ filters: WEIGHTS.ridge.filters.map((value) => factor * value) });
const slopesWith = (at: number, value: number) => {
  const slopes = WEIGHTS.ridge.slopes.slice();
  slopes[at] = value;
  return changed({ slopes });
};
const lawsOf = (weights: Weights) => certify(weights).broken.map(({ law }) => law);

describe('the weights that come with the page', () => {
  const { certificate } = reference.image;
  const found = certify(WEIGHTS);

  it('are certified with the gains and slopes of the reference', () => {
    expect(found.broken).toEqual([]);
    expect(found.largestGain).toBeCloseTo(certificate.largestGain, 13);
    expect(found.smallestGain).toBeCloseTo(certificate.smallestGain, 13);
    expect(found.gains[0]).toBeCloseTo(certificate.gainAtZero, 13);
    expect(found.slopes).toEqual(certificate.slopes);
    // As on the page.
    expect(found.largestGain.toFixed(6)).toBe('0.999985');
    expect(found.smallestGain.toFixed(3)).toBe('0.503');
  });

  it('have gains that a direct sum over the taps has too', () => {
    const { filters } = WEIGHTS.ridge;
    for (const k of [0, 1, 33, 512, 16 * 33, 700, 1023]) {
      let gain = 0;
      for (let j = 0; j < 16; j++) {
        let [re, im] = [0, 0];
        for (let tap = 0; tap < 25; tap++) {
          const angle = (2 * Math.PI * ((k >> 5) * Math.floor(tap / 5) + (k & 31) * (tap % 5))) / 32;
          re += filters[25 * j + tap]! * Math.cos(angle);
          im += filters[25 * j + tap]! * Math.sin(angle);
        }
        gain += re * re + im * im;
      }
      expect(found.gains[k]).toBeCloseTo(gain, 13);
    }
  });

  it('bound what W does to an image: power iteration comes from below', () => {
    // D is I - W'W.
    const steep = createRidge(changed({ slopes: new Float64Array(384).fill(1) }));
    const random = source(8);
    let u = Float64Array.from({ length: 1024 }, () => random.normal());
    let gain = 0;
    for (let k = 0; k < 150; k++) {
      const rest = new Float64Array(1024);
      steep.apply(rest, u);
      const image = u.map((value, i) => value - rest[i]!);
      const size = distance(image, new Float64Array(1024));
      gain = size / distance(u, new Float64Array(1024));
      u = image.map((value) => value / size);
    }
    expect(gain).toBeLessThan(found.largestGain);
    expect(gain).toBeGreaterThan(0.998);
  });

  it.each(reference.image.cases)('have the rate of the reference: $name', ({ seed, share, c, rate }) => {
    expect(contractionRate(found, drawMask(seed, share), c)).toBeCloseTo(rate, 14);
  });
});

describe('weights that break a law run, and are not certified', () => {
  const mask = drawMask(1, 0.15);

  it.each([
    ['filters a little longer', filtersTimes(1.0001), ['gain']],
    ['filters doubled', filtersTimes(2), ['gain']],
    ['filters beyond all numbers', filtersTimes(1e200), ['gain']],
    ['a slope above 1', slopesWith(200, 1.0001), ['most-slope']],
    ['a slope below 0', slopesWith(0, -1e-9), ['least-slope']],
    ['the last slope below 0', slopesWith(383, -0.2), ['least-slope']],
    [
      'slopes on both sides and long filters',
      changed({
        filters: filtersTimes(1.01).ridge.filters,
        slopes: slopesWith(5, -1).ridge.slopes.map((value, i) => (i === 7 ? 3 : value)),
      }),
      ['gain', 'least-slope', 'most-slope'],
    ],
  ])('%s', (_, weights, laws) => {
    expect(lawsOf(weights)).toEqual(laws);
    expect(contractionRate(certify(weights), mask, 1)).toBeNull();
    const { info, sides, notices } = imageAt({}, {}, weights);
    expect(info.isFirm).toBe(false);
    expect(info.rate).toBeNull();
    expect(info.comesToRest).toBe(false);
    expect(notices.map(({ code, key }) => `${code} ${key}`)).toEqual(laws.map(() => 'unproved ridge'));
    const run = sides.right.iterate();
    for (let k = 0; k < 3; k++) run.step();
    expect(run.record().radius).toBeNaN();
    expect(imageAt({ right: 'handmade' }, {}, weights).info.isFirm).toBe(true);
  });

  it('the found number and its bound are named', () => {
    const { broken } = certify(slopesWith(200, 1.25));
    expect(broken).toEqual([{ law: 'most-slope', found: 1.25, bound: 1 }]);
    const [gain] = certify(filtersTimes(2)).broken;
    expect(gain!.found).toBeCloseTo(4 * certify(WEIGHTS).largestGain, 12);
    expect(gain!.bound).toBe(1);
  });
});

describe('weights that are others and keep the laws are certified for what they are', () => {
  it('filters halved: a quarter of the gain, and a slower rate', () => {
    const halved = certify(filtersTimes(0.5));
    expect(halved.broken).toEqual([]);
    expect(halved.largestGain).toBeCloseTo(certify(WEIGHTS).largestGain / 4, 14);
    const mask = drawMask(1, 0.15);
    expect(contractionRate(halved, mask, 1)!).toBeGreaterThan(contractionRate(certify(WEIGHTS), mask, 1)!);
  });

  it('filters in another order, without their slopes', () => {
    const { filters } = WEIGHTS.ridge;
    const turned = Float64Array.from([...filters.subarray(25), ...filters.subarray(0, 25)]);
    const found = certify(changed({ filters: turned }));
    expect(found.broken).toEqual([]);
    expect(found.largestGain).toBeCloseTo(certify(WEIGHTS).largestGain, 14);
  });

  it('filters of exactly the largest gain, 1', () => {
    const filters = new Float64Array(400);
    filters[12] = 1;
    expect(certify(changed({ filters })).broken).toEqual([]);
    expect(certify(changed({ filters })).largestGain).toBe(1);
  });

  it('slopes down to 0 and up to 1: firmly nonexpansive, without a rate', () => {
    const weights = slopesWith(3, 0);
    expect(lawsOf(weights)).toEqual([]);
    const { info } = imageAt({}, {}, weights);
    expect([info.isFirm, info.rate, info.comesToRest]).toEqual([true, null, false]);
    expect(lawsOf(slopesWith(3, 1))).toEqual([]);
    expect(imageAt({ share: 1 }, {}, weights).info.rate).toBeNull();
  });
});

describe('the rate', () => {
  const certificate = certify(WEIGHTS);

  it('is the largest over all frequencies of |1 - c M| sqrt(1 - .0203 G)', () => {
    const random = source(3);
    for (let seed = 0; seed < 30; seed++) {
      const mask = drawMask(seed, random.uniform());
      const c = 2 * random.uniform();
      const factors = Array.from(
        certificate.gains,
        (gain, k) => (mask[k] ? Math.abs(1 - c) : 1) * Math.sqrt(1 - 0.0203 * gain),
      );
      expect(contractionRate(certificate, mask, c)).toBeCloseTo(Math.max(...factors), 14);
    }
  });

  it('is there up to c = 2 and a little beyond, and not where it is 1 or more', () => {
    const mask = drawMask(2, 0.3);
    expect(contractionRate(certificate, mask, 2)).toBeLessThan(1);
    expect(contractionRate(certificate, mask, 2.001)).toBeLessThan(1);
    expect(contractionRate(certificate, mask, 2.1)).toBeNull();
    expect(imageAt({ c: 2.1, seed: 2 }).info).toMatchObject({ rate: null, comesToRest: false, isFirm: true });
  });

  it('is none of `handmade`, which comes to rest below c = 2 where the zero frequency is measured', () => {
    for (const [c, rests] of [
      [1, true],
      [1.99, true],
      [2, false],
      [3, false],
    ] as const) {
      const { info } = imageAt({ right: 'handmade', c });
      expect([info.isFirm, info.rate, info.comesToRest]).toEqual([true, null, rests]);
    }
  });
});

describe('a file of weights is refused in a line', () => {
  const damaged: readonly (readonly [string, unknown, string])[] = [
    ['nothing', null, 'weights: expected net and ridge; got another JSON value'],
    ['a list', [1, 2], 'weights: expected net and ridge; got another JSON value'],
    ['an empty object', {}, 'weights.net: expected 6 lists; got undefined'],
    [
      'net and ridge swapped',
      { net: copy().ridge, ridge: copy().net },
      'weights.net: expected 6 lists; got {"W":[',
    ],
    ['five lists', { ...copy(), net: copy().net.slice(1) }, 'weights.net: expected 6 lists; got 5'],
    ['no ridge', { net: copy().net }, 'weights.ridge: expected W and S; got undefined'],
    ['a ridge that is a list', { ...copy(), ridge: [] }, 'weights.ridge: expected W and S; got []'],
    [
      'W and S swapped',
      { ...copy(), ridge: { W: copy().ridge.S, S: copy().ridge.W } },
      'weights.ridge.W: expected 400 finite numbers; got 384',
    ],
    [
      'no S',
      { ...copy(), ridge: { W: copy().ridge.W } },
      'weights.ridge.S: expected 384 finite numbers; got undefined',
    ],
    ...json.net.map(
      (list, i) =>
        [
          `list ${i} cut`,
          { ...copy(), net: copy().net.with(i, list.slice(1)) },
          `weights.net[${i}]: expected ${list.length} finite numbers; got ${list.length - 1}`,
        ] as const,
    ),
    [
      'a list with one number more',
      { ...copy(), net: copy().net.with(5, [0, 0]) },
      'weights.net[5]: expected 1 finite numbers; got 2',
    ],
    ...[null, '0.1', Number.NaN, Number.POSITIVE_INFINITY, [1], true].map(
      (value) =>
        [
          `${JSON.stringify(value)} among the numbers`,
          {
            ...copy(),
            net: copy().net.with(
              2,
              json.net[2]!.map((own, i) => (i === 2000 ? value : own)),
            ),
          },
          'weights.net[2]: expected 2304 finite numbers; got ',
        ] as const,
    ),
    [
      'a filter with a hole',
      { ...copy(), ridge: { ...copy().ridge, W: json.ridge.W.with(399, Number.NaN) } },
      'weights.ridge.W: expected 400 finite numbers; got NaN',
    ],
  ];

  it.each(damaged)('%s', (_, file, message) => {
    const read = readWeights(file);
    expect(typeof read).toBe('string');
    expect((read as string).startsWith(message)).toBe(true);
    expect(read as string).not.toContain('\n');
    expect((read as string).length).toBeLessThan(120);
  });

  it('but not for what it has besides', () => {
    const read = readWeights({ ...copy(), certified: true, note: 7 });
    expect(read).toEqual(WEIGHTS);
  });
});
