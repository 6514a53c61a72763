import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blends, CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { instanceOf } from '../../../fixtures/instances.ts';
import population from '../../../fixtures/population.json';
import { relativeError } from '../../../fixtures/runs.ts';
import { addScaled, dot, norm } from '../../../kernels/vector.ts';
import { createPopulationLoss } from './loss.ts';

const gradientAt = (plant: Float64Array, blend: number, w: Float64Array) => {
  const gradient = new Float64Array(w.length);
  createPopulationLoss(plant, blend).evaluate(gradient, w);
  return gradient;
};

const moved = (w: Float64Array, j: number, by: number) => w.map((value, k) => (k === j ? value + by : value));

/** A point and a plant in one to six dimensions. */
const cases = fc
  .integer({ min: 1, max: 6 })
  .chain((d) => fc.record({ w: vectorOf(d), plant: vectorOf(d), v: vectorOf(d) }));

/** True where the angle is well-conditioned. */
const isSmooth = (w: Float64Array, plant: Float64Array) => norm(w) > 0.25 && norm(plant) > 0.25;

describe('the mean over infinitely many samples against references', () => {
  it.each(population.values)('at $at', ({ at, plant, ...expected }) => {
    const [w, planted] = [Float64Array.from(at), Float64Array.from(plant)];
    const sides = [
      [0, expected.nonconvex, expected.nonconvexGradient],
      [1, expected.relaxation, expected.relaxationGradient],
    ] as const;
    for (const [blend, loss, slope] of sides) {
      expect(relativeError([createPopulationLoss(planted, blend).loss(w)], [loss])).toBeLessThanOrEqual(
        1e-12,
      );
      expect(relativeError(gradientAt(planted, blend, w), slope)).toBeLessThanOrEqual(1e-12);
    }
  });

  it.each([1, 2, 5, 20])('is what ten thousand samples come close to, d = %i', (d) => {
    const many = instanceOf({ n: 10_000, d }).instance;
    const all = instanceOf({ n: Number.POSITIVE_INFINITY, d }).instance;
    expect([all.plant, all.start]).toEqual([many.plant, many.start]);
    for (const side of ['left', 'right'] as const) {
      const [near, exact] = [new Float64Array(d), new Float64Array(d)];
      const loss = many[side].evaluate(near, many.start);
      expect(relativeError([loss], [all[side].evaluate(exact, all.start)])).toBeLessThan(0.05);
      expect(relativeError(near, exact)).toBeLessThan(0.06);
    }
  });
});

