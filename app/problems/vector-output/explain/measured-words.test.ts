import { describe, expect, it } from 'vitest';
import { problem } from '../../../../engine/problems/vector-output/problem.ts';
import { sideSettings } from '../../../../engine/run/create-run.ts';
import { createDescent } from '../../../../engine/run/descent.ts';
import { runValues } from '../../../../engine/run/run-values.ts';
import { descends, sidesOf } from '../../../../engine/run/sides.ts';
import { sizesOf } from '../../../../engine/run/sizes-of.ts';
import { presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { expectSaid, saidMean, saidShare } from '../../../../scripts/intervals.ts';
import { measured } from '../../../../scripts/measured.ts';
import { expectNumbersIn } from '../../kit/for-tests/expect-numbers.ts';
import { words } from './words.en.ts';
import { words as chinese } from './words.zh.ts';

/** Recomputes every number called measured. */

const prepared = (id: string, given = {}) => {
  const values = { ...presetScenario('vector-output', id).values, ...given };
  return { values, instance: problem.prepare(values, null) };
};

/** Returns the left's losses; the right's rounds would take most of the time. */
function lossesOf(id: string, steps: number, given = {}): readonly number[] {
  const { values, instance } = prepared(id, given);
  const { left } = sidesOf(instance);
  if (!descends(left)) throw new Error('expected a side that descends');
  const settings = sideSettings(instance, runValues(values)).left;
  const descent = createDescent(left, left.landscape.follow(), settings, sizesOf(instance));
  const losses: number[] = [];
  for (let k = 0; k <= steps && descent.take(k); k++) losses.push(descent.loss);
  return losses;
}

function optimumOf(id: string): number {
  const solver = prepared(id).instance.createSolver('newton');
  while (solver.status === 'moving') solver.step();
  return solver.objective;
}

const says = expectNumbersIn<keyof typeof words>(words, chinese);

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

describe('what the explanation calls measured', () => {
  it('sharing neurons: the optimum of one network against separate ones', () => {
    for (const id of ['pie', 'pie-sharp']) {
      const { instance, values } = prepared(id);
      const search = problem.parts!.facts!(
        instance,
        values,
        new Map([['separate', { name: 'separate', at: null }]]),
        null,
      );
      while (search.step());
      says('explain.say.outputsSharingSeen', [
        rounded(optimumOf(id), 4),
        rounded(search.found().separate!, 4),
      ]);
    }
  });

  it('starts of words: who has the neurons, and who arrives', async () => {
    const [starts, steps, m] = [40, 5000, 20];
    const optimum = optimumOf('words');
    const all = Array.from({ length: starts }, (_, k) => k + 1);
    let had = 0;
    const arrives = await measured(
      'outputs-starts',
      all,
      (sseed) => lossesOf('words', steps, { sseed }).at(-1)! <= optimum * (1 + 1e-6),
      2,
    );
    const arriving = all.filter((sseed) => arrives.get(sseed));
    for (const sseed of all) {
      const { instance } = prepared('words', { sseed });
      const { classes } = instance.data;
      const on = (j: number, k: number) =>
        [...classes!].every((own, i) => own !== k || instance.start[i * m + j]! > 0);
      const has = [0, 1, 2].every((k) => Array.from({ length: m }, (_, j) => j).some((j) => on(j, k)));
      if (has) had++;
      expect(arrives.get(sseed) && !has, `start ${sseed}`).toBe(false);
    }
    const key = 'explain.say.outputsStartsSeen';
    says(key, [1, starts, steps, m, 95]);
    expectSaid(
      words[key],
      chinese[key],
      [had, arriving.length].map((of) => saidShare(of, starts)),
    );
  });

  it('how often F rises, and that its rises shrink with the step', async () => {
    const [starts, steps] = [200, 1000];
    const ids = ['pie', 'curve', 'spiral'];
    const nameOf = (id: string, c: number, sseed: number) => `${id}, c = ${c}, start ${sseed}`;
    const seeds = Array.from({ length: starts }, (_, k) => k + 1);
    const cases = ids.flatMap((id) =>
      [1, 0.25].flatMap((c) => seeds.map((sseed) => [id, c, sseed] as const)),
    );
    const of = new Map(cases.map((one) => [nameOf(...one), one]));
    const told = await measured(
      'outputs-rises',
      [...of.keys()],
      (name) => {
        const [id, c, sseed] = of.get(name)!;
        const losses = lossesOf(id, steps, { neurons: 5, c, sseed });
        let [rises, most] = [0, 0];
        for (let k = 1; k < losses.length; k++) {
          const rise = losses[k]! - losses[k - 1]!;
          if (rise > 0) rises++;
          most = Math.max(most, rise / losses[k - 1]!);
        }
        return { rises, most };
      },
      4,
    );
    const shares = ids.map((id) => {
      const [long, short] = [1, 0.25].map((c) => seeds.map((sseed) => told.get(nameOf(id, c, sseed))!));
      const mostOf = (runs: typeof long) => Math.max(...runs!.map(({ most }) => most));
      expect(mostOf(short), id).toBeLessThan(mostOf(long));
      return saidMean(
        long!.map(({ rises }) => (100 * rises) / steps),
        (share) => Math.max(0, share).toFixed(1),
        ' %',
      );
    });
    const key = 'explain.say.outputsHoveringSeen';
    says(key, [1, starts, steps, 95]);
    expectSaid(words[key], chinese[key], shares);
  });

  it('Frank-Wolfe’s gap after 1, 10, 100 and 1,000 rounds, and the rounds of the working set', () => {
    const { instance } = prepared('frank-wolfe');
    const solver = instance.createSolver('fw');
    const gaps: number[] = [];
    for (let round = 1; round <= 1000; round++) {
      solver.step();
      if ([1, 10, 100, 1000].includes(round)) gaps.push(1 - solver.lowerBound / solver.objective);
    }
    const exact = instance.createSolver('newton', 1e-12);
    let rounds = 0;
    for (; exact.status === 'moving'; rounds++) exact.step();
    expect(exact.status).toBe('optimal');
    says('explain.say.outputsRoundsSeen', [
      1,
      10,
      100,
      1000,
      ...gaps.map((gap) => Number(gap.toPrecision(2))),
      rounds,
    ]);
  });
});

it('rotated words: `rescued.test.ts` of the engine has the starts', () => {
  const key = 'explain.say.outputsRotated';
  says(key, [1, 40, 6000, 95]);
  expectSaid(
    words[key],
    chinese[key],
    [0, 28].map((count) => saidShare(count, 40)),
  );
});
