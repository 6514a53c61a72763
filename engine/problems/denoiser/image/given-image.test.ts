import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/denoiser-images.json' with { type: 'json' };
import { farthest, imageAt, WEIGHTS } from '../../../fixtures/image-cases.ts';
import { defaultValues } from '../../../params.ts';
import { describeNotice } from '../../../scenario/describe-notice.ts';
import { DENOISER, type DenoiserValues } from '../card.ts';
import json from './denoiser-weights.json' with { type: 'json' };
import { toFrequencies } from './fft-image.ts';
import { readImageFile } from './given-image.ts';
import { drawMask } from './mask.ts';
import { drawSky } from './sky.ts';

const valuesWith = (own: Partial<DenoiserValues>) =>
  ({ ...defaultValues(DENOISER.params), ...own }) as DenoiserValues;

function read(file: unknown, own: Partial<DenoiserValues> = {}) {
  const answer = readImageFile(file, valuesWith(own));
  if (typeof answer === 'string') throw new Error(answer);
  expect(answer.values).toEqual({ level: 'image' });
  return imageAt(own, answer.drawn);
}
const refused = (file: unknown, own: Partial<DenoiserValues> = {}) => readImageFile(file, valuesWith(own));

const list = (fill: number) => new Array(1024).fill(fill) as number[];
const indices = (mask: Uint8Array) => Array.from(mask.keys()).filter((k) => mask[k]);

