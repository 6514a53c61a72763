import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countsOf, LAWS, linkOf, RUNS } from '../engine/fixtures/shuffle-laws.ts';
import counted from '../engine/fixtures/shuffle-laws.json' with { type: 'json' };
import { mcnemar } from '../engine/kernels/binomial.ts';
import { wilson } from '../engine/kernels/wilson.ts';

const page = readFileSync(join(import.meta.dirname, 'mathematics.md'), 'utf8');
const section = page.slice(page.indexOf('### 16.8 '), page.indexOf('### 16.9 '));

/** "40.5 (37–44)": a share of all runs in %, with Wilson's interval to whole numbers, outwards. */
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
    const [, before, after] = /^(.*)LAW(.*)$/m.exec(section)!;
    const of = `graphs=${law.graphs}&n=${law.n}${law.noise === null ? '' : `&noise=${law.noise}`}`;
    expect(linkOf(law)).toBe(`${before}${of}${after}`);
  }
});
