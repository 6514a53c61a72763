import { describe, expect, it } from 'vitest';
import { recordRun } from '../../../../engine/facts/recorded-run.ts';
import type { FedInfo, NetworkInfo, PlaneInfo } from '../../../../engine/problems/federated/types.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { runValues } from '../../../../engine/run/run-values.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { MEETINGS } from './meetings.ts';

/** Checks claims without numbers in "Many clients, few meetings". */

async function play<Info extends FedInfo>(name: keyof typeof MEETINGS, steps: number, more = {}) {
  const { problem, values } = parseLink(MEETINGS[name].scenario).scenario;
  const changed = { ...values, ...more };
  const loaded = await loadProblem(problem);
  const instance = loaded.prepare(changed, null);
  const run = recordRun(instance, runValues(changed));
  while (run.last < steps && run.goOn());
  return { run, values: changed, info: instance.info as Info };
}

const plane = (name: keyof typeof MEETINGS, steps: number, more = {}) => play<PlaneInfo>(name, steps, more);
const network = (name: keyof typeof MEETINGS, steps: number, more = {}) =>
  play<NetworkInfo>(name, steps, more);

const distance = ([x, y]: readonly number[], [u, v]: readonly number[]) => Math.hypot(x! - u!, y! - v!);

describe('many clients, few meetings', () => {
  it('alone: the left is where it rests, and not at the minimum, by its mark; the right meets after every step', async () => {
    const { run, info } = await plane('alone', MEETINGS.alone.bookmark);
    const { left, right } = info.sides;
    expect([left.local, right.local, left.clients.count, right.clients.count]).toEqual([20, 1, 2, 2]);
    const at = run.iterate('left', MEETINGS.alone.bookmark) as never;
    expect(distance(at, left.surrogate.at)).toBeLessThan(1e-9);
    expect(left.bias).toBeGreaterThan(0.2);
  });

  it('limit: faster and farther than with 20 local steps, and near the mean of the minima', async () => {
    const [{ info: far }, { info: near }] = [await plane('limit', 1), await plane('alone', 1)];
    const [left, before] = [far.sides.left, near.sides.left];
    expect(left.local).toBe(5 * before.local);
    expect(left.slowest).toBeLessThan(before.slowest);
    expect(left.bias).toBeGreaterThan(before.bias);
    const { minima } = left.clients;
    const mean = [0, 1].map((i) => (minima[i]! + minima[2 + i]!) / 2);
    // Midway between both.
    expect(distance(left.limit!, mean)).toBeLessThan(1e-12);
    expect(distance(left.rest!, mean)).toBeLessThan(distance(before.rest!, mean));
  });

  it('agree: each client has a line of best points, and no number of local steps makes a bias', async () => {
    for (const local of [1, 2, 5, 20, 100, 1000]) {
      const { info } = await plane('agree', 1, { local });
      expect(info.sides.left.bias).toBeLessThan(1e-12);
    }
    const { hessians, minima } = (await plane('agree', 1)).info.sides.left.clients;
    for (let c = 0; c < 2; c++) {
      const [xx, xy, , yy] = hessians.subarray(4 * c);
      expect(Math.abs(xx! * yy! - xy! * xy!)).toBeLessThan(1e-15);
    }
    expect([...minima.subarray(0, 2)]).toEqual([...minima.subarray(2)]);
  });

  it('who is first at the best: the left where clients agree, the right of the square wave', async () => {
    const ended = async (name: 'agree' | 'square') => {
      const { run } = await play(name, 1);
      while (run.end === null && run.goOn());
      return [run.side('left').endedAt!, run.side('right').endedAt!] as const;
    };
    const [agree, square] = [await ended('agree'), await ended('square')];
    expect(agree[0]).toBeLessThan(agree[1]);
    expect(square[0]).toBeGreaterThan(square[1]);
  });

  it('cause: one mean loss; minima that differ on both sides, curvatures that differ on the left alone', async () => {
    const { run, info } = await plane('cause', 40);
    const { left, right } = info.sides;
    expect([left.local, right.local]).toEqual([20, 20]);
    expect([...right.clients.hessians.subarray(0, 4)]).toEqual([...right.clients.hessians.subarray(4)]);
    const minima = (side: typeof right) => [...side.clients.minima];
    for (const side of [left, right])
      expect(distance(minima(side).slice(0, 2), minima(side).slice(2))).toBeGreaterThan(0.5);
    expect(left.bias).toBeGreaterThan(0.3);
    expect(right.bias).toBeLessThan(1e-12);
    expect(run.read('right', 'distance', 40)).toBeLessThan(1e-12);
    // The right's mean client loss is F up to a constant.
    const mean = (i: number) => (right.clients.hessians[i]! + right.clients.hessians[4 + i]!) / 2;
    const { hessian } = info.mean;
    expect([mean(0), mean(1), mean(3)].map((value, i) => Math.abs(value - hessian[i]!))).toEqual([
      expect.closeTo(0, 13),
      expect.closeTo(0, 13),
      expect.closeTo(0, 13),
    ]);
  });

  it('curve: one arc a client; the rate lies in its band, and the two sides stay together', async () => {
    const { run, info } = await network('curve', 50);
    expect([...info.owners]).toEqual([...info.owners].sort());
    const [low, high] = info.bracket!;
    expect(low).toBeLessThanOrEqual(info.factor);
    expect(high).toBeGreaterThanOrEqual(info.factor);
    // The clients' models converge.
    expect(run.read('left', 'drift', 50)).toBeLessThan(run.read('left', 'drift', 1) / 10);
  });

  it('dealt: the shuffled network of the scene before, with the same step: faster early on, and at the end no better', async () => {
    const [sorted, shuffled] = [await network('curve', 50), await network('dealt', 50)];
    const { values, info } = shuffled;
    expect({ ...values, split: 'arcs' }).toEqual(sorted.values);
    expect(sorted.info.eta).toBe(info.eta);
    for (let client = 0; client < info.count; client++) {
      const own = [...info.owners.keys()].filter((i) => info.owners[i] === client);
      // On the whole circle: no two neighbours.
      for (const [k, i] of own.entries()) expect(k === 0 || i - own[k - 1]! > 1).toBe(true);
    }
    for (const k of [1, 2, 5, MEETINGS.dealt.bookmark])
      expect(sorted.run.read('left', 'loss', k)).toBeGreaterThan(shuffled.run.read('left', 'loss', k));
    const late = sorted.run.read('left', 'loss', 50) / shuffled.run.read('left', 'loss', 50);
    expect(late).toBeLessThan(1.1);
    expect(sorted.info.rank).toBe(12);
    expect(sorted.info.rest!.loss).toBeLessThan(1e-18);
    expect(sorted.run.end).toBe(shuffled.run.end);
  });

  it('narrow: the network has the lower loss, and signs have changed; square: it has the higher one', async () => {
    const narrow = await network('narrow', 100);
    expect(narrow.run.read('left', 'loss', 100)).toBeLessThan(narrow.run.read('right', 'loss', 100) / 10);
    expect(narrow.run.read('left', 'flipped', 100)).toBeGreaterThan(0.1);
    expect(narrow.run.read('left', 'gap', 20)).toBeGreaterThan(narrow.run.read('left', 'gap', 1));
    expect(narrow.info.bracket![1]).toBeLessThan(1);
    const square = await network('square', 100);
    expect(square.run.read('left', 'flipped', 100)).toBeGreaterThan(0.05);
    // Nothing switches in the linearisation: its features are those of the start.
    expect(narrow.run.read('right', 'flipped', 100) || 0).toBe(0);
    expect(square.run.read('left', 'loss', 100)).toBeGreaterThan(10 * square.run.read('right', 'loss', 100));
    expect(new Set(square.info.labels)).toEqual(new Set([1, -1]));
    expect(square.run.read('left', 'loss', 0)).toBe(square.run.read('right', 'loss', 0));
  });
});
