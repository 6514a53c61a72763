import { describe, expect, it } from 'vitest';
import type { Aim, Iteration, SidedInstance } from '../contract.ts';
import { defineProblem } from '../define-problem.ts';
import { createEnsembleRuns } from '../ensemble/run-ensemble.ts';
import { summarise } from '../ensemble/summary.ts';
import { makeTable } from '../export/make-table.ts';
import { walkSteps } from '../export/tables/steps.ts';
import { recordRun } from '../facts/recorded-run.ts';
import type { Field } from '../field.ts';
import { createRun, type Frame } from '../run/create-run.ts';
import { runValues } from '../run/run-values.ts';
import { endNames } from '../run/status.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createUpdateWalk } from '../update/read-update.ts';

/**
 * A problem that does not ship: left two players on the matrix game x y, who step against each other; right three shares on a triangle
 * that move to its centre. The sides iterate, their states have other lengths, and each has an end that the card declares.
 */

const TOY = {
  id: 'toy-game',
  params: {},
  presets: [{ id: 'plain', values: {} }],
  series: { value: { scale: 'linear', better: null, signed: true } },
  ends: {
    circles: { criterion: { off: 1e-9 }, stops: false, certified: true, arrived: false, carries: ['period'] },
    centred: { criterion: { off: 1e-3 }, stops: true, certified: true, arrived: true },
  },
} as const;

/** Both players step by turns: their way is an ellipse, and closes after six rounds. A round pauses between the two. */
function playersOf(): Iteration {
  let state = { x: 1, y: 0, k: 0, half: false };
  return {
    dimension: 2,
    read: (into) => into.set([state.x, state.y]),
    record: () => ({ value: state.x * state.y, distance: Math.sqrt(state.x ** 2 + state.y ** 2) }),
    get status() {
      return state.k >= 6 ? 'circles' : 'moving';
    },
    ended: false,
    carried: { period: 6 },
    step(pause) {
      if (!state.half) state = { ...state, x: state.x - state.y, half: true };
      if (pause?.()) return 'paused';
      state = { x: state.x, y: state.y + state.x, k: state.k + 1, half: false };
      return 'done';
    },
    memory: {
      save: () => ({ ...state }),
      restore: (saved) => {
        state = { ...(saved as typeof state) };
      },
    },
  };
}

function sharesOf(): Iteration {
  let state = Float64Array.of(1, 0, 0);
  const off = () => Math.max(...state.map((share) => Math.abs(share - 1 / 3)));
  return {
    dimension: 3,
    read: (into) => into.set(state),
    record: () => ({ loss: off(), bound: 0, distance: off() }),
    get status() {
      return off() <= 1e-3 ? 'centred' : 'moving';
    },
    get ended() {
      return off() <= 1e-3;
    },
    step() {
      state = state.map((share) => share + (1 / 3 - share) / 2);
      return 'done';
    },
    memory: {
      save: () => state.slice(),
      restore: (saved) => {
        state = (saved as Float64Array<ArrayBuffer>).slice();
      },
    },
  };
}

const triangle: Field = {
  domain: { kind: 'triangle', corners: ['a', 'b', 'c'] },
  place: ([, x, y]) => [{ x: x!, y: y!, weight: 1, role: 'shares', off: 0 }],
  height: (x, y) => (x >= 0 && y >= 0 && x + y <= 1 ? (x - 1 / 3) ** 2 + (y - 1 / 3) ** 2 : Number.NaN),
  marks: () => [{ kind: 'minimum', at: [1 / 3, 1 / 3], height: 0 }],
};

const aim: Aim = { name: 'distance', measure: (_, distance) => distance };

const problem = defineProblem<Readonly<Record<string, never>>, null, SidedInstance>(TOY, {
  isPrepared: () => false,
  prepareData: () => null,
  makeInstance: () => ({
    samples: {
      count: 0,
      dimension: 0,
      features: new Float64Array(0),
      labels: new Float64Array(0),
      names: [],
      labelName: '',
      hasOnes: false,
    },
    sides: {
      left: { dimension: 2, stepUnit: 1, evaluationsPerStep: 1, iterate: playersOf },
      right: { dimension: 3, stepUnit: 1, evaluationsPerStep: 1, iterate: sharesOf, fields: { triangle } },
    },
    info: { players: 2 },
    aim: () => aim,
    refused: [],
    refusedCount: 0,
    notices: [],
  }),
});

const instance = problem.prepare({}, null);
const values = runValues({});
const joined = (frames: readonly Frame[], side: 'left' | 'right') => ({
  states: frames.flatMap((frame) => [...frame[side].iterates]),
  value: frames.flatMap((frame) => [...(frame[side].series.value ?? frame[side].series.loss!)]),
});

