import { describe, expect, it } from 'vitest';
import { linkInstance } from '../fixtures/instances.ts';
import { loadProblem } from '../problems/index.ts';
import { parseLink } from '../scenario/scenario.ts';
import { findFacts } from './scenario-facts.ts';
import { createTiedStart } from './tied-start.ts';

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

describe('a start on the line of a sample', () => {
  it.each([
    ['', [0.7, -0.3]],
    // Rows far from 0, which the sectors have in whitened units.
    ['&xmin=20&xmax=21', [0.1, -2]],
  ])('takes its first step with that sample inactive: line%s', (line, at) => {
    const { instance, values } = linkInstance(`#v=1&features=line&n=8&plant=1,0.2${line}`);
    const { features, labels } = instance.samples;
    const expected = [...at];
    let ties = 0;
    labels.forEach((y, i) => {
      const row = [features[2 * i]!, features[2 * i + 1]!];
      const z = row[0]! * at[0]! + row[1]! * at[1]!;
      if (Math.abs(z) < 1e-13) ties++;
      else if (z > 0)
        row.forEach((a, j) => {
          expected[j]! -= ((z - y) * a) / (labels.length * instance.smoothness);
        });
    });
    expect(ties).toBe(1);
    const start = Float64Array.from(at);
    createTiedStart(instance, values, 'left')(start);
    expect(start[0]).toBeCloseTo(expected[0]!, 10);
    expect(start[1]).toBeCloseTo(expected[1]!, 10);
  });
});