describe('the mean over infinitely many samples', () => {
  it('is |w|^2/4 + |w*|^2/4 - |w||w*| (sin t + (pi - t) cos t)/(2 pi), and g the bowl |w - w*|^2/4', () => {
    fc.assert(
      fc.property(cases, ({ w, plant }) => {
        fc.pre(isSmooth(w, plant));
        const [r, s, inner] = [norm(w), norm(plant), dot(w, plant)];
        const cosine = Math.min(1, Math.max(-1, inner / (r * s)));
        const t = Math.acos(cosine);
        const f = (r * r + s * s) / 4 - (r * s * (Math.sin(t) + (Math.PI - t) * cosine)) / (2 * Math.PI);
        const scale = 1e-14 * (r * r + s * s);
        expect(Math.abs(createPopulationLoss(plant, 0).loss(w) - f)).toBeLessThanOrEqual(scale);
        const g = (r * r + s * s - 2 * inner) / 4;
        expect(Math.abs(createPopulationLoss(plant, 1).loss(w) - g)).toBeLessThanOrEqual(scale);
      }),
      CHECK,
    );
  });

  it('loses no digit near the plant', () => {
    const plant = Float64Array.of(0.6, 0.8, 0);
    for (const away of [1e-3, 1e-6, 1e-9, 1e-12, 1e-15]) {
      // Across the plant of length 1: the angle's tangent is `away`.
      const w = Float64Array.of(0.6, 0.8, away);
      const g = (away * away) / 4;
      const [t, length] = [Math.atan(away), Math.sqrt(1 + away * away)];
      const f = g - (length * t * t * t * (1 - (t * t) / 10)) / (6 * Math.PI);
      const scale = 1e-14 * g;
      expect(Math.abs(createPopulationLoss(plant, 0).loss(w) - f)).toBeLessThanOrEqual(scale);
      expect(Math.abs(createPopulationLoss(plant, 1).loss(w) - g)).toBeLessThanOrEqual(scale);
      const slope = (1 - away / (length * length * Math.PI)) * (away / 2);
      expect(relativeError([gradientAt(plant, 0, w)[2]!], [slope])).toBeLessThanOrEqual(1e-14);
    }
    for (const blend of [0, 0.5, 1]) {
      expect(createPopulationLoss(plant, blend).loss(plant)).toBe(0);
      expect([...gradientAt(plant, blend, plant)].map(Math.abs)).toEqual([0, 0, 0]);
    }
  });

  /** Computed with mpmath, fifty digits. */
  it.each([
    [0.2, 0.009585490476121526],
    [0.25, 0.014825829415710829],
    [0.26, 0.016003648679548153],
    [0.3, 0.02114030661130257],
  ])('is the same where the series gives way to the difference, %f away', (away, f) => {
    const w = Float64Array.of(0.6, 0.8, away);
    const loss = createPopulationLoss(Float64Array.of(0.6, 0.8, 0), 0).loss(w);
    expect(relativeError([loss], [f])).toBeLessThanOrEqual(5e-15);
  });

  it('has f at least half of g and at most g, so that neither is negative', () => {
    fc.assert(
      fc.property(cases, ({ w, plant }) => {
        const [f, g] = [0, 1].map((blend) => createPopulationLoss(plant, blend).loss(w));
        expect(f).toBeLessThanOrEqual(g!);
        expect(g).toBeLessThanOrEqual(2 * f! * (1 + 1e-14));
      }),
      CHECK,
    );
  });

  it('the relaxation pulls harder towards the plant: <w - w*, grad g - grad f> is never negative', () => {
    fc.assert(
      fc.property(cases, ({ w, plant }) => {
        fc.pre(isSmooth(w, plant));
        const [more, toPlant] = [gradientAt(plant, 1, w), Float64Array.from(w)];
        addScaled(more, gradientAt(plant, 0, w), -1);
        addScaled(toPlant, plant, -1);
        const [r, s] = [norm(w), norm(plant)];
        const t = Math.acos(Math.min(1, Math.max(-1, dot(w, plant) / (r * s))));
        const [sine, cosine] = [Math.sin(t), Math.cos(t)];
        const pull = (s * s * (t - sine * cosine) + r * s * (sine - t * cosine)) / (2 * Math.PI);
        expect(pull).toBeGreaterThanOrEqual(0);
        expect(Math.abs(dot(toPlant, more) - pull)).toBeLessThanOrEqual(1e-14 * (r + s) * (r + s));
      }),
      CHECK,
    );
  });

  it('does not change where space is reflected', () => {
    fc.assert(
      fc.property(cases, blends, ({ w, plant, v }, blend) => {
        fc.pre(isSmooth(w, plant) && norm(v) > 0);
        const reflected = (x: Float64Array) => {
          const image = Float64Array.from(x);
          addScaled(image, v, (-2 * dot(v, x)) / dot(v, v));
          return image;
        };
        const scale = 1e-13 * (dot(w, w) + dot(plant, plant) + 1);
        const here = createPopulationLoss(plant, blend).loss(w);
        const there = createPopulationLoss(reflected(plant), blend).loss(reflected(w));
        expect(Math.abs(here - there)).toBeLessThanOrEqual(scale);
        const slope = reflected(gradientAt(plant, blend, w));
        addScaled(slope, gradientAt(reflected(plant), blend, reflected(w)), -1);
        expect(norm(slope)).toBeLessThanOrEqual(scale);
      }),
      CHECK,
    );
  });

  it('the blend is (1 - b) f + b g, loss and gradient', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ w, plant }, b) => {
        const scale = 1e-14 * (dot(w, w) + dot(plant, plant) + 1);
        const [f, g, mixed] = [0, 1, b].map((blend) => createPopulationLoss(plant, blend).loss(w));
        expect(Math.abs(mixed! - (1 - b) * f! - b * g!)).toBeLessThanOrEqual(scale);
        const [df, dg, slope] = [0, 1, b].map((blend) => gradientAt(plant, blend, w));
        addScaled(slope!, df!, b - 1);
        addScaled(slope!, dg!, -b);
        expect(norm(slope!)).toBeLessThanOrEqual(scale);
      }),
      CHECK,
    );
  });
});

