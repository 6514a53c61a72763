import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { loadProblem } from '../problems/index.ts';
import { parseLink } from '../scenario/scenario.ts';
import { findFacts } from './scenario-facts.ts';

async function facts(link: string, ...names: string[]): Promise<number[]> {
  const { problem, values } = parseLink(link).scenario;
  const found = findFacts(await loadProblem(problem), values, names);
  return names.map((name) => found[name]!);
}

/** NumPy's counts for the same seeds: engine/fixtures/make/make_lecture_numbers.py. */
describe('a survey of 200 runs', () => {
  it('counts a right side that falls behind after both have arrived: every run takes all its steps', async () => {
    expect(await facts('#v=1&problem=one-neuron&n=8', 'runs.ahead', 'runs.rightStuck')).toEqual([24, 0]);
  });

  it('takes a right side that ends within 1e-9 of the left for no farther, as the audit does', async () => {
    const noise = '#v=1&problem=one-neuron&n=60&seed=2&plant=0.8,-0.6&start=-1,1&noise=0.3';
    expect(await facts(`${noise}&noisein=1`, 'runs.rightNotFarther')).toEqual([121]);
    if (runsAll) expect(await facts(noise, 'runs.rightNotFarther')).toEqual([78]);
  });
});
