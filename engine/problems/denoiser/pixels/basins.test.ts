import { describe, expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import { PIXEL_CASES, sideOf } from '../../../fixtures/pixel-cases.ts';
import { type PixelValues, pixelDraws } from '../../../fixtures/two-pixels.ts';
import { findAll } from '../../../search.ts';
import { SIDES } from '../../../side-names.ts';
import type { PixelModel } from '../instance.ts';
import type { Point } from '../types.ts';
import { pixelBasins, pixelLimits } from './basins.ts';
import { pixelCurves, pixelLevels } from './levels.ts';
import { createEnds, cyclesFrom, isSameEnd, type PixelEnd, startAlong } from './limits.ts';
import { pixelSides } from './sides.ts';

const DEFAULTS: PixelValues = {
  phi: [1, 0.6],
  truth: [1, 0.15],
  start: [0.2, 0.9],
  c: 1,
  sigma: 0.2,
  spread: 0.05,
  cap: 0.95,
};
const made = (more: Partial<PixelValues>) => pixelSides({ ...DEFAULTS, ...more });

const far = ([a, b]: Point, [x, y]: Point) => Math.max(Math.abs(a - x), Math.abs(b - y));

function moved({ round }: PixelModel, [a, b]: Point, rounds: number): Point {
  const state = Float64Array.of(a, b);
  for (let k = 0; k < rounds; k++) round(state, state);
  return [state[0]!, state[1]!];
}

describe.each(spread(PIXEL_CASES, 12))('$title', (one) => {
  const { model, known } = sideOf(one);
  const told = pixelLimits(model);

  it('has the limits of NumPy and the share of starts that settle', () => {
    expect(told.settledShare).toBeCloseTo(one.settledShare, 12);
    if (typeof one.limits === 'string') return expect(told.limits).toBeNull();
    expect(told.limits).toHaveLength(one.limits.length);
    for (const limit of one.limits)
      expect(Math.min(...told.limits!.map(({ at }) => far(at, limit as unknown as Point)))).toBeLessThan(
        1e-9,
      );
    const rests = told.limits!.reduce((sum, { share }) => sum + share, 0);
    expect(rests).toBeCloseTo(told.settledShare, 12);
    const cycles = told.cycles.reduce((sum, { share }) => sum + share, 0);
    expect(rests + cycles).toBeCloseTo(1, 12);
    if (one.c < one.guaranteedBelow) expect(told.cycles).toEqual([]);
  });

  it('has the same in its basins', () => {
    const basins = findAll(pixelBasins(model, known));
    expect(basins.cells).toBe(41);
    const share = (kind: string) =>
      basins.limits.reduce((sum, limit) => sum + (limit.kind === kind ? limit.share : 0), 0);
    expect(share('rest')).toBeCloseTo(one.settledShare, 12);
    expect(share('rest') + share('cycle')).toBeCloseTo(1, 12);
    if (told.limits) {
      // Bit for bit the listed ones.
      const at = basins.limits.filter(({ kind }) => kind === 'rest').map(({ points }) => points);
      expect(at).toHaveLength(told.limits.length);
      for (const point of at) expect(known.rests!.map((rest) => rest.at)).toContainEqual(point);
    } else {
      expect(basins.limits).toEqual([{ kind: 'rest', points: known.segment!.flat(), share: 1 }]);
    }
    const counts = basins.limits.map((_, label) => basins.labels.filter((other) => other === label).length);
    expect(counts.map((count) => count / 1681)).toEqual(basins.limits.map(({ share: part }) => part));
  });
});

describe('basins', () => {
  it('lead where 3,000 rounds do, start by start', () => {
    for (const more of [{}, { c: 1.98 }, { c: 1.98, sigma: 0.3 }]) {
      const { info, pixels } = made(more);
      const cells = 11;
      const { labels, limits } = findAll(pixelBasins(pixels.left, info.sides.left, cells));
      for (let j = 0; j < cells; j++)
        for (let i = 0; i < cells; i++) {
          const start: Point = [startAlong(i, cells), startAlong(j, cells)];
          expect(start[0]).toBeCloseTo(-0.3 + (1.6 * i) / 10, 14);
          const end = moved(pixels.left, start, 3000);
          const next = moved(pixels.left, end, 1);
          const { kind, points } = limits[labels[j * cells + i]!]!;
          expect(kind).toBe(far(end, next) < 1e-6 ? 'rest' : 'cycle');
          const near = [0, 2]
            .filter((at) => at < points.length)
            .map((at) => far(end, [points[at]!, points[at + 1]!]));
          expect(Math.min(...near)).toBeLessThan(1e-8);
        }
    }
  });

  it('are the same however they are cut, and tell of what is done', () => {
    const { info, pixels } = made({ c: 1.98 });
    const search = pixelBasins(pixels.left, info.sides.left, 13);
    let done = 0;
    for (;;) {
      const { labels } = search.progress!();
      const now = labels.filter((label) => label !== -2).length;
      expect(now).toBeGreaterThanOrEqual(done);
      done = now;
      if (!search.step()) break;
    }
    expect(done).toBe(169);
    expect(search.step()).toBe(false);
    expect(search.found()).toEqual(findAll(pixelBasins(pixels.left, info.sides.left, 13)));
  });

  it('have NumPy’s starts, to the bit', () => {
    // np.linspace(-.3, 1.3, 41)[[0, 1, 7, 20, 39, 40]]
    const wanted = [-0.3, -0.26, -0.019999999999999962, 0.5, 1.26, 1.3];
    expect([0, 1, 7, 20, 39, 40].map((at) => startAlong(at, 41))).toEqual(wanted);
    for (let cells = 2; cells < 100; cells++) expect(startAlong(cells - 1, cells)).toBe(1.3);
  });

  it('leave a start that runs off', () => {
    const { info, pixels } = made({ spread: 0.3, sigma: 0.06, c: 4 });
    const { labels, limits } = findAll(pixelBasins(pixels.left, info.sides.left, 5));
    expect(limits).toEqual([]);
    expect([...labels]).toEqual(Array(25).fill(-2));
    expect(pixelLimits(pixels.left)).toEqual({ limits: [], settledShare: 0, cycles: [] });
  });
});

describe('an end', () => {
  it('is a cycle whatever point of it comes first, with its least period', () => {
    const rest = (...points: Point[]): PixelEnd => ({ kind: points.length > 1 ? 'cycle' : 'rest', points });
    const [a, b, c]: Point[] = [
      [0, 0],
      [1, 0],
      [0.5, 1],
    ];
    expect(isSameEnd(rest(a!, b!, c!), rest(c!, a!, b!))).toBe(true);
    expect(isSameEnd(rest(a!, b!, c!), rest(a!, c!, b!))).toBe(false);
    expect(isSameEnd(rest(a!, b!), rest(a!, b!, c!))).toBe(false);
    expect(isSameEnd(rest(a!), rest([9e-4, -9e-4]))).toBe(true);
    expect(isSameEnd(rest(a!), rest([1.1e-3, 0]))).toBe(false);
    expect(isSameEnd({ kind: 'cycle', points: [a!] }, rest(a!))).toBe(false);
  });

  it('is a real cycle: so many rounds lead back, and no fewer', () => {
    const draws = pixelDraws(41);
    const periods = new Set<number>();
    for (let n = 0; n < 60; n++) {
      const { info, pixels } = pixelSides(
        draws.values({ c: draws.between(1.3, 2.6), sigma: draws.between(0.06, 0.3) }),
      );
      for (const side of SIDES)
        for (const points of cyclesFrom(pixels[side], info, info.sides[side])) {
          expect(info.c).toBeGreaterThanOrEqual(info.sides[side].guaranteedBelow);
          periods.add(points.length);
          for (const [k, point] of points.entries()) {
            const next = moved(pixels[side], point, 1);
            expect(far(next, points[(k + 1) % points.length]!)).toBeLessThan(1e-8);
            for (let p = 1; p < points.length; p++)
              expect(far(moved(pixels[side], point, p), point)).toBeGreaterThan(1e-8);
          }
          expect(Math.min(...points.map(([x]) => x))).toBeGreaterThan(points[0]![0] - 1e-3);
        }
    }
    expect(periods).toContain(2);
  });

  it('is looked for by a map where the basins have it', () => {
    const draws = pixelDraws(42);
    let seen = 0;
    for (let n = 0; n < 6; n++) {
      const { info, pixels } = pixelSides(
        draws.values({
          phi: [1, draws.between(0.3, 0.9)],
          truth: [draws.between(0.8, 1.1), draws.between(0, 0.3)],
          c: draws.between(1.8, 2),
          sigma: draws.between(0.15, 0.3),
        }),
      );
      const marked = cyclesFrom(pixels.left, info, info.sides.left);
      for (const { points, share } of pixelLimits(pixels.left).cycles) {
        if (share < 0.02) continue;
        seen++;
        const same = marked.filter((one) =>
          isSameEnd({ kind: 'cycle', points: one }, { kind: 'cycle', points }),
        );
        expect(same).toHaveLength(1);
      }
    }
    expect(seen).toBeGreaterThan(2);
  });

  it('is rest after one round where a start is there, and nothing within so few rounds otherwise', () => {
    const { info, pixels } = made({});
    const { at } = info.sides.right.rests![0]!;
    expect(createEnds(pixels.right, 10)(...at)!.kind).toBe('rest');
    expect(createEnds(pixels.right, 10)(0, 0)).toBeNull();
  });

  it('is found from the scenario’s own start too', () => {
    const { info, pixels } = made({ c: 1.98 });
    const turning: PixelModel = {
      ...pixels.left,
      round: (into, x) => into.set(x[0]! > 4 ? [x[0]! > 5 ? 4.5 : 5.5, 0] : [0, 0]),
    };
    const at = (start: Point) => cyclesFrom(turning, { c: info.c, start }, info.sides.left);
    expect(at([0.2, 0.9])).toEqual([]);
    expect(at([5, 0])).toEqual([
      [
        [4.5, 0],
        [5.5, 0],
      ],
    ]);
  });

  it('is not looked for where there is none', () => {
    const { info, pixels } = made({ c: 1.98 });
    const { left } = info.sides;
    expect(cyclesFrom(pixels.left, info, left)).toHaveLength(1);
    expect(cyclesFrom(pixels.left, { ...info, c: left.guaranteedBelow - 1e-9 }, left)).toEqual([]);
    expect(cyclesFrom(pixels.left, info, { ...left, rate: 0.9 })).toEqual([]);
  });
});

describe('levels', () => {
  it('have at each c what the side has at that c', () => {
    const { info } = made({});
    const values = Float64Array.of(0.01, 1, 1.15, 1.5, 1.98);
    for (const side of SIDES) {
      const levels = findAll(pixelLevels(info, { side, key: 'c', values }));
      expect(levels).toHaveLength(5);
      for (const [k, { rests, cycles }] of levels.entries()) {
        const other = made({ c: values[k]! });
        expect(rests).toEqual(other.info.sides[side].rests);
        const wanted = cyclesFrom(other.pixels[side], other.info, other.info.sides[side]);
        expect(cycles).toEqual(wanted.map((points) => points.flat()));
      }
    }
    const counts = findAll(pixelLevels(info, { side: 'left', key: 'c', values })).map(({ rests, cycles }) => [
      rests.length,
      cycles.length,
    ]);
    expect(counts).toEqual([
      [9, 0],
      [5, 0],
      [3, 0],
      [3, 0],
      [3, 1],
    ]);
  });

  it('have at each cap what the right has with it', () => {
    const { info } = made({ c: 1.98 });
    const values = Float64Array.of(0.3, 0.6, 0.95, 1);
    const levels = findAll(pixelLevels(info, { side: 'right', key: 'cap', values }));
    for (const [k, { rests, cycles }] of levels.entries()) {
      expect(rests).toEqual(made({ c: 1.98, cap: values[k]! }).info.sides.right.rests ?? []);
      expect(cycles).toEqual([]);
    }
    expect(levels.map(({ rests }) => rests.length)).toEqual([1, 1, 1, 0]);
  });
});

it('curves are D, its slope and h', () => {
  const { pixels } = made({});
  const at = Float64Array.of(-0.2, 0.4, 0.5, 1.1);
  for (const side of SIDES) {
    const { denoiser } = pixels[side];
    const { value, slope, prox } = pixelCurves(pixels[side], at);
    expect([...value]).toEqual([...at].map((z) => denoiser.apply(z)));
    expect([...slope]).toEqual([...at].map((z) => denoiser.slope(z)));
    expect([...prox]).toEqual([...at].map((x) => denoiser.prox(x)));
  }
});
