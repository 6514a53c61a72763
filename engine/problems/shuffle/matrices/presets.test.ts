import { describe, expect, it } from 'vitest';
import { measured } from '../../../../scripts/measured.ts';
import { runsAll, spread } from '../../../../scripts/tier.mjs';
import type { SideName } from '../../../contract.ts';
import type { Values } from '../../../params.ts';
import { presetScenario } from '../../../scenario/create-scenario.ts';
import { findAll } from '../../../search.ts';
import { problem } from '../problem.ts';
import { tallyOf } from '../tally.ts';
import { tellMatrix } from './matrices.ts';

const valuesOf = (id: string, set: Values = {}): Values => ({
  ...presetScenario('shuffle', id).values,
  ...set,
});
const prepare = (id: string, set: Values = {}) => problem.prepare(valuesOf(id, set), null);

/** Runs one side to its end, or to `most` steps. */
function end(id: string, side: SideName, set: Values = {}, most = 20_000) {
  const { sides, relaxation } = prepare(id, set);
  const run = sides[side].iterate();
  let k = 0;
  for (; k < most && !run.ended; k++) run.step();
  const state = new Float64Array(relaxation.dimension);
  run.read(state);
  const { loss, penalty, bound } = run.record() as Record<'loss' | 'penalty' | 'bound', number>;
  return { k, status: run.status, loss, penalty, bound, state, ...relaxation.round(state), relaxation };
}

/** Returns the ends of drawn starts, as the page counts them. */
function count(id: string, starts: number, set: Values = {}) {
  return findAll(tallyOf(prepare(id, { start: null, ...set }), { starts, sseed: 1 })).sides;
}

/** Settings of the layers for which `count` is kept; `npm test` counts some of them again. */
const LAYERS: Readonly<Record<string, Values>> = Object.fromEntries(
  [{}, { lambda: 0.02 }, { ramp: 300 }, { ramp: 2000 }].flatMap((set) =>
    [{}, { drift: 0 }].map((drift) => [JSON.stringify({ ...drift, ...set }), { ...drift, ...set }]),
  ),
);
let counted: ReturnType<typeof countAll> | undefined;
const countAll = () =>
  measured(
    'shuffle-layer-starts',
    Object.keys(LAYERS),
    (name) => {
      const { left, right } = count('shuffle-layers', 20, LAYERS[name]);
      return [left.best, right.best] as const;
    },
    2,
  );
async function countLayers(set: Values = {}) {
  counted ??= countAll();
  return (await counted).get(JSON.stringify(set))!;
}

/** Expects numbers to equal the written digits. */
function expectDigits(found: readonly number[], written: readonly string[]): void {
  const shown = written.map((text, k) => Number(found[k]!.toFixed(text.split('.')[1]?.length ?? 0)));
  expect(shown).toEqual(written.map(Number));
}

/** Upper triangles of graphs on four nodes. */
const EDGE = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
const TWO_EDGES = [0, 0, 0, 1, 0, 1, 0, 0, 0, 0];
const CYCLE = [0, 1, 0, 1, 0, 1, 0, 0, 1, 0];

