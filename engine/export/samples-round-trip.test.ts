import { describe, expect, it } from 'vitest';
import type { ProblemId } from '../catalog.ts';
import type { Instance, PairInstance, SideName } from '../contract.ts';
import { type FileTable, readFileText } from '../data/file-reader.ts';
import { packText } from '../data/pack.ts';
import { formatTable } from '../data/read-table.ts';
import type { Values } from '../params.ts';
import { loadProblem } from '../problems/index.ts';
import { asNetwork } from '../problems/two-layer/instance.ts';
import { pairOf } from '../run/sides.ts';
import { NO_CHOICE } from '../scenario/file-choice.ts';
import { withDefaults } from '../scenario/scenario.ts';
import { tablePieces } from './table.ts';
import { samplesTable } from './tables/samples-table.ts';

const SOURCE = { link: 'http://x.y/#v=1&start=1,2', build: '1.0' };

async function instanceOf(
  problem: ProblemId,
  values: Values,
  table: FileTable | null = null,
): Promise<Instance> {
  const scenario = withDefaults(problem, values);
  return (await loadProblem(problem, scenario.values)).prepare(scenario.values, table && { table });
}

/** Opens the exported file as own data, with the bias that the file states. */
async function opened(instance: Instance, problem: ProblemId, values: Values) {
  const text = [...tablePieces(samplesTable(instance), SOURCE, 'csv')].join('');
  const table = readFileText(text, NO_CHOICE, 1_000_000);
  const { std = false, ...rest } = values;
  const back = await instanceOf(
    problem,
    // Two layers export their features as the network sees them.
    { ...rest, features: 'csv', data: '', bias: table.bias ?? false, std: problem === 'one-neuron' && std },
    table,
  );
  return { table, back };
}

async function expectSame(problem: ProblemId, values: Values): Promise<void> {
  const instance = await instanceOf(problem, values);
  const { table, back } = await opened(instance, problem, values);
  const { features, labels, dimension, hasOnes } = instance.samples;
  expect(table.refusedCount).toBe(0);
  expect(table.notices.filter(({ code }) => code !== 'ones-column')).toEqual([]);
  expect([back.samples.dimension, back.samples.hasOnes]).toEqual([dimension, hasOnes]);
  // A label of -0 is written and read as 0, the same number.
  expect(back.samples.features).toEqual(features.map((value) => value + 0));
  expect(back.samples.labels).toEqual(labels.map((value) => value + 0));
  // With a plant's own labels the losses sum differences from the plant: other sums of the same samples.
  if (instance.sides) return compared(asNetwork(instance)!, asNetwork(back)!);
  if (!instance.planted) compared(instance, pairOf(back));
}

function compared(
  instance: Pick<PairInstance, SideName | 'start'>,
  back: Pick<PairInstance, SideName | 'start'>,
): void {
  for (const side of ['left', 'right'] as const)
    expect(back[side].loss(back.start)).toBe(instance[side].loss(back.start));
}

const RECIPES = ['line', 'gauss', 'circle', 'positive', 'correlated'] as const;

describe('every exported table of samples opens to the same bits', () => {
  it.each(RECIPES)('recipe %s: 20 seeded instances, one neuron', async (features) => {
    for (let seed = 1; seed <= 20; seed++)
      await expectSame('one-neuron', {
        features,
        seed,
        n: [1, 2, 5, 24][seed % 4]!,
        d: [1, 2, 3, 12][(seed >> 2) % 4]!,
        noise: seed % 3 === 0 ? 0.5 : 0,
        leak: seed % 5 === 0 ? 0.1 : 0,
        std: seed % 2 === 0,
      });
  });

  it.each(['gauss', 'circle', 'line'] as const)(
    'recipe %s: 10 seeded instances, two layers',
    async (features) => {
      for (let seed = 1; seed <= 10; seed++)
        await expectSame('two-layer', { features, seed, n: 5 + seed, d: 2 + (seed % 2), neurons: 3 });
    },
  );

  /** Names and columns that a reader might misinterpret. */
  const TABLES = [
    ['ordinary', ['x', 'y'], [0.1, 1, 0.2, 2, 0.3, 3]],
    ['the label first', ['y', 'x', 'z'], [0.1, 1, 4, 0.2, 2, 5]],
    ['a feature called y by its letters', ['(y)', 'b', 'z'], [0.1, 1, 4, 0.2, 2, 5]],
    ['two columns called y', ['y', 'y', 'b'], [0.1, 1, 4, 0.2, 2, 5]],
    ['a column of ones', ['a', 'one', 'y'], [0.1, 1, 4, 0.2, 1, 5]],
    ['ones before another feature', ['one', 'a', 'y'], [1, 0.1, 4, 1, 0.2, 5]],
    ['a column that counts the rows', ['id', 'a', 'y'], [0, 0.1, 4, 1, 0.2, 5]],
    ['three decimals', ['a', 'y'], [1.125, 2.375, 3.625, 4.875]],
    ['digits to the last', ['a', 'y'], [1 / 3, Math.sqrt(2) * 1e-50, 0.1 + 0.2, Math.PI * 1e50]],
  ] as const;

  it.each(TABLES)('own data, %s', async (_, names, numbers) => {
    const values = Float64Array.from(numbers);
    const data = packText(formatTable({ names, rows: values.length / names.length, values }));
    for (const bias of [false, true])
      for (const std of [false, true]) await expectSame('one-neuron', { features: 'csv', data, bias, std });
  });
});
