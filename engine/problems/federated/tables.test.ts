import { describe, expect, it } from 'vitest';
import { readFileText } from '../../data/file-reader.ts';
import { type TableRequest, tableKinds, tableSize } from '../../export/kinds.ts';
import { makeTable, tableFacts } from '../../export/make-table.ts';
import { tablePieces } from '../../export/table.ts';
import networkFixture from '../../fixtures/federated-network.json';
import planeFixture from '../../fixtures/federated-plane.json';
import { createRun } from '../../run/create-run.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { choiceOf } from '../../scenario/file-choice.ts';
import { FEDERATED, type FedValues } from './card.ts';
import { readOwnCircle } from './network/own-circle.ts';
import { problem } from './problem.ts';
import type { NetworkInfo, PlaneInfo } from './types.ts';

type Given = Parameters<typeof createScenario>[1];

const REQUEST = { every: 1, last: 10, view: [-1, 1, -1, 1], size: 32 } as const;
const NETWORK = { level: 'network', m: 16 } as const;
const disagree = planeFixture.plane.find(({ name }) => name === 'disagree')!;

function taken(given: Given, kind: string, last = 10) {
  const scenario = createScenario('federated', given);
  const instance = problem.prepare(scenario.values, null);
  const request: TableRequest = { ...REQUEST, kind, last };
  const table = makeTable(instance, scenario, request, problem.parts);
  const rows = [...table.body()].filter((row) => row !== null) as number[][];
  const { rows: expected, columns } = tableSize(tableFacts(instance), request);
  expect([rows.length, table.columns.length], kind).toEqual([expected, columns]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns]));
  return { names: table.columns.map(({ name }) => name), rows, notes: table.notes, instance, table };
}

const kindsOf = (given: Given) =>
  tableKinds(tableFacts(problem.prepare(createScenario('federated', given).values, null)));

