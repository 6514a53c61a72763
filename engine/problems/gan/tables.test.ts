import { describe, expect, it } from 'vitest';
import { makeTable } from '../../export/make-table.ts';
import fixture from '../../fixtures/gan.json';
import { createRun } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { problem } from './problem.ts';

type Given = Parameters<typeof createScenario>[1];

const REQUEST = { every: 1, last: 10, view: [-1, 1, -1, 1], size: 4 } as const;
const caseOf = (name: string) => fixture.width.find((one) => one.name === name)!;

function taken(given: Given, kind: string, last = 10) {
  const scenario = createScenario('gan', given);
  const instance = problem.prepare(scenario.values, null);
  const table = makeTable(instance, scenario, { ...REQUEST, kind, last }, problem.parts);
  const rows = [...table.body()].filter((row) => row !== null) as number[][];
  return { names: table.columns.map(({ name }) => name), rows, notes: table.notes, instance };
}

describe('tables of a game', () => {
  it('the certificate proves the floor from its own numbers', () => {
    const { names, rows, notes, instance } = taken({}, 'certificate');
    expect(names).toEqual(['side', 'j', 'v1', 'v2', 'h', 'v_d']);
    expect(rows.map(([side, j]) => [side, j])).toEqual([
      ...[1, 2, 3].map((j) => [0, j]),
      ...Array.from({ length: 12 }, (_, j) => [1, j + 1]),
    ]);
    const left = rows.filter(([side]) => side === 0);
    const { V, floor } = caseOf('cone-left');
    expect(left.map(([, , v1, v2]) => [v1, v2])).toEqual(
      V![0]!.map((v, j) => [expect.closeTo(v, 14), expect.closeTo(V![1]![j]!, 14)]),
    );
    // x - V h*, its square, and the optimality conditions.
    const d = [...instance.info.mean].map((x, i) =>
      left.reduce((rest, row) => rest - row[2 + i]! * row[4]!, x),
    );
    expect(d[0]! ** 2 + d[1]! ** 2).toBeCloseTo(floor, 12);
    for (const [, , v1, v2, h, along] of left) {
      expect(along).toBeCloseTo(v1! * d[0]! + v2! * d[1]!, 12);
      expect(h).toBeGreaterThanOrEqual(0);
      expect(along).toBeLessThan(1e-12);
      expect(Math.abs(h! * along!)).toBeLessThan(1e-12);
    }
    expect(notes.find((note) => note.startsWith('left: floor = 1.68915783628'))).toContain('d*: 1.1229446');
  });

  it('neurons and cloud at a round are those of the reference: the mean of the cloud is g', () => {
    for (const k of [0, 10] as const) {
      const neurons = taken({}, 'neurons', k);
      expect(neurons.names).toEqual(['side', 'j', 'w1', 'w2', 'h', 'v_d']);
      const cloud = taken({}, 'cloud', k);
      expect(cloud.names).toEqual(['side', 'i', 'g1', 'g2']);
      for (const [side, name] of ['cone-left', 'cone-right'].entries()) {
        const { states, V, n } = caseOf(name);
        const { weights, mean, discriminator } = states[k];
        const own = neurons.rows.filter((row) => row[0] === side);
        expect(own.map(([, , w1, w2]) => [w1, w2])).toEqual(
          weights!.map((row) => row.map((w) => expect.closeTo(w, 9))),
        );
        for (const i of [0, 1])
          expect(own.reduce((sum, row, j) => sum + V![i]![j]! * row[4]!, 0)).toBeCloseTo(mean[i]!, 9);
        for (const [j, row] of own.entries())
          expect(row[5]).toBeCloseTo(V![0]![j]! * discriminator[0]! + V![1]![j]! * discriminator[1]!, 9);
        const points = cloud.rows.filter((row) => row[0] === side);
        expect(points).toHaveLength(n);
        for (const i of [0, 1])
          expect(points.reduce((sum, row) => sum + row[2 + i]!, 0) / n).toBeCloseTo(mean[i]!, 9);
      }
    }
  });

  it('the convex side has h and neither weights nor a cloud', () => {
    const { rows } = taken({ versus: 'convex' }, 'neurons', 0);
    const right = rows.filter(([side]) => side === 1);
    expect(right.map((row) => row.slice(2, 4))).toEqual(right.map(() => [Number.NaN, Number.NaN]));
    expect(right.map(([, , , , h]) => h)).toEqual(
      rows.filter(([side]) => side === 0).map(([, , , , h]) => h),
    );
    expect(taken({ versus: 'convex' }, 'cloud', 0).rows.every(([side]) => side === 0)).toBe(true);
  });

  it.each<[Given, string[]]>([
    [{ level: 'plane' }, ['k', 'left_loss', 'left_distance', 'left_value', 'left_w', 'left_d']],
    [
      { dz: 1, width: 2 },
      [
        ...['k', 'left_loss', 'left_value', 'left_g1', 'left_g2', 'left_reach', 'left_dead'],
        ...['left_w1_1', 'left_w2_1', 'left_d1', 'left_d2'],
      ],
    ],
  ])('states have their names: %o', (given, expected) => {
    const { names, rows, instance } = taken(given, 'trajectories', 3);
    expect(names.slice(0, expected.length)).toEqual(expected);
    const run = createRun(instance, {});
    const frames = [run.first(), run.advance(3)];
    const { width, iterates } = frames[1]!.left;
    const from = expected.length - width;
    expect(rows[3]!.slice(from, from + width)).toEqual([...iterates.subarray(2 * width)]);
  });
});