describe('a problem of two sides of its own', () => {
  it('runs: each side at its length, with its series and its end, one that labels and one that stops', () => {
    const run = createRun(instance, values);
    const [first, later] = [run.first(), run.advance(20)];
    expect([first.left.width, first.right.width]).toEqual([2, 3]);
    expect([...first.left.iterates, ...first.right.iterates]).toEqual([1, 0, 1, 0, 0]);
    expect(Object.keys(later.left.series)).toEqual(['value', 'distance']);
    expect(later.left).toMatchObject({ status: 'circles', endedAt: 6, count: 20, carried: { period: 6 } });
    expect(later.right).toMatchObject({ status: 'centred', endedAt: later.right.count });
    expect(later.right.count).toBeLessThan(20);
    // Six rounds on the players stand where they began.
    expect([...later.left.iterates.subarray(10, 12)].map((value) => value + 0)).toEqual([1, 0]);
  });

  it('has the same bits when it is cut into other batches, or pauses in the middle of a round', () => {
    const whole = createRun(instance, values);
    const expected = [whole.first(), whole.advance(12)];
    const cut = createRun(instance, values);
    const pieces = [cut.first(), cut.advance(5), cut.advance(1), cut.advance(6)];
    const pausing = createRun(instance, values);
    const parts = [pausing.first()];
    let asked = 0;
    for (let pauses = 0; parts.length < 2; pauses++) {
      const frame = pausing.advance(12, () => asked++ % 3 === 0);
      if (frame) {
        parts.push(frame);
        expect(pauses).toBeGreaterThan(2);
      }
    }
    // The other way round the side that waits has gone ahead.
    const { left, right } = instance.sides;
    const turned = createRun({ ...instance, sides: { left: right, right: left } }, values);
    turned.first();
    let frame: Frame | null = null;
    while (!frame) frame = turned.advance(12, () => asked++ % 3 === 0);
    expect(joined([frame], 'right')).toEqual(joined(expected.slice(1), 'left'));
    expect(joined([frame], 'left')).toEqual(joined(expected.slice(1), 'right'));
    for (const side of ['left', 'right'] as const) {
      expect(joined(pieces, side)).toEqual(joined(expected, side));
      expect(joined(parts, side)).toEqual(joined(expected, side));
    }
  });

  it.each(['left', 'right'] as const)('%s goes on alike from what was saved', (name) => {
    const side = instance.sides[name];
    if (!('iterate' in side)) throw new Error('expected a side that iterates');
    const [one, other] = [side.iterate(), side.iterate()];
    for (let k = 0; k < 4; k++) one.step();
    const saved = one.memory!.save();
    other.memory!.restore(saved);
    const follow = (iteration: Iteration) =>
      Array.from({ length: 5 }, () => {
        iteration.step();
        const state = new Float64Array(iteration.dimension);
        iteration.read(state);
        return [...state, ...Object.values(iteration.record())];
      });
    const expected = follow(one);
    expect(follow(other)).toEqual(expected);
    one.memory!.restore(saved);
    expect(follow(one)).toEqual(expected);
  });

  it('is recorded, walked for a table and for an explanation, and counted, with nothing known of it elsewhere', () => {
    const record = recordRun(instance, values);
    while (record.end === null && record.goOn());
    expect(record.read('left', 'value', 1)).toBe(1);
    expect(record.read('right', 'bound', 3)).toBe(0);
    const rows = [...walkSteps(instance, values, { last: 12, every: 4 }).steps()].filter(
      (row) => row !== null,
    );
    expect(rows.map(({ k }) => k)).toEqual([0, 4, 8, 12]);
    expect(rows[1]!.right!.iterate).toHaveLength(3);
    const walk = createUpdateWalk(instance, { ...values }, problem.parts);
    expect(walk.approach({ left: 2, right: 2 }, 5)).toBe(true);
    expect(walk.read({ left: 2, right: 2 })).toMatchObject({ left: null, right: null, round: null });
    const ensemble = { runs: 3, vary: '', startlaw: 'normal', limit: 50, within: 1e-2, audit: false };
    const runs = createEnsembleRuns(problem, {}, ensemble as never, null, 0, 3);
    while (runs.step());
    const { left, right } = summarise(runs.columns);
    expect(endNames(problem.card)).toEqual(runs.columns.ends);
    expect([left.arrived.runs, right.arrived.runs]).toEqual([0, 3]);
    expect([left.statuses.circles, right.statuses.diverged]).toEqual([3, 0]);
  });

  it('is taken away as a table of its own series and states', () => {
    const request = { kind: 'trajectories', last: 12, every: 6, view: [0, 1, 0, 1], size: 4 } as const;
    const table = makeTable(instance, { problem: 'toy-game', values: {} } as unknown as Scenario, request);
    expect(table.columns.map(({ name }) => name).join()).toBe(
      'k,left_value,left_distance,left_1,left_2,right_loss,right_bound,right_distance,right_1,right_2,right_3',
    );
    const rows = [...table.body()].filter((row) => row !== null);
    expect(rows.map(([k]) => k)).toEqual([0, 6, 12]);
    expect(rows[0]).toEqual([0, 0, 1, 1, 0, 1 - 1 / 3, 0, 1 - 1 / 3, 1, 0, 0]);
    expect(table.ends!()).toEqual([
      'left side at the last step: circles; first met at step 6',
      'right side at the last step: centred; first met at step 10',
    ]);
  });

  it('says where its states stand on a triangle', () => {
    const { domain, place, height } = instance.sides.right.fields!.triangle!;
    expect(domain.kind).toBe('triangle');
    expect(place(Float64Array.of(0, 1, 0))).toMatchObject([{ x: 1, y: 0 }]);
    expect([height!(1 / 3, 1 / 3), height!(0.8, 0.8)]).toEqual([0, Number.NaN]);
  });
});
