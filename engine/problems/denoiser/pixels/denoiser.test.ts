import ln from '@stdlib/math-base-special-ln';
import { describe, expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import { DENOISERS, PIXEL_CASES, PIXEL_VALUES } from '../../../fixtures/pixel-cases.ts';
import { exponential } from '../../../kernels/exponential.ts';
import { createRandom } from '../../../kernels/random.ts';
import { createPixelDenoiser, largestSlopeOf } from './denoiser.ts';

const grid = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
const WIDE = grid(-2, 3, 151);
const FAR = [-1e300, -1e6, -40, 40, 1e6, 1e300];

/** (s^2 z + sigma^2 r(z))/v, as in the design. */
function posteriorMean(spread: number, sigma: number, z: number): number {
  const [prior, noise] = [spread * spread, sigma * sigma];
  const v = prior + noise;
  return (prior * z + noise / (1 + exponential(-(z - 0.5) / v))) / v;
}

/** p(z), up to a constant. */
function density(spread: number, sigma: number, z: number): number {
  const v = spread * spread + sigma * sigma;
  return exponential(-(z * z) / (2 * v)) + exponential(-((z - 1) * (z - 1)) / (2 * v));
}

describe('against NumPy', () => {
  const free = createPixelDenoiser({ spread: 0.05, sigma: 0.2, cap: null });
  const capped = createPixelDenoiser({ spread: 0.05, sigma: 0.2, cap: 1 });

  it.each(PIXEL_VALUES.map((all, at) => [at, all] as const))('has D, D’, h and M of file %i', (_, all) => {
    expect(all.values).toHaveLength(8);
    for (const { z, D, slope, capped: line } of all.values) {
      expect(free.apply(z)).toBeCloseTo(D, 14);
      expect(free.slope(z)).toBeCloseTo(slope, 13);
      expect(capped.apply(z)).toBeCloseTo(line, 14);
    }
    expect(all.h).toHaveLength(5);
    for (const { x, h, hCapped } of all.h) {
      expect(free.prox(x)).toBeCloseTo(h, 14);
      expect(capped.prox(x)).toBeCloseTo(hCapped, 14);
    }
    expect(all.slopes).toHaveLength(6);
    for (const { sigma, largest } of all.slopes)
      expect(largestSlopeOf({ spread: 0.05, sigma })).toBeCloseTo(largest, 12);
  });

  it('has the crossings', () => {
    for (const { s, sigma, cap, crossing, largestSlope, guaranteedBelow } of PIXEL_CASES) {
      const denoiser = createPixelDenoiser({ spread: s, sigma, cap });
      if (cap === null) expect(denoiser.crossing).toBeNull();
      else expect(denoiser.crossing).toBeCloseTo(crossing, 13);
      expect(largestSlopeOf({ spread: s, sigma })).toBeCloseTo(largestSlope, 12);
      expect(1 + 1 / denoiser.largestSlope).toBeCloseTo(guaranteedBelow, 13);
    }
  });
});

it('M is what the design says, and at most 1 if and only if s^2 + sigma^2 >= 1/4', () => {
  const at = (sigma: number) => largestSlopeOf({ spread: 0.05, sigma });
  const rounded = [0.1, 0.2, 0.3, 0.4, 0.5].map((sigma) => Number(at(sigma).toPrecision(4)));
  expect(rounded).toEqual([16.2, 5.595, 2.657, 1.53, 0.9902]);
  const random = createRandom(3, 0);
  for (let k = 0; k < 2000; k++) {
    const spread = 0.01 + 0.29 * random.uniform();
    const sigma =
      k % 2
        ? 0.06 + 0.94 * random.uniform()
        : Math.sqrt(0.25 - spread * spread) + (random.uniform() - 0.5) * 1e-6;
    const isNonexpansive = spread * spread + sigma * sigma >= 0.25;
    expect(largestSlopeOf({ spread, sigma }) <= 1).toBe(isNonexpansive);
  }
});

describe.each(spread(DENOISERS, 18))(
  'spread $spread, sigma $sigma, cap $cap',
  ({ spread, sigma, cap: asked, denoiser }) => {
    const { apply, slope, inverse, prox, cap, crossing, largestSlope } = denoiser;
    const free = largestSlopeOf({ spread, sigma });
    const v = spread * spread + sigma * sigma;
    const least = (spread * spread) / v;
    /** Slopes are up to M, the inverse's up to v/s^2. */
    const [steep, flat] = [Math.max(1, free), v / (spread * spread)];

    it('is the posterior mean, or the line where that is steeper', () => {
      expect(cap).toBe(asked !== null && asked < free ? asked : null);
      expect(largestSlope).toBe(cap ?? free);
      for (const z of WIDE) {
        const mean = posteriorMean(spread, sigma, z);
        const line = 0.5 + (cap ?? 0) * (z - 0.5);
        const wanted = cap === null ? mean : z < 0.5 ? Math.max(mean, line) : Math.min(mean, line);
        expect(Math.abs(apply(z) - wanted)).toBeLessThan(2e-15);
      }
    });

    it('crosses the line where the design says, to the last bit', () => {
      if (cap === null) return expect(crossing).toBeNull();
      const off = crossing! - 0.5;
      expect(off).toBeGreaterThan(0);
      expect(off).toBeLessThanOrEqual(((sigma * sigma) / (2 * v * (cap - least))) * (1 + 1e-15));
      const above = (t: number) => posteriorMean(spread, sigma, 0.5 + t) - 0.5 - cap * t;
      expect(Math.abs(above(off))).toBeLessThan(1e-15);
      // No jump exceeds the slope times the step.
      for (const side of [1, -1])
        expect(
          Math.abs(apply(0.5 + side * off * (1 + 1e-13)) - apply(0.5 + side * off * (1 - 1e-13))),
        ).toBeLessThan(1e-12);
    });

    it('is odd about 1/2 and grows, by no more than its largest slope', () => {
      expect(apply(0.5)).toBe(0.5);
      for (const z of WIDE) {
        expect(apply(1 - z)).toBeCloseTo(1 - apply(z), 14);
        const rise = (apply(z + 1e-3) - apply(z)) / 1e-3;
        expect(rise).toBeGreaterThan(least - 1e-11);
        expect(rise).toBeLessThan(largestSlope + 1e-11 * steep);
      }
    });

    it('has its slope, which falls with the distance from 1/2', () => {
      expect(slope(0.5)).toBeCloseTo(largestSlope, 12);
      let before = Number.POSITIVE_INFINITY;
      for (const z of grid(0.5, 3, 200)) {
        const there = slope(z);
        expect(there).toBeLessThanOrEqual(before);
        expect(there).toBeGreaterThanOrEqual(least);
        expect(slope(1 - z)).toBeCloseTo(there, 10);
        before = there;
        if (crossing !== null && Math.abs(z - crossing) < 1e-5) continue;
        const rise = (apply(z + 1e-6) - apply(z - 1e-6)) / 2e-6;
        expect(Math.abs(rise - there)).toBeLessThan(1e-9 + 1e-11 * free ** 3);
      }
      if (cap !== null) expect([slope(crossing!), slope(1 - crossing!)]).toEqual([cap, cap]);
    });

    it('has its inverse, to the last bits', () => {
      for (const z of [...WIDE, ...FAR]) {
        const x = apply(z);
        const back = inverse(x);
        // Up to rounding of x.
        expect(Math.abs(back - z)).toBeLessThanOrEqual(
          4e-16 * (1 + Math.abs(x)) * flat + 4e-16 * Math.abs(z),
        );
        expect(Math.abs(apply(back) - x)).toBeLessThanOrEqual(3e-16 * (steep + Math.abs(x)));
      }
    });

    it('is the prox of h', () => {
      expect(Math.abs(prox(0.5))).toBeLessThan(1e-16);
      const random = createRandom(4, 0);
      for (const z of grid(-0.5, 1.5, 41)) {
        const cost = (x: number) => prox(x) + 0.5 * (x - z) * (x - z);
        const best = cost(apply(z));
        for (let k = 0; k < 20; k++) {
          const x = k % 2 ? apply(z) + (random.uniform() - 0.5) * 1e-3 : -0.5 + 2 * random.uniform();
          expect(cost(x)).toBeGreaterThan(best - 2e-16 * (1 + flat));
        }
      }
    });

    it('has D^-1(x) - x for the slope of h, whose integral it is', () => {
      // Gauss' rule with two points per piece.
      const step = 1 / 2000;
      const node = 0.5 / Math.sqrt(3);
      const [from, to] = [apply(-0.5), apply(1.5)];
      let [sum, x] = [prox(from), from];
      for (; x < to; x += step) {
        const [a, b] = [x + (0.5 - node) * step, x + (0.5 + node) * step];
        sum += (step / 2) * (inverse(a) - a + inverse(b) - b);
      }
      expect(Math.abs(prox(x) - sum)).toBeLessThan(1e-6 * (1 + Math.abs(sum)));
      for (const at of grid(from, to, 60)) {
        const rise = (prox(at + 1e-6) - prox(at - 1e-6)) / 2e-6;
        expect(Math.abs(rise - (inverse(at) - at))).toBeLessThan(1e-9 * (1 + flat));
      }
    });

    it('has an h that is even about 1/2, and convex if and only if it is nonexpansive', () => {
      let bends = Number.POSITIVE_INFINITY;
      for (const x of grid(-0.2, 1.2, 141)) {
        expect(prox(1 - x)).toBeCloseTo(prox(x), 12);
        bends = Math.min(bends, prox(x + 1e-3) + prox(x - 1e-3) - 2 * prox(x));
      }
      if (largestSlope <= 1) expect(bends).toBeGreaterThan(-1e-15);
      else expect(bends).toBeLessThan(-1e-9);
      // h + x^2/2 is 1/M-strongly convex, as the step rule needs.
      for (const x of grid(-0.2, 1.2, 141)) {
        const bend = (prox(x + 1e-3) + prox(x - 1e-3) - 2 * prox(x)) / 1e-6 + 1;
        expect(bend).toBeGreaterThan(1 / largestSlope - 1e-8);
      }
    });

    it('keeps its form far out, and of numbers that are none', () => {
      for (const z of FAR) {
        const mean = (spread * spread * z + (z > 0 ? sigma * sigma : 0)) / v;
        expect(Math.abs(apply(z) / mean - 1)).toBeLessThan(1e-14);
        expect(slope(z)).toBeCloseTo(least, 14);
      }
      // Far out, h is sigma^2 (x - 1)^2/(2 s^2) plus a constant.
      const [a, b] = [2e3, 3e3];
      const quadratic = (x: number) => ((sigma * sigma) / (2 * spread * spread)) * (x - 1) * (x - 1);
      expect((prox(b) - prox(a)) / (quadratic(b) - quadratic(a))).toBeCloseTo(1, 12);
      for (const one of [apply, slope, inverse, prox]) expect(one(Number.NaN)).toBeNaN();
      expect([apply(Infinity), apply(-Infinity), inverse(Infinity), inverse(-Infinity)]).toEqual([
        Infinity,
        -Infinity,
        Infinity,
        -Infinity,
      ]);
      expect([prox(Infinity), prox(-Infinity)]).toEqual([Infinity, Infinity]);
    });
  },
);

it('h(D(z)) is -sigma^2 ln p(z) - (z - D(z))^2/2 and a constant', () => {
  for (const { spread, sigma, cap, denoiser } of DENOISERS) {
    if (cap !== null) continue;
    const by = (z: number) => {
      const off = z - denoiser.apply(z);
      return -sigma * sigma * ln(density(spread, sigma, z)) - 0.5 * off * off;
    };
    for (const z of grid(-0.4, 1.4, 37))
      expect(denoiser.prox(denoiser.apply(z))).toBeCloseTo(by(z) - by(0.5), 13);
  }
});

describe('the capped one', () => {
  it('is the identity on its box to the bit with a cap of 1', () => {
    const { apply, crossing, prox, inverse } = createPixelDenoiser({ spread: 0.05, sigma: 0.2, cap: 1 });
    expect(crossing).toBeCloseTo(0.9999922, 7);
    const random = createRandom(5, 0);
    for (let k = 0; k < 1000; k++) {
      const z = 1 - crossing! + (2 * crossing! - 1) * random.uniform();
      expect(apply(z)).toBe(z);
      expect(inverse(z)).toBe(z);
      expect(prox(z)).toBe(0);
    }
    for (const off of [1e-6, 1e-3, 0.2]) expect(prox(crossing! + off)).toBeGreaterThan(0);
  });

  it('is the line everywhere where no slope of the free one is below the cap', () => {
    for (const cap of [0.5, 0.89]) {
      const { apply, inverse, crossing, prox } = createPixelDenoiser({ spread: 0.3, sigma: 0.1, cap });
      expect(crossing).toBe(Number.POSITIVE_INFINITY);
      for (const z of [...WIDE, -1e6, 1e6]) {
        expect(Math.abs(apply(z) - (0.5 + cap * (z - 0.5)))).toBeLessThan(2e-16 * (1 + Math.abs(z)));
        expect(Math.abs(inverse(apply(z)) - z)).toBeLessThan(1e-15 * (1 + Math.abs(z)));
        expect(prox(z) / (0.5 * (1 / cap - 1) * (z - 0.5) * (z - 0.5) || 1)).toBeCloseTo(
          z === 0.5 ? 0 : 1,
          13,
        );
      }
    }
  });

  it('is the free one from M on', () => {
    const free = createPixelDenoiser({ spread: 0.05, sigma: 0.5, cap: null });
    const capped = createPixelDenoiser({ spread: 0.05, sigma: 0.5, cap: 0.995 });
    expect([capped.cap, capped.crossing, capped.largestSlope]).toEqual([null, null, free.largestSlope]);
    for (const z of WIDE) expect(capped.apply(z)).toBe(free.apply(z));
  });

  it('is the best in mean square with slopes from 0 to the cap: each change of it that keeps to them costs', () => {
    const [spread, sigma] = [0.05, 0.2];
    const places = grid(-1.5, 2.5, 1601);
    const weights = places.map((z) => density(spread, sigma, z));
    const random = createRandom(6, 0);
    for (const cap of [0.4, 0.95, 1]) {
      const { apply } = createPixelDenoiser({ spread, sigma, cap });
      const best = places.map(apply);
      const costOf = (values: readonly number[]) =>
        values.reduce((sum, x, at) => {
          const off = x - posteriorMean(spread, sigma, places[at]!);
          return sum + weights[at]! * off * off;
        }, 0);
      const cost = costOf(best);
      for (let k = 0; k < 200; k++) {
        // The cost is convex: test another admissible one and points between.
        const step = places[1]! - places[0]!;
        let x = best[0]! + 0.1 * (random.uniform() - 0.5);
        let rate = random.uniform();
        const other = places.map(() => {
          if (random.integer(40) === 0) rate = random.uniform();
          x += cap * rate * step;
          return x;
        });
        for (const share of [1, 0.1, 1e-3]) {
          const mixed = best.map((value, at) => value + share * (other[at]! - value));
          expect(costOf(mixed)).toBeGreaterThan(cost - 1e-12);
        }
      }
    }
  });
});
