import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import counted from '../engine/fixtures/shuffle-laws.json' with { type: 'json' };
import {
  countsOf,
  LAWS,
  lettersOf,
  linkOf,
  RUNS,
  TRIANGLES,
  triangleInstances,
} from '../engine/fixtures/shuffle-laws.ts';
import { mcnemar } from '../engine/kernels/binomial.ts';
import { wilson } from '../engine/kernels/wilson.ts';
import { meanInterval } from '../scripts/intervals.ts';

const page = readFileSync(join(import.meta.dirname, 'mathematics.md'), 'utf8');
const section = page.slice(page.indexOf('### 16.8 '), page.indexOf('### 16.9 '));

/** The section as one line; its sentences are built below from counts. */
const flat = section.replaceAll(/\s+/g, ' ');
const says = (sentence: string) => expect(flat).toContain(sentence);

/** Formats "40.5 (37–44)": a percentage of runs with Wilson's interval in integers, rounded outwards. */
function share(runs: number): string {
  const { low, high } = wilson(runs, RUNS);
  return `${((100 * runs) / RUNS).toFixed(1)} (${Math.floor(100 * low)}–${Math.ceil(100 * high)})`;
}

test('the table of who wins has the counts, a row for each law', () => {
  const rows = counted.laws.map(({ relaxed, penalised }, i) => {
    const { graphs, n, noise } = LAWS[i]!;
    const law = `\`graphs=${graphs}&n=${n}${noise === null ? '' : `&noise=${noise}`}\``;
    const { best, tie } = countsOf(relaxed);
    const cells = penalised.map((line) => share(countsOf(line).best));
    return [law, share(best), ((100 * tie) / RUNS).toFixed(1), ...cells].join(' | ');
  });
  const found = section.split('\n').filter((line) => line.startsWith('`graphs='));
  expect(found).toEqual(rows);
  for (const law of LAWS) {
    const [, before, after] = /^(#.*)LAW(.*)$/m.exec(section)!;
    const of = `graphs=${law.graphs}&n=${law.n}${law.noise === null ? '' : `&noise=${law.noise}`}`;
    expect(linkOf(law)).toBe(`${before}${of}${after}`);
  }
});

describe('what the section says', () => {
  const [simple, four, five, six, exact, noisy, noise1, seven] = counted.laws as unknown as Lines[];
  interface Lines {
    readonly relaxed: string;
    readonly penalised: readonly string[];
  }

  /** Returns McNemar's p of a cell against the relaxation, and true if the penalty wins more often. */
  function against({ relaxed, penalised }: Lines, cell: number) {
    const isBest = (line: string) => lettersOf(line).map((end) => /b/i.test(end));
    const [left, right] = [isBest(relaxed), isBest(penalised[cell]!)];
    const onlyLeft = left.filter((found, i) => found && !right[i]).length;
    const onlyRight = right.filter((found, i) => found && !left[i]).length;
    return { p: mcnemar(onlyLeft, onlyRight), isAhead: onlyRight > onlyLeft };
  }

  test('ends at permutations, ties and runs that still moved', () => {
    const least = Math.min(...counted.laws.map(({ penalised }) => countsOf(penalised[2]!).exact));
    says(`at least ${(least / 10).toFixed(1)} % of the runs of every law`);
    const ties = counted.laws.flatMap(({ penalised }) => penalised.map((line) => countsOf(line).tie));
    says(`at most ${Math.max(...ties)} of 1,000)`);
    const [a, b, c] = [four!, five!, six!].map(({ relaxed }) => countsOf(relaxed).moving);
    says(`${a}, ${b} and ${c} of the relaxed runs of weighted graphs with n = 4, 5 and 6 still moved`);
  });

  test('who finds the best more often on the same runs', () => {
    says(
      '.05 L and .1 L find the best more often than the relaxation on every law but exact copies (p < .002)',
    );
    for (const law of [simple!, four!, five!, six!, noisy!, noise1!, seven!])
      for (const cell of [6, 7]) {
        const { p, isAhead } = against(law, cell);
        expect(isAhead).toBe(true);
        expect(p).toBeLessThan(0.002);
      }
    says('There the relaxation finds it in all 1,000');
    expect(countsOf(exact!.relaxed).best).toBe(1000);
    says('.3 L over 1,000 steps finds it more often on unrelated graphs and at noise 1 (p < .0001)');
    for (const law of [simple!, four!, five!, six!, noise1!]) {
      const { p, isAhead } = against(law, 8);
      expect(isAhead).toBe(true);
      expect(p).toBeLessThan(0.0001);
    }
    says('is as good at noise .3 (p > .5)');
    for (const law of [noisy!, seven!]) expect(against(law, 8).p).toBeGreaterThan(0.5);
  });

  test('restarts', () => {
    const found = (line: string) => [...line].filter((count) => count !== '0').length;
    const [small, large] = counted.restarts.map(({ relaxed, penalised }) =>
      [relaxed, ...penalised].map(found),
    );
    says(
      `n = 5, relaxed ${small![0]}, .1 L at once ${small![1]}, .3 L over 150 steps ${small![2]}, over 1,000 steps ${small![3]}; n = 6, relaxed ${large![0]}, then ${large!.slice(1).join(', ')}.`,
    );
    for (const { relaxed } of counted.restarts) expect(relaxed).toMatch(/^[0a]+$/);
  });

  test('the triangle', () => {
    const all = triangleInstances();
    const [hits, missed] = [TRIANGLES.starts, 0].map((starts) =>
      all.filter(({ relaxed }) => relaxed === starts),
    );
    expect(hits!.length + missed!.length).toBe(all.length);
    // Starts of a graph resemble each other, so graphs are the draws.
    const share = (of: typeof all, by: 'penalised' | 'standing', share: number) => {
      const { mean, half } = meanInterval(of.map((one) => (100 * one[by][share]!) / TRIANGLES.starts));
      return `${mean.toFixed(1)} % (${Math.round(mean - half)}–${Math.round(mean + half)})`;
    };
    const some = (by: 'penalised' | 'standing', share: number) =>
      missed!.filter((one) => one[by][share]! > 0).length;
    says(`different costs, starts 1 to ${TRIANGLES.starts} (95 % intervals over graphs)`);
    says(
      `best corner in ${hits!.length} of them, from every start, and in the other ${missed!.length} from none`,
    );
    says(
      `with .1 L ends nearest to it from ${share(missed!, 'penalised', 1)} of the starts, from at least one start in each`,
    );
    expect(some('penalised', 1)).toBe(missed!.length);
    const never = missed!.filter(({ holds }) => !holds[1]).length;
    says(
      `It stands on it from ${share(missed!, 'standing', 1)}, from at least one start in ${some('standing', 1)}; in ${never} of the ${missed!.length} the best corner is no minimum at .1 L`,
    );
    says(
      `With .05 L it ends nearest to it from at least one start in ${some('penalised', 0)}, and stands on it in ${some('standing', 0)}`,
    );
    says(
      `In the ${hits!.length} it ends nearest to it from ${share(hits!, 'penalised', 1)} with .1 L and from ${share(hits!, 'penalised', 2)} with .5 L, and stands on it from ${share(hits!, 'standing', 1)} and ${share(hits!, 'standing', 2)}`,
    );
    // Only minima attract starts.
    for (const { holds, standing } of all)
      for (const [i, is] of holds.entries()) if (!is) expect(standing[i]).toBe(0);
    says(`least threshold in ${all.filter(({ isFirst }) => isFirst).length} of 100`);
    expect(missed!.some(({ isAlone }) => isAlone.includes(true))).toBe(false);
  });
});
