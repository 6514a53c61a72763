import { describe, expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import at0 from '../../../fixtures/denoiser-images.json' with { type: 'json' };
import at1 from '../../../fixtures/denoiser-images-1.json' with { type: 'json' };
import { endless, farthest, imageAt, toLimit } from '../../../fixtures/image-cases.ts';
import { distance, norm } from '../../../kernels/vector.ts';
import type { DenoiserValues } from '../card.ts';
import { createClean } from './clean.ts';
import { snrOf } from './measures.ts';

/** The left amplifies rounding and is compared up to here only. */
const LEFT_UNTIL = 20;
const CLOSE = 1e-6;

const cases = [at0, at1].flatMap(({ offset, image }) =>
  image.cases.map((one) => ({ ...one, title: `${one.name} at offset ${offset}` })),
);
type Case = (typeof cases)[number];
interface Told {
  readonly snr: number;
  readonly step: number;
  readonly ratio: number | null;
  readonly residual: number;
  readonly sum: number;
  readonly probe: readonly number[];
  readonly radius?: number;
}

const valuesOf = ({ seed, share, c, strength, noise }: Case): Partial<DenoiserValues> => ({
  seed,
  share,
  c,
  strength,
  noise,
});

/** Compares a side at the reference's rounds. Returns the run. */
function follow(
  one: Case,
  own: Partial<DenoiserValues>,
  side: 'left' | 'right',
  told: Readonly<Record<string, Told>>,
  until: number,
) {
  const made = imageAt({ ...valuesOf(one), ...own });
  const run = endless(made, side);
  const x = new Float64Array(1024);
  const wanted = Object.keys(told).map(Number);
  expect(wanted.slice(0, 5)).toEqual([1, 2, 5, 10, 20]);
  for (let k = 1; k <= Math.min(until, wanted.at(-1)!); k++) {
    run.step();
    const expected = told[k];
    if (!expected) continue;
    run.read(x);
    const found = run.record();
    const near = (a: number, b: number, what: string) =>
      expect(Math.abs(a - b), `${what} at ${k}`).toBeLessThanOrEqual(CLOSE);
    near(found.snr!, expected.snr, 'snr');
    near(found.step!, expected.step, 'step');
    near(found.residual!, expected.residual, 'residual');
    near(
      x.reduce((sum, value) => sum + value, 0),
      expected.sum,
      'sum',
    );
    for (const [i, value] of expected.probe.entries()) near(x[96 + i]!, value, 'probe');
    // Once the step is rounding, so is the ratio.
    if (expected.ratio === null) expect(found.ratio).toBeNaN();
    else if (expected.step > 1e-6) near(found.ratio!, expected.ratio, 'ratio');
    if (expected.radius === undefined) expect(found.radius).toBeNaN();
    else near(found.radius!, expected.radius, 'radius');
  }
  return { x, info: made.info, run };
}

it('the reference has five images at each of two offsets', () => {
  expect([at0.offset, at1.offset]).toEqual([0, 1]);
  expect(cases.map(({ seed }) => seed)).toEqual([1, 1, 3, 3, 2, 1001, 1001, 1003, 1003, 1002]);
});

describe.each(spread(cases, 2))('$title', (one) => {
  it('is drawn as NumPy draws it', () => {
    const { info } = imageAt(valuesOf(one));
    expect(Array.from(info.mask.keys()).filter((k) => info.mask[k])).toEqual(one.mask);
    expect(info.visibilities).toBe(one.visibilities);
    expect(info.dirtySnr).toBeCloseTo(one.dirtySnr, 12);
    expect(info.rate).toBeCloseTo(one.rate, 14);
    const { sky, dirty } = one as { readonly sky?: number[]; readonly dirty?: number[][] };
    if (sky) expect(farthest(info.truth!, sky)).toBeLessThan(1e-12);
    if (dirty) expect(farthest(info.dirty, dirty.flat())).toBeLessThan(1e-14);
  });

  it('the free side, from 0 and from noise', () => {
    follow(one, {}, 'left', one.left.at, LEFT_UNTIL);
    follow(one, { from: 'noise' }, 'left', one.leftFromNoise.at, LEFT_UNTIL);
  });

  it('the nonexpansive side, from 0 and from noise, which are as far apart as there; its certificate holds its limit', () => {
    const zero = follow(one, {}, 'right', one.right.at, 300);
    const noise = follow(one, { from: 'noise' }, 'right', one.rightFromNoise.at, 300);
    const apart = distance(zero.x, noise.x) / norm(zero.info.truth!);
    expect(Math.abs(apart - one.rightApart)).toBeLessThan(1e-13);
    expect(zero.run.rounds).toBe(300);
    const radius = zero.run.record().radius!;
    const off = distance(zero.x, toLimit(zero.run));
    expect(off).toBeLessThanOrEqual(radius + 1e-12);
    expect(Math.abs(off - one.right.distanceToLimitAt300)).toBeLessThan(1e-8);
    expect(zero.run.record().snr).toBeCloseTo(one.right.limitSnr, 6);
    expect(zero.info.comesToRest).toBe(true);
  });

  it('the handmade side', () => {
    follow(one, { right: 'handmade', threshold: 0.01 }, 'right', one.haar.at, 300);
  });

  it('CLEAN: what it shows, its model and its peak', () => {
    const { info } = imageAt(valuesOf(one));
    const { truth, dirty, mask } = info;
    const clean = createClean(dirty, mask);
    const shown = new Float64Array(1024);
    for (let k = 1; k <= 300; k++) {
      clean.step();
      const expected = (one.clean as Readonly<Record<string, (typeof one.clean)[1]>>)[k];
      if (!expected) continue;
      clean.restore(shown);
      const [model, residual] = [clean.state.subarray(0, 1024), clean.state.subarray(1024)];
      expect(snrOf(truth, shown)).toBeCloseTo(expected.snr, 11);
      expect(snrOf(truth, model)).toBeCloseTo(expected.model, 11);
      expect(Math.max(...residual.map(Math.abs))).toBeCloseTo(expected.peak, 13);
    }
  });
});

it('the clean series is that of CLEAN, step by step, of the left alone', () => {
  const { sides, info } = imageAt({ seed: 3, share: 0.3 });
  const [left, right] = [sides.left.iterate(), sides.right.iterate()];
  const clean = createClean(info.dirty, info.mask);
  const shown = new Float64Array(1024);
  for (let k = 0; k <= 12; k++) {
    clean.restore(shown);
    expect(left.record().clean).toBe(snrOf(info.truth, shown));
    expect(right.record()).not.toHaveProperty('clean');
    if (k === 0) expect(left.record().clean).toBeCloseTo(info.dirtySnr, 12);
    left.step();
    right.step();
    clean.step();
  }
});
