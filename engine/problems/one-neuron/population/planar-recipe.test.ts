import { describe, expect, it } from 'vitest';
import { createRun, type RunValues } from '../../../run/create-run.ts';
import { pairOf } from '../../../run/sides.ts';
import { presetScenario } from '../../../scenario/create-scenario.ts';
import { withDefaults } from '../../../scenario/scenario.ts';
import { loadProblem } from '../../index.ts';
import { isPlanarRecipe, ONE_NEURON } from '../card.ts';
import { problem as oneNeuron } from '../problem.ts';
import { planarRecipe } from './planar-recipe.ts';

const valuesOf = (given: Record<string, unknown>) => withDefaults('one-neuron', given as never).values;

/** Everything that a page shows of the first steps. */
function told(problem: typeof oneNeuron, values: ReturnType<typeof valuesOf>) {
  const { prepared: _, createSlicer: __, left, right, scaling: ___, ...rest } = problem.prepare(values, null);
  const run = createRun(problem.prepare(values, null), values as unknown as RunValues);
  return { ...rest, unbounded: [left.unbounded, right.unbounded], frames: [run.first(), run.advance(60)] };
}

describe('a recipe of finitely many samples in the plane', () => {
  it.each([
    { features: 'gauss' },
    { features: 'gauss', n: 5000 },
    { features: 'gauss', noise: 0.5, blend: 0.4 },
    { features: 'circle', leak: 0.2, std: true },
    { features: 'line', d: 7, noise: 1 },
    { features: 'gauss', n: 100, rule: 'adam', unlock: true, rrule: 'nesterov', plant: [1, 2, 3] },
  ])('has the digits of the whole problem: %o', (given) => {
    const values = valuesOf(given);
    expect(isPlanarRecipe(values)).toBe(true);
    expect(told(planarRecipe, values)).toEqual(told(oneNeuron, values));
  });

  it.each([
    { features: 'csv', data: 'trap' },
    { features: 'gauss', n: Number.POSITIVE_INFINITY },
    { features: 'gauss', d: 3 },
    { features: 'gauss', d: 1 },
  ])('is not %o, which gets the whole problem', async (given) => {
    const values = valuesOf(given);
    expect(isPlanarRecipe(values)).toBe(false);
    expect(await loadProblem('one-neuron', values)).toBe(oneNeuron);
  });

  it('has its part alone loaded, and the whole where nothing is known of the scenario', async () => {
    expect(await loadProblem('one-neuron', valuesOf({ features: 'gauss' }))).toBe(planarRecipe);
    expect(await loadProblem('one-neuron')).toBe(oneNeuron);
  });

  it('hands its prepared data on to the whole problem and back', () => {
    const values = valuesOf({ features: 'gauss' });
    const first = planarRecipe.prepare(values, null);
    const second = oneNeuron.prepare({ ...values, blend: 0.5 }, null, first);
    expect(second.prepared).toBe(first.prepared);
    expect(planarRecipe.prepare(values, null, second).left).toBe(first.left);
  });

  it.each(ONE_NEURON.presets.map(({ id }) => id))('preset %s is met by what is loaded for it', async (id) => {
    const { values } = presetScenario('one-neuron', id);
    const problem = await loadProblem('one-neuron', values);
    expect(pairOf(problem.prepare(values, null)).start).toEqual(oneNeuron.prepare(values, null).start);
  });

  it('refuses what it has no part for', () => {
    expect(() => planarRecipe.prepare(valuesOf({ features: 'csv', data: 'trap' }), null)).toThrow(
      /expected a recipe/,
    );
    const values = valuesOf({ features: 'gauss', n: 30_000, d: 3 });
    expect(() => planarRecipe.prepare(values, null)).toThrow(/expected a landscape to follow lazily/);
  });
});
