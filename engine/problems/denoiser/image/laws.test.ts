import { describe, expect, it } from 'vitest';
import { runsAll, spread } from '../../../../scripts/tier.mjs';
import { endless, farthest, imageAt, noiseImage, source, toLimit } from '../../../fixtures/image-cases.ts';
import { distance, dot, norm } from '../../../kernels/vector.ts';
import type { DenoiserValues } from '../card.ts';
import { toFrequencies, toImage } from './fft-image.ts';
import { createImageRound } from './round.ts';
import { createImageRun } from './run.ts';
import { drawSky } from './sky.ts';
import { contractionRate } from './weights.ts';

const anySettings = (seed: number) => {
  const random = source(1000 + seed);
  const values: Partial<DenoiserValues> = {
    seed,
    share: random.uniform(),
    c: 2 * random.uniform(),
    strength: 10 ** (2 * random.uniform() - 1),
    positive: random.uniform() < 0.5,
    threshold: 0.1 * random.uniform(),
  };
  return { random, values };
};

function next(made: ReturnType<typeof imageAt>, x: Float64Array) {
  const round = createImageRound(made.image, made.image.create(made.info.right), made.info);
  round.begin(x);
  round.go();
  return round;
}

describe('a round', () => {
  it('is max(0, t D(z/t)) with z = x - c F^-1 M (F x - Y), in the image', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { random, values } = anySettings(seed);
      const made = imageAt({ ...values, right: seed % 2 ? 'ridge' : 'handmade' });
      const x = noiseImage(random);
      const { z, denoised, x: after } = next(made, x);
      // F^-1 M F x is a convolution with the dirty beam.
      const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
      toFrequencies(re, im, x);
      for (let k = 0; k < 1024; k++) if (!made.info.mask[k]) re[k] = im[k] = 0;
      toImage(re, im);
      const { c, strength } = made.info;
      const expected = x.map((value, i) => value - c * (re[i]! - made.info.dirty[i]!));
      expect(farthest(z, expected)).toBeLessThan(1e-13);
      const shrunk = new Float64Array(1024);
      made.image.create(made.info.right).apply(
        shrunk,
        z.map((value) => value / strength),
      );
      expect(
        farthest(
          denoised,
          shrunk.map((value) => strength * value),
        ),
      ).toBe(0);
      expect(
        farthest(
          after,
          denoised.map((value) => (values.positive ? Math.max(0, value) : value)),
        ),
      ).toBe(0);
      expect(after.some((value) => value < 0)).toBe(!values.positive);
    }
  });

  it('knows the residual of its image, and that of its next', () => {
    const made = imageAt({ seed: 4 });
    const { mask, visibilities } = made.image;
    const round = createImageRound(made.image, made.image.create('ridge'), made.info);
    const residualAt = (x: Float64Array) => {
      const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
      toFrequencies(re, im, x);
      const off = Float64Array.from({ length: 2048 }, (_, i) => {
        const k = i % 1024;
        if (!mask[k]) return 0;
        return i < 1024 ? re[k]! - visibilities.re[k]! : im[k]! - visibilities.im[k]!;
      });
      return norm(off);
    };
    round.begin(noiseImage(source(1)));
    for (let k = 0; k < 3; k++) {
      expect(round.residual()).toBeCloseTo(residualAt(round.x), 12);
      round.go();
    }
  });
});

