import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../../engine/kernels/random.ts';
import { distance, dot, norm } from '../../../engine/kernels/vector.ts';
import type { Values } from '../../../engine/params.ts';
import { leastSlope } from '../../../engine/problems/denoiser/card.ts';
import { createImageRound } from '../../../engine/problems/denoiser/image/round.ts';
import type { DenoiserInstance } from '../../../engine/problems/denoiser/instance.ts';
import { createPixelDenoiser } from '../../../engine/problems/denoiser/pixels/denoiser.ts';
import { problem as coming } from '../../../engine/problems/denoiser/problem.ts';
import type { ImageInfo, PixelsInfo } from '../../../engine/problems/denoiser/types.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { runsAll, spread } from '../../../scripts/tier.mjs';

/** Tests proved statements on random instances. */

const problem = await coming;
const random = createRandom(17, 0);
const between = (low: number, high: number) => low + (high - low) * random.uniform();

const prepared = (given: Values): DenoiserInstance =>
  problem.prepare(createScenario('denoiser', given).values, null);

/** Two pixels with everything drawn; a cap that some slopes exceed. */
function drawPixels(more: Values = {}): DenoiserInstance & { readonly info: PixelsInfo } {
  const pair = (low: number, high: number) => [between(low, high), between(low, high)];
  const [sigma, spread] = [between(0.1, 0.6), between(0.02, 0.2)];
  const values = {
    level: 'pixels',
    phi: pair(-1.5, 1.5),
    truth: pair(-0.5, 1.5),
    start: pair(-1, 2),
    sigma,
    spread,
    cap: between(Math.max(0.3, leastSlope(spread, sigma)), 1),
    c: between(0.2, 1.9),
  };
  return prepared({ ...values, ...more }) as DenoiserInstance & { readonly info: PixelsInfo };
}

const SIDES = ['left', 'right'] as const;