describe('tables of federated averaging', () => {
  it('are those of the level; where nothing rests there are no rests', () => {
    expect(kindsOf({})).toEqual(['trajectories', 'curves', 'localpaths', 'rests']);
    expect(kindsOf({ c: 2 })).toEqual(['trajectories', 'curves', 'localpaths']);
    expect(kindsOf(NETWORK)).toEqual(['trajectories', 'curves', 'samples', 'circle', 'kernel']);
  });

  it('of states name each number, and are as long as they say', () => {
    const plane = taken({}, 'trajectories', 3);
    expect(plane.names).toEqual([
      'k',
      ...['left', 'right'].flatMap((side) =>
        ['loss', 'excess', 'surrogate', 'distance', 't1', 't2'].map((name) => `${side}_${name}`),
      ),
    ]);
    const run = createRun(plane.instance, {});
    const { iterates } = [run.first(), run.advance(3)][1]!.left;
    expect(plane.rows[3]!.slice(5, 7)).toEqual([...iterates.subarray(4, 6)]);
    const network = taken({ ...NETWORK, n: 5 }, 'trajectories', 2);
    expect(network.names.slice(0, 7)).toEqual([
      'k',
      'left_loss',
      'left_gap',
      'left_drift',
      'left_flipped',
      'left_w1_1',
      'left_w1_2',
    ]);
    expect(network.names.slice(-11)).toEqual([
      'right_surrogate',
      ...['u', 'alpha'].flatMap((name) => [1, 2, 3, 4, 5].map((i) => `right_${name}${i}`)),
    ]);
    const curves = taken(NETWORK, 'curves', 20);
    const narrow = networkFixture.network.find(({ name }) => name === 'narrow')!;
    for (const k of ['0', '1', '10', '20'] as const) {
      expect(curves.rows[Number(k)]![1]).toBeCloseTo(narrow.network[k], 8);
      expect(curves.rows[Number(k)]![5]).toBeCloseTo(narrow.linearised[k], 9);
    }
  });

  it('of local steps are those of the reference, and their ends average to the next round', () => {
    const { rows, names } = taken({}, 'localpaths', 0);
    expect(names).toEqual(['side', 'client', 'step', 't1', 't2']);
    const of = disagree.runs.find(({ K }) => K === 20)!.firstRoundLocalPaths;
    for (const [c, path] of of.entries())
      expect(
        rows.filter(([side, client]) => side === 0 && client === c + 1).map((row) => row.slice(3)),
      ).toEqual(path.map((point) => point.map((t) => expect.closeTo(t, 12))));
    const later = taken({}, 'localpaths', 4);
    const states = taken({}, 'trajectories', 5).rows;
    for (const [side, K, from] of [
      [0, 20, 5],
      [1, 1, 11],
    ] as const) {
      const own = later.rows.filter((row) => row[0] === side);
      for (const j of [0, 1]) {
        const at = (step: number) => own.filter((row) => row[2] === step).map((row) => row[3 + j]!);
        expect(at(0)).toEqual([states[4]![from + j], states[4]![from + j]]);
        expect((at(K)[0]! + at(K)[1]!) / 2).toBeCloseTo(states[5]![from + j]!, 14);
      }
    }
  });

  it('of rests are those of the reference', () => {
    const { rows, notes, instance } = taken({}, 'rests');
    for (const { K, fixedPoint, bias, roundFactors } of disagree.runs) {
      const slowest = Math.max(...roundFactors.map(Math.abs));
      expect(rows[K - 1]).toEqual([
        K,
        ...[...fixedPoint, bias, slowest].map((value) => expect.closeTo(value, 12)),
      ]);
    }
    const { left, right } = (instance.info as PlaneInfo).sides;
    expect(notes.slice(1)).toEqual([
      `the limit as K grows: ${left.limit![0]} ${left.limit![1]}`,
      `left, K = 20: slowest factor of a round ${left.slowest}; proved bound: ${left.bound}`,
      `right, K = 1: slowest factor of a round ${right.slowest}; proved bound: ${right.bound}`,
    ]);
    const scaffold = taken({ versus: 'scaffold', local: 20 }, 'rests');
    expect(scaffold.notes.at(-1)).toMatch(
      /^right, K = 20: slowest factor of a round 0\.62778\d+; proved bound: 0\.97/,
    );
  });

  it('of the kernel are the formula', () => {
    const { rows, names, notes, instance } = taken({ ...NETWORK, n: 6, clients: 2 }, 'kernel');
    expect(names).toEqual(['i', 'client', ...[1, 2, 3, 4, 5, 6].map((j) => `H${j}`)]);
    const { kernel, largest } = instance.info as NetworkInfo;
    expect(rows.flatMap((row) => row.slice(2))).toEqual([...kernel]);
    expect(rows.map(([i, client]) => [i, client])).toEqual(
      [1, 2, 3, 4, 5, 6].map((i) => [i, i <= 3 ? '1' : '2']),
    );
    expect(notes[0]).toBe(`largest eigenvalue of a client's block: ${largest}`);
  });

  it('of curves pass through the states: at an angle of a sample they are its label and residual', () => {
    const clients = 2;
    const { rows, names, instance } = taken({ ...NETWORK, n: 8, clients }, 'circle', 3);
    expect(names).toEqual([
      'angle',
      ...['left', 'right'].flatMap((side) => ['f', 'client1', 'client2'].map((name) => `${side}_${name}`)),
    ]);
    // Few neurons have few kinks.
    const states = taken({ ...NETWORK, n: 8, clients }, 'trajectories', 4).rows;
    const { angles, labels } = instance.info as NetworkInfo;
    for (const [i, angle] of angles.entries()) {
      const j = Math.round((angle * rows.length) / (2 * Math.PI));
      const row = rows[(j + rows.length) % rows.length]!;
      const u = states[3]!.at(-16 + i)!;
      expect(Math.abs(row[4]! - (labels[i]! + u))).toBeLessThan(0.25);
    }
    // The next round begins at the mean of the weights, on the right also of the functions.
    const next = taken({ ...NETWORK, n: 8, clients }, 'circle', 4).rows;
    for (const [j, row] of rows.entries()) {
      expect((row[5]! + row[6]!) / 2).toBeCloseTo(next[j]![4]!, 12);
      expect(row[2]).not.toBe(row[3]);
    }
  });

  it('of samples open as own data to the same bits', () => {
    const { table, instance } = taken({ ...NETWORK, n: 7, clients: 3, labels: 'square' }, 'samples');
    const text = [...tablePieces(table, { link: 'x', build: 'y' }, 'csv')].join('');
    expect(text.split('\n')[0]).toBe('angle,y,client');
    const values = createScenario('federated', { level: 'network', features: 'csv' }).values as FedValues;
    const { data } = readOwnCircle(values, { table: readFileText(text, choiceOf(values, FEDERATED), 100) });
    const { angles, labels, owners } = instance.info as NetworkInfo;
    expect(data).toMatchObject({ angles, labels, owners, names: ['1', '2', '3'] });
  });
});
