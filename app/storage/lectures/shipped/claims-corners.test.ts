import { describe, expect, it } from 'vitest';
import { recordRun } from '../../../../engine/facts/recorded-run.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import type { ShuffleInstance } from '../../../../engine/problems/shuffle/instance.ts';
import { createPenalisedDescent } from '../../../../engine/problems/shuffle/penalised-descent.ts';
import { permutationAt } from '../../../../engine/problems/shuffle/permutation-costs.ts';
import type { Rounded } from '../../../../engine/problems/shuffle/types.ts';
import { runValues } from '../../../../engine/run/run-values.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { CORNERS } from './corners.ts';

/** Checks claims without numbers in "Exact is not easy". */

async function play(name: keyof typeof CORNERS, more = {}) {
  const { problem, values } = parseLink(CORNERS[name].scenario).scenario;
  const changed = { ...values, ...more };
  const instance = (await loadProblem(problem)).prepare(changed, null) as unknown as ShuffleInstance;
  const run = recordRun(instance, runValues(changed));
  while (run.end === null && run.last < 3000 && run.goOn());
  return { run, instance, info: instance.info, triangle: instance.info.triangle! };
}

/** An even grid on the triangle. */
const POINTS = Array.from({ length: 21 }, (_, i) =>
  Array.from({ length: 21 - i }, (_, j) => [1 - (i + j) / 20, i / 20, j / 20]),
).flat();

