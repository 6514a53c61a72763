import { describe, expect, it } from 'vitest';
import { createRun } from '../../run/create-run.ts';
import { runValues } from '../../run/run-values.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { describeNotice } from '../../scenario/describe-notice.ts';
import { parseLink } from '../../scenario/scenario.ts';
import { ScenarioError } from '../../scenario/scenario-error.ts';
import { problem } from './problem.ts';

/** Returns the notices of a link and its instance, or the reason of a refusal. */
function said(more: string): readonly string[] | string {
  const { scenario, notices } = parseLink(`#v=1&problem=shuffle${more}`);
  try {
    return [...notices, ...problem.prepare(scenario.values, null).notices].map(describeNotice);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
}

const LENGTHS = '3, 6, 10, 15, 21, 28, 36, 45 or 55';
const DEFAULT = '. The default is used.';

describe('bad input', () => {
  it.each<[string, string]>([
    ['A=1,2', `A: expected ${LENGTHS} numbers; got 2.`],
    ['A=1', `A: expected ${LENGTHS} numbers; got 1.`],
    ['A=1,2,3,4,5,6,7&B=1,2,3,4,5,6,7', `A: expected ${LENGTHS} numbers; got 7.`],
    ['A=1,2,3', 'B: expected 3 numbers; got 6.'],
    ['B=1,2,3', 'B: expected 6 numbers; got 3.'],
    ['A=1,2,3,4,5,6,7,8,9,0', 'B: expected 10 numbers; got 6.'],
  ])('a list of the wrong length is refused: %s', (values, sentence) => {
    expect(said(`&${values}`)).toBe(sentence);
    expect(said(`&${values}&shape=all`)).toBe(sentence);
    // Drawn graphs ignore the lists.
    expect(said(`&${values}&graphs=weighted`)).toEqual(
      expect.arrayContaining([expect.stringContaining('no effect')]),
    );
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1e999', 'x', ''])(
    'a number that is none is not taken: %j',
    (number) => {
      const list = `at most 55 comma-separated numbers; got "1,2,${number},4,5,6"${DEFAULT}`;
      expect(said(`&A=1,2,${number},4,5,6`)).toEqual([`A: expected ${list}`]);
      expect(said(`&lambda=${number}`)).toEqual([
        `lambda: expected a number from 0 to 10; got "${number}"${DEFAULT}`,
      ]);
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
        expect(() => createScenario('shuffle', { A: [1, 2, value, 4, 5, 6] })).toThrow(ScenarioError);
    },
  );

  it.each<[string, readonly string[]]>([
    ['lambda=-0.5', ['lambda: expected 0 to 10; got -0.5. The nearest bound is used.']],
    ['lambda=11', ['lambda: expected 0 to 10; got 11. The nearest bound is used.']],
    ['ramp=-1', ['ramp: expected 0 to 100000; got -1. The nearest bound is used.']],
    ['c=0', ['c: expected 0.000001 to 10; got 0. The nearest bound is used.']],
    ['A=1,2,1001,4,5,6', ['A: expected -1000 to 1000; got 1,2,1001,4,5,6. The nearest bound is used.']],
    ['graphs=weighted&n=11&shape=all', ['n: expected 2 to 10; got 11. The nearest bound is used.']],
    ['graphs=weighted&n=1&shape=all', ['n: expected 2 to 10; got 1. The nearest bound is used.']],
    ['start=1,0', ['start: expected 3 numbers; got 2. It is drawn from the seed or left out.']],
    [
      'start=2,0,0',
      [expect.stringMatching(/^start: .* got numbers at distance 1 from that\. The nearest ones/)],
    ],
    ['start=0.5,0.5,1e-12', []],
  ])('%s', (values, sentences) => {
    expect(said(`&${values}`)).toEqual(sentences);
  });

  it.each([
    'A=0,0,0,0,0,0&B=0,0,0,0,0,0',
    'A=0,0,0&B=0,0,0&shape=all',
    'A=3,0,3&B=3,0,3&shape=all',
    'A=-2,0,0,-2,0,-2&B=-2,0,0,-2,0,-2&shape=all',
  ])('where E is 0 everywhere both sides rest: %s', (link) => {
    const { values } = parseLink(`#v=1&problem=shuffle&${link}&lambda=0.5&sseed=3`).scenario;
    const instance = problem.prepare(values, null);
    const { info } = instance;
    expect([info.smoothness, info.step, info.lambda, info.best!.cost]).toEqual([0, 1, 0, 0]);
    expect(info.best!.count).toBe(info.triangle ? 3 : [1, 1, 2, 6][info.n]);
    expect(instance.notices.map(({ code }) => code)).toContain('nothing-moves');
    const run = createRun(instance, runValues(values));
    const [first, later] = [run.first(), run.advance(20)];
    for (const side of ['left', 'right'] as const) {
      expect([...first[side].iterates]).toEqual([...info.start]);
      expect([later[side].count, later[side].endedAt, first[side].series.loss![0]]).toEqual([0, 0, 0]);
    }
    for (const { threshold } of info.thresholds) expect(threshold).toBe(0);
  });

  it('every extreme that is in bounds stays finite and on its set', () => {
    const big = (count: number) => Array.from({ length: count }, (_, at) => (at % 3 === 0 ? 1000 : -1000));
    for (const given of [
      { A: big(6), B: big(6).reverse() },
      { A: big(6), B: big(6).reverse(), shape: 'all' },
      { A: big(55), B: big(55).reverse(), shape: 'all' },
      { graphs: 'copy', n: 10, noise: 10, shape: 'all', spread: 10, seed: 4_294_967 },
      { loss: 'layers', drift: 10, groups: 3, size: 3 },
    ])
      for (const more of [
        { lambda: 10, c: 10 },
        { lambda: 0, c: 1e-6 },
        { lambda: 10, ramp: 100_000, c: 1.99 },
      ]) {
        const { values } = createScenario('shuffle', { ...given, ...more, k: 0 });
        const instance = problem.prepare(values, null);
        const run = createRun(instance, runValues(values));
        const frames = [run.first(), run.advance(60)];
        const { n } = instance.info;
        for (const frame of frames)
          for (const side of ['left', 'right'] as const) {
            const { iterates, count, width, series } = frame[side];
            for (let k = 0; k < count; k++) {
              const state = iterates.subarray(k * width, (k + 1) * width);
              const sum = state.reduce((all, value) => all + value, 0);
              expect(Math.abs(sum - (width === 3 ? 1 : n))).toBeLessThan(1e-9);
              expect(Math.min(...state)).toBeGreaterThanOrEqual(0);
              expect(series.loss![k]).toBeGreaterThanOrEqual(0);
              expect(Number.isFinite(series.objective![k]!)).toBe(true);
            }
          }
      }
  });
});