describe('the certificate', () => {
  it('the right shrinks the distance of any two states by its rate, whatever c, strength and mask', () => {
    let nearest = 0;
    for (let seed = 0; seed < (runsAll ? 60 : 24); seed++) {
      const { random, values } = anySettings(seed);
      const made = imageAt(values);
      const rate = made.info.rate!;
      expect(rate).toBeLessThan(1);
      const x = drawSky(seed).map((value) => value + 0.3 * random.normal());
      // D alone shrinks the first, the data term also the last.
      const move = noiseImage(random, 10 ** (4 * random.uniform() - 3));
      if (seed % 3 === 0) move.fill(move[0]!);
      const y = x.map((value, i) => value + move[i]!);
      const ratio = distance(next(made, x).x, next(made, y).x) / distance(x, y);
      expect(ratio).toBeLessThanOrEqual(rate * (1 + 1e-12));
      nearest = Math.max(nearest, ratio / rate);
    }
    expect(nearest).toBeGreaterThan(0.5);
  });

  it('the handmade one shrinks no distance by its rate, but lengthens none', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { random, values } = anySettings(seed);
      const made = imageAt({ ...values, right: 'handmade' });
      const x = noiseImage(random);
      const y = x.map((value) => value + 0.1 * random.normal());
      expect(distance(next(made, x).x, next(made, y).x)).toBeLessThanOrEqual(distance(x, y) * (1 + 1e-12));
    }
  });

  it('along a run: steps shrink by the rate, two runs come together, and the radius holds the limit at each round', () => {
    for (const seed of spread([5, 6, 7], 2)) {
      const { values } = anySettings(seed);
      const made = imageAt({ ...values, c: 0.7 + 0.2 * seed - 0.2 });
      const rate = made.info.rate!;
      const states: Float64Array[] = [];
      const radii: number[] = [];
      const steps: number[] = [];
      const run = endless(made, 'right');
      for (let k = 0; k <= 60; k++) {
        const x = new Float64Array(1024);
        run.read(x);
        states.push(x);
        radii.push(run.record().radius!);
        steps.push(run.record().step!);
        run.step();
      }
      const limit = toLimit(run);
      expect(radii[0]).toBeNaN();
      for (let k = 1; k <= 60; k++) {
        expect(distance(states[k]!, limit)).toBeLessThanOrEqual(radii[k]! + 1e-12);
        expect(radii[k]! / steps[k]!).toBeCloseTo(rate / (1 - rate), 9);
        if (k > 1) expect(steps[k]!).toBeLessThanOrEqual(rate * steps[k - 1]! + 1e-15);
      }
    }
  });

  it('against the free side: its ratio passes 1 somewhere, that of the right nowhere', () => {
    const most = (side: 'left' | 'right', made: ReturnType<typeof imageAt>) => {
      const run = endless(made, side);
      let largest = 0;
      for (let k = 0; k < 60; k++) {
        run.step();
        largest = Math.max(largest, run.record().ratio! || 0);
      }
      return largest;
    };
    for (const right of ['ridge', 'handmade'] as const)
      for (const strength of [0.5, 1, 3]) {
        const made = imageAt({ seed: 8, strength, right });
        const largest = most('right', made);
        expect(largest).toBeLessThanOrEqual(1 + 1e-9);
        expect(largest).toBeGreaterThan(0.3);
      }
    expect(most('left', imageAt({ seed: 1, strength: 0.5 }))).toBeGreaterThan(1);
  });
});

describe('a run', () => {
  it('records no step at its start, no ratio before its second round, and none once z stands still', () => {
    const run = endless(imageAt({ seed: 3, share: 0.6 }), 'right');
    expect(run.record()).toMatchObject({
      snr: 0,
      error: 1,
      step: Number.NaN,
      ratio: Number.NaN,
      radius: Number.NaN,
    });
    run.step();
    expect(run.record().ratio).toBeNaN();
    expect(run.record().step).toBeGreaterThan(0);
    run.step();
    expect(run.record().ratio).toBeGreaterThan(0);
    for (let k = 0; k < 100; k++) run.step();
    expect(run.record().step).toBeLessThan(1e-9);
    expect(run.record().ratio).toBeNaN();
  });

  it('saved and put back goes on with the same bits, ends and CLEAN included', () => {
    const CASES = [
      [{ seed: 3, share: 0.6 }, 42],
      [{ seed: 2, share: 0.3, c: 4, strength: 0.5 }, 52],
    ] as const;
    for (const [own, until] of runsAll ? CASES : CASES.slice(0, 1))
      for (const side of ['left', 'right'] as const) {
        const made = imageAt(own);
        const [whole, parted] = [made.sides[side].iterate(), made.sides[side].iterate()];
        for (let k = 0; k < 31; k++) whole.step();
        const saved = whole.memory!.save();
        for (let k = 0; k < 17; k++) parted.step();
        parted.memory!.restore(saved);
        // Its ratio needs the saved z.
        for (let k = 31; k < until; k++) {
          whole.step();
          parted.step();
          expect(parted.record()).toEqual(whole.record());
        }
        const [a, b] = [new Float64Array(1024), new Float64Array(1024)];
        whole.read(a);
        parted.read(b);
        expect(b).toEqual(a);
        expect(parted.record()).toEqual(whole.record());
        if (side === 'left') expect(whole.ended).toBe(true);
        expect([parted.status, parted.ended, parted.carried]).toEqual([
          whole.status,
          whole.ended,
          whole.carried,
        ]);
        // The saved copy is independent of the run.
        parted.memory!.restore(saved);
        for (let k = 31; k < until; k++) parted.step();
        expect(parted.record()).toEqual(whole.record());
      }
  });

  it.each([
    ['left', 'stationary'],
    ['right', 'settled'],
  ] as const)('of the %s stands still once it is %s', (side, status) => {
    const made = imageAt({ seed: 3, share: 0.6 });
    const run = made.sides[side].iterate();
    while (!run.ended) run.step();
    const before = run.record();
    run.step();
    expect(run.record()).toEqual(before);
    expect(run.status).toBe(status);
    const x = new Float64Array(1024);
    run.read(x);
    if (status === 'settled') {
      expect(run.carried).toEqual({ radius: before.radius });
      expect(before.radius!).toBeLessThanOrEqual(1e-6 * norm(x));
    } else {
      expect(before.step!).toBeLessThanOrEqual(1e-10 * norm(x));
    }
    // `goesOn` changes no status.
    const other = endless(made, side);
    while (other.status === 'moving') other.step();
    expect(other.record()).toEqual(before);
    expect([other.status, other.ended]).toEqual([status, false]);
    other.step();
    expect(other.record().step!).toBeLessThan(before.step!);
  });

  it('diverges where a pixel leaves all bounds or is no number', () => {
    const made = imageAt({ seed: 1 });
    for (const [bad, status] of [
      [1e6, 'moving'],
      [1.001e6, 'diverged'],
      [Number.NaN, 'diverged'],
      [Number.POSITIVE_INFINITY, 'diverged'],
    ] as const) {
      const hurts = { apply: (into: Float64Array) => into.fill(bad) };
      const run = createImageRun(made.image, hurts, { ...made.info, rate: null, cleans: null });
      run.step();
      expect([run.status, run.ended]).toEqual([status, status === 'diverged']);
    }
  });

  it('finds cycles of 2 to 8 rounds by their least period, and none of 1, 9 or short steps', () => {
    const made = imageAt({ seed: 1 });
    const played = (period: number, size: number) => {
      let k = 0;
      const turns = { apply: (into: Float64Array) => into.fill(1).fill(1 + size * (k++ % period), 0, 9) };
      const run = createImageRun(made.image, turns, {
        ...made.info,
        rate: null,
        comesToRest: false,
        cleans: null,
      });
      for (let j = 0; j < 40; j++) run.step();
      return [run.status, run.carried, run.ended];
    };
    for (let period = 2; period <= 8; period++)
      expect(played(period, 1)).toEqual(['cycles', { period }, false]);
    expect(played(9, 1)).toEqual(['moving', {}, false]);
    expect(played(1, 1)).toEqual(['stationary', {}, true]);
    expect(played(2, 3.4e-4)).toEqual(['cycles', { period: 2 }, false]);
    expect(played(2, 3.3e-4)).toEqual(['moving', {}, false]);
  });

  it('whose images differ in length keeps its label all around the cycle', () => {
    const made = imageAt({ seed: 1 });
    let k = 0;
    // Lengths 32 and 320 in turn; the short ones drift by more than their own length allows.
    const turns = {
      apply: (into: Float64Array) => into.fill((k % 2 ? 10 : 1) + 1e-10 * k++),
    };
    const run = createImageRun(made.image, turns, {
      ...made.info,
      rate: null,
      comesToRest: false,
      cleans: null,
    });
    for (let j = 0; j < 12; j++) run.step();
    for (let j = 0; j < 6; j++) {
      run.step();
      expect([run.status, run.carried]).toEqual(['cycles', { period: 2 }]);
    }
  });
});