describe('exact is not easy', () => {
  it('round: the lowest mixture holds nothing of the best permutation', async () => {
    const { run, info, triangle } = await play('round');
    const at = run.iterate('left', run.end!)!;
    expect(info.costs.indexOf(info.best!.cost)).toBe(1);
    expect(at[1]).toBe(0);
    expect(triangle.rests.left[0]!.on).toBe('edge');
    expect([...run.iterate('right', 3)!]).toEqual([0, 1, 0]);
  });

  it('between: the lowest point is the best permutation, but only some starts find it', async () => {
    const { run, info, triangle, instance } = await play('between');
    expect(triangle.rests.right[0]).toMatchObject({ on: 'vertex', value: info.best!.cost });
    const { permutation } = instance.relaxation.round(run.iterate('right', run.end!)!) as Rounded;
    const nearest = info.thresholds.find((one) => `${one.permutation}` === `${permutation}`)!;
    expect(nearest.threshold).toBeGreaterThan(info.lambda);
    const ends = new Set<string>();
    for (const start of POINTS) ends.add((await play('between', { start })).run.side('right').status);
    expect([...ends].sort()).toEqual(['best', 'between']);
  });

  it('traps: from everywhere to a corner, at once; in the order of the thresholds; to every one of them', async () => {
    const { run, info } = await play('traps');
    expect(run.side('right').endedAt).toBeLessThanOrEqual(3);
    expect(info.lambda).toBeGreaterThan(Math.max(...info.thresholds.map(({ threshold }) => threshold)));
    const ended = new Set<number>();
    let elsewhere = 0;
    for (const start of POINTS) {
      const { run } = await play('traps', { start });
      const at = [...run.iterate('right', run.end!)!];
      if (Math.max(...at) === 1) ended.add(at.indexOf(1));
      else elsewhere++;
    }
    expect(ended.size).toBe(3);
    // Starts on a saddle stay there.
    expect(elsewhere).toBeLessThan(0.02 * POINTS.length);
    const saddle = (await play('traps')).triangle.rests.right.find(({ kind }) => kind === 'saddle')!;
    expect((await play('traps', { start: [...saddle.at] })).run.side('right').status).toBe('between');
  });

  it('ramp: each step goes down at its lambda, and not to the lowest point, into the corner that rounding gives', async () => {
    const { run, instance, info } = await play('ramp');
    const { relaxation } = instance;
    const worth = (k: number, lambda: number) => {
      const x = Float64Array.from(run.iterate('right', k)!);
      return relaxation.cost(new Float64Array(3), x) + lambda * relaxation.penalty(x);
    };
    for (let k = 0; k < run.side('right').endedAt!; k++) {
      const lambda = info.lambda * Math.min(1, k / info.ramp);
      expect(worth(k + 1, lambda)).toBeLessThanOrEqual(worth(k, lambda) + 1e-9);
    }
    // From its threshold, the lowest point is the best corner, far from the run.
    expect(info.triangle!.rests.right[0]).toMatchObject({ on: 'vertex', cost: info.best!.cost });
    expect(info.best!.cost).toBeLessThan(worth(run.side('right').endedAt!, info.lambda));
    const at = run.iterate('right', run.end!)!;
    expect(at[2]).toBe(1);
    const { permutation } = instance.relaxation.round(run.iterate('left', run.end!)!);
    expect(permutation).toEqual(instance.relaxation.round(at).permutation);
    expect(info.best!.cost).toBeLessThan(info.costs[2]!);
  });

  it('copy: the second graph is the first renamed, and the relaxation finds it from every start', async () => {
    const { info } = await play('copy');
    const { a, b } = info.graphs!;
    const p = info.best!.permutations[0]!;
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) expect(b[3 * p[i]! + p[j]!]).toBe(a[3 * i + j]);
    for (const start of POINTS) expect((await play('copy', { start })).run.side('left').status).toBe('best');
  });

  it('tie: at its mark the left is equally near to permutations of different costs', async () => {
    const { problem, values } = parseLink(CORNERS.tie.scenario).scenario;
    const instance = (await loadProblem(problem)).prepare(values, null) as unknown as ShuffleInstance;
    const recorded = recordRun(instance, runValues(values));
    while (recorded.last < CORNERS.tie.bookmark && recorded.goOn());
    const rounded = instance.relaxation.round(recorded.iterate('left', CORNERS.tie.bookmark)!);
    expect(rounded.tie).toBe(true);
    const [least, largest] = rounded.tiedCosts!;
    expect(largest).toBeGreaterThan(least + 1);
    // Many permutations leave both graphs unchanged.
    const { a, b } = instance.info.graphs!;
    for (const graph of [a, b]) {
      const kept = Array.from({ length: 24 }, (_, index) => permutationAt(index, 4)).filter((p) =>
        p.every((to, i) => p.every((other, j) => graph[4 * to + other] === graph[4 * i + j])),
      );
      expect(kept.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('slowly: at once it rests elsewhere', async () => {
    const slow = await play('slowly');
    const atOnce = await play('slowly', { ramp: 0 });
    expect(slow.run.side('right').status).toBe('best');
    expect(atOnce.run.side('right').status).not.toBe('best');
    // Only in this scene does a ramp end as wrong as the relaxation.
    expect(Object.keys(CORNERS).indexOf('ramp')).toBe(3);
    expect([CORNERS.ramp.ends, CORNERS.tie.ends]).toEqual(['rounds permutation', 'tie best']);
  });

  it('slowly: restarts help the penalty at once, hardly the relaxation', async () => {
    const { instance } = await play('slowly', { ramp: 0 });
    const { info, relaxation } = instance;
    const ends = { left: new Set<string>(), right: new Set<string>() };
    for (let sseed = 1; sseed <= 20; sseed++)
      for (const side of ['left', 'right'] as const) {
        const start = instance.startOf(sseed);
        const run = createPenalisedDescent(relaxation, side, { ...info, start });
        for (let k = 0; k < 20_000 && !run.ended; k++) run.step();
        const at = new Float64Array(run.dimension);
        run.read(at);
        ends[side].add(`${relaxation.round(at).cost}`);
      }
    expect(ends.left).toEqual(new Set(['32']));
    expect(ends.right).toContain('16');
    expect(ends.right.size).toBeGreaterThan(3);
  });
});
