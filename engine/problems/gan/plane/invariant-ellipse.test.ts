import { describe, expect, it } from 'vitest';
import { anyStart, BORDERS, playAt, playSource } from '../../../fixtures/plane-plays.ts';
import type { Play } from '../rules.ts';
import type { Ellipse } from '../types.ts';
import { createPlaneGame } from './game.ts';
import { ellipsePoints, invariantEllipse } from './invariant-ellipse.ts';

const levelAt = ({ a, b, c }: Ellipse, e: number, d: number) => a * e * e + b * e * d + c * d * d;

/** Largest relative change of the level over 10,000 rounds. */
function drift(play: Play, x: number, start: readonly [number, number], ellipse: Ellipse): number {
  const game = createPlaneGame(play, x, start);
  const state = new Float64Array(2);
  let most = 0;
  for (let k = 0; k < 10_000; k++) {
    game.step();
    game.read(state);
    most = Math.max(most, Math.abs(levelAt(ellipse, state[0]! - x, state[1]!) / ellipse.level - 1));
  }
  return most;
}

/** Rules with a complex pair of modulus 1 at their first border. */
const ROUND = ['simultaneous', 'alternating', 'extragradient'] as const;

describe('the ellipse', () => {
  it.each(ROUND)('is kept for 10,000 rounds of %s, and no other one is', (rule) => {
    const random = playSource(5);
    for (let draw = 0; draw < 20; draw++) {
      const [p, q] = BORDERS[rule][0]!(0.05 + 0.9 * random.uniform());
      const play = playAt(rule, p, q, 0.3 + random.uniform());
      const [x, start] = [random.normal(), anyStart(random)];
      const ellipse = invariantEllipse(play, x, start)!;
      expect(ellipse.a).toBeGreaterThan(0);
      expect(levelAt(ellipse, start[0] - x, start[1])).toBe(ellipse.level);
      expect(drift(play, x, start, ellipse)).toBeLessThan(1e-11);
      for (const wrong of [{ b: -ellipse.b }, { b: 0 }, { c: 1.01 * ellipse.c }]) {
        const other = { ...ellipse, ...wrong };
        const level = levelAt(other, start[0] - x, start[1]);
        expect(drift(play, x, start, { ...other, level })).toBeGreaterThan(1e-3);
      }
    }
  });

  it('of `alternating` without a brake is mu (w - x)^2 - p (w - x) d + eta d^2', () => {
    const { a, b, c, level } = invariantEllipse(
      { rule: 'alternating', eta: 0.5, mu: 0.25, rho: 0 },
      1,
      [2, 0],
    )!;
    expect([a, b, c, level]).toEqual([0.25, -0.125, 0.5, 0.25]);
  });

  it('of `simultaneous` and `extragradient` is a multiple of mu (w - x)^2 + q (w - x) d + eta d^2', () => {
    for (const rule of ['simultaneous', 'extragradient'] as const)
      for (const t of [0.1, 0.3, 0.45, 0.55, 0.7, 0.95]) {
        const [p, q] = BORDERS[rule][0]!(t);
        const play = playAt(rule, p, q, 0.5);
        const { a, b, c } = invariantEllipse(play, 0, [1, 1])!;
        expect(b / a / (q / play.mu)).toBeCloseTo(1, 12);
        expect(c / a / (play.eta / play.mu)).toBeCloseTo(1, 12);
      }
  });

  it('is drawn by points on it, of which the last is the first', () => {
    const x = 0.7;
    const start = [1.9, -0.4] as const;
    const ellipse = invariantEllipse({ rule: 'alternating', eta: 1.9, mu: 1.9, rho: 0 }, x, start)!;
    const points = ellipsePoints(ellipse, x, 500);
    expect(points).toHaveLength(1_002);
    expect([...points.slice(-2)]).toEqual([...points.slice(0, 2)]);
    let nearest = Number.POSITIVE_INFINITY;
    let [turned, longest] = [0, 0];
    for (let at = 0; at < points.length; at += 2) {
      const [e, d] = [points[at]! - x, points[at + 1]!];
      expect(levelAt(ellipse, e, d) / ellipse.level).toBeCloseTo(1, 12);
      nearest = Math.min(nearest, Math.hypot(points[at]! - start[0], d - start[1]));
      if (at > 0) {
        const [before, height] = [points[at - 2]! - x, points[at - 1]!];
        longest = Math.max(longest, Math.hypot(e - before, d - height));
        turned += Math.atan2(before * d - height * e, before * e + height * d);
      }
    }
    expect(turned).toBeCloseTo(2 * Math.PI, 12);
    expect(nearest).toBeLessThan(longest);
  });
});

describe('there is no ellipse', () => {
  it.each([
    ['where it arrives', { rule: 'alternating', eta: 0.2, mu: 0.2, rho: 1 }],
    ['where it leaves', { rule: 'simultaneous', eta: 0.2, mu: 0.2, rho: 0 }],
    ['at a corner', { rule: 'alternating', eta: 2, mu: 2, rho: 0 }],
    ['beyond it', { rule: 'alternating', eta: 2.5, mu: 2, rho: 0 }],
    ['between two points: an eigenvalue -1', { rule: 'simultaneous', eta: 2, mu: 1, rho: 3 }],
    ['between two points: R = -I', { rule: 'extragradient', eta: 2, mu: 1, rho: 1 }],
    ['with the best discriminator', { rule: 'best', eta: 2, mu: 1, rho: 1 }],
    ['with a memory', { rule: 'optimistic', eta: 1 / Math.sqrt(3), mu: 1 / Math.sqrt(3), rho: 0 }],
  ] as const)('%s', (_, play) => {
    expect(invariantEllipse(play, 1, [2, 0])).toBeNull();
  });

  it('where R is -I but for rounding', () => {
    for (let k = 1; k < 50; k++)
      expect(
        invariantEllipse({ rule: 'extragradient', eta: 2, mu: 1, rho: 1 + k * 2 ** -52 }, 1, [2, 0]),
      ).toBeNull();
  });

  it('at the saddle', () => {
    const play = { rule: 'alternating', eta: 0.2, mu: 0.2, rho: 0 } as const;
    expect(invariantEllipse(play, 1, [1, 0])).toBeNull();
    expect(invariantEllipse(play, 1, [1, 1e-3])).not.toBeNull();
  });
});