describe('a file', () => {
  it('of the reference, as it stands, is its image: sky, mask and dirty image, in rows', () => {
    const [one] = reference.image.cases;
    const { seed, c, strength, share } = one!;
    const { info, sides } = read(one, { seed: 77, c, strength });
    expect(info.truth).toEqual(Float64Array.from(one!.sky!));
    expect(indices(info.mask)).toEqual(one!.mask);
    expect(farthest(info.dirty, one!.dirty!.flat())).toBeLessThan(1e-14);
    const drawn = imageAt({ seed, c, strength, share });
    const [run, other] = [sides.right.iterate(), drawn.sides.right.iterate()];
    for (let k = 0; k < 20; k++) {
      run.step();
      other.step();
    }
    expect(run.record().snr).toBeCloseTo(one!.right.at[20].snr, 9);
    expect(run.record().residual).toBeCloseTo(other.record().residual!, 12);
  });

  it('of nothing leaves all of it to the seed; what else it has is ignored', () => {
    const empty = read({}, { seed: 5 });
    const drawn = imageAt({ seed: 5 });
    expect(empty.info).toEqual(drawn.info);
    expect(empty.notices).toEqual([]);
    expect(read({ name: 'x', c: 9, strength: 'y', share: 2 }, { seed: 5 }).info).toEqual(drawn.info);
  });

  it('with a sky alone keeps mask and noise of the seed', () => {
    const sky = drawSky(8);
    const { info } = read({ sky: [...sky] }, { seed: 5 });
    expect(info.truth).toEqual(sky);
    expect(info.mask).toEqual(drawMask(5, 0.15));
    const own = imageAt({ seed: 5 }).info;
    const noise = (dirty: Float64Array, truth: Float64Array) => {
      const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
      toFrequencies(
        re,
        im,
        dirty.map((value, i) => value - truth[i]!),
      );
      return re.filter((_, k) => info.mask[k]);
    };
    expect(farthest(noise(info.dirty, sky), noise(own.dirty, own.truth!))).toBeLessThan(1e-13);
  });

  it('with noise adds it as it is', () => {
    const { info } = read({ noise: list(0.5) }, { seed: 5, noise: 0 });
    const own = imageAt({ seed: 5, noise: 0 }).info;
    // A constant is only at the zero frequency.
    expect(
      farthest(
        info.dirty,
        own.dirty.map((value) => value + 0.5),
      ),
    ).toBeLessThan(1e-14);
  });

  it('with a dirty image and no sky has no truth: SNR and error are NaN, all else is there', () => {
    const { info, sides } = read({ dirty: [...drawSky(8)], noise: 'whatever' }, { seed: 5 });
    expect([info.truth, info.dirtySnr]).toEqual([null, Number.NaN]);
    const run = sides.left.iterate();
    for (let k = 0; k < 3; k++) run.step();
    const { snr, clean, error, step, residual } = run.record();
    expect([snr, clean, error]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(step! + residual!).toBeGreaterThan(0);
  });

  it('with a start begins there, whatever `from` says', () => {
    const { info } = read({ start: list(0.25) }, { from: 'noise' });
    expect(info.start).toEqual(Float64Array.from(list(0.25)));
  });

  it('with weights runs and is certified by these', () => {
    const halved = { ...json, ridge: { ...json.ridge, W: json.ridge.W.map((value) => value / 2) } };
    const own = read({ weights: halved });
    expect(own.info.certificate.largestGain).toBeCloseTo(0.99998506 / 4, 8);
    expect(own.info.rate).toBeGreaterThan(imageAt({}).info.rate!);
    const louder = { ...json, ridge: { ...json.ridge, W: json.ridge.W.map((value) => 2 * value) } };
    const broken = read({ weights: louder });
    expect(broken.info.rate).toBeNull();
    expect(broken.notices.map(describeNotice)[1]).toMatch(
      /^ridge: the proof that it stops needs max G <= 1; got 3\.99/,
    );
  });
});

it('what a file gives is said', () => {
  const [one] = read({ sky: list(1), start: list(2), more: 3 }).notices;
  expect(one).toMatchObject({ code: 'supplied', key: 'sky, start' });
});

describe('what has no effect beside a file is said', () => {
  const codes = (file: unknown, own: Partial<DenoiserValues>) =>
    read(file, own)
      .notices.slice(1)
      .map(({ code, key }) => `${code} ${key}`);
  const mask = indices(drawMask(3, 0.2));

  it.each([
    [{ mask }, { share: 0.4 }, ['without-effect share']],
    [{ mask }, { seed: 9 }, []],
    [{ sky: list(1), mask }, { seed: 9 }, []],
    [
      { sky: list(1), mask, noise: list(0) },
      { seed: 9, noise: 0.2 },
      ['without-effect seed', 'without-effect noise'],
    ],
    [{ dirty: list(1) }, { seed: 9, noise: 0.2 }, ['without-effect noise']],
    [{ dirty: list(1), mask }, { seed: 9 }, ['without-effect seed']],
    [{ start: list(1) }, { from: 'dirty' }, ['without-effect from']],
    [{ start: list(1), dirty: list(1), mask }, {}, []],
  ] as const)('%#', (file, own, expected) => {
    expect(codes(file, own)).toEqual(expected);
  });
});

describe('masks whose proof is missing are said', () => {
  const codes = (file: unknown, own: Partial<DenoiserValues>) => {
    const { notices, info } = read(file, own);
    const said = notices.slice(1).map(({ code, key }) => `${code} ${key}`);
    return [said, info.comesToRest, info.measuresZeroAlone];
  };

  it('without the zero frequency the handmade side has no proof of a limit, the ridge keeps its own', () => {
    const mask = [1, 31];
    expect(codes({ mask }, { right: 'handmade' })).toEqual([['unproved handmade'], false, false]);
    expect(codes({ mask }, {})).toEqual([[], true, false]);
  });

  it('of the zero frequency alone: each side goes where its own denoiser leads', () => {
    expect(codes({ mask: [0] }, {})).toEqual([['mean-alone mask'], true, true]);
    expect(codes({ mask: [0] }, { right: 'handmade' })).toEqual([['mean-alone mask'], true, true]);
    const { info, sides } = read({ mask: [0] }, {});
    expect(info.visibilities).toBe(1);
    const run = sides.right.iterate();
    for (let k = 0; k < 2000; k++) run.step();
    expect(run.status).toBe('settled');
  });
});

describe('a file is refused in a line that names the field', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [null, 'expected an object; got another JSON value'],
    [[1], 'expected an object; got another JSON value'],
    ['sky', 'expected an object; got another JSON value'],
    ...['sky', 'noise', 'dirty', 'start'].flatMap((field) => [
      [{ [field]: list(0).slice(1) }, `${field}: expected 1024 finite numbers; got 1023`] as const,
      [{ [field]: 0.05 }, `${field}: expected 1024 finite numbers; got 0.05`] as const,
      [{ [field]: null }, `${field}: expected 1024 finite numbers; got null`] as const,
      [{ [field]: [] }, `${field}: expected 1024 finite numbers; got 0`] as const,
      [{ [field]: list(0).with(7, Number.NaN) }, `${field}: expected 1024 finite numbers; got NaN`] as const,
      [
        { [field]: list(0).with(7, '1' as never) },
        `${field}: expected 1024 finite numbers; got "1"`,
      ] as const,
      [
        { [field]: Array.from({ length: 32 }, (_, i) => list(0).slice(0, i === 4 ? 31 : 32)) },
        `${field}, row 5: expected 32 finite numbers; got 31`,
      ] as const,
      [
        { [field]: Array.from({ length: 31 }, () => list(0).slice(0, 32)) },
        `${field}: expected 1024 finite numbers; got 31`,
      ] as const,
    ]),
    [{ mask: [] }, 'mask: expected at least one measured frequency; got none'],
    [{ mask: 'all' }, 'mask: expected a list of indices; got "all"'],
    [{ mask: [0, 1] }, 'mask: expected -k with every k; got 1 without 31'],
    [{ mask: [33] }, 'mask: expected -k with every k; got 33 without 1023'],
    [{ mask: [0, 1024] }, 'mask: expected integers from 0 to 1023; got 1024'],
    [{ mask: [-1] }, 'mask: expected integers from 0 to 1023; got -1'],
    [{ mask: [0.5] }, 'mask: expected integers from 0 to 1023; got 0.5'],
    [{ mask: ['0'] }, 'mask: expected integers from 0 to 1023; got "0"'],
    [{ mask: [null] }, 'mask: expected integers from 0 to 1023; got null'],
    [{ mask: [0, 0] }, 'mask: expected each frequency once; got 0 twice'],
    [{ weights: {} }, 'weights.net: expected 6 lists; got undefined'],
    [{ weights: null }, 'weights: expected net and ridge; got another JSON value'],
    [
      { weights: { ...json, net: [...json.net].reverse() } },
      'weights.net[0]: expected 144 finite numbers; got 1',
    ],
  ];

  it.each(cases)('%#', (file, message) => {
    expect(refused(file)).toBe(message);
  });

  it('at another level', () => {
    expect(refused({}, { level: 'pixels' })).toBe('expected the level image; got pixels');
  });

  it('but self-opposite frequencies and whole masks are fine', () => {
    expect(read({ mask: [16, 512, 528] }).info.visibilities).toBe(3);
    expect(read({ mask: [...list(0).keys()] }).info.visibilities).toBe(1024);
    expect(read({ weights: json }).info.certificate).toEqual(imageAt({}, {}, WEIGHTS).info.certificate);
  });
});
