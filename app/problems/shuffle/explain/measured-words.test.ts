import { describe, expect, it } from 'vitest';
import type { SideName, Vector } from '../../../../engine/contract.ts';
import { createRandom } from '../../../../engine/kernels/random.ts';
import type { Values } from '../../../../engine/params.ts';
import type { ShuffleInstance } from '../../../../engine/problems/shuffle/instance.ts';
import { createBirkhoffProjector } from '../../../../engine/problems/shuffle/matrices/birkhoff-projection.ts';
import { createPenalisedDescent } from '../../../../engine/problems/shuffle/penalised-descent.ts';
import { problem } from '../../../../engine/problems/shuffle/problem.ts';
import { tallyOf } from '../../../../engine/problems/shuffle/tally.ts';
import type { Rounded } from '../../../../engine/problems/shuffle/types.ts';
import { createScenario, presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { findAll } from '../../../../engine/search.ts';
import { expectSaid, saidShare } from '../../../../scripts/intervals.ts';
import { measured } from '../../../../scripts/measured.ts';
import { words } from './words.en.ts';
import { words as chinese } from './words.zh.ts';

/** Recomputes every number called measured. */

function prepared(id: string, given: Values = {}): ShuffleInstance {
  const { values } = createScenario('shuffle', { ...presetScenario('shuffle', id).values, ...given });
  return problem.prepare(values, null);
}

interface End {
  readonly status: string;
  readonly cost: number;
  readonly penalty: number;
  readonly rounded: Rounded;
}

function endOf({ relaxation, info }: ShuffleInstance, side: SideName, start: Vector = info.start): End {
  const run = createPenalisedDescent(relaxation, side, { ...info, start });
  for (let k = 0; k < info.ramp + 20_000 && !run.ended; k++) run.step();
  const state = new Float64Array(run.dimension);
  run.read(state);
  const { loss, penalty } = run.record();
  return { status: run.status, cost: loss!, penalty: penalty!, rounded: relaxation.round(state) };
}

/** Returns uniform weights: gaps between two uniform numbers and the ends of [0, 1]. */
const EVENLY = 1901;
function evenly(count: number): Float64Array<ArrayBuffer>[] {
  const random = createRandom(EVENLY, 8624);
  return Array.from({ length: count }, () => {
    const [low, high] = [random.uniform(), random.uniform()].sort((a, b) => a - b) as [number, number];
    return Float64Array.of(low, high - low, 1 - high);
  });
}

function has(key: keyof typeof words, numbers: readonly string[]): void {
  // Chinese: 41%.
  for (const said of [words, chinese])
    for (const number of numbers) expect(String(said[key]).replace(/(?<=\d)%/g, ' %')).toContain(number);
}

describe('what the explanation calls measured', () => {
  it('a slow ramp follows the relaxation: into its error, and to the right place', () => {
    const starts = evenly(1000);
    const share = (id: string, ramp: number, cost: number) => {
      const instance = prepared(id, { ramp });
      const ends = starts.map((start) => endOf(instance, 'right', start));
      const there = ends.filter((end) => end.penalty <= 1e-9 && Math.abs(end.cost - cost) < 1e-9);
      return saidShare(there.length, starts.length);
    };
    const tooSlow = prepared('ramp-too').info;
    expect([tooSlow.ramp, tooSlow.best!.cost, endOf(prepared('ramp-too'), 'left').rounded.cost]).toEqual([
      200, 24, 40,
    ]);
    const [too, copy] = ['explain.say.shuffleRampToo', 'explain.say.shuffleRampCopy'] as const;
    for (const key of [too, copy]) has(key, ['1,000', String(EVENLY), '95 %', '200']);
    has(too, ['40', '24']);
    expectSaid(words[too], chinese[too], [share('ramp-too', 200, 40), share('ramp-too', 1000, 40)]);
    expect(endOf(prepared('convex-wins'), 'left').status).toBe('best');
    expectSaid(words[copy], chinese[copy], [share('convex-wins', 0, 0), share('convex-wins', 200, 0)]);
  });

  it('a ramp may do better than the relaxation, and than no ramp', () => {
    const one = prepared('ramp-wins');
    expect(one.info.ramp).toBe(200);
    const relaxed = endOf(one, 'left');
    const ramped = endOf(one, 'right');
    expect([relaxed.status, ramped.status]).toEqual(['rounds', 'best']);
    const least = endOf(prepared('ramp-wins', { ramp: 0 }), 'right');
    expect([one.info.lambda / one.info.smoothness, least.status]).toEqual([0.1, 'between']);
    const more = endOf(prepared('ramp-wins', { ramp: 0, lambda: 0.3 }), 'right');
    expect(more.status).toBe('permutation');
    has('explain.say.shuffleRampWins', [
      ...[relaxed.rounded.cost, ramped.cost, Math.round(more.cost)].map(String),
      'λ = 0.1 L',
      '0.3 L',
    ]);
  });

  it('E + λ_k P may rise while λ_k grows', () => {
    const run = prepared('ramp-too').sides.right.iterate();
    let [rises, now] = [0, run.record().objective!];
    for (let k = 0; k < 200; k++) {
      run.step();
      const next = run.record().objective!;
      if (next > now) rises++;
      now = next;
    }
    has('explain.say.shuffleRises', [String(rises), '200']);
  });

  it('ties where there is nothing to round', () => {
    const own = endOf(prepared('nothing-to-round'), 'left');
    expect([own.status, ...own.rounded.tiedCosts!]).toEqual(['tie', 6, 10]);
    const one = prepared('nothing-to-round', { start: null });
    const starts = Array.from({ length: 200 }, (_, s) => one.startOf(s + 1));
    const left = starts.map((start) => endOf(one, 'left', start));
    const rounded = left.filter(({ status, rounded }) => status === 'rounds' && rounded.cost === 10);
    const best = starts.map((start) => endOf(one, 'right', start)).filter(({ status }) => status === 'best');
    expect(one.info.best!.cost).toBe(6);
    const key = 'explain.say.shuffleTied';
    has(key, ['1', '200', '95 %', '6', '10']);
    expectSaid(
      words[key],
      chinese[key],
      [rounded, best].map((ends) => saidShare(ends.length, starts.length)),
    );
  });

  it('the projection agrees with Dykstra’s', async () => {
    const seeds = Array.from({ length: 200 }, (_, i) => 1 + i);
    const apart = await measured(
      'shuffle-dykstra',
      seeds,
      (seed) => {
        const random = createRandom(seed, 60);
        const n = 2 + (seed % 9);
        const size = 10 ** (random.integer(4) - 1);
        const given = Float64Array.from({ length: n * n }, () => size * random.normal());
        const own = given.slice();
        createBirkhoffProjector(n).project(own);
        return dykstra(given, n).reduce((worst, value, i) => Math.max(worst, Math.abs(value - own[i]!)), 0);
      },
      12,
    );
    const agree = [...apart.values()].filter((worst) => worst < 1e-9);
    const key = 'explain.say.shuffleDykstra';
    has(key, ['1', '200', '2', '10', '10⁻⁹', '95 %']);
    expectSaid(words[key], chinese[key], [saidShare(agree.length, seeds.length)]);
  });

  it('the convex side leads on small layers: one start per draw', async () => {
    const [seeds, ramps] = [Array.from({ length: 300 }, (_, i) => 1 + i), [0, 300, 2000]];
    const bests = await measured(
      'shuffle-layers',
      seeds,
      (seed) =>
        ramps.map((ramp) => {
          const given = { drift: 0.3, lambda: 0.1, ramp, seed };
          const { sides } = findAll(tallyOf(prepared('shuffle-layers', given), { starts: 1, sseed: seed }));
          return [sides.left.best, sides.right.best] as const;
        }),
      4,
    );
    const found = (ramp: number, side: 0 | 1) =>
      saidShare(
        [...bests.values()].reduce((count, best) => count + best[ramp]![side], 0),
        seeds.length,
      );
    const key = 'explain.say.shuffleLayersWin';
    has(key, ['0.3', '1', '300', '2,000', 'λ = 0.1 L', '95 %']);
    expectSaid(words[key], chinese[key], [found(0, 0), found(0, 1), found(1, 1), found(2, 1)]);
  });
});

/** Projects alternately (Dykstra) onto row and column sums of 1 and entries of at least 0. */
function dykstra(given: Float64Array<ArrayBuffer>, n: number): Float64Array<ArrayBuffer> {
  let now = given.slice();
  const kept = new Float64Array(n * n);
  for (let k = 0; k < 200_000; k++) {
    const [rows, columns] = [new Float64Array(n), new Float64Array(n)];
    let all = 0;
    for (const [at, value] of now.entries()) {
      rows[Math.floor(at / n)]! += value;
      columns[at % n]! += value;
      all += value;
    }
    let moved = 0;
    now = now.map((value, at) => {
      const level =
        value + (1 - rows[Math.floor(at / n)]!) / n + (1 - columns[at % n]!) / n + (all - n) / n ** 2;
      const next = Math.max(0, level + kept[at]!);
      const left = level + kept[at]! - next;
      // The point may rest for many rounds while corrections move.
      moved = Math.max(moved, Math.abs(next - value), Math.abs(left - kept[at]!));
      kept[at] = left;
      return next;
    });
    if (moved < 1e-15) break;
  }
  return now;
}