describe('two pixels', () => {
  it('the best denoiser is nonexpansive if and only if s² + σ² ≥ ¼', () => {
    for (let trial = 0; trial < 400; trial++) {
      const [spread, sigma] = [between(0.01, 0.3), between(0.06, 1)];
      const { largestSlope, slope } = createPixelDenoiser({ spread, sigma, cap: null });
      expect(largestSlope <= 1).toBe(spread * spread + sigma * sigma >= 0.25);
      for (let i = 0; i < 20; i++) expect(slope(between(-1, 2))).toBeLessThanOrEqual(largestSlope);
    }
  });

  it('D is the proximal map of h, free and capped', () => {
    for (let trial = 0; trial < 100; trial++) {
      const asked = { spread: between(0.02, 0.2), sigma: between(0.1, 0.6) };
      for (const cap of [null, between(0.9, 1)]) {
        const { apply, prox } = createPixelDenoiser({ ...asked, cap });
        const z = between(-0.5, 1.5);
        const cost = (u: number) => prox(u) + (u - z) ** 2 / 2;
        const least = cost(apply(z));
        for (let i = 0; i < 20; i++) {
          const u = i < 10 ? between(-0.5, 1.5) : apply(z) + between(-0.01, 0.01);
          expect(cost(u)).toBeGreaterThanOrEqual(least - 1e-12);
        }
      }
    }
  });

  it('no admissible denoiser is nearer to the best than the capped one', () => {
    const cells = 400;
    for (let trial = 0; trial < 40; trial++) {
      const [spread, sigma, cap] = [0.05, between(0.15, 0.35), between(0.6, 1)];
      const best = createPixelDenoiser({ spread, sigma, cap: null });
      const capped = createPixelDenoiser({ spread, sigma, cap });
      const v = spread * spread + sigma * sigma;
      const density = (z: number) => Math.exp((-z * z) / (2 * v)) + Math.exp(-((z - 1) ** 2) / (2 * v));
      // Slopes between 0 and the cap, drawn around those of the capped one.
      const noise = between(0, 0.5);
      let [own, other, value] = [0, 0, capped.apply(-1) + between(-0.05, 0.05)];
      for (let i = 0; i < cells; i++) {
        const [low, high] = [-1 + (3 * i) / cells, -1 + (3 * (i + 1)) / cells];
        const z = (low + high) / 2;
        const mean = (capped.apply(high) - capped.apply(low)) / (high - low);
        const slope = Math.min(cap, Math.max(0, mean + noise * between(-1, 1)));
        own += density(z) * (capped.apply(z) - best.apply(z)) ** 2;
        other += density(z) * (value + (slope * (high - low)) / 2 - best.apply(z)) ** 2;
        value += slope * (high - low);
      }
      expect(own).toBeLessThanOrEqual(other);
    }
  });

  it('below 1 + 1/M every round lowers F by what is sure, and every run comes to rest', () => {
    for (let trial = 0; trial < (runsAll ? 200 : 60); trial++) {
      const { info, pixels } = drawPixels({ cap: 1, c: between(0.2, 2) });
      for (const side of SIDES) {
        const { largestSlope, guaranteedBelow } = info.sides[side];
        if (info.c >= guaranteedBelow) continue;
        const { round, objective } = pixels![side];
        const [x, next] = [Float64Array.of(...info.start), new Float64Array(2)];
        let k = 0;
        for (; k < 20_000; k++) {
          round(next, x);
          const move = distance(next, x);
          if (move < 1e-7) break;
          const sure = ((1 + 1 / largestSlope - info.c) * move ** 2) / 2;
          expect(objective(next[0]!, next[1]!)).toBeLessThanOrEqual(objective(x[0]!, x[1]!) - sure + 1e-12);
          x.set(next);
        }
        expect(k).toBeLessThan(20_000);
      }
    }
  });

  it('a move brings x closer to every rest point by what counts the move', () => {
    for (let trial = 0; trial < 200; trial++) {
      const { info, pixels } = drawPixels(trial % 3 === 0 ? { cap: 1 } : {});
      const { rests, segment } = info.sides.right;
      const [x, next] = [Float64Array.of(between(-1, 2), between(-1, 2)), new Float64Array(2)];
      pixels!.right.round(next, x);
      const square = (a: ArrayLike<number>, b: ArrayLike<number>) =>
        (a[0]! - b[0]!) ** 2 + (a[1]! - b[1]!) ** 2;
      for (const rest of rests?.map(({ at }) => at) ?? segment!)
        expect(square(next, rest)).toBeLessThanOrEqual(
          square(x, rest) - (1 - info.c / 2) * square(next, x) + 1e-9,
        );
    }
  });

  it('a round contracts by q, and the certified disc has the rest point in it', () => {
    for (let trial = 0; trial < 100; trial++) {
      const { info, pixels } = drawPixels({
        sigma: between(0.3, 0.6),
        cap: between(0.7, 1),
        c: between(0.2, 2.1),
      });
      for (const side of SIDES) {
        const { rate, rests } = info.sides[side];
        if (rate === null) continue;
        expect(rests).toHaveLength(1);
        const rest = Float64Array.of(...rests![0]!.at);
        let [x, y] = [0, 1].map(() => Float64Array.of(between(-1, 2), between(-1, 2))) as [
          Float64Array<ArrayBuffer>,
          Float64Array<ArrayBuffer>,
        ];
        for (let k = 0; k < 30; k++) {
          const [tx, ty] = [new Float64Array(2), new Float64Array(2)];
          pixels![side].round(tx, x);
          pixels![side].round(ty, y);
          expect(distance(tx, ty)).toBeLessThanOrEqual(rate * distance(x, y) + 1e-12);
          expect(distance(tx, rest)).toBeLessThanOrEqual((rate / (1 - rate)) * distance(tx, x) + 1e-9);
          [x, y] = [tx, ty];
        }
      }
    }
  });

  it('signs add up to one, and rest points are where F is flat', () => {
    for (let trial = 0; trial < 150; trial++) {
      const { info, pixels } = drawPixels({ c: between(0.1, 3.5) });
      for (const side of SIDES) {
        const { rests } = info.sides[side];
        if (!rests || rests.some(({ index }) => index === 0)) continue;
        expect(rests.reduce((sum, { index }) => sum + index, 0)).toBe(1);
        expect(rests.length % 2).toBe(1);
        for (const { at } of rests) {
          const x = Float64Array.of(...at);
          pixels![side].round(x, x);
          for (const i of [0, 1] as const) expect(x[i]).toBeCloseTo(at[i], 7);
          const { objective } = pixels![side];
          const slope = (objective(at[0] + 1e-5, at[1]) - objective(at[0] - 1e-5, at[1])) / 2e-5;
          expect(Math.abs(slope)).toBeLessThan(1e-4);
        }
      }
    }
  });

  it('capped at 1 it leaves a box alone, and rests on the line in it', () => {
    for (let trial = 0; trial < 100; trial++) {
      const { info, pixels } = drawPixels({ cap: 1, sigma: between(0.1, 0.4), spread: between(0.02, 0.1) });
      const { box, segment } = info.sides.right;
      const { denoiser, round } = pixels!.right;
      const z = between(...box!);
      expect(denoiser.apply(z)).toBeCloseTo(z, 14);
      expect(denoiser.prox(z)).toBeCloseTo(0, 14);
      expect(denoiser.prox(box![1] + between(0.01, 0.5))).toBeGreaterThan(0);
      if (!segment) continue;
      const share = random.uniform();
      const at = [0, 1].map((i) => segment[0][i]! + share * (segment[1][i]! - segment[0][i]!));
      expect(info.phi[0] * at[0]! + info.phi[1] * at[1]!).toBeCloseTo(info.y, 9);
      const x = Float64Array.from(at);
      round(x, x);
      for (const i of [0, 1] as const) expect(x[i]).toBeCloseTo(at[i]!, 9);
    }
  });
});

