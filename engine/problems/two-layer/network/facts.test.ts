import { describe, expect, it } from 'vitest';
import { type Facts, findFacts } from '../../../facts/scenario-facts.ts';
import { createRun } from '../../../run/create-run.ts';
import { parseLink } from '../../../scenario/scenario.ts';
import { loadProblem } from '../../index.ts';

const FREE = '#v=1&problem=two-layer&features=csv&data=five-points&bias=1&free=1&beta=0.02&neurons=4';

async function facts(link: string, ...names: string[]): Promise<Facts> {
  const { scenario, notices } = parseLink(link);
  expect(notices).toEqual([]);
  return findFacts(await loadProblem(scenario.problem), scenario.values, names);
}

describe('the facts of two layers with free biases', () => {
  it('program.neurons counts the hinges that add something, and no padding and no constant', async () => {
    const { problem, values } = parseLink(FREE).scenario;
    const instance = (await loadProblem(problem)).prepare(values, null);
    const run = createRun(instance, values as never);
    run.first();
    const { right } = run.advance(20);
    const state = right.iterates.subarray(-right.width);
    // 3 cap numbers and the constant.
    const alphas = state.subarray((2 * (state.length - 1)) / 3, -1);
    const used = alphas.filter((alpha) => alpha !== 0).length;
    expect(used).toBe(2);
    expect((await facts(FREE, 'program.neurons'))['program.neurons']).toBe(used);
  });

  it('left.aboveKnown is known where biases are free, too: the program’s own network is narrow enough', async () => {
    const found = await facts(FREE, 'left.above@100', 'left.aboveKnown@100');
    expect(found['left.aboveKnown@100']).toBeGreaterThan(0);
    expect(found['left.aboveKnown@100']).toBeLessThanOrEqual(found['left.above@100']!);
  });
});

describe('left.aboveKnown', () => {
  it('is never negative: a left side below every known network is the best one known itself', async () => {
    // The program needs five neurons; of three only the teacher is known, and descent does better than it.
    const link = '#v=1&problem=two-layer&seed=5&pseed=5&sseed=5&neurons=3';
    const found = await facts(link, 'left.aboveKnown@1500', 'left.above@1500');
    expect(found['left.aboveKnown@1500']).toBe(0);
    expect(found['left.above@1500']).toBeGreaterThan(0);
  });
});

describe('program.touches', () => {
  it('counts the angles at which the optimum’s curve touches the band: more than there are neurons, where the optimum is not unique', async () => {
    const found = await facts('#v=1&problem=two-layer&seed=3&pseed=3', 'program.touches', 'program.neurons');
    expect(found).toEqual({ 'program.touches': 8, 'program.neurons': 6 });
    expect((await facts(FREE, 'program.touches'))['program.touches']).toBeNaN();
  });
});
