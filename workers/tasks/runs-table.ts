import { type Sweep, sweepTable } from '../../engine/ensemble/sweep.ts';
import type { Cell, ExportTable } from '../../engine/export/table.ts';
import { leavesDataOut } from '../../engine/scenario/leaves-data-out.ts';

const WITHOUT_DATA =
  'data: not in this file and not in its link, which they do not fit - the same runs need the same CSV file ("Own data" of the page - "--data" of npm run sweep)';

/** The table of a sweep's runs, which says where its link leaves the data out; `rows` come in order. */
export function runsTable(sweep: Sweep, rows: () => Generator<readonly Cell[] | null>): ExportTable {
  const table = sweepTable(sweep, rows);
  return leavesDataOut(sweep.scenario) ? { ...table, notes: [...table.notes, WITHOUT_DATA] } : table;
}
