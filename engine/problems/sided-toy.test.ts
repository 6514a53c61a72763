import { describe, expect, it } from 'vitest';
import type { Iteration } from '../contract.ts';
import { createEnsembleRuns } from '../ensemble/run-ensemble.ts';
import { summarise } from '../ensemble/summary.ts';
import { makeTable } from '../export/make-table.ts';
import { walkSteps } from '../export/tables/steps.ts';
import { recordRun } from '../facts/recorded-run.ts';
import { problem } from '../fixtures/game/problem.ts';
import { createRun, type Frame, shownEnd } from '../run/create-run.ts';
import { runValues } from '../run/run-values.ts';
import { endNames } from '../run/status.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createUpdateWalk } from '../update/read-update.ts';

const own = { evening: 0.5 };
const instance = problem.prepare(own, null);
const values = runValues({});
const joined = (frames: readonly Frame[], side: 'left' | 'right') => ({
  states: frames.flatMap((frame) => [...frame[side].iterates]),
  value: frames.flatMap((frame) => [...frame[side].series.value!]),
});

describe('a problem of two sides of its own', () => {
  it('runs: each side at its length, with its series and its end, one that labels and one that stops', () => {
    const run = createRun(instance, values);
    const [first, later] = [run.first(), run.advance(20)];
    expect([first.left.width, first.right.width]).toEqual([2, 3]);
    expect([...first.left.iterates, ...first.right.iterates]).toEqual([1, 0, 1, 0, 0]);
    expect(Object.keys(later.left.series)).toEqual(['value', 'distance']);
    expect(later.left).toMatchObject({
      status: 'circles',
      endedAt: 6,
      count: 20,
      carried: { period: 6 },
      labels: true,
    });
    expect([shownEnd(later.left), shownEnd(later.right)]).toEqual([null, 10]);
    expect(later.right).toMatchObject({ status: 'centred', endedAt: later.right.count });
    expect(later.right.count).toBeLessThan(20);
    // Six rounds return the players to their start.
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
    // With sides swapped, the side that waits is ahead.
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

  it('goes on with each call, though it pauses whenever it may', () => {
    const [whole, pausing] = [createRun(instance, values), createRun(instance, values)];
    whole.first();
    pausing.first();
    const frames = Array.from({ length: 100 }, () => pausing.advance(12, () => true));
    expect(frames.find((frame) => frame !== null)).toEqual(whole.advance(12));
    // The players' round pauses between both and after it; the shares' after theirs.
    expect(frames.findIndex((frame) => frame !== null)).toBe(12 + 11 + 10);
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
    expect(walk.read({ left: 2, right: 2 })).toMatchObject({
      left: null,
      right: null,
      round: null,
      leftRound: null,
    });
    const ensemble = { runs: 3, vary: '', startlaw: 'normal', limit: 50, within: 1e-2, audit: false };
    const runs = createEnsembleRuns(problem, own, ensemble as never, null, 0, 3);
    while (runs.step());
    const { left, right } = summarise(runs.columns);
    expect(endNames(problem.card)).toEqual(runs.columns.ends);
    expect([left.arrived.runs, right.arrived.runs]).toEqual([0, 3]);
    expect([left.statuses.circles, right.statuses.diverged]).toEqual([3, 0]);
  });

  it('is taken away as a table of its own series and states', () => {
    const request = { kind: 'trajectories', last: 12, every: 6, view: [0, 1, 0, 1], size: 4 } as const;
    const table = makeTable(instance, { problem: 'game', values: own } as unknown as Scenario, request);
    expect(table.columns.map(({ name }) => name).join()).toBe(
      'k,left_value,left_distance,left_1,left_2,right_value,right_bound,right_distance,right_1,right_2,right_3',
    );
    const rows = [...table.body()].filter((row) => row !== null);
    expect(rows.map(([k]) => k)).toEqual([0, 6, 12]);
    expect(rows[0]).toEqual([0, 0, 1, 1, 0, 1, 0, 1 - 1 / 3, 1, 0, 0]);
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
