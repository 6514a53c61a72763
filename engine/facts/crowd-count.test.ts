import { expect, it } from 'vitest';
import { loadProblem } from '../problems/index.ts';
import { parseLink } from '../scenario/scenario.ts';
import { findFacts } from './scenario-facts.ts';

const NAMES = ['crowd.count', 'crowd.left', 'crowd.right'];

/** NumPy's counts of the same starts: engine/fixtures/make/make_lecture_numbers.py. */
it('counts the dots that arrive', async () => {
  const link = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&crowdbox=-3,3,-3,3&crowd=';
  const facts = async (crowd: number) => {
    const { problem, values } = parseLink(`${link}${crowd}`).scenario;
    const found = findFacts(await loadProblem(problem), values, NAMES);
    return NAMES.map((name) => found[name]);
  };
  expect(await facts(200)).toEqual([200, 96, 200]);
  expect(await facts(0)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
