import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAggregate } from '../../engine/ensemble/aggregate-file.ts';
import { sliceColumns } from '../../engine/ensemble/columns.ts';
import { createRunsReader } from '../../engine/ensemble/read-runs.ts';
import { createEnsembleRuns } from '../../engine/ensemble/run-ensemble.ts';
import { summarise, summaryOf } from '../../engine/ensemble/summary.ts';
import { sweepValues } from '../../engine/ensemble/sweep.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import { createEnsembleCalls } from '../tasks/ensembles.ts';
import { file, inFolder } from './try-command.ts';
import { stopBehind, sweep, sweepWith, writeSpec } from './try-sweep.ts';

inFolder();

const read = (name: string) => readFileSync(file(name), 'utf8');
const AGGREGATE = ['--spec', 'small.json', '--aggregate'];
let whole = '';

beforeAll(async () => {
  writeSpec('small.json', {
    ...{ runs: 40, limit: 150, startlaw: 'unit', audit: true },
    ...{ xkey: 'n', xat: [4, 6, 20] },
  });
  whole = (await sweep(...AGGREGATE, '--workers', '1')).stdout;
  for (const k of [1, 2, 3, 4]) {
    const { code } = await sweep(...AGGREGATE, '--shard', `${k}/4`, '--resume', `part-${k}.json`);
    expect(code).toBe(0);
  }
});

describe('--aggregate', () => {
  test('says what the rows of the same sweep come to, on however many threads', async () => {
    expect((await sweep(...AGGREGATE, '--workers', '3')).stdout).toBe(whole);
    const { cells } = parseAggregate(whole).aggregate;
    const reader = createRunsReader(1000);
    for (const line of (await sweep('--spec', 'small.json')).stdout.split('\n')) reader.push(line);
    const { columns } = reader.finish();
    for (const [cell, counted] of cells.entries())
      expect(summaryOf(counted)).toEqual(summarise(sliceColumns(columns, 40 * cell, 40, 0)));
  });

  test('the page reads it', async () => {
    const found = await createEnsembleCalls(async () => null).readRuns(new Blob([whole]));
    expect(found).toEqual(parseAggregate(whole).aggregate);
    const cut = await createEnsembleCalls(async () => null).readRuns(new Blob([whole.slice(0, 999)]));
    expect(cut).toMatchObject({
      trouble: expect.stringMatching(/^Expected a whole aggregate in JSON; .*\.$/),
    });
  });

  test('shards, and sums of shards, add up to the whole, byte for byte', async () => {
    expect((await sweep('--merge', ...[3, 1, 4, 2].map((k) => `part-${k}.json`))).stdout).toBe(whole);
    const some = await sweep('--merge', 'part-4.json', 'part-2.json');
    expect(some.stderr).toBe('sweep: 60 of 120 runs; not there: 0 to 29, 60 to 89.\n');
    writeFileSync(file('some.json'), some.stdout);
    expect((await sweep('--merge', 'part-3.json', 'some.json', 'part-1.json')).stdout).toBe(whole);
  });

  test('what is missing is named, and a shard that is whole is left as it is', async () => {
    writeFileSync(file('cut.json'), read('part-2.json').slice(0, 500));
    const missing = await sweep('--missing', 'part-1.json', 'cut.json', 'part-4.json');
    expect(missing.stdout).toBe('2/4\n3/4\n');
    const before = read('part-1.json');
    expect((await sweep(...AGGREGATE, '--shard', '1/4', '--resume', 'part-1.json')).code).toBe(0);
    expect(read('part-1.json')).toBe(before);
  });
});

describe('--resume of a damaged file', () => {
  const damage: Readonly<Record<string, (text: string) => string>> = {
    'cut in its counts': (text) => text.slice(0, -100),
    'cut in its header': (text) => text.slice(0, 20),
    'a count is changed': (text) => text.replace(/"both":(\d+)/, '"both":1$1'),
    'overwritten at its end': (text) => text.slice(0, -100).padEnd(text.length, '\0'),
  };

  test.each(Object.keys(damage))('%s: --missing names its shard, which is counted again', async (kind) => {
    writeFileSync(file('damaged.json'), damage[kind]!(read('part-2.json')));
    const names = ['part-1.json', 'damaged.json', 'part-3.json', 'part-4.json'];
    expect((await sweep('--missing', ...names)).stdout).toBe('2/4\n');
    const { code, stderr } = await sweep(...AGGREGATE, '--shard', '2/4', '--resume', 'damaged.json');
    expect(stderr).toMatch(/^sweep: damaged.json: .* Its runs are counted again\.\n$/);
    expect(code).toBe(0);
    expect(read('damaged.json')).toBe(read('part-2.json'));
  });

  test.each([
    ['a table of rows', async () => (await sweep('--spec', 'small.json', '--shard', '2/4')).stdout],
    ['another shard, damaged', async () => read('part-1.json').slice(0, -100)],
  ])('%s stays as it is, and what to do is said', async (_, make) => {
    const text = await make();
    writeFileSync(file('other.json'), text);
    const { code, stderr } = await sweep(...AGGREGATE, '--shard', '2/4', '--resume', 'other.json');
    expect(stderr).toMatch(/^sweep: other.json: .* Delete it to count its runs again\.\n$/);
    expect(code).toBe(2);
    expect(read('other.json')).toBe(text);
  });
});

