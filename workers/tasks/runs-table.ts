import { type Sweep, sweepTable } from '../../engine/ensemble/sweep.ts';
import type { TableFormat } from '../../engine/export/kinds.ts';
import type { Cell, ExportTable } from '../../engine/export/table.ts';
import { leavesDataOut } from '../../engine/scenario/leaves-data-out.ts';

const PIECE = 1_000_000;

const TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** Collects a table's file, which may exceed the maximum string length. */
export function createTableFile(format: TableFormat) {
  const parts: Blob[] = [];
  let waiting = '';
  return {
    push(text: string): void {
      waiting += text;
      if (waiting.length < PIECE) return;
      parts.push(new Blob([waiting]));
      waiting = '';
    },
    finish: () => new Blob([...parts, waiting], { type: TYPES[format] }),
  };
}

const WITHOUT_DATA =
  'data: not in this file and not in its link, which they do not fit - the same runs need the same CSV file ("Own data" of the page - "--data" of npm run sweep)';

/** Makes the table of a sweep's runs, with a note if its link omits data; `rows` come in order. */
export function runsTable(sweep: Sweep, rows: () => Generator<readonly Cell[] | null>): ExportTable {
  const table = sweepTable(sweep, rows);
  return leavesDataOut(sweep.scenario) ? { ...table, notes: [...table.notes, WITHOUT_DATA] } : table;
}
