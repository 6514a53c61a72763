import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { pixelDraws } from '../../../fixtures/two-pixels.ts';
import { SIDES } from '../../../side-names.ts';
import type { PixelModel } from '../instance.ts';
import type { Point } from '../types.ts';
import { createEnds } from './limits.ts';
import { pixelSides } from './sides.ts';

function roundOf({ round }: PixelModel, [a, b]: Point): Point {
  const state = Float64Array.of(a, b);
  round(state, state);
  return [state[0]!, state[1]!];
}

const distance = ([a, b]: Point, [x, y]: Point) => Math.sqrt((a - x) * (a - x) + (b - y) * (b - y));

/** The rest point at 1/2 is where D is steepest. */
const onePixel = { phi: [1, 0], truth: [0.5, 0], spread: 0.05, cap: 0.95, start: [0.5, 0] } as const;

describe('a round', () => {
  const draws = pixelDraws(31);
  const all = Array.from({ length: runsAll ? 300 : 120 }, () => draws.values());
  const anywhere = (): Point => {
    const size = 10 ** draws.between(-3, 0.5);
    return [0.5 + draws.between(-size, size), 0.5 + draws.between(-size, size)];
  };

  it('lowers F by at least (1 + 1/M - c) ||x+ - x||^2/2, from every place, for every c', () => {
    let raised = 0;
    let worst = Number.NEGATIVE_INFINITY;
    for (const values of all) {
      const { info, pixels } = pixelSides(values);
      for (const side of SIDES)
        for (let k = 0; k < 30; k++) {
          const x = anywhere();
          const next = roundOf(pixels[side], x);
          const [before, after] = [pixels[side].objective(...x), pixels[side].objective(...next)];
          const moved = distance(x, next);
          const sure = ((info.sides[side].guaranteedBelow - info.c) / 2) * moved * moved;
          const flat = (values.sigma * values.sigma) / (values.spread * values.spread);
          worst = Math.max(worst, (after - before + sure) / ((1 + flat) * (1 + Math.abs(before))));
          if (after > before + 1e-9) raised++;
        }
    }
    expect(worst).toBeLessThan(1e-15);
    // Otherwise the law says nothing.
    expect(raised).toBeGreaterThan(all.length / 15);
  });

  it('leaves a slope of F of at most (1 + c) ||x+ - x||', () => {
    for (const values of all.slice(0, 100)) {
      const { info, pixels } = pixelSides(values);
      for (const side of SIDES) {
        const x = anywhere();
        const next = roundOf(pixels[side], x);
        const t = info.step * (info.phi[0] * next[0] + info.phi[1] * next[1] - info.y);
        const slope = next.map((one, i) => pixels[side].denoiser.inverse(one) - one + t * info.phi[i]!);
        const flat = 1 + (values.sigma * values.sigma) / (values.spread * values.spread);
        expect(Math.hypot(...slope)).toBeLessThan((1 + info.c) * distance(x, next) + 1e-14 * flat);
      }
    }
  });

  it('brings two points no farther than M max(1, |c - 1|) times their distance', () => {
    for (const values of all) {
      const { info, pixels } = pixelSides(values);
      for (const side of SIDES) {
        const { rate, largestSlope } = info.sides[side];
        const most = largestSlope * Math.max(1, Math.abs(info.c - 1));
        expect(rate).toBe(most < 1 ? most : null);
        let worst = Number.NEGATIVE_INFINITY;
        for (let k = 0; k < 20; k++) {
          const [a, b] = [anywhere(), anywhere()];
          const apart = distance(roundOf(pixels[side], a), roundOf(pixels[side], b));
          worst = Math.max(worst, apart - most * distance(a, b) * (1 + 1e-14));
        }
        expect(worst).toBeLessThan(1e-15);
      }
    }
  });
});

