import '../../i18n/all-words.ts';
import '../../problems/index.ts';
import { beforeAll, expect, test } from 'vitest';
import { scenarioSweep } from '../../../engine/ensemble/sweep.ts';
import type { Values } from '../../../engine/params.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { loadFirstView } from '../../session/view.ts';
import { criterionWords, ofWords } from './ensemble-words.ts';

const t = createTranslate('en');
const sweepOf = (values: Values) => scenarioSweep(createScenario('one-neuron', values));

beforeAll(async () => void (await loadFirstView()));

test('where nothing differs from run to run a sentence says so', () => {
  expect(criterionWords(sweepOf({ vary: '' }), t)).toContain('Nothing varies: every run is identical');
  expect(criterionWords(sweepOf({ vary: 'start' }), t)).toMatch(/New for each run: start\.$/);
});

test('all runs are not called the first ones', () => {
  expect(ofWords({ from: 0, count: 300 }, 300, t)).toBe('Out of all 300 runs.');
  expect(ofWords({ from: 0, count: 72 }, 300, t)).toBe('Out of the first 72 runs.');
  expect(ofWords({ from: 100, count: 72 }, 300, t)).toBe('Out of runs 100 to 171.');
});
