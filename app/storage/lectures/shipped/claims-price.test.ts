import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../../engine/contract.ts';
import { recordRun } from '../../../../engine/facts/recorded-run.ts';
import type { DenoiserInstance } from '../../../../engine/problems/denoiser/instance.ts';
import { denoiserReadings } from '../../../../engine/problems/denoiser/readings.ts';
import type { ImageInfo, PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { runValues } from '../../../../engine/run/run-values.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { findAll } from '../../../../engine/search.ts';
import { measured } from '../../../../scripts/measured.ts';
import { PRICE } from './price.ts';

/** Checks claims without numbers in "A guarantee has a price". */

async function play(name: keyof typeof PRICE, most = 2000, more = {}) {
  const { problem, values } = parseLink(PRICE[name].scenario).scenario;
  const changed = { ...values, ...more };
  const instance = (await loadProblem(problem)).prepare(changed, null) as unknown as DenoiserInstance;
  const run = recordRun(instance, runValues(changed), most);
  while (run.end === null && run.goOn());
  const readings = denoiserReadings(instance, changed);
  const at = (side: SideName, k: number) => Float64Array.from(run.iterate(side, k)!);
  return { run, instance, readings, at };
}

const between = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.sqrt(Array.from(a, (value, i) => (value - b[i]!) ** 2).reduce((sum, square) => sum + square, 0));

/** Long runs; `npm test` repeats two. */
const RUNS = {
  quality: async () => findAll((await play('alone', 0)).readings.quality(null)!),
  another: async () => {
    const { run, instance, readings, at } = await play('another');
    const { bookmark } = PRICE.another;
    const told = findAll(readings['two-starts']({ rounds: bookmark })!);
    const other = await play('another', 2000, { from: 'noise' });
    const apart = (side: SideName) => between(at(side, run.end!), other.at(side, other.run.end!));
    return {
      rate: (instance.info as ImageInfo).rate!,
      met: told.apart.right[bookmark]!,
      statuses: [run, other.run].map((one) => one.side('left').status),
      left: apart('left'),
      right: apart('right'),
    };
  },
  restless: async () => {
    const { run, instance } = await play('restless', 1300);
    const { truth } = instance.info as ImageInfo;
    const { bookmark } = PRICE.restless;
    return {
      statuses: [run.side('left').status, run.side('right').status],
      period: (run.side('left').carried as unknown as { readonly period: number }).period,
      share: run.read('left', 'step', 1300) / between(truth!, new Float64Array(1024)),
      step: run.read('left', 'step', bookmark),
      left: between(run.iterate('right', bookmark)!, run.iterate('right', 1300)!),
      radius: run.read('right', 'radius', bookmark),
    };
  },
  wins: async () => {
    const { run, readings } = await play('wins', 2000);
    const moving = Array.from({ length: run.end! - 1 }, (_, i) => i + 2).filter(
      (k) => run.read('left', 'step', k) > 1e-6,
    );
    const { apart } = findAll(readings['two-starts']({ rounds: 300 })!);
    return { largest: Math.max(...moving.map((k) => run.read('left', 'ratio', k))), apart: apart.left[300]! };
  },
};
type RunName = keyof typeof RUNS;

/** Keys contain link and bookmark: changed scenes run again. */
const KEYS = new Map(
  (Object.keys(RUNS) as RunName[]).map((name) => {
    const { scenario, bookmark } = PRICE[name === 'quality' ? 'alone' : name];
    return [`${name}: ${scenario} to ${bookmark}`, name] as const;
  }),
);
let kept: Promise<ReadonlyMap<string, unknown>> | undefined;
async function toldOf<Name extends RunName>(name: Name): Promise<Awaited<ReturnType<(typeof RUNS)[Name]>>> {
  kept ??= measured(
    'lecture-price',
    [...KEYS.keys()],
    async (key) => (await RUNS[KEYS.get(key)!]()) as unknown,
    2,
  );
  const told = await kept;
  return told.get([...KEYS].find(([, one]) => one === name)![0]) as Awaited<ReturnType<(typeof RUNS)[Name]>>;
}

describe('a guarantee has a price', () => {
  it('alone: most frequencies are not measured, and there the left’s image grows', async () => {
    const { run, instance, readings, at } = await play('alone', 100);
    const info = instance.info as ImageInfo;
    expect(info.visibilities).toBeLessThan(512);
    const power = (k: number) =>
      findAll(readings.images({ left: at('left', k), right: at('right', k) })!).left.power;
    expect(power(100).unmeasured).toBeGreaterThan(10 * power(11).unmeasured);
    expect(power(100).unmeasured).toBeGreaterThan(power(100).measured);
    // Better and better until then.
    for (let k = 1; k <= PRICE.alone.bookmark; k++)
      expect(run.read('left', 'snr', k)).toBeGreaterThan(run.read('left', 'snr', k - 1));
  });

  it('alone: the left removes more noise', async () => {
    const { noisy, net, ridge } = await toldOf('quality');
    expect(net).toBeGreaterThan(ridge);
    expect(ridge).toBeGreaterThan(noisy);
  });

  it('valleys: a valley for each guess but both dark, and each holds a descent that begins beside it', async () => {
    const { instance } = await play('valleys', 10);
    const { sides } = instance.info as PixelsInfo;
    const stable = sides.left.rests!.filter(({ kind }) => kind === 'stable');
    expect(stable.map(({ at }) => at.map(Math.round).join('')).sort()).toEqual(['01', '10', '11']);
    for (const { at } of stable) {
      const beside = await play('valleys', 1000, { start: [at[0] + 0.02, at[1] - 0.02] });
      expect(between(beside.at('left', beside.run.last), at)).toBeLessThan(1e-6);
    }
    // The cap is below 1: the right is convex with one rest point.
    expect(sides.right.largestSlope).toBeLessThan(1);
    expect(instance.pixels!.left.denoiser.slope(0.5)).toBe(sides.left.largestSlope);
  });

  it('swing: two points in turn at the mark; below the marked step it settles', async () => {
    const { run, at, instance } = await play('swing', 2000);
    expect(run.side('left').status).toBe('cycles');
    expect(run.side('right').status).toBe('settled');
    const { bookmark } = PRICE.swing;
    expect(between(at('left', bookmark), at('left', bookmark - 2))).toBeLessThan(0.01);
    expect(between(at('left', bookmark), at('left', bookmark - 1))).toBeGreaterThan(0.5);
    const { guaranteedBelow } = (instance.info as PixelsInfo).sides.left;
    const shorter = await play('swing', 2000, { c: guaranteedBelow - 0.01 });
    expect(shorter.run.side('left').status).toBe('stationary');
  });

  it('nearer: the disc holds the limit, and not the truth', async () => {
    const { run, at, instance } = await play('nearer', 2000);
    const { bookmark } = PRICE.nearer;
    const { truth, sides } = instance.info as PixelsInfo;
    const radius = run.read('right', 'radius', bookmark);
    // On the line of slope kappa the bound is tight.
    expect(between(at('right', bookmark), sides.right.rests![0]!.at)).toBeLessThanOrEqual(
      radius * (1 + 1e-12),
    );
    expect(between(at('right', bookmark), truth)).toBeGreaterThan(radius);
    expect(sides.left.rate).toBeNull();
  });

  it('another: on the right both runs have met, on the left they rest apart; the radius is over a hundred steps', async () => {
    const { rate, met, statuses, left, right } = await toldOf('another');
    expect(rate / (1 - rate)).toBeGreaterThan(100);
    expect(met).toBeLessThan(1e-6);
    expect(statuses).toEqual(['stationary', 'stationary']);
    expect(left).toBeGreaterThan(0.5);
    expect(right).toBeLessThan(1e-9);
  });

  it('wins: the ratio of the left stays below one, and both of its runs end at one image', async () => {
    const { largest, apart } = await toldOf('wins');
    expect(largest).toBeLessThan(1);
    expect(apart).toBeLessThan(1e-9);
  });

  it('restless: in the end two images in turn, about half a sky apart', async () => {
    const { statuses, period, share, step, left, radius } = await toldOf('restless');
    expect([...statuses, period]).toEqual(['cycles', 'settled', 2]);
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
    // At the bookmark the left swings; the right is within its radius of its limit.
    expect(step).toBeGreaterThan(1);
    expect(left).toBeLessThan(radius);
  });
});
