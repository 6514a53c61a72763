import { describe, expect, it } from 'vitest';
import { runSides } from '../../fixtures/runs.ts';
import type { Values } from '../../params.ts';
import type { RunValues } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { createUpdateWalk } from '../../update/read-update.ts';
import { problem } from './problem.ts';
import { GAME_RULES } from './rules.ts';
import type { GameRound, GameUpdate, GeneratorSide } from './types.ts';

function made(given: Values) {
  const { values } = createScenario('gan', given);
  return { instance: problem.prepare(values, null), values: values as Values & RunValues };
}

type Made = ReturnType<typeof made>;

const walkOf = ({ instance, values }: Made) => createUpdateWalk(instance, values, problem.parts);

function updateAt(one: Made, k: number): GameUpdate {
  const walk = walkOf(one);
  while (!walk.approach({ left: k, right: k }, 5));
  return walk.read({ left: k, right: k }) as GameUpdate;
}

/** Maps -0 to 0. */
const bits = (numbers: ArrayLike<number>) => Array.from(numbers, (value) => value + 0);

const LEVELS: [string, Values][] = [
  ['plane', { level: 'plane', rho: 0.3 }],
  ['network', { m: 3, width: 4, width2: 9, dz: 3, n: 7, seed: 5, rho: 0.8 }],
  ['convex', { m: 3, width: 5, dz: 2, n: 7, seed: 3, versus: 'convex' }],
  ['two-weights', { level: 'two-weights' }],
];
const CASES = LEVELS.flatMap(([level, given]) => GAME_RULES.map((rule) => [level, rule, given] as const));

