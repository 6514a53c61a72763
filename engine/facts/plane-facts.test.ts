import { describe, expect, it } from 'vitest';
import { loadProblem } from '../problems/index.ts';
import { parseLink } from '../scenario/scenario.ts';
import { findFacts } from './scenario-facts.ts';

const CELLS = 61 * 61;

describe('the share of starts that miss the plant', () => {
  it.each([
    ['#v=1&features=line&n=8&plant=1,0.2', 1991],
    ['#v=1&features=csv&data=trap&plant=1,1', 1411],
  ])(
    'is that of exact fractions, ties at cells included (make_lecture_numbers.py): %s',
    async (link, missed) => {
      const { problem, values } = parseLink(link).scenario;
      const found = findFacts(await loadProblem(problem), values, ['left.missed', 'right.basin']);
      expect(Math.round(found['left.missed']! * CELLS)).toBe(missed);
      expect(found['right.basin']).toBe(1);
    },
  );
});
