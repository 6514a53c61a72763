import { expect, it } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import type { SideName, Vector } from '../../contract.ts';
import { createRandom } from '../../kernels/random.ts';
import { createRun, type SideFrame } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { coneFloor } from './network/cone-floor.ts';
import { problem } from './problem.ts';
import { GAME_RULES } from './rules.ts';

const SIDES: readonly SideName[] = ['left', 'right'];
const ROUNDS = 500;

type Given = Parameters<typeof createScenario>[1];

function play(given: Given, rounds = ROUNDS) {
  const { values } = createScenario('gan', given);
  const instance = problem.prepare(values, null);
  const run = createRun(instance, values);
  const first = run.first();
  return { instance, frames: [first, run.advance(rounds)] as const };
}

function told(frames: readonly { readonly left: SideFrame; readonly right: SideFrame }[], side: SideName) {
  const all = frames.map((frame) => frame[side]);
  const series = (name: string) => all.flatMap((one) => [...(one.series[name] ?? [])]);
  const width = all[0]!.width;
  const states = all.flatMap(({ iterates, count }) =>
    Array.from({ length: count }, (_, k) => iterates.subarray(k * width, (k + 1) * width)),
  );
  return { loss: series('loss'), reach: series('reach'), dead: series('dead'), states, last: all.at(-1)! };
}

/** Small games, most with noise in a half-space, so that neurons die. */
const GAMES: readonly Given[] = Array.from({ length: 60 }, (_, seed) => {
  const random = createRandom(seed, 9);
  const whole = (least: number, most: number) => least + random.integer(most - least + 1);
  return {
    seed,
    ...{ m: whole(1, 3), dz: whole(1, 2), n: whole(1, 4), width: whole(1, 5), width2: whole(1, 6) },
    rule: GAME_RULES[seed % GAME_RULES.length]!,
    ...(seed % 5 === 4 && { versus: 'convex' }),
    rho: 0.3 + random.uniform(),
    c: 0.3 + random.uniform(),
  };
});

it('no later mse is below what is in reach, which only grows while neurons die; what is dead never moves again', () => {
  let died = 0;
  for (const given of GAMES) {
    const { instance, frames } = play(given);
    for (const side of SIDES) {
      const { loss, reach, dead, states } = told(frames, side);
      const { data, certificate } = instance.generators![side];
      const { width: k, dz, m, n, noise, columns, mean } = data;
      const of = instance.info.sides[side];
      let least = Number.POSITIVE_INFINITY;
      const wrong: number[] = [];
      for (let at = loss.length - 1; at >= 0; at--) {
        least = Math.min(least, loss[at]!);
        const isBelow = reach[at]! * (1 - 1e-9) - 1e-15 <= least;
        const grows = at === 0 || (dead[at]! >= dead[at - 1]! && reach[at]! >= reach[at - 1]!);
        if (!isBelow || !grows) wrong.push(at);
      }
      expect(wrong, `${JSON.stringify(given)} ${side}`).toEqual([]);
      expect(reach[0]).toBeGreaterThanOrEqual(certificate.reachable ? 0 : certificate.floor);
      if (of.kind === 'convex') {
        expect(Math.max(...dead)).toBe(0);
        continue;
      }
      const isOff = (state: Vector, j: number) =>
        Array.from({ length: n }, (_, i) => {
          let sum = 0;
          for (let q = 0; q < dz; q++) sum += state[j * dz + q]! * noise[i * dz + q]!;
          return sum <= 0;
        }).every(Boolean);
      const last = states.at(-1)!;
      const silent = [...Array(k).keys()].filter((j) => isOff(last, j));
      if (of.rule === 'optimistic') expect(silent.length).toBeGreaterThanOrEqual(dead.at(-1)!);
      else {
        expect(silent).toHaveLength(dead.at(-1)!);
        const own = coneFloor(
          columns.map((value, at) => (silent.includes(at % k) ? 0 : value)),
          ...([m, k, mean] as const),
        );
        expect(reach.at(-1)).toBeCloseTo(own.reachable ? 0 : own.floor, 9);
        const moved: number[] = [];
        for (const [at, state] of states.entries())
          for (let j = 0; j < k; j++)
            if (isOff(state, j)) {
              const before = state.subarray(j * dz, (j + 1) * dz);
              if (before.some((value, q) => value !== last[j * dz + q])) moved.push(at);
            } else if (at === states.length - 1) expect(silent).not.toContain(j);
        expect(moved, `${JSON.stringify(given)} ${side}`).toEqual([]);
      }
      if (reach.at(-1)! > (certificate.reachable ? 0 : certificate.floor)) died++;
    }
  }
  expect(died).toBeGreaterThan(10);
});

it('a game that stands still is not said to move, and one that has stopped stands still', () => {
  const seen = new Map<string, number>();
  const some = runsAll ? GAMES : GAMES.slice(30);
  for (const given of some) {
    const { frames } = play({ ...given, c: 0.5, mu: 0.4 }, 3000);
    for (const side of SIDES) {
      const { states, last } = told(frames, side);
      const [before, after] = [states.at(-500)!, states.at(-1)!];
      const moved = Math.max(...after.map((value, q) => Math.abs(value - before[q]!)));
      seen.set(last.status, (seen.get(last.status) ?? 0) + 1);
      if (moved === 0) expect(last.status, JSON.stringify({ ...given, side })).not.toBe('moving');
      if (last.status === 'stationary' && last.endedAt! < 2500) expect(moved).toBe(0);
      if (last.status === 'deadEnd' && last.endedAt! < 2500) expect(moved).toBeLessThan(1e-3);
    }
  }
  expect(seen.get('deadEnd')).toBeGreaterThan(some.length / 6);
  // A trial round of `extragradient` may switch a neuron off without its death.
  expect(seen.get('stationary')).toBeGreaterThan(0);
});

it.each([
  [{ n: 3, seed: 28 }, ['deadEnd', 'left'], 1000],
  [{ n: 3, seed: 1 }, ['deadEnd', 'left'], 1000],
  [{ n: 3, seed: 43 }, ['deadEnd', 'left'], 1000],
  [{ level: 'two-weights', start: [0, 0] }, ['deadEnd', 'right'], 100],
] as const)(
  '%o: dead neurons leave the mean outside of what the others reach',
  (given, [end, side], rounds) => {
    const { frames } = play(given, rounds);
    const { loss, reach, dead, last } = told(frames, side);
    expect(last.status).toBe(end);
    expect(dead.at(-1)).toBeGreaterThan(0);
    expect(loss.at(-1)! / reach.at(-1)!).toBeCloseTo(1, 5);
  },
);

it('one that goes on beside a dead neuron has not stopped', () => {
  const { frames } = play({ level: 'two-weights', xmean: [0.5], start: [0, 1] }, 1000);
  const { reach, dead, last } = told(frames, 'right');
  expect([last.status, dead.at(-1), reach.at(-1)]).toEqual(['moving', 1, 0.25]);
});
