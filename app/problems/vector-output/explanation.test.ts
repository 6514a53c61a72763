import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import type { Values } from '../../../engine/params.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import type { OutputsUpdate } from '../../../engine/problems/vector-output/types.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { explainedOf } from '../kit/for-tests/explained.ts';
import { explanation } from './explanation.ts';
import { ofNeuron, toldSample } from './of-neuron.ts';

const STAGES: readonly Stage[] = ['forward', 'residuals', 'off', 'gradient', 'step'];

const told = explainedOf('vector-output', explanation, await loadProblem('vector-output'));
const { stageAt } = told;
const subjectAt = (values: Values, k: number) => told.subjectAt(told.given(values), k);
type Told = ReturnType<typeof subjectAt>;

const WORDS = { features: 'words', sizes: [3, 4, 5], beta: 0.15, neurons: 4 };
const KINDS: [string, SideName, Values][] = [
  ['outputs', 'left', { neurons: 5 }],
  ['outputs', 'left', { ...WORDS, neurons: 60 }],
  ['workingSet', 'right', {}],
  ['workingSet', 'right', { features: 'spiral', n: 9, bias: true, beta: 0.003 }],
  ['frankWolfe', 'right', { solver: 'fw' }],
  ['closed', 'right', WORDS],
];

describe('a stage of each kind of side', () => {
  it.each(KINDS)('%s has its words, and tables whose names exist: %s %o', (kind, side, given) => {
    for (const k of [0, 1]) {
      const of = subjectAt(given, k);
      for (const stage of STAGES) {
        const { title, table } = told.expectStage(of, side, stage, { shortest: 11 });
        expect(title).toBe(`explain.walk.${kind}.${stage}`);
        if (table) expect(table.rows.length).toBeLessThanOrEqual(40);
      }
    }
  });

  it('has rows of descent that work out', () => {
    const of = subjectAt({ neurons: 5, neuron: 3, sample: 7 }, 3);
    const rows = (stage: Stage) => stageAt(of, 'left', stage).table!.rows;
    const forward = rows('forward');
    const sum = forward.at(-1)!.cells.slice(2);
    for (const [k, output] of sum.entries()) {
      const parts = forward.slice(0, -1).reduce((all, { cells }) => all + cells[2 + k]!, 0);
      expect(Math.abs(parts - output)).toBeLessThanOrEqual(1e-15);
    }
    const residuals = rows('residuals');
    expect(residuals.map(({ cells }) => cells[0])).toEqual(sum);
    for (const { cells } of residuals) expect(cells[2]).toBe(cells[0]! - cells[1]!);
    // The samples' terms sum to the data's part, and with the penalty to the gradient, bit for bit.
    const parts = new Float64Array(5);
    for (let sample = 1; sample <= 24; sample++) {
      const values = { ...of.scenario.values, sample };
      const own = { ...of, scenario: { ...of.scenario, values } } as Told;
      stageAt(own, 'left', 'gradient').table!.rows.forEach(({ cells }, p) => {
        parts[p] = parts[p]! + cells[0]!;
      });
    }
    rows('gradient').forEach(({ cells }, p) => {
      expect(Math.abs(parts[p]! - cells[1]!)).toBeLessThanOrEqual(1e-15);
      expect(cells[1]! + cells[2]! + 0).toBe(cells[3]! + 0);
    });
    const part = ofNeuron(of.update, 2).left!;
    expect(Array.from(part.gradient)).toEqual(rows('gradient').map(({ cells }) => cells[3]));
    expect(Array.from(part.weights)).toHaveLength(5);
  });

  it('has rows of a round that work out', () => {
    const first = subjectAt({}, 0);
    const taken = stageAt(first, 'right', 'gradient').table!.rows;
    expect(taken.length).toBeGreaterThan(1);
    for (const { cells } of taken) {
      const [, height, squares, weight] = cells;
      expect(Math.abs((height! - 0.02) / (2 * squares!) - weight!)).toBeLessThanOrEqual(1e-14);
    }
    const end = (of: Told) =>
      Object.fromEntries(stageAt(of, 'right', 'step').table!.rows.map(({ name, cells }) => [name, cells]));
    const { neurons, objective, bound, excess } = end(first);
    expect(neurons![0]).toBe(0);
    expect(neurons![1]).toBeGreaterThan(0);
    for (const i of [0, 1]) expect(objective![i]! - bound![i]!).toBe(excess![i]);
    expect(objective![1]).toBeLessThan(objective![0]!);
    const words = subjectAt(WORDS, 0);
    const classes = stageAt(words, 'right', 'off').table!.rows;
    expect(classes.map(({ off }) => off)).toEqual([true, false, false]);
    for (const { cells } of classes) expect(cells[3]).toBe(Math.max(0, cells[1]! - cells[2]!));
    const costs = stageAt(words, 'right', 'gradient').table!.rows;
    const P = costs.reduce((all, { cells }) => all + cells[2]!, 0);
    expect(P).toBeCloseTo(0.490410196625, 11);
    expect(end(words).objective![1]).toBeCloseTo(P, 13);
  });
});

it('the sample explained is the last listed one that does not come after the one asked for', () => {
  const told = { told: { rows: Int32Array.of(0, 3, 6) } } as unknown as OutputsUpdate;
  expect([1, 3, 4, 6, 7, 99].map((sample) => toldSample(told, { sample }))).toEqual([0, 0, 1, 1, 2, 2]);
});
