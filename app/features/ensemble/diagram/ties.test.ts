import '../words.en.ts';
import { expect, test, vi } from 'vitest';
import { sliceColumns } from '../../../../engine/ensemble/columns.ts';
import { createSweepRuns } from '../../../../engine/ensemble/read-runs.ts';
import { summarise } from '../../../../engine/ensemble/summary.ts';
import { cellOutcomes, scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import { countOutcomes } from '../../../../engine/run/outcome.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { cellWords } from './cell-words.ts';
import { countCells } from './diagram.ts';

vi.mock('../ensemble-words.ts', async (original) => ({
  ...(await original<object>()),
  runWords: () => ({ hasTies: true }),
}));

test('ties are counted apart and said with their share, where a problem has them', () => {
  const sweep = scenarioSweep(createScenario('one-neuron', { runs: 10, xkey: 'n', xat: [4, 8] }));
  const runs = createSweepRuns(sweep);
  runs.done.fill(1);
  for (const side of ['left', 'right'] as const) {
    runs.columns[side].arrivals.fill(-1);
    runs.columns[side].aways.fill(3);
  }
  runs.columns.left.arrivals.fill(2, 10, 14);
  runs.columns.left.aways.fill(Number.NaN, 14, 19);
  const counts = countCells({ runs, running: false });
  expect([counts.ties.left, counts.ties.right].map((one) => [...one])).toEqual([
    [0, 5],
    [0, 0],
  ]);
  const { left } = summarise(sliceColumns(runs.columns, 10, 10, 0));
  expect(countOutcomes(cellOutcomes(sweep, 1), left)).toMatchObject({ star: 4, tie: 5, moving: 1 });
  expect(cellWords(sweep, counts, 1, createTranslate('en')).replaceAll('\u00A0', ' ')).toBe(
    'n = 8: left 40.0 % (16.8 % to 68.7 %), right 0.0 % (0.0 % to 27.8 %) of 10 runs; ' +
      'ties: left 50.0 % (23.7 % to 76.3 %), right 0.0 % (0.0 % to 27.8 %)',
  );
});