it('the disc around the moving point contains its limit, round by round', () => {
  const draws = pixelDraws(32);
  let [rounds, outside] = [0, 0];
  for (let n = 0; n < 150; n++) {
    const { info, sides } = pixelSides(
      draws.values({ c: draws.between(0.01, 2.1), cap: n % 3 ? draws.between(0.6, 0.99) : 0.999 }),
    );
    for (const side of SIDES) {
      const { rate, rests } = info.sides[side];
      if (rate === null) continue;
      expect(rests).toHaveLength(1);
      const run = sides[side].iterate();
      for (let k = 0; k < 200 && !run.ended; k++) {
        run.step();
        const state = new Float64Array(2);
        run.read(state);
        const far = distance([state[0]!, state[1]!], rests![0]!.at);
        const room = run.record().radius! * (1 + 1e-12) + (4e-16 * rate) / (1 - rate);
        if (far > room) outside++;
        rounds++;
      }
    }
  }
  expect(rounds).toBeGreaterThan(2000);
  expect(outside).toBe(0);
});

describe('below c = 1 + 1/M no run cycles', () => {
  it('from many starts, for values over the whole range, however near the rule', () => {
    const draws = pixelDraws(33);
    let most = 0;
    for (let n = 0; n < 150; n++) {
      const values = draws.values({ c: 1 });
      const bound = pixelSides(values).info.sides;
      for (const side of SIDES) {
        const near = 10 ** draws.between(-4, -1);
        const { pixels } = pixelSides({ ...values, c: bound[side].guaranteedBelow * (1 - near) });
        const endOf = createEnds({ ...pixels[side], mayCycle: true }, 400);
        for (let k = 0; k < 8; k++) {
          const end = endOf(draws.between(-0.3, 1.3), draws.between(-0.3, 1.3));
          expect(end?.kind).not.toBe('cycle');
          if (end) most++;
        }
      }
    }
    expect(most).toBeGreaterThan(1000);
  });

  it('where D is steepest, along one pixel and along both', () => {
    let worst = Number.NEGATIVE_INFINITY;
    for (const phi of [
      [1, 0],
      [1, 1],
      [1, -1],
      [3, 0.01],
    ])
      for (const sigma of [0.06, 0.2, 0.45])
        for (const near of [1e-2, 1e-3]) {
          const values = { ...onePixel, phi, truth: [0.5, 0.5], sigma };
          const { guaranteedBelow } = pixelSides({ ...values, c: 1 }).info.sides.left;
          const { pixels } = pixelSides({ ...values, c: guaranteedBelow - near });
          const { objective } = pixels.left;
          for (let k = 0; k < 12; k++) {
            const off = 10 ** (-1 - k / 2);
            let x: Point = [0.5 + off * phi[0]!, 0.5 + off * phi[1]!];
            let height = objective(...x);
            for (let taken = 0; taken < 300; taken++) {
              const after = roundOf(pixels.left, x);
              const [next, moved] = [objective(...after), distance(x, after)];
              // F falls by (near/2) ||move||^2, so no cycle returns.
              worst = Math.max(worst, next - height + (near / 2) * moved * moved);
              [x, height] = [after, next];
            }
          }
        }
    expect(worst).toBeLessThan(4e-16);
  });

  it.each([
    [0.06, null],
    [0.1, null],
    [0.2, null],
    [0.3, null],
    [0.45, null],
    [0.2, 0.9],
    [0.2, 0.5],
    [0.1, 1],
  ])('and just above one does, x <-> 1 - x: sigma %d, cap %s', (sigma, cap) => {
    const values = { ...onePixel, sigma, cap: cap ?? 1 };
    const side = cap === null ? 'left' : 'right';
    const { guaranteedBelow, largestSlope } = pixelSides({ ...values, c: 1 }).info.sides[side];
    expect(guaranteedBelow).toBeCloseTo(1 + 1 / largestSlope, 15);
    for (const above of [1e-3, 1e-2]) {
      const { pixels, info } = pixelSides({ ...values, c: guaranteedBelow + above });
      // With a cap of 1 the unmeasured pixel rests on the whole box.
      const middle = (info.sides[side].rests ?? []).filter(({ at }) => Math.abs(at[0] - 0.5) < 1e-12);
      // T' = M (1 - c) < -1.
      expect(middle.length > 0).toBe(cap !== 1);
      for (const { largest, kind } of middle) {
        expect(largest).toBeGreaterThan(1);
        expect(kind).not.toBe('stable');
      }
      const x = Float64Array.of(0.5 + 1e-4, 0);
      const before = new Float64Array(2);
      for (let k = 0; k < 20_000; k++) {
        before.set(x);
        pixels[side].round(x, x);
      }
      expect(Math.abs(x[0]! + before[0]! - 1)).toBeLessThan(1e-9);
      expect(Math.abs(x[0]! - before[0]!)).toBeGreaterThan(0.01);
    }
    const below = pixelSides({ ...values, c: guaranteedBelow - 1e-3 });
    const at = (below.info.sides[side].rests ?? []).filter(({ at: [x] }) => Math.abs(x - 0.5) < 1e-12);
    // The unmeasured pixel may rest where D is steep.
    if (cap !== null) for (const { kind } of at) expect(kind).toBe('stable');
  });

  it('with the widths of the design', () => {
    const width = (above: number) => {
      const { guaranteedBelow } = pixelSides({ ...onePixel, sigma: 0.2, c: 1 }).info.sides.left;
      const { pixels } = pixelSides({ ...onePixel, sigma: 0.2, c: guaranteedBelow + above });
      const x = Float64Array.of(0.55, 0);
      for (let k = 0; k < 20_000; k++) pixels.left.round(x, x);
      return Math.abs(2 * x[0]! - 1).toFixed(2);
    };
    expect([width(0.001), width(0.01)]).toEqual(['0.12', '0.37']);
  });
});

