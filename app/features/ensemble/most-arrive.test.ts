import { expect, test } from 'vitest';
import { type Sweep, scenarioSweep } from '../../../engine/ensemble/sweep.ts';
import type { Values } from '../../../engine/params.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createEnsembleCalls } from '../../../workers/tasks/ensembles.ts';
import { boundLines, boundOf, boundPlaces } from './most-arrive.ts';

const WORDS = { features: 'words', sizes: [3, 4, 5], beta: 0.05, neurons: 20, runs: 10 };
const sweepOf = (values: Values): Sweep =>
  scenarioSweep(createScenario('vector-output', { ...WORDS, ...values }));
const engine = { ensemble: createEnsembleCalls(async () => null) } as never;

test('a bound is asked for at the places of an axis and between them, at whole numbers where they are', () => {
  const places = boundPlaces(sweepOf({ xkey: 'neurons', xat: [3, 5, 20] }));
  expect(places.map(({ at }) => at)).toEqual([
    0,
    0.5,
    1,
    ...[2, 4, 6, 8, 9, 11, 13].map((by) => 1 + by / 15),
    2,
  ]);
  expect(places.map(({ scenario }) => scenario.values.neurons)).toEqual([
    3, 4, 5, 7, 9, 11, 13, 14, 16, 18, 20,
  ]);
  const betas = boundPlaces(sweepOf({ xkey: 'beta', xat: [0.1, 0.02] }));
  expect(betas.map(({ at }) => 8 * at)).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((part) => expect.closeTo(part, 9)),
  );
  expect(betas.at(-1)!.scenario.values.beta).toBe(0.02);
});

test('where nothing is proved in between, the line is cut', () => {
  const places = [0, 1, 2, 3].map((at) => ({ at }));
  expect(boundLines(places, [0.5, 0.25, null, 0.125])).toEqual([
    [0, 0.5, 1, 0.25],
    [3, 0.125],
  ]);
});

test('the bound of words rises with the neurons; of c it ends at 1, and other data have none', async () => {
  const bound = await boundOf(sweepOf({ xkey: 'neurons', xat: [3, 10, 20, 40, 80] }), engine);
  expect(bound!.cells.map((share) => Number(share!.toFixed(3)))).toEqual([0.005, 0.095, 0.317, 0.662, 0.916]);
  const c = await boundOf(sweepOf({ xkey: 'c', xat: [0.5, 1.5] }), engine);
  expect(c!.cells).toEqual([expect.closeTo(0.317, 3), null]);
  expect(c!.lines).toEqual([expect.any(Array)]);
  expect(c!.lines[0]!.at(-2)).toBe(0.5);
  expect(await boundOf(sweepOf({ features: 'pie', xkey: 'neurons', xat: [3, 5] }), engine)).toBe(null);
});