describe('its derivatives', () => {
  it('the gradient is that of central differences, and of any batch', () => {
    fc.assert(
      fc.property(cases, blends, ({ w, plant }, blend) => {
        fc.pre(isSmooth(w, plant));
        const landscape = createPopulationLoss(plant, blend);
        const gradient = new Float64Array(w.length).fill(9);
        expect(landscape.evaluate(gradient, w)).toBe(landscape.loss(w));
        for (let j = 0; j < w.length; j++) {
          const reach = 2 ** -14;
          const slope =
            (landscape.loss(moved(w, j, reach)) - landscape.loss(moved(w, j, -reach))) / (2 * reach);
          expect(Math.abs(gradient[j]! - slope)).toBeLessThanOrEqual(1e-8 * (1 + norm(w) + norm(plant)));
        }
        const batch = new Float64Array(w.length);
        landscape.batchGradient(batch, w, Int32Array.of(0, 1, 2), 1, 2);
        expect(batch).toEqual(gradient);
      }),
      CHECK,
    );
  });

  it('the curvature is that of central differences of the gradient', () => {
    fc.assert(
      fc.property(cases, blends, ({ w, plant }, blend) => {
        fc.pre(isSmooth(w, plant));
        const d = w.length;
        // Along the plant and opposite to it the sine has a kink, which differences straddle.
        const inner = dot(w, plant) / (norm(w) * norm(plant));
        fc.pre(d === 1 || 1 - inner * inner > 1e-3);
        const matrix = new Float64Array(d * d).fill(9);
        createPopulationLoss(plant, blend).curvature(matrix, w);
        for (let j = 0; j < d; j++) {
          const reach = 2 ** -14;
          const ahead = gradientAt(plant, blend, moved(w, j, reach));
          const behind = gradientAt(plant, blend, moved(w, j, -reach));
          for (let k = 0; k < d; k++)
            expect(Math.abs(matrix[j * d + k]! - (ahead[k]! - behind[k]!) / (2 * reach))).toBeLessThanOrEqual(
              1e-7 * (1 + norm(plant)),
            );
        }
      }),
      CHECK,
    );
  });
});

describe('at special places', () => {
  const plant = Float64Array.of(0.3, -0.7, 0.2);
  const origin = new Float64Array(3);

  it('w = 0: every unit is off and left pulls no more, the blend pulls by its share', () => {
    expect([...gradientAt(plant, 0, origin)]).toEqual([0, 0, 0]);
    expect(relativeError(gradientAt(plant, 0.5, origin), [-0.075, 0.175, -0.05])).toBeLessThanOrEqual(1e-15);
    expect(relativeError(gradientAt(plant, 1, origin), [-0.15, 0.35, -0.1])).toBeLessThanOrEqual(1e-15);
    expect(createPopulationLoss(plant, 0.25).loss(origin)).toBeCloseTo(dot(plant, plant) / 4, 15);
    const isDead = [0, 0.5, 1].map((blend) => createPopulationLoss(plant, blend).isDead(origin));
    expect(isDead).toEqual([true, false, false]);
    expect(createPopulationLoss(plant, 0).isDead(Float64Array.of(0, 1e-9, 0))).toBe(false);
    const matrix = new Float64Array(9);
    createPopulationLoss(plant, 0).curvature(matrix, origin);
    expect([...matrix]).toEqual([0.5, 0, 0, 0, 0.5, 0, 0, 0, 0.5]);
  });

  it('opposite the plant f pulls towards 0 alone', () => {
    const w = plant.map((value) => -2 * value);
    expect(
      relativeError(
        gradientAt(plant, 0, w),
        w.map((value) => value / 2),
      ),
    ).toBeLessThanOrEqual(1e-15);
  });

  it('a plant of 0 makes both the same bowl', () => {
    for (const blend of [0, 0.5, 1]) {
      expect(createPopulationLoss(origin, blend).loss(plant)).toBeCloseTo(dot(plant, plant) / 4, 15);
      expect([...gradientAt(origin, blend, plant)]).toEqual([...plant].map((value) => value / 2));
    }
  });

  it('weights that are not finite, or too large to square, give a loss that is not finite', () => {
    for (const blend of [0, 0.5, 1])
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e200])
        expect(createPopulationLoss(plant, blend).loss(Float64Array.of(0, bad, 1))).not.toSatisfy(
          Number.isFinite,
        );
  });

  it('says of itself what is known', () => {
    for (const blend of [0, 1]) {
      const landscape = createPopulationLoss(plant, blend);
      expect(landscape).toMatchObject({ dimension: 3, nonNegative: true, unbounded: false });
      expect(landscape.samples).toBe(Number.POSITIVE_INFINITY);
      expect([landscape.planar(), landscape.runsOff(origin)]).toEqual([null, false]);
      expect(landscape.follow()).toBe(landscape);
    }
  });
});