describe('a cap of 1', () => {
  const values = { phi: [1, 0.6], truth: [1, 0.15], start: [0, 0], sigma: 0.2, spread: 0.05, cap: 1 };

  /** Returns the end, its projection on the line, and the design's condition. */
  function from(c: number, start: Point) {
    const { info, pixels } = pixelSides({ ...values, c });
    const [low, high] = info.sides.right.box!;
    const [p, q] = info.phi;
    const off = (p * start[0] + q * start[1] - info.y) / info.L;
    const to: Point = [start[0] - off * p, start[1] - off * q];
    const reached = to.map((x, i) => start[i]! + Math.max(1, c) * (x - start[i]!));
    const end = createEnds(pixels.right)(...start);
    return {
      to,
      meets: reached.every((x) => x >= low && x <= high),
      end: end!.points[0]!,
      box: [low, high] as const,
    };
  }

  it.each([
    [1, 41 / 400],
    [1.98, 220 / 400],
    [0.4, null],
  ])('a start in the box goes to its own projection if the first step stays inside: c = %d', (c, missed) => {
    const draws = pixelDraws(34);
    let misses = 0;
    const starts = 400;
    for (let k = 0; k < starts; k++) {
      const start: Point = [draws.between(0.00001, 0.99999), draws.between(0.00001, 0.99999)];
      const { to, meets, end } = from(c, start);
      expect(values.phi[0]! * end[0] + values.phi[1]! * end[1]).toBeCloseTo(1.09, 6);
      if (meets) expect(distance(end, to)).toBeLessThan(1e-6);
      else {
        misses++;
        expect(distance(end, to)).toBeGreaterThan(1e-9);
      }
    }
    // The design has other draws, 400.
    if (missed !== null)
      expect(Math.abs(misses / starts - missed)).toBeLessThan(
        4 * Math.sqrt((2 * missed * (1 - missed)) / starts),
      );
  });

  it('comes to rest on the segment from everywhere for c < 2', () => {
    const draws = pixelDraws(35);
    for (const c of [0.1, 1, 1.7]) {
      const { info, pixels } = pixelSides({ ...values, c });
      const [[a, b], [d, e]] = info.sides.right.segment!;
      const endOf = createEnds(pixels.right);
      for (let k = 0; k < 60; k++) {
        const end = endOf(draws.between(-5, 6), draws.between(-5, 6))!;
        expect(end.kind).toBe('rest');
        const [x, y] = end.points[0]!;
        expect(x + 0.6 * y).toBeCloseTo(1.09, 6);
        expect(Math.min(a, d) - 1e-6 < x && x < Math.max(a, d) + 1e-6).toBe(true);
        expect(Math.min(b, e) - 1e-6 < y && y < Math.max(b, e) + 1e-6).toBe(true);
      }
    }
  });
});
