import { describe, expect, it } from 'vitest';
import at0 from '../../fixtures/shuffle-0.json' with { type: 'json' };
import at3 from '../../fixtures/shuffle-matrices-3.json' with { type: 'json' };
import type { Values } from '../../params.ts';
import { runValues } from '../../run/run-values.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { problem } from './problem.ts';
import { reportOf, type ShuffleReport } from './report.ts';
import type { RestPoint } from './types.ts';

function report(given: Values, steps: number, stationary = false) {
  const { values } = createScenario('shuffle', given);
  const instance = problem.prepare(values, null);
  const made = reportOf(instance, runValues(values));
  return { ...made.heading, ...(made.run(steps, null, null, stationary) as unknown as ShuffleReport), made };
}

/** Largest difference, relative for expected values above 1. */
function away(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    0,
    ...actual.map((value, at) => Math.abs(value - expected[at]!) / Math.max(1, Math.abs(expected[at]!))),
  );
}

/** The upper triangle of a symmetric matrix, row by row. */
const upper = (matrix: readonly number[]) => {
  const n = Math.sqrt(matrix.length);
  return matrix.filter((_, at) => at % n >= Math.floor(at / n));
};

type Recorded<Key extends string> = Readonly<
  Record<
    string,
    ({ readonly E: number; readonly P: number } & Readonly<Record<Key, readonly number[]>>) | undefined
  >
>;

/** Compares states, E and P at the steps of the reference, as far as computed. */
function expectRun<Key extends string>(
  { states, costs, penalties, endedAt }: ShuffleReport['left'] | ShuffleReport['right'],
  runs: Recorded<Key>,
  key: Key,
  close: number,
  isLeft = false,
): void {
  for (const [k, of] of Object.entries(runs)) {
    if (!of || Number(k) >= states.length) continue;
    // The reference continues after the right moves by less than 1e-12 a step and the left's E is within 1e-9 of its bound.
    const hasEnded = endedAt !== null && Number(k) > endedAt;
    if (hasEnded && isLeft) continue;
    const within = hasEnded ? 1e-9 : close;
    expect(away(states[Number(k)]!, of[key]), `state ${k}`).toBeLessThan(within);
    expect(away([costs[Number(k)]!, penalties[Number(k)]!], [of.E, of.P]), `step ${k}`).toBeLessThan(within);
  }
}

const { triangle } = at0;