describe('nothing-to-round', () => {
  it('has 16 best permutations of cost 6; the others cost 10', () => {
    const { info } = prepare('nothing-to-round');
    expect(info.best).toMatchObject({ cost: 6, count: 16 });
    expect([...new Set(info.costs)].sort()).toEqual([10, 6].sort());
    expectDigits([info.smoothness, info.exactFrom!], ['25.369', '7.000']);
  });

  it('is relaxed to 2.5, where permutations of both costs tie; the penalty comes to a best one', () => {
    const left = end('nothing-to-round', 'left');
    expect(left).toMatchObject({ status: 'tie', tie: true, tiedCosts: [6, 10] });
    expectDigits([left.loss, left.bound], ['2.500000', '2.500000']);
    expect(end('nothing-to-round', 'right')).toMatchObject({ status: 'best', cost: 6, loss: 6, penalty: 0 });
  });

  it('is a tie of two permutations from drawn starts too, but both cost 10; the penalty finds a best one in 36 of 40', () => {
    const { left, right } = count('nothing-to-round', 40);
    expect(left).toMatchObject({ best: 0, other: 40, tie: 0, moving: 0 });
    expect(right).toMatchObject({ best: 36, other: 4, exact: 40, moving: 0 });
    for (const sseed of spread([...Array(40).keys()], 10)) {
      const { status, tie, tiedCosts } = end('nothing-to-round', 'left', { start: null, sseed: sseed + 1 });
      expect([status, tie, tiedCosts]).toEqual(['rounds', true, [10, 10]]);
    }
  });

  it('has two like it: an edge against the 4-cycle, two edges against the 4-cycle', () => {
    const edge = { A: EDGE, B: CYCLE };
    expect(prepare('nothing-to-round', edge).info.best!.cost).toBe(6);
    expectDigits([end('nothing-to-round', 'left', { ...edge, start: null }).loss], ['2.500000']);
    expect(count('nothing-to-round', 40, edge)).toMatchObject({ left: { other: 40 }, right: { best: 36 } });
    const two = { A: TWO_EDGES, B: CYCLE };
    expect(prepare('nothing-to-round', two).info.best!.cost).toBe(4);
    const { state, tiedCosts } = end('nothing-to-round', 'left', { ...two, start: null });
    expect(tiedCosts).toEqual([4, 12]);
    for (const entry of state) expect(Math.abs(entry - 0.25)).toBeLessThan(1e-9);
    expect(count('nothing-to-round', 40, two)).toMatchObject({ left: { tie: 40 }, right: { best: 37 } });
  });

  it('of the 66 pairs of graphs on four nodes, two miss, seven tie and 57 are best, from every start', () => {
    const starts = runsAll ? 4 : 2;
    const pairs = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ] as const;
    const orders = Array.from({ length: 256 }, (_, at) => [
      at >> 6,
      (at >> 4) & 3,
      (at >> 2) & 3,
      at & 3,
    ]).filter((order) => new Set(order).size === 4);
    const renamed = (graph: string, order: readonly number[]) =>
      pairs
        .map(([i, j]) => {
          const [a, b] = [Math.min(order[i]!, order[j]!), Math.max(order[i]!, order[j]!)];
          return graph[pairs.findIndex(([x, y]) => x === a && y === b)];
        })
        .join('');
    const all = Array.from({ length: 64 }, (_, at) => at.toString(2).padStart(6, '0'));
    const graphs = all.filter((graph) => orders.every((order) => renamed(graph, order) <= graph));
    expect(graphs).toHaveLength(11);
    const upper = (graph: string) => {
      const [a, b, c, d, e, f] = [...graph].map(Number) as [number, number, number, number, number, number];
      return [0, a, b, c, 0, d, e, 0, f, 0];
    };
    const found = { best: 0, rounds: [] as string[], tie: [] as string[] };
    for (const [i, first] of graphs.entries())
      for (const second of graphs.slice(i)) {
        const statuses = Array.from({ length: starts }, (_, at) => {
          const set = { A: upper(first), B: upper(second), start: null, sseed: at + 1 };
          return end('nothing-to-round', 'left', set).status;
        });
        expect(new Set(statuses).size).toBe(1);
        if (statuses[0] === 'best') found.best++;
        else found[statuses[0] as 'rounds' | 'tie'].push(`${first}/${second}`);
      }
    expect(found.best).toBe(57);
    // This preset's pair, and an edge against the 4-cycle.
    expect(found.rounds.sort()).toEqual(['100000/110011', '100001/111110']);
    expect(found.tie).toHaveLength(7);
  });
});

describe('ramp-wins', () => {
  it('is relaxed to 2.974057, which its bound proves, and rounds to 32; the best one costs 16', () => {
    const { info } = prepare('ramp-wins');
    expect(info.best).toMatchObject({ cost: 16, count: 1, permutations: [[1, 3, 2, 0]] });
    const left = end('ramp-wins', 'left');
    expect(left).toMatchObject({ status: 'rounds', cost: 32, tie: false });
    expectDigits([info.smoothness, left.loss, left.bound], ['182.344', '2.974057', '2.974057']);
  });

  it('with the penalty at once rests between at .1 L, and on 38 after five steps at .3 L; with the ramp on 16', () => {
    const between = end('ramp-wins', 'right', { ramp: 0 });
    expect(between).toMatchObject({ status: 'between', cost: 26 });
    expectDigits([between.loss, between.penalty], ['23.746', '.12104']);
    expect(between.relaxation.threshold(between.permutation)).toBeGreaterThan(
      prepare('ramp-wins').info.lambda,
    );
    expect(end('ramp-wins', 'right', { ramp: 0, lambda: 0.3 })).toMatchObject({
      status: 'permutation',
      loss: 38,
      k: 5,
    });
    for (const lambda of [0.1, 0.3])
      expect(end('ramp-wins', 'right', { lambda })).toMatchObject({ status: 'best', loss: 16, k: 200 });
  });

  it('has thresholds of .0494 to .1481 L, .0548 L of the best corner, and is exact from twice the largest on', () => {
    const { thresholds, smoothness, exactFrom } = prepare('ramp-wins').info;
    expect(thresholds).toHaveLength(24);
    const shares = thresholds.map(({ threshold }) => threshold / smoothness);
    const best = thresholds.find(({ cost }) => cost === 16)!.threshold / smoothness;
    expectDigits(
      [Math.min(...shares), Math.max(...shares), best, exactFrom! / smoothness],
      ['.0494', '.1481', '.0548', '.2961'],
    );
  });

  it('a slower ramp can lose: over 2,000 steps the run is held between two of cost 32', () => {
    expect(end('ramp-wins', 'right', { ramp: 2000 })).toMatchObject({
      status: 'between',
      tie: true,
      tiedCosts: [32, 32],
    });
  });
});

