import { expect, test } from 'vitest';
import { type EnsembleValues, ensembleOf } from '../../ensemble/ensemble-params.ts';
import { createEnsembleRuns, drawnOf } from '../../ensemble/run-ensemble.ts';
import type { Values } from '../../params.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { loadProblem } from '../index.ts';
import { VECTOR_OUTPUT } from './card.ts';

const problem = await loadProblem('vector-output');
const presetOf = (id: string): Values => VECTOR_OUTPUT.presets.find((one) => one.id === id)!.values;

function count(given: Values, change: Partial<EnsembleValues>, runs: number) {
  const { values } = createScenario('vector-output', given);
  const all = createEnsembleRuns(problem, values, { ...ensembleOf(values), ...change }, null, 0, runs);
  while (all.step());
  return { ...all.columns, aim: all.aim!, drawn: drawnOf(problem, values, ensembleOf(values).vary) };
}

test.each(VECTOR_OUTPUT.presets.map(({ id }) => id))(
  'runs of %s are counted by their excess over the optimum',
  (id) => {
    const { aim, drawn, left, right } = count(presetOf(id), { limit: 12 }, 2);
    expect(aim.name).toBe('gap');
    expect(drawn).toEqual(id === 'words-rotated' ? ['data', 'start'] : ['start']);
    expect(left.aways.every((away) => away > 0)).toBe(true);
    expect(left.aways[0]).not.toBe(left.aways[1]);
    // Frank-Wolfe is still on its way.
    if (id !== 'frank-wolfe')
      expect(Array.from(right.aways.map((away) => Math.round(1e8 * away)))).toEqual([0, 0]);
  },
);

test('a run that has arrived and hovers goes on: it is left as hovering, at the limit', () => {
  const limit = 3000;
  const { ends, left } = count({ sizes: [1, 2, 3], neurons: 3 }, { limit, within: 0.5 }, 5);
  const hovering = Array.from(left.statuses.keys()).filter(
    (run) => ends[left.statuses[run]!] === 'hovering' && left.arrivals[run]! >= 0,
  );
  expect(hovering.length).toBeGreaterThan(0);
  for (const run of hovering) expect(left.steps[run]).toBe(limit);
});