describe('the report on the triangle', () => {
  const descents = triangle.flatMap((of) =>
    of.descents.map((descent, d) => ({ of, descent, d, name: of.name })),
  );

  it.each(descents)('runs as the reference does: $name, $d', ({ of, descent }) => {
    const { A, B, L } = of;
    const printed = report(
      { A: upper(A), B: upper(B), lambda: descent.lam / L, ramp: descent.ramp, start: descent.start },
      1000,
    );
    expect(printed).toMatchObject({ n: 3, shape: 'triangle', refused: [], refusedCount: 0 });
    const { smoothness, step, lambda } = printed as unknown as Record<string, number>;
    expect(away([smoothness!, step!, lambda!], [L, descent.step, descent.lam])).toBeLessThan(1e-13);
    const { left, right } = printed;
    expectRun(right, descent.runs, 'x', 1e-12);
    if (descent.lam === 0) {
      expectRun(left, descent.runs, 'x', 1e-12, true);
      expect(right.states[1]).toEqual(left.states[1]);
    }
    for (const k of [0, 1, 7, 200, 1000]) {
      const lambdaK = lambda! * (descent.ramp > 0 ? Math.min(1, k / descent.ramp) : 1);
      expect(right.lambdas[k]).toBeCloseTo(lambdaK, 12);
      expect(right.objectives[k]).toBe(right.costs[k]! + right.lambdas[k]! * right.penalties[k]!);
      expect(left.bounds[k]).toBeLessThanOrEqual(left.costs[k]!);
    }
    expect(left.lowerBound).toBe(Math.max(...left.bounds));
  });

  it.each(triangle)('lists corners, thresholds and the optimum of the reference: $name', (of) => {
    const { A, B, corners, allSix, thresholds, relaxed } = of;
    const printed = report({ A: upper(A), B: upper(B), start: [0.2, 0.3, 0.5] }, 3000);
    const { best, left } = printed;
    expect(printed.thresholds.map(({ permutation }) => permutation)).toEqual([
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ]);
    expect(
      away(
        printed.thresholds.map(({ cost }) => cost),
        corners,
      ),
    ).toBeLessThan(1e-12);
    expect(
      away(
        printed.thresholds.map(({ threshold }) => threshold),
        thresholds,
      ),
    ).toBeLessThan(1e-12);
    expect(away(best!.allSix!, allSix)).toBeLessThan(1e-12);
    expect([best!.cost, best!.count]).toEqual([
      expect.closeTo(Math.min(...corners), 10),
      corners.filter((cost) => cost <= Math.min(...corners) + 1e-9).length,
    ]);
    expect(left.status).toBe('stationary');
    expect(away([left.lowerBound, left.costs.at(-1)!], [relaxed.value, relaxed.value])).toBeLessThan(1e-7);
    expect(left.rounded).toEqual({
      permutation: printed.thresholds[relaxed.rounds]!.permutation,
      cost: corners[relaxed.rounds],
      tie: false,
      tiedCosts: null,
    });
  });

  const levels = triangle.flatMap((of) => of.levels.map((level) => ({ ...of, level, lam: level.lam })));
  it.each(levels)('lists the minima of the reference: $name at $lam', ({ A, B, L, level }) => {
    const given = { A: upper(A), B: upper(B), lambda: level.lam / L };
    const { stationary } = report(given, 0, true);
    const { left, right } = stationary!;
    const sorted = [...right].sort((a, b) => a.value - b.value);
    expect(right).toEqual(sorted);
    if (level.lam === 0) expect(left).toEqual(right);
    for (const point of right) expect(Object.keys(point)).toEqual(['at', 'on', 'kind', 'value', 'isolated']);
    const minima = level.stationary.filter(({ kind }) => kind === 'minimum');
    const found = right.filter(({ kind, isolated }) => kind === 'minimum' && isolated);
    const close = (a: Pick<RestPoint, 'at'>, b: { at: readonly number[] }) => away(a.at, b.at) < 1e-6;
    expect(found).toHaveLength(minima.length);
    for (const of of minima) {
      const own = found.find((point) => close(point, of))!;
      expect(own, `${of.at}`).toBeDefined();
      expect(own.on).toBe(of.on);
      expect(away([own.value], [of.value])).toBeLessThan(1e-9);
    }
    // Descent rests at every listed one; the reference omits those of a symmetric Q, and corners that are no minima.
    const { relaxation, info } = problem.prepare(createScenario('shuffle', given).values, null);
    for (const { at } of right) {
      const next = Float64Array.from(at);
      const before = next.slice();
      const gradient = new Float64Array(3);
      relaxation.cost(gradient, before);
      relaxation.addPenalty(gradient, before, info.lambda);
      for (let k = 0; k < 3; k++) next[k] = before[k]! - info.step * gradient[k]!;
      relaxation.projector().project(next);
      expect(away([...next], at), `${at}`).toBeLessThan(1e-9);
    }
  });

  it('has a side that has ended stand there: arrays hold steps 0 to N', () => {
    const { left, right } = report({ start: [0.2, 0.6, 0.2] }, 100);
    expect([right.endedAt, right.status, right.permutation]).toEqual([3, 'permutation', [1, 2, 0]]);
    expect(right.rounded).toEqual({ permutation: [1, 2, 0], cost: 24, tie: false, tiedCosts: null });
    for (const list of [left.states, left.costs, left.penalties, left.bounds]) expect(list).toHaveLength(101);
    for (const list of [right.states, right.costs, right.penalties, right.lambdas, right.objectives])
      expect(list).toHaveLength(101);
    expect(right.states.slice(3)).toEqual(new Array(98).fill([0, 1, 0]));
    // At the centre lambda is below the threshold of the nearest corner: no permutation.
    const waits = report({ start: [1 / 3, 1 / 3, 1 / 3] }, 300).right;
    expect([waits.status, waits.permutation]).toEqual(['stationary', null]);
    expect(waits.states.at(-1)).toEqual([expect.closeTo(0.117, 3), 0, expect.closeTo(0.883, 3)]);
    const early = report({ start: [0.2, 0.6, 0.2] }, 2);
    expect([early.left.status, early.left.endedAt, early.right.status, early.right.endedAt]).toEqual([
      'moving',
      null,
      'moving',
      null,
    ]);
  });
});

