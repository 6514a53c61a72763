import { describe, expect, it } from 'vitest';
import { spread } from '../../../scripts/tier.mjs';
import at0 from '../../fixtures/denoiser-images.json' with { type: 'json' };
import at1 from '../../fixtures/denoiser-images-1.json' with { type: 'json' };
import pixels0 from '../../fixtures/denoiser-pixels.json' with { type: 'json' };
import pixels1 from '../../fixtures/denoiser-pixels-1.json' with { type: 'json' };
import { farthest } from '../../fixtures/image-cases.ts';
import { norm } from '../../kernels/vector.ts';
import type { Values } from '../../params.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { createClean } from './image/clean.ts';
import weights from './image/denoiser-weights.json' with { type: 'json' };
import type { DenoiserInstance } from './instance.ts';
import { problem as loading } from './problem.ts';
import { type DenoiserReport, type DenoiserSideReport, readFile, reportOf } from './report.ts';
import type { ImageInfo } from './types.ts';

const problem = await loading;
const SIDES = ['left', 'right'] as const;

interface Asked {
  readonly at?: readonly number[];
  readonly stationary?: boolean;
  readonly file?: object;
}

function report(given: Values, steps: number, { at, stationary = false, file }: Asked = {}) {
  const { values } = createScenario('denoiser', given);
  const read = file && readFile(file, values);
  if (typeof read === 'string') throw new Error(read);
  const own = read ? { drawn: read.drawn } : null;
  const instance = problem.prepare({ ...values, ...read?.values }, own as never) as DenoiserInstance;
  const made = reportOf(instance);
  const printed = made.run(steps, null, at ?? null, stationary) as unknown as DenoiserReport;
  return { ...printed, made, instance };
}

const close = (actual: number | null | undefined, expected: number, within: number, what = '') =>
  expect(Math.abs(actual! - expected), what).toBeLessThanOrEqual(within);

const listsOf = ({ snr, steps, ratio, radius, residual, iterates, objective }: DenoiserSideReport) =>
  [snr, steps, ratio, radius, residual, iterates, objective].filter((list) => list != null);

const pixelCases = [pixels0, pixels1].flatMap(({ offset, cases }) =>
  cases.map((one) => ({ ...one, offset, title: `sigma ${one.sigma}, cap ${one.cap}, c ${one.c}` })),
);