describe('an image', () => {
  const normal = (size: number) => {
    const image = new Float64Array(1024);
    fillNormal(image, random);
    return image.map((value) => size * value);
  };
  const near = (image: Float64Array, size: number) => {
    const noise = normal(size);
    return image.map((value, i) => value + noise[i]!);
  };

  it('both right denoisers are firmly nonexpansive', () => {
    const { image, info } = prepared({});
    const { truth } = info as ImageInfo;
    for (const name of ['ridge', 'handmade'] as const) {
      const denoiser = image!.create(name);
      for (let trial = 0; trial < 20; trial++) {
        const a = near(truth as Float64Array, 0.1);
        const b = near(a, 10 ** between(-4, 0));
        const [p, q] = [new Float64Array(1024), new Float64Array(1024)];
        denoiser.apply(p, a);
        denoiser.apply(q, b);
        const [moved, apart] = [p.map((value, i) => value - q[i]!), a.map((value, i) => value - b[i]!)];
        expect(dot(moved, moved)).toBeLessThanOrEqual(dot(moved, apart) * (1 + 1e-9) + 1e-15);
      }
    }
  });

  it('the data step pulls measured frequencies to Y and leaves the others', () => {
    for (const c of [0.4, 1, 1.98]) {
      const { image, info } = prepared({ c, seed: 5 });
      const round = createImageRound(image!, image!.create('ridge'), info as ImageInfo);
      const x = normal(0.3);
      round.begin(x);
      const before = round.residual();
      round.go();
      const z = round.z.slice();
      // From z, the residual is the remaining share.
      const after = createImageRound(image!, image!.create('ridge'), info as ImageInfo);
      after.begin(z);
      expect(after.residual()).toBeCloseTo(Math.abs(1 - c) * before, 10);
      // With exact data the step is 0: it moves measured frequencies by c times the residual.
      expect(distance(z, x)).toBeCloseTo(c * before, 10);
    }
  });

  it.each(
    spread<[Values, number]>(
      [
        [{ seed: 3, share: 0.3 }, 0.5],
        [{ seed: 4, share: 0.5, c: 1.5 }, 2],
        [{ seed: 2, share: 0.3, c: 1.98, positive: false }, 1],
      ],
      2,
    ),
  )('a round contracts by the rate and closes in on its limit: %o', (values, strength) => {
    const { image, info: told } = prepared({ ...values, strength });
    const info = told as ImageInfo;
    const round = createImageRound(image!, image!.create('ridge'), info);
    const from = (x: Float64Array) => {
      round.begin(x);
      round.go();
      return round.x.slice();
    };
    round.begin(info.start);
    // To where a round moves nothing but rounding.
    for (let k = 0, moved = 1; k < 2500 && moved > 1e-14; k++) {
      const before = round.x.slice();
      round.go();
      moved = distance(round.x, before);
    }
    const limit = round.x.slice();
    const { c, rate, isPositive } = info;
    const share = isPositive ? (2 - c) / (4 - c) : 1 - c / 2;
    for (let trial = 0; trial < 10; trial++) {
      const [a, b] = [near(limit, 10 ** between(-3, 0)), near(limit, 10 ** between(-3, 0))];
      const [ta, tb] = [from(a), from(b)];
      expect(distance(ta, tb)).toBeLessThanOrEqual(rate! * distance(a, b));
      expect(distance(ta, limit)).toBeLessThanOrEqual((rate! / (1 - rate!)) * distance(ta, a) + 1e-12);
      const square = norm(ta.map((value, i) => value - a[i]!)) ** 2;
      expect(distance(ta, limit) ** 2).toBeLessThanOrEqual(distance(a, limit) ** 2 - share * square + 1e-12);
    }
  });
});