describe('noisy-copy', () => {
  it('is rounded to 6.12926; the ramp reaches the best, 1.87962; at once the penalty ends above', () => {
    const { info } = prepare('noisy-copy');
    const left = end('noisy-copy', 'left');
    expect(left).toMatchObject({ status: 'rounds', tie: false });
    expectDigits([info.best!.cost, left.loss, left.cost], ['1.87962', '.50397', '6.12926']);
    expect(info.best!.count).toBe(1);
    for (const [lambda, cost] of [
      [0.1, '3.345'],
      [0.3, '8.559'],
    ] as const) {
      expect(end('noisy-copy', 'right', { lambda }).status).toBe('best');
      const atOnce = end('noisy-copy', 'right', { lambda, ramp: 0 });
      expect(atOnce.status).toBe('permutation');
      expectDigits([atOnce.loss], [cost]);
    }
  });
});

describe('shuffle-layers', () => {
  it('is relaxed to .04871 and rounds to the best, .17964, which is not the planted one; the penalty ends at .876', () => {
    const { info } = prepare('shuffle-layers');
    expect(info.best).toMatchObject({ count: 1, permutations: [[3, 2, 0, 1]] });
    expect(info.layers!.planted).toEqual([2, 3, 0, 1]);
    const left = end('shuffle-layers', 'left');
    expect(left).toMatchObject({ status: 'best', tie: false });
    expectDigits([info.best!.cost, left.loss, left.bound], ['.179643', '.048714', '.048714']);
    const right = end('shuffle-layers', 'right');
    expect(right.status).toBe('permutation');
    expectDigits([right.loss], ['.876107']);
    for (const ramp of [200, 2000]) expect(end('shuffle-layers', 'right', { ramp }).status).toBe('best');
  });

  it('of 20 starts the best is found by the relaxation in all, at once in 4, over a ramp of 300 steps in 11, of 2,000 in 13', async () => {
    expect(await countLayers()).toEqual([20, 4]);
    const sets = [{ lambda: 0.02 }, { ramp: 300 }, { ramp: 2000 }];
    expect((await Promise.all(sets.map(countLayers))).map(([, right]) => right)).toEqual([7, 11, 13]);
  });

  it('without drift the planted one is the best, E is 0 there, and the relaxation finds it from every start', async () => {
    const { info } = prepare('shuffle-layers', { drift: 0 });
    expect(info.best).toMatchObject({ cost: 0, count: 1, permutations: [info.layers!.planted] });
    expect(await countLayers({ drift: 0 })).toEqual([20, 9]);
    const sets = [{ lambda: 0.02 }, { ramp: 300 }, { ramp: 2000 }].map((set) => ({ drift: 0, ...set }));
    expect((await Promise.all(sets.map(countLayers))).map(([, right]) => right)).toEqual([17, 20, 20]);
  });
});

it('every end of a preset stands within what P says of its distance', () => {
  for (const id of ['nothing-to-round', 'ramp-wins', 'noisy-copy', 'shuffle-layers'])
    for (const side of ['left', 'right'] as const) {
      const { relaxation, state } = end(id, side);
      const { distance, penalty } = tellMatrix(relaxation, state);
      expect(penalty).toBeGreaterThanOrEqual(distance / 2 - 1e-12);
      expect(penalty).toBeLessThanOrEqual(distance + 1e-12);
    }
});