describe('a round taken apart', () => {
  it.each(CASES)('is the game’s own, bit for bit: %s, %s', (_, rule, given) => {
    const one = made({ ...given, rule });
    const run = runSides(one.instance, one.values, 6);
    const walk = walkOf(one);
    for (const k of [0, 1, 4, 2]) {
      while (!walk.approach({ left: k, right: k }, 5));
      const { leftRound, round, left, right } = walk.read({ left: k, right: k }) as GameUpdate;
      expect([left, right]).toEqual([null, null]);
      for (const [side, told] of [['left', leftRound!] as const, ['right', round!] as const]) {
        const state = (at: number) => bits(run[side].iterates[at]!);
        const { before, after } = told;
        expect(told.rule).toBe(rule);
        expect(bits([...before.generator, ...before.discriminator])).toEqual(state(k));
        expect(bits([...after!.generator, ...after!.discriminator])).toEqual(state(k + 1));
        expect(before.mse + 0).toBe(run[side].losses[k]! + 0);
        const { moves, eta, mu, rho, kind } = told;
        const cut = (w: number) => (kind === 'convex' ? Math.max(0, w) : w);
        expect(bits(before.generator.map((w, q) => cut(w + eta * moves.generator[q]!)))).toEqual(
          bits(after!.generator),
        );
        const ascended = moves.discriminator
          ? before.discriminator.map((d, i) => d + mu * moves.discriminator![i]!)
          : before.error.map((e) => e / rho);
        expect(bits(ascended)).toEqual(bits(after!.discriminator));
      }
    }
  });

  it.each(CASES)('takes its gradients where the rule says: %s, %s', (_, rule, given) => {
    const one = made({ ...given, rule });
    const [now, last, first] = [updateAt(one, 3), updateAt(one, 2), updateAt(one, 0)];
    for (const side of ['leftRound', 'round'] as const) {
      const { before, second, memory, moves, after, eta, mu } = now[side]!;
      const { gradients } = before;
      switch (rule) {
        case 'simultaneous':
          expect([second, memory]).toEqual([null, null]);
          expect(moves).toEqual(gradients);
          break;
        case 'alternating':
        case 'best':
          expect(bits(second!.discriminator)).toEqual(bits(after!.discriminator));
          expect(second!.generator).toEqual(before.generator);
          expect(moves.generator).toEqual(second!.gradients.generator);
          break;
        case 'extragradient':
          expect(moves).toEqual(second!.gradients);
          for (const [i, d] of second!.discriminator.entries())
            expect(d).toBe(before.discriminator[i]! + mu * gradients.discriminator[i]!);
          for (const [q, w] of second!.generator.entries()) {
            const ahead = before.generator[q]! + eta * gradients.generator[q]!;
            expect(w).toBe(now[side]!.kind === 'convex' ? Math.max(0, ahead) : ahead);
          }
          break;
        case 'optimistic':
          expect(memory).toEqual(last[side]!.before.gradients);
          expect(first[side]!.memory).toEqual(first[side]!.before.gradients);
          for (const player of ['generator', 'discriminator'] as const)
            for (const [q, slope] of gradients[player].entries())
              expect(moves[player]![q]).toBe(2 * slope - memory![player][q]!);
      }
    }
  });

  it.each(LEVELS)('has gradients that are those of L: %s', (level, given) => {
    const one = made(given);
    const { info } = one.instance;
    const { noise, noiseDimension: dz, mean: x } = info;
    const n = noise.length / (dz || 1);
    for (const side of ['left', 'right'] as const) {
      const own = info.sides[side];
      const {
        before,
        kind,
        rho,
        neurons: k,
        block,
      } = updateAt(one, 5)[side === 'left' ? 'leftRound' : 'round'] as GameRound;
      const columns = own.kind === 'plane' ? Float64Array.of(1) : (own as GeneratorSide).columns;
      const hidden = (w: Float64Array): number[] => {
        if (kind !== 'network') return Array.from(w);
        return Array.from({ length: k }, (_, j) => {
          let sum = 0;
          for (let i = 0; i < n; i++) {
            let z = 0;
            for (let q = 0; q < dz; q++) z += w[j * dz + q]! * noise[i * dz + q]!;
            sum += Math.max(0, z);
          }
          return sum / n;
        });
      };
      const value = (w: Float64Array, d: Float64Array) => {
        const h = hidden(w);
        let [L, square] = [0, 0];
        for (let i = 0; i < x.length; i++) {
          const g = h.reduce((sum, own, j) => sum + columns[i * k + j]! * own, 0);
          L += d[i]! * (x[i]! - g);
          square += d[i]! ** 2;
        }
        return L - (rho / 2) * square;
      };
      const { generator: w, discriminator: d, gradients } = before;
      expect(w).toHaveLength(k * block);
      expect(Math.abs(before.value - value(w, d))).toBeLessThanOrEqual(1e-13);
      const slopeOf = (at: number, of: 'w' | 'd') => {
        const moved = (by: number) => {
          const [a, b] = [w.slice(), d.slice()];
          const into = of === 'w' ? a : b;
          into[at] = into[at]! + by;
          return value(a, b);
        };
        return (moved(1e-6) - moved(-1e-6)) / 2e-6;
      };
      for (const q of w.keys())
        expect(Math.abs(gradients.generator[q]! + slopeOf(q, 'w')), level).toBeLessThanOrEqual(1e-8);
      for (const i of d.keys())
        expect(Math.abs(gradients.discriminator[i]! - slopeOf(i, 'd'))).toBeLessThanOrEqual(1e-8);
      const { hidden: h, mean: g, error, pulls, mse } = before;
      for (const [j, own] of hidden(w).entries()) expect(Math.abs(h[j]! - own)).toBeLessThanOrEqual(1e-15);
      for (let j = 0; j < k; j++) {
        const pull = d.reduce((sum, own, i) => sum + columns[i * k + j]! * own, 0);
        expect(Math.abs(pulls[j]! - pull)).toBeLessThanOrEqual(1e-15);
      }
      for (const [i, e] of error.entries()) expect(Math.abs(x[i]! - g[i]! - e)).toBeLessThanOrEqual(2e-15);
      expect(Math.abs(error.reduce((sum, e) => sum + e * e, 0) - mse)).toBeLessThanOrEqual(1e-15);
    }
  });

  it('tells the push: eta on the plane, eta sigma_max^2 of the network, nothing of the convex side', () => {
    const plane = updateAt(made({ level: 'plane', c: 0.7 }), 1);
    expect(plane.leftRound!.push).toBe(0.7);
    // sigma^2 is the sum of ||zeta_j||^2 v_j^2: 1/4 per neuron that is not at 0.
    const two = updateAt(made({ level: 'two-weights', c: 0.3 }), 0);
    expect(two.round!.push).toBeCloseTo((0.3 / 2) * 0.5, 15);
    const convex = updateAt(made({ versus: 'convex' }), 1);
    expect(convex.leftRound!.push).toBeGreaterThan(0);
    expect(convex.round!.push).toBeNaN();
  });

  it('tells 40 neurons at most', () => {
    const { round } = updateAt(made({ width2: 100, seed: 7 }), 2);
    const { before, moves, neurons } = round!;
    expect(neurons).toBe(100);
    for (const rows of [before.hidden, before.pulls]) expect(rows).toHaveLength(40);
    for (const rows of [before.generator, before.gradients.generator, moves.generator])
      expect(rows).toHaveLength(80);
  });

  it('is not told past the end of a side', () => {
    const one = made({ level: 'plane', c: 5, mu: 5 });
    const { left } = runSides(one.instance, one.values, 400);
    const last = left.iterates.length - 1;
    expect(last).toBeLessThan(400);
    const end = updateAt(one, last);
    expect(end.leftRound!.after).toBeNull();
    expect(updateAt(one, last + 1).leftRound).toBeNull();
    expect(end.round).not.toBeNull();
  });
});
