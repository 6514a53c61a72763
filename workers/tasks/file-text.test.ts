import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { describeNotice } from '../../engine/scenario/describe-notice.ts';
import { NO_CHOICE } from '../../engine/scenario/file-choice.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import { createOwnTables, tableOfBytes } from './own-tables.ts';

const latin1 = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));

/** Returns the message of page and command line about bytes. */
async function messageOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const own = { serial: 1, blob: new Blob([bytes]), choice: NO_CHOICE };
  const found = await createOwnTables()
    .read('open', own)
    .catch((error: unknown) => error);
  let same: unknown;
  try {
    same = tableOfBytes(bytes, NO_CHOICE);
  } catch (error) {
    same = error;
  }
  expect(same).toEqual(found);
  return found instanceof ScenarioError ? describeNotice(found.notice) : JSON.stringify(found);
}

describe('a file that is no CSV is named as what it is', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'an .xlsx',
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }),
      'a workbook (.xlsx, .ods) or ZIP file',
    ],
    ['an .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'an old Excel workbook (.xls)'],
    ['JSON', strToU8('\ufeff{\n  "rows": [[1, 2]]\n}\n'), 'JSON'],
    ['a JSON list', strToU8('[{"x":1,"y":2}]'), 'JSON'],
    ['a JSON table', strToU8('[[1,2],[3,4]]'), 'JSON'],
  ])('%s', async (_, bytes, kind) => {
    expect(await messageOf(Uint8Array.from(bytes))).toBe(
      `Expected CSV text; got ${kind}. Save the table as CSV.`,
    );
  });

  test.each(['[x],y\n1,2\n', '{x},y\n1,2\n', '<x>,y\n1,2\n', 'PK,y\n1,2\n'])('%j is one', async (text) => {
    expect(await messageOf(Uint8Array.from(strToU8(text)))).toContain('"rows":1');
  });
});

describe('names in Windows-1252', () => {
  test('are read, and the page says so', async () => {
    const bytes = latin1('Gr\xf6\xdfe;Preis in \x80;y\n1,5;2;3\n2;3;4\n');
    const table = tableOfBytes(bytes, NO_CHOICE);
    expect(table.names).toEqual(['Größe', 'Preis in €', 'y']);
    expect(table.notices.map(({ code }) => code)).toEqual(['not-utf8', 'decimal-comma']);
    expect(await messageOf(bytes)).toContain('Größe');
  });

  test('are found however late in the file the first one stands', async () => {
    const text = `x;y\n${`${'1'.padStart(40, '0')};2\n`.repeat(56_000)}`;
    const bytes = latin1(`${text}M\xfcller;2\n3;4\n`);
    const own = { serial: 1, blob: new Blob([bytes]), choice: NO_CHOICE };
    const table = await createOwnTables().read('open', own);
    expect(table).toMatchObject({ rows: 56_001, refusedCount: 1 });
    expect(table!.refused[0]!.reason).toMatchObject({ cell: 'Müller' });
  });
});