describe.each(spread(pixelCases, 8))('two pixels of the reference: $title at offset $offset', (one) => {
  const { sigma, s: spread, cap, c, phi, truth } = one;
  const side = cap === null ? 'left' : 'right';
  const values: Values = { level: 'pixels', sigma, spread, c, phi, truth, ...(cap !== null && { cap }) };

  it('runs as the reference does', () => {
    expect(one.runs).toHaveLength(3);
    for (const { start, iterates } of one.runs) {
      const at = Object.keys(iterates).map(Number);
      const { made, instance, ...printed } = report({ ...values, start }, 300, { at });
      expect(made.heading).toEqual({
        level: 'pixels',
        L: expect.closeTo(1.36, 14),
        step: expect.any(Number),
      });
      close(made.heading.step as number, c / 1.36, 1e-14);
      const own = printed[side];
      for (const list of listsOf(own)) expect(list).toHaveLength(301);
      for (const [k, x] of Object.entries(iterates)) {
        expect(farthest(own.states![k]!, x), k).toBeLessThan(1e-9);
        expect(own.iterates![Number(k)]).toEqual(own.states![k]);
      }
      expect(own.last).toEqual(own.iterates![300]);
      const [p, q] = phi as [number, number];
      const size = Math.hypot(...truth);
      for (const [k, [x, y]] of own.iterates!.entries() as IterableIterator<[number, [number, number]]>) {
        close(own.residual[k], Math.abs(p * x + q * y - one.y), 1e-14);
        close(own.snr[k], 20 * Math.log10(size / Math.hypot(truth[0]! - x, truth[1]! - y)), 1e-11);
        const before = own.iterates![k - 1];
        if (before) close(own.steps[k], Math.hypot(x - before[0]!, y - before[1]!), 1e-14);
      }
      expect([own.steps[0], own.ratio[0], own.ratio[1]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    }
  });

  it('certifies, rests and cycles as the reference does', () => {
    const { certificate, stationary, [side]: own } = report(values, 3, { stationary: true });
    if (!('crossing' in certificate)) throw new Error('expected the certificate of pixels');
    const most = cap === null ? one.largestSlope : cap;
    close(certificate.largestSlope, one.largestSlope, 1e-12);
    expect(certificate.cap).toBe(cap ?? 0.95);
    if (cap !== null) close(certificate.crossing, one.crossing, 1e-13);
    close(certificate.guaranteedBelow[side], one.guaranteedBelow, 1e-13);
    const rate = most * Math.max(1, Math.abs(c - 1));
    if (rate < 1) {
      close(certificate.rate[side], rate, 1e-14);
      for (const k of [1, 2, 3]) close(own.radius![k], (rate / (1 - rate)) * own.steps[k]!, 1e-12);
    } else expect([certificate.rate[side], own.radius]).toEqual([null, null]);

    const { fixedPoints, segment, limits, settledShare, cycles } = stationary![side];
    close(settledShare, one.settledShare, 0);
    if (one.fixedPoints === null) {
      expect([fixedPoints, limits, cycles]).toEqual([null, null, []]);
      for (const [x, y] of segment!) close(phi[0]! * x + phi[1]! * y, one.y, 1e-14);
      return;
    }
    expect(segment).toBeUndefined();
    expect(fixedPoints).toHaveLength(one.fixedPoints.length);
    for (const { at, largest, index } of one.fixedPoints) {
      const found = fixedPoints!.find((rest) => farthest(rest.at, at) < 1e-9)!;
      expect(Object.keys(found)).toEqual(['at', 'largest', 'index', 'kind']);
      close(found.largest, largest, 1e-8);
      expect(found.index).toBe(index);
      expect(found.kind).toBe(index < 0 ? 'saddle' : largest < 1 ? 'stable' : 'flipping');
    }
    expect(limits).toHaveLength(one.limits.length);
    for (const at of one.limits as number[][])
      expect(limits!.some((limit) => farthest(limit.at, at) < 1e-6)).toBe(true);
    const shares = [...limits!, ...cycles].reduce((sum, { share }) => sum + share, 0);
    close(shares, 1, 1e-12);
    close(
      limits!.reduce((sum, { share }) => sum + share, 0),
      settledShare,
      1e-12,
    );
    expect(cycles.map(({ points }) => points.length)).toEqual(settledShare < 1 ? [2] : []);
  });
});

describe('two pixels', () => {
  it('whose cap is no less than M are not capped: no crossing, and both sides are alike', () => {
    const wide = report({ level: 'pixels', sigma: 0.5, c: 1.98, cap: 1 }, 400);
    const { certificate, left, right } = wide;
    const M = 0.0025 / 0.2525 + 0.25 / (4 * 0.2525 ** 2);
    expect(certificate).toEqual({
      largestSlope: expect.closeTo(M, 14),
      cap: 1,
      crossing: null,
      guaranteedBelow: { left: expect.closeTo(1 + 1 / M, 14), right: expect.closeTo(1 + 1 / M, 14) },
      rate: { left: expect.closeTo(M, 14), right: expect.closeTo(M, 14) },
    });
    expect(left).toEqual(right);
    expect([left.status, left.radius!.length]).toEqual(['settled', 401]);
    const { endedAt } = left;
    const met = left.radius!.map((radius, k) => radius <= 1e-6 * Math.hypot(...left.iterates![k]!));
    expect(met.indexOf(true)).toBe(endedAt);
  });

  it('go on after they have come to rest, and are told when that was', () => {
    const printed = report({ level: 'pixels' }, 200);
    const { status, endedAt, period, iterates, steps } = printed.left;
    expect([status, period, iterates!.length]).toEqual(['stationary', null, 201]);
    const isStill = (k: number) => steps[k]! <= 1e-10 * Math.max(1, Math.hypot(...iterates![k]!));
    expect(steps.findIndex((_, k) => isStill(k))).toBe(endedAt);
    expect(iterates![endedAt! + 1]).not.toEqual(iterates![endedAt!]);
    const short = report({ level: 'pixels' }, endedAt! - 1).left;
    expect([short.status, short.endedAt]).toEqual(['moving', null]);
  });

  it('that swing say so with their period', () => {
    const { left, right } = report({ level: 'pixels', c: 1.98, start: [0, 0.8] }, 400);
    expect([left.status, left.period, right.period]).toEqual(['cycles', 2, null]);
    const back = left.iterates!.map(([x, y], k) => {
      const [a, b] = left.iterates![k - 2] ?? [Number.NaN, Number.NaN];
      return Math.hypot(x! - a!, y! - b!) <= 1e-10 * Math.max(1, Math.hypot(x!, y!));
    });
    expect(back.indexOf(true)).toBe(left.endedAt);
  });

  it('have F, which is 0 at the middle and falls by what is sure of the right', () => {
    const values = { level: 'pixels', phi: [1, 1], truth: [0.5, 0.5], start: [0.5, 0.5] };
    const still = report(values, 1);
    for (const side of SIDES) close(still[side].objective![0], 0, 1e-16);
    const { right } = report({ level: 'pixels' }, 60);
    for (let k = 1; k <= 60; k++) {
      const sure = ((1 + 1 / 0.95 - 1) / 2) * right.steps[k]! ** 2;
      expect(right.objective![k]! - right.objective![k - 1]!).toBeLessThanOrEqual(-sure + 1e-14);
    }
  });

  it('that leave all bounds end with the last finite round', () => {
    // s^2/v is .9: beyond both peaks D stretches (1 - c) by that.
    const { left } = report(
      { level: 'pixels', sigma: 0.06, spread: 0.3, cap: 1, c: 4, start: [9, -9] },
      400,
      {
        at: [1, 390],
      },
    );
    expect([left.status, left.states!['390'], left.endedAt]).toEqual(['diverged', null, expect.any(Number)]);
    expect(left.last).toEqual(left.iterates!.at(-1));
    for (const list of listsOf(left)) expect(list).toHaveLength(left.endedAt! + 1);
    expect(Math.max(...left.last.map(Math.abs))).toBeGreaterThan(1e6);
    expect(Math.max(...left.iterates!.at(-2)!.map(Math.abs))).toBeLessThanOrEqual(1e6);
  });
});

const imageCases = [at0, at1].flatMap(({ offset, image }) =>
  image.cases.map((one) => ({ ...one, title: `${one.name} at offset ${offset}` })),
);
type Told = Partial<(typeof imageCases)[number]['right']['at'][300]> & {
  readonly snr: number;
  readonly step: number;
  readonly residual: number;
  readonly sum: number;
};

/** Compares with the reference; the left up to round 20, as it amplifies rounding. */
function expectSide(own: DenoiserSideReport, told: Readonly<Record<string, Told>>, until: number) {
  for (const [round, wanted] of Object.entries(told)) {
    const k = Number(round);
    if (k > until) continue;
    close(own.snr[k], wanted.snr, 1e-6, `snr at ${k}`);
    close(own.steps[k], wanted.step, 1e-6, `step at ${k}`);
    close(own.residual[k], wanted.residual, 1e-6, `residual at ${k}`);
    const x = own.states![k]!;
    close(
      x.reduce((sum, one) => sum + one),
      wanted.sum,
      1e-6,
      `sum at ${k}`,
    );
    expect(farthest(x.slice(96, 102), wanted.probe!), `probe at ${k}`).toBeLessThan(1e-6);
    if (wanted.radius === undefined) expect(own.radius).toBe(null);
    else close(own.radius![k], wanted.radius, 1e-6, `radius at ${k}`);
    if (wanted.ratio == null) expect(own.ratio[k]).toBeNaN();
    else if (wanted.step > 1e-6) close(own.ratio[k], wanted.ratio, 1e-6, `ratio at ${k}`);
  }
}

describe.each(spread(imageCases, 2))('an image of the reference: $title', (one) => {
  const { seed, share, c, strength } = one;
  const flags = { seed, share, c, strength };
  const at = [1, 2, 5, 10, 20, 50, 100, 300];

  it('is printed as the reference has it, drawn and as a file', () => {
    const drawn = report(flags, 20, { at });
    const { info } = drawn.instance as { info: ImageInfo };
    expect(drawn.made.heading).toEqual({
      level: 'image',
      L: 1,
      step: c,
      visibilities: one.visibilities,
      dirtySnr: expect.closeTo(one.dirtySnr, 11),
    });
    // The reference's `noise` is a number.
    const given = one as { readonly sky?: readonly number[]; readonly dirty?: readonly number[] };
    const { sky = [...info.truth!], dirty = [...info.dirty] } = given;
    const file = { ...one, sky, dirty };
    const read = report({ c, strength, seed: 77 }, 20, { at, file });
    expect(read.instance.notices).toContainEqual(expect.objectContaining({ key: 'sky, mask, dirty' }));
    for (const printed of [drawn, read]) {
      expectSide(printed.left, one.left.at as never, 20);
      expectSide(printed.right, one.right.at as never, 20);
      for (const [k, { snr }] of Object.entries(one.clean))
        if (Number(k) <= 20) close(printed.clean!.snr[Number(k)], snr, 1e-6);
      expect(printed.clean!.snr).toHaveLength(21);
      expect(printed.certificate).toEqual({
        largestGain: expect.closeTo(at0.image.certificate.largestGain, 13),
        smallestGain: expect.closeTo(at0.image.certificate.smallestGain, 13),
        slopes: at0.image.certificate.slopes,
        rate: expect.closeTo(one.rate, 13),
      });
    }
  });

  it('from noise, and handmade', () => {
    const noise = report({ ...flags, from: 'noise', right: 'handmade' }, 20, { at });
    expectSide(noise.left, one.leftFromNoise.at as never, 20);
    const haar = report({ ...flags, right: 'handmade' }, 50, { at });
    expectSide(haar.right, one.haar.at as never, 50);
    expect([haar.right.radius, haar.certificate]).toEqual([null, { rate: null, firmlyNonexpansive: true }]);
  });
});

describe('an image', () => {
  const opening = { strength: 0.5 };

  it('that falls apart is printed up to the round at which it is out of all bounds', () => {
    const { left, right, clean, instance } = report(opening, 300, { at: [0, 266, 267] });
    expect([left.status, left.endedAt, left.period]).toEqual(['diverged', 266, null]);
    for (const list of listsOf(left)) expect(list).toHaveLength(267);
    expect(left.last).toEqual(left.states!['266']);
    expect(left.states).toEqual({ '0': new Array(1024).fill(0), '266': left.last, '267': null });
    expect([right.status, right.endedAt]).toEqual(['settled', 124]);
    const radius = (k: number) => right.radius![k]!;
    const size = norm(Float64Array.from(right.last));
    expect([radius(123) > 1e-6 * size, radius(124) <= 1e-6 * size]).toEqual([true, true]);
    for (const list of listsOf(right)) expect(list).toHaveLength(301);
    expect(report(opening, 0).right.states).toBeUndefined();
    // CLEAN continues.
    const { dirty, mask, truth } = instance.info as ImageInfo;
    const own = createClean(dirty, mask);
    for (let k = 0; k < 280; k++) own.step();
    const shown = new Float64Array(1024);
    own.restore(shown);
    const error = Math.hypot(...shown.map((value, i) => value - truth![i]!));
    close(clean!.snr[280], 20 * Math.log10(norm(truth!) / error), 1e-11);
    expect(clean!.snr).toHaveLength(301);
  });

  it('that is not finite after a round has none but the rounds before', () => {
    const wild = { ...weights, net: weights.net.map((list) => list.map((one) => 1e150 * one)) };
    const { left, right } = report({}, 3, { at: [0, 1], file: { weights: wild } });
    expect([left.status, left.endedAt]).toEqual(['diverged', 1]);
    for (const list of listsOf(left)) expect(list).toHaveLength(1);
    expect([left.last, left.states!['1']]).toEqual([left.states!['0'], null]);
    expect(right.snr).toHaveLength(4);
  });

  it('that comes to rest goes on', () => {
    const { left } = report({ seed: 3, share: 0.3 }, 150, { at: [139, 140, 150] });
    expect([left.status, left.endedAt, left.snr.length]).toEqual(['stationary', 139, 151]);
    const size = norm(Float64Array.from(left.states!['139']!));
    expect([left.steps[138]! > 1e-10 * size, left.steps[139]! <= 1e-10 * size]).toEqual([true, true]);
    expect(left.steps[140]).toBeLessThan(left.steps[139]!);
    expect(left.steps[140]).toBeGreaterThan(0);
    expect(left.last).toEqual(left.states!['150']);
    expect(farthest(left.last, left.states!['140']!)).toBeLessThan(1e-8);
    expect(left.ratio[140]).toBeNaN();
  });

  it('that swings says so', () => {
    const values = { seed: 2, share: 1, c: 1.98, strength: 3 };
    const { left, right } = report(values, 24, { at: [21, 22, 23, 24] });
    expect([left.status, left.endedAt, left.period]).toEqual(['cycles', 24, 2]);
    expect([right.status, right.endedAt, right.period]).toEqual(['moving', null, null]);
    expect(left.steps[24]).toBeGreaterThan(1);
    // Relative to the longest image between.
    const state = (k: number) => Float64Array.from(left.states![k]!);
    const part = (k: number) => {
      const way = norm(state(k).map((x, i) => x - state(k - 2)[i]!));
      return way / Math.max(1, norm(state(k)), norm(state(k - 1)), norm(state(k - 2)));
    };
    expect([part(23) > 1e-10, part(24) <= 1e-10]).toEqual([true, true]);
  });

  it('of a dirty image alone has no SNR, of which all else stays', () => {
    const { info } = report({}, 0).instance as { info: ImageInfo };
    const dirty = [...info.dirty];
    const mask = Array.from(info.mask.keys()).filter((k) => info.mask[k]);
    const whole = report({}, 12, { at: [12] });
    const blind = report({}, 12, { at: [12], file: { dirty, mask } });
    expect(blind.made.heading.dirtySnr).toBeNaN();
    for (const snr of [blind.left.snr, blind.right.snr, blind.clean!.snr])
      expect(snr).toEqual(new Array(13).fill(Number.NaN));
    for (const side of SIDES) {
      expect(farthest(blind[side].states!['12']!, whole[side].states!['12']!)).toBeLessThan(1e-13);
      close(blind[side].residual[12], whole[side].residual[12]!, 1e-13);
    }
    // 32 rows of 32 are an image, too.
    const rows = Array.from({ length: 32 }, (_, i) => dirty.slice(32 * i, 32 * i + 32));
    expect(report({}, 3, { file: { dirty: rows, mask } }).left).toEqual(
      report({}, 3, { file: { dirty, mask } }).left,
    );
  });

  it('starts where a file says, with its noise and its weights', () => {
    const start = Array.from({ length: 1024 }, (_, i) => (i % 7) / 7);
    const quiet = report({}, 5, { at: [0], file: { start, noise: new Array(1024).fill(0) } });
    for (const side of SIDES) expect(quiet[side].states!['0']).toEqual(start);
    const { info } = quiet.instance as { info: ImageInfo };
    // With all frequencies and no noise, the dirty image is the sky.
    const all = Array.from({ length: 1024 }, (_, k) => k);
    const seen = report({}, 0, { file: { mask: all, noise: new Array(1024).fill(0) } });
    const told = seen.instance.info as ImageInfo;
    expect(farthest(told.dirty, info.truth!)).toBeLessThan(1e-14);
    expect(seen.made.heading.visibilities).toBe(1024);
    expect(quiet.instance.notices.map(({ key }) => key)).toEqual(['noise, start']);
  });
});

describe('is refused', () => {
  const asked = { format: 'json', gap: null, steps: 100, stationary: false } as const;
  const refused = (given: Values, more: object) => report(given, 0).made.refuse({ ...asked, ...more });

  it('what it has not', () => {
    expect(refused({}, {})).toBe(null);
    expect(refused({}, { steps: 1_000_000 })).toBe(null);
    expect(refused({ level: 'pixels' }, { stationary: true })).toBe(null);
    expect(refused({}, { stationary: true })).toBe('--stationary: expected level=pixels; got image');
    expect(refused({}, { format: 'csv' })).toBe('--format: expected json for learned steps; got csv');
    expect(refused({ level: 'pixels' }, { gap: 1e-6 })).toBe(
      '--gap: expected a right side that is solved to a gap; got rounds',
    );
  });
});
