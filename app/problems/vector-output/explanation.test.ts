import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import type { Values } from '../../../engine/params.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import type { OutputsUpdate } from '../../../engine/problems/vector-output/types.ts';
import type { RunValues } from '../../../engine/run/create-run.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createUpdateWalk } from '../../../engine/update/read-update.ts';
import { createTranslate, dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import type { SideStage, Subject } from '../../session/explanation.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { explanation } from './explanation.ts';
import { ofNeuron, toldSample } from './of-neuron.ts';

const STAGES: readonly Stage[] = ['forward', 'residuals', 'off', 'gradient', 'step'];

type Told = Subject<OutputsUpdate> & { readonly update: OutputsUpdate };

/** Returns the explanation's subject at a step. */
async function subjectAt(given: Values, k: number): Promise<Told> {
  const { values } = createScenario('vector-output', given);
  const { parts, prepare } = await loadProblem('vector-output');
  const instance = prepare(values, null);
  const walk = createUpdateWalk(instance, values as Values & RunValues, parts);
  const at = { left: k, right: k };
  while (!walk.approach(at, 50));
  const opened = { info: instance.info };
  return {
    opened,
    scenario: { problem: 'vector-output', values },
    update: walk.read(at),
  } as unknown as Told;
}

const t = createTranslate('en');
const word = t as (key: MessageKey) => string;

function stageAt(of: Told, side: SideName, stage: Stage, say = t): SideStage {
  const walk = explanation.walk!;
  if (!('ofSide' in walk)) throw new Error('expected stages of a side; got none');
  return walk.ofSide(of, side, stage, say);
}

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
  it.each(KINDS)('%s has its words, and tables whose names exist: %s %o', async (kind, side, given) => {
    for (const k of [0, 1]) {
      const of = await subjectAt(given, k);
      for (const stage of STAGES) {
        const { title, say, table } = stageAt(of, side, stage);
        expect(title).toBe(`explain.walk.${kind}.${stage}`);
        expect(word(title!)).not.toBe('');
        for (const said of [say, stageAt(of, side, stage, createTranslate('zh')).say]) {
          expect(said.length).toBeGreaterThan(10);
          expect(said).not.toMatch(/undefined|NaN/);
        }
        if (!table) continue;
        expect(table.rows.length).toBeLessThanOrEqual(40);
        expect(word(dynamicKey('explain.rows', table.of))).not.toBe('');
        for (const column of table.columns)
          expect(word(dynamicKey('explain.column', column)), column).not.toBe('');
        for (const { name, cells, off } of table.rows) {
          expect(cells).toHaveLength(table.columns.length);
          if (table.of === 'quantity') expect(word(dynamicKey('explain.row', String(name)))).not.toBe('');
          if (off) expect(word(dynamicKey('explain.offRow', table.of))).not.toBe('');
        }
      }
    }
  });

  it('has rows of descent that work out', async () => {
    const of = await subjectAt({ neurons: 5, neuron: 3, sample: 7 }, 3);
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

  it('has rows of a round that work out', async () => {
    const first = await subjectAt({}, 0);
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
    const words = await subjectAt(WORDS, 0);
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