describe('what does not belong together is refused in a sentence', () => {
  beforeAll(async () => {
    writeFileSync(file('cut.json'), read('part-2.json').slice(0, 500));
    writeFileSync(file('changed.json'), read('part-2.json').replace(/"both":(\d+)/, '"both":1$1'));
    writeFileSync(file('older.json'), read('part-2.json').replace(/"engine":"./, '"engine":"x'));
    writeSpec('other.json', {
      runs: 40,
      limit: 151,
      startlaw: 'unit',
      audit: true,
      xkey: 'n',
      xat: [4, 6, 20],
    });
    writeFileSync(
      file('other.part'),
      (await sweep('--spec', 'other.json', '--aggregate', '--shard', '2/4')).stdout,
    );
    writeFileSync(file('rows.csv'), (await sweep('--spec', 'small.json', '--shard', '2/4')).stdout);
  });

  test.each([
    [
      ['--merge', 'part-1.json', 'part-2.json', 'part-1.json'],
      /^sweep: part-1.json: Expected each run once; runs 0 to 29, counted over the cells, came twice\.\n$/,
    ],
    [['--merge', 'part-1.json', 'cut.json'], /^sweep: cut.json: Expected a whole aggregate in JSON; .*\.\n$/],
    [['--merge', 'part-1.json', 'changed.json'], /^sweep: changed.json: Cell 0: .*expected .* got .*\.\n$/],
    [
      ['--merge', 'part-1.json', 'older.json'],
      /^sweep: older.json: expected an aggregate of the sweep of part-1.json, with engine ".*"; got "x.*"\.\n$/,
    ],
    [
      ['--merge', 'part-1.json', 'other.part'],
      /^sweep: other.part: expected an aggregate of the sweep of part-1.json, with link ".*"; got ".*limit=151.*"\.\n$/,
    ],
    [['--merge', 'part-1.json', 'rows.csv'], /^sweep: rows.csv: Expected a whole aggregate in JSON; .*\.\n$/],
    [['--missing', 'cut.json'], /^sweep: --missing: expected at least one whole aggregate; got none\.\n$/],
    [
      [...AGGREGATE, '--shard', '1/4', '--resume', 'part-2.json'],
      /^sweep: part-2.json: expected shard 1\/4; got 2\/4\.\n$/,
    ],
    [
      [...AGGREGATE, '--shard', '2/4', '--resume', 'other.part'],
      /^sweep: other.part: expected an aggregate of this sweep, with link /,
    ],
    [
      ['--merge', '--aggregate', 'part-1.json'],
      /^sweep: --merge: expected files alone; it goes with no other flag\.\n$/,
    ],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await sweep(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });
});

describe('a stopped one', () => {
  test('keeps what it has counted, and goes on there', async () => {
    const args = [...AGGREGATE, '--resume', 'stopped.json', '--workers', '2'];
    const stopped = await sweepWith(stopBehind(7, 'SIGTERM'), ...args);
    const { sweep: of, cells, ranges } = parseAggregate(read('stopped.json')).aggregate;
    const [count] = ranges.map(([, to]) => to);
    expect(count).toBeGreaterThan(0);
    expect(ranges).toEqual([[0, count]]);
    expect(stopped).toEqual({
      code: 143,
      stdout: '',
      stderr: `sweep: Stopped by SIGTERM after ${count} of 120 runs. The same command goes on there.\n`,
    });
    const problem = await loadProblem('one-neuron');
    const runs = createEnsembleRuns(problem, sweepValues(of, 0), of.ensemble, null, 0, count!);
    while (runs.step());
    expect(summaryOf(cells[0]!)).toEqual(summarise(runs.columns));
    expect(existsSync(file('stopped.json.part'))).toBe(false);
    expect((await sweep(...args)).code).toBe(0);
    expect(read('stopped.json')).toBe(whole);
  });

  test('goes on with whatever runs are not there, to the same bytes', async () => {
    for (const half of ['3/8', '4/8']) {
      const { stdout } = await sweep(...AGGREGATE, '--shard', half);
      writeFileSync(file('half.json'), stdout.replace(`"shard":"${half}"`, '"shard":"2/4"'));
      expect((await sweep(...AGGREGATE, '--shard', '2/4', '--resume', 'half.json')).code).toBe(0);
      expect(read('half.json')).toBe(read('part-2.json'));
    }
  });
});
