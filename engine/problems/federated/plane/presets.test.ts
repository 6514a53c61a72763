import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../contract.ts';
import { defaultValues } from '../../../params.ts';
import { createRun } from '../../../run/create-run.ts';
import { runValues } from '../../../run/run-values.ts';
import { FEDERATED } from '../card.ts';
import { problem } from '../problem.ts';
import type { PlaneInfo } from '../types.ts';

/** Numbers of the design, section 5. */

const LOCAL = [2, 5, 20, 100];

function preset(id: string, more = {}) {
  const { values } = FEDERATED.presets.find((one) => one.id === id)!;
  const all = defaultValues(FEDERATED.params, { ...values, ...more });
  const instance = problem.prepare(all, null);
  return { info: instance.info as PlaneInfo, run: createRun(instance, runValues(all)) };
}

/** Returns the first round at the end, and the end. */
function endOf(id: string, side: SideName, more = {}) {
  const { run } = preset(id, more);
  let frame = run.first()[side];
  for (let k = 0; k < 500 && frame.status === 'moving'; k++) frame = run.advance(1)[side];
  return [frame.status, frame.endedAt];
}

function lossAfter(id: string, rounds: number, more: object): number {
  const { run } = preset(id, more);
  run.first();
  return run.advance(rounds).left.series.loss!.at(-1)!;
}

const to = (digits: number, values: readonly number[]) =>
  values.map((value) => Number(value.toFixed(digits)));
const figures = (count: number, value: number) => Number(value.toPrecision(count));

describe('fed-disagree', () => {
  it('is what a bare address opens', () => expect(FEDERATED.presets[0].id).toBe('fed-disagree'));

  it('has its minimum, its rests along K, its limit and its bias', () => {
    const { info } = preset('fed-disagree');
    const { left, right } = info.sides;
    expect([left.local, right.local, left.eta, left.server]).toEqual([20, 1, 0.1, 1]);
    expect(to(4, info.mean.at)).toEqual([0.9802, 0.505]);
    expect(to(6, [info.mean.least])).toEqual([0.094678]);
    expect(to(4, left.rest!)).toEqual([0.7161, 0.571]);
    expect([...to(4, [left.bias]), ...to(5, [left.excess])]).toEqual([0.2722, 0.16836]);
    expect([right.bias, right.excess]).toEqual([0, 0]);
    const rests = LOCAL.map((K) => to(4, [...info.rests.subarray(2 * K - 2, 2 * K)]));
    expect(rests).toEqual([
      [0.9644, 0.5089],
      [0.9153, 0.5212],
      [0.7161, 0.571],
      [0.2539, 0.6865],
    ]);
    expect(to(12, left.limit!)).toEqual([0, 0.75]);
    expect(
      to(
        4,
        LOCAL.map((K) => info.biases[K - 1]!),
      ),
    ).toEqual([0.0162, 0.0668, 0.2722, 0.7487]);
    expect([1, 20, 100].map((K) => figures(3, info.slowests[K - 1]!))).toEqual([0.545, 0.417, 0.202]);
  });

  it('ends on the left at rest in round 33, and on the right at the minimum in round 26', () => {
    expect(endOf('fed-disagree', 'left')).toEqual(['rest', 33]);
    expect(endOf('fed-disagree', 'right')).toEqual(['global', 26]);
    const { run, info } = preset('fed-disagree');
    run.first();
    const { left, right } = run.advance(100);
    expect(left).toMatchObject({ count: 33, status: 'rest', endedAt: 33 });
    expect(left.carried).toEqual({ bias: info.sides.left.bias, excess: info.sides.left.excess });
    expect(right).toMatchObject({ count: 100, status: 'global', endedAt: 26, labels: true });
  });
});

describe('fed-agree', () => {
  it('has no bias for any K, and local steps are all gain', () => {
    const { info } = preset('fed-agree');
    expect(to(12, [info.sides.left.eta])).toEqual([0.2]);
    expect(info.mean.at).toEqual([0.8, 0.5]);
    expect(new Set(info.biases)).toEqual(new Set([0]));
    const losses = [1, 5, 20].map((local) => figures(2, lossAfter('fed-agree', 20, { local })));
    expect(losses).toEqual([3.0e-2, 4.0e-7, 6.4e-11]);
  });
});

describe('fed-tilted', () => {
  it('has its bias along K, and its factors', () => {
    const { info } = preset('fed-tilted');
    expect([to(12, [info.sides.left.eta]), info.start]).toEqual([[0.2], [-1.5, -1.2]]);
    expect(
      to(
        3,
        LOCAL.map((K) => info.biases[K - 1]!),
      ),
    ).toEqual([0.052, 0.165, 0.374, 0.678]);
    expect([1, 100].map((K) => to(3, [info.slowests[K - 1]!])[0])).toEqual([0.936, 0.073]);
  });
});

describe('fed-same', () => {
  it('has no bias for any K, although the minima differ', () => {
    const { info } = preset('fed-same');
    expect(to(12, [info.sides.left.eta])).toEqual([0.2]);
    const { minima } = info.sides.left.clients;
    expect([...minima]).toEqual([1, 1, -1, 0.5]);
    expect(new Set(info.biases)).toEqual(new Set([0]));
    expect(endOf('fed-same', 'left')[0]).toBe('global');
  });
});

it('`equal` on the right has no bias in any preset, for any K', () => {
  for (const { id, values } of FEDERATED.presets)
    if (values.level !== 'network')
      for (const local of [1, 20, 1000]) {
        const { right } = preset(id, { versus: 'equal', local }).info.sides;
        expect([id, local, right.local, right.bias]).toEqual([id, local, local, 0]);
      }
});

it('the bias grows with K in every preset that has one', () => {
  for (const id of ['fed-disagree', 'fed-tilted']) {
    const { biases } = preset(id).info;
    expect(biases.every((bias, k) => k === 0 || bias > biases[k - 1]!)).toBe(true);
  }
});