describe('what is drawn', () => {
  it('Y is M F (sky + noise), and the dirty image what comes back of it', () => {
    const { info, image, prepared } = imageAt({ seed: 9, noise: 0.1 });
    const measured = info.measured.filter((value) => value > 0).length;
    expect(measured).toBe(info.visibilities);
    const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
    toFrequencies(re, im, info.dirty);
    expect(farthest(re, image.visibilities.re)).toBeLessThan(1e-14);
    expect(farthest(im, image.visibilities.im)).toBeLessThan(1e-14);
    expect(prepared.truth).toEqual(drawSky(9));
  });

  it('noise of 0 and a whole mask give the sky itself back', () => {
    const { info } = imageAt({ seed: 9, noise: 0, share: 1 });
    expect(farthest(info.dirty, info.truth!)).toBeLessThan(1e-14);
    expect(info.dirtySnr).toBeGreaterThan(250);
  });

  it('noise is as large as it is asked for, whatever the share', () => {
    const flat = imageAt({ seed: 12, noise: 0, share: 1 }).info.dirty;
    const [small, large] = [0.05, 0.5].map((noise) => {
      const { dirty } = imageAt({ seed: 12, noise, share: 1 }).info;
      return dirty.map((value, i) => value - flat[i]!);
    });
    expect(norm(small!) / 32).toBeCloseTo(0.05, 2);
    expect(
      farthest(
        small!.map((value) => 10 * value),
        large!,
      ),
    ).toBeLessThan(1e-13);
  });

  it('starts: 0, the dirty image, and the same noise for every seed', () => {
    const zero = imageAt({}).info;
    expect(norm(zero.start)).toBe(0);
    const dirty = imageAt({ from: 'dirty' }).info;
    expect(dirty.start).toEqual(dirty.dirty);
    expect(dirty.start).not.toBe(dirty.dirty);
    const [noise, other] = [
      imageAt({ from: 'noise' }).info.start,
      imageAt({ from: 'noise', seed: 7 }).info.start,
    ];
    expect(noise).toEqual(other);
    expect(Math.min(...noise)).toBeGreaterThan(0);
    expect(dot(noise, noise) / 1024).toBeCloseTo(1, 1);
  });
});

it('the rate is a matter of c, mask and weights alone', () => {
  const made = imageAt({ seed: 2, c: 1.5 });
  expect(made.info.rate).toBe(contractionRate(made.info.certificate, made.info.mask, 1.5));
  for (const own of [{ strength: 3 }, { positive: false }, { noise: 1 }, { from: 'noise' as const }])
    expect(imageAt({ seed: 2, c: 1.5, ...own }).info.rate).toBe(made.info.rate);
});