describe('the report over all doubly stochastic matrices', () => {
  const offsets = [at0, at3];
  const runs = offsets.flatMap(({ matching, offset }) =>
    matching.flatMap((of) => of.penalised.map((run) => ({ of, run, name: of.name, offset, ...run }))),
  );

  it.each(runs)(
    'runs as the reference does: $name at offset $offset, $share L, ramp $ramp',
    ({ of, run }) => {
      const { A, B, L, n, start } = of;
      const steps = Math.max(run.ends.steps, 100);
      const given = { A: upper(A), B: upper(B), shape: 'all', start, lambda: run.share, ramp: run.ramp };
      const { right, ...printed } = report(given, Math.min(steps, 400));
      expect(printed).toMatchObject({ n, shape: 'all' });
      const { smoothness } = printed as unknown as Record<string, number>;
      expect(away([smoothness!], [L])).toBeLessThan(1e-13);
      expectRun(right, run.runs as Recorded<'M'>, 'M', 1e-9);
      if (run.ends.permutation && run.ends.steps <= 400) {
        expect(right.status).toBe('permutation');
        expect(
          away([right.rounded.cost, right.costs.at(-1)!], [run.ends.roundedCost, run.ends.E]),
        ).toBeLessThan(1e-9);
        expect(right.permutation).toEqual(right.rounded.permutation);
      }
    },
  );

  it.each(offsets.flatMap(({ matching, offset }) => matching.map((of) => ({ ...of, offset }))))(
    'knows the best and its threshold: $name at offset $offset',
    ({ A, B, n, best, bestPermutations, bestCount, thresholdOfBest, start, relaxed }) => {
      const printed = report({ A: upper(A), B: upper(B), shape: 'all', start }, 400);
      expect(printed.best).toEqual({
        cost: expect.closeTo(best, 9),
        permutations: bestPermutations,
        count: bestCount,
      });
      const { thresholds, right, left } = printed;
      const own = thresholds.find(({ permutation }) => `${permutation}` === `${bestPermutations[0]}`)!;
      expect(away([own.cost, own.threshold], [best, thresholdOfBest])).toBeLessThan(1e-9);
      if (n <= 4) {
        const all = thresholds.map(({ permutation }) => permutation.join(''));
        expect(all).toHaveLength([1, 1, 2, 6, 24][n]!);
        expect(all).toEqual([...all].sort());
      } else {
        // Also the one that the right rounds to, if different.
        const [first, ...others] = thresholds;
        expect(first).toBe(own);
        const isBest = `${right.rounded.permutation}` === `${first!.permutation}`;
        expect(others.map(({ permutation }) => permutation)).toEqual(
          isBest ? [] : [right.rounded.permutation],
        );
      }
      expect(left.lowerBound).toBeLessThanOrEqual(relaxed.value * (1 + 1e-12));
      expect(left.lowerBound).toBeLessThanOrEqual(best);
    },
  );

  it('prints a tie as one, with the least and the largest cost among the tied', () => {
    const edges = [0, 0, 0, 1, 0, 1, 0, 0, 0, 0];
    // Two edges and a 4-cycle: the centre is a rest, and all 24 permutations are equally near.
    const centre = new Array(16).fill(0.25);
    const cycle = [0, 1, 0, 1, 0, 1, 0, 0, 1, 0];
    const rest = report({ A: edges, B: cycle, shape: 'all', start: centre }, 10).left;
    expect([rest.status, rest.endedAt]).toEqual(['stationary', 0]);
    expect(rest.rounded).toEqual({ permutation: [0, 1, 2, 3], cost: 4, tie: true, tiedCosts: [4, 12] });
    // Two edges and K4 without an edge: two tie, with the same cost.
    const less = [0, 1, 1, 1, 0, 1, 1, 0, 0, 0];
    for (const sseed of [1, 2, 3]) {
      const { left } = report({ A: edges, B: less, shape: 'all', sseed }, 600);
      expect([left.status, left.rounded.tie, left.rounded.tiedCosts]).toEqual(['stationary', true, [10, 10]]);
    }
  });

  it('claims no best permutation beyond n = 8, and has the threshold of where the right ended', () => {
    const { best, thresholds, right } = report({ graphs: 'weighted', n: 9, shape: 'all', lambda: 0.3 }, 50);
    expect([best, right.status]).toEqual([null, 'permutation']);
    expect(thresholds).toEqual([
      { permutation: right.permutation, cost: right.rounded.cost, threshold: expect.any(Number) },
    ]);
    expect(thresholds[0]!.threshold).toBeLessThan(right.lambdas.at(-1)!);
  });

  it('of layers is a report over all matrices', () => {
    const printed = report({ loss: 'layers', drift: 0 }, 1500);
    expect(printed).toMatchObject({ n: 4, shape: 'all', best: { cost: expect.closeTo(0, 12), count: 1 } });
    // Without drift the planted permutation costs nothing, and the relaxation finds it.
    const { planted } = problem.prepare(createScenario('shuffle', { loss: 'layers' }).values, null).info
      .layers!;
    expect([printed.best!.permutations, printed.left.rounded.permutation]).toEqual([[planted], planted]);
    expect(printed.thresholds).toHaveLength(24);
  });
});

describe('is refused', () => {
  const asked = { format: 'json', gap: null, steps: 100, stationary: false } as const;
  const refused = (given: Values, more: object) => report(given, 0).made.refuse({ ...asked, ...more });

  it('what it has not', () => {
    expect(refused({}, {})).toBe(null);
    expect(refused({}, { stationary: true })).toBe(null);
    expect(refused({}, { format: 'csv' })).toBe('--format: expected json for permutations; got csv');
    expect(refused({}, { gap: 1e-6 })).toBe(
      '--gap: expected a right side that is solved to a gap; got a descent',
    );
    const matrices = { shape: 'all', graphs: 'weighted', n: 10 };
    expect(refused(matrices, { stationary: true })).toBe('--stationary: expected shape=triangle; got all');
    expect(refused(matrices, { steps: 100_000 })).toBe(null);
    expect(refused(matrices, { steps: 100_001 })).toBe(
      '--steps: expected at most 100000 with n=10; got 100001',
    );
    expect(refused({}, { steps: 1_000_000 })).toBe(null);
  });
});
