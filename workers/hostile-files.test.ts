import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_REFUSED, type Table } from '../engine/data/table-reader.ts';
import { parseSweep, SweepError } from '../engine/ensemble/sweep.ts';
import {
  DEEP,
  ENCODINGS,
  encodeText,
  hostileCsv,
  hostileRuns,
  hostileSweep,
  LARGE_CSV,
} from '../engine/fixtures/hostile-files.ts';
import { describePhrase } from '../engine/phrase.ts';
import { describeNotice } from '../engine/scenario/describe-notice.ts';
import { NO_CHOICE, type TableChoice } from '../engine/scenario/file-choice.ts';
import { ScenarioError } from '../engine/scenario/scenario-error.ts';
import { runsAll, spread } from '../scripts/tier.mjs';
import { createEnsembleCalls } from './tasks/ensembles.ts';
import { createOwnTables } from './tasks/own-tables.ts';
import { reportOf } from './tasks/table-report.ts';

const SEED = 20_261_125;
let files = 0;

async function read(
  bytes: Uint8Array<ArrayBuffer> | string,
  choice: TableChoice = NO_CHOICE,
): Promise<Table | ScenarioError> {
  try {
    const table = await createOwnTables().read('inspect', {
      serial: ++files,
      blob: new Blob([bytes]),
      choice,
    });
    if (!table) throw new Error('expected a table; got none');
    const report = reportOf(table);
    // Messages to the page stay small.
    expect(JSON.stringify(report).length).toBeLessThan(1_000_000);
    return table;
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
}

const DRAWN = runsAll ? 250 : 80;

describe('hostile tables', () => {
  it.each(spread([1, 2, 3, 4], 2))(
    'drawn ones, part %i: every row is taken or refused with its line and a reason',
    async (part) => {
      const seen = { taken: 0, refused: 0 };
      // Even parts have no label column: they give means.
      const choice = { ...NO_CHOICE, outputs: part % 2 === 0 ? 0 : null };
      await fc.assert(
        fc.asyncProperty(hostileCsv, fc.constantFrom(...ENCODINGS), async (text, encoding) => {
          const found = await read(encodeText(text, encoding), choice);
          if (found instanceof ScenarioError) {
            seen.refused++;
            expect(describeNotice(found.notice)).toMatch(/^.+\.$/s);
            return;
          }
          seen.taken++;
          const { names, rows, values, refused, refusedCount } = found;
          expect(values).toHaveLength(rows * names.length);
          expect(values.every(Number.isFinite)).toBe(true);
          expect(refused).toHaveLength(Math.min(refusedCount, MOST_REFUSED));
          for (const { line, reason } of refused) {
            expect(line).toBeGreaterThan(choice.outputs === 0 ? 0 : 1);
            expect(describePhrase(reason)).not.toMatch(/undefined|\[object/);
          }
        }),
        { seed: SEED + part, numRuns: DRAWN },
      );
      expect(seen.taken).toBeGreaterThan(DRAWN / 13);
      expect(seen.refused).toBeGreaterThan(DRAWN / 13);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  const said = (found: Table | ScenarioError) =>
    found instanceof ScenarioError ? found.notice.code : `${found.rows} rows, ${found.refusedCount} refused`;

  it.each(
    spread(
      [
        ['a million columns', 'no-row'],
        ['a hundred thousand columns', 'too-many-columns'],
        ['one line of 10 MB', 'no-row'],
        ['one cell of 10 MB between good rows', '2 rows, 1 refused'],
        ['a header of 10 MB above good rows', 'no-row'],
        ['a number that is none, of 900,000 digits', '1 rows, 5 refused'],
        ['a quote that never closes', '1 rows, 1 refused'],
        ['quotes alone', 'no-row'],
        ['a long name in a thousand reasons', '1 rows, 2000 refused'],
        ['two million bad rows', '1 rows, 2000000 refused'],
        ['NUL alone', 'no-row'],
        ['separators alone', '1 rows, 1 refused'],
        ['line breaks alone', 'no-row'],
      ] as const,
      4,
    ),
  )('%s: %s', async (name, outcome) => {
    expect(said(await read(LARGE_CSV[name]!()))).toBe(outcome);
  });

  it.each(
    spread(
      [
        ['a million columns', 'no-row'],
        ['a hundred thousand columns', 'too-many-means'],
        ['a number that is none, of 900,000 digits', '6 rows, 0 refused'],
        ['quotes alone', 'no-row'],
        ['separators alone', '1 rows, 1 refused'],
      ] as const,
      2,
    ),
  )('%s where no column is the label: %s', async (name, outcome) => {
    expect(said(await read(LARGE_CSV[name]!(), { ...NO_CHOICE, outputs: 0 }))).toBe(outcome);
  });
});

describe('hostile results of sweeps', () => {
  const { readRuns } = createEnsembleCalls(async () => null);

  it('400 drawn ones: taken, or refused in a sentence', async () => {
    const seen = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(hostileRuns, async (text) => {
        const found = await readRuns(new Blob([text]));
        if ('done' in found) {
          seen.taken++;
          expect(found.done.some((one) => one === 1)).toBe(true);
        } else {
          seen.refused++;
          if ('sweep' in found) throw new Error('an aggregate');
          expect('trouble' in found ? found.trouble : describeNotice(found.failure)).toMatch(/\.$/);
        }
      }),
      { seed: SEED, numRuns: 400 },
    );
    expect(seen.taken).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(50);
  });

  it('one that is too large is refused by its size, and a line without an end before it is held', async () => {
    const large = { size: 3e8, slice: () => expect.unreachable('it was read') } as unknown as Blob;
    expect(await readRuns(large)).toEqual({ trouble: 'Expected a file of at most 250 MB; got 300 MB.' });
    expect(await readRuns(new Blob(['x'.repeat(2_000_000)]))).toEqual({
      trouble: 'Expected lines of at most 100000 characters; got a longer one.',
    });
  });

  it('200 specifications of sweeps: read, or refused by the typed error', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(hostileSweep, (text) => {
        try {
          parseSweep(text);
          seen.taken++;
        } catch (error) {
          if (!(error instanceof SweepError)) throw error;
          expect(error.message.length).toBeLessThan(30_000);
          seen.refused++;
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(seen.taken).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
    expect(() => parseSweep(`{"format":${DEEP}}`)).toThrow(SweepError);
  });
});
