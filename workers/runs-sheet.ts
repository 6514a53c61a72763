import { type Sweep, sweepSheet } from '../engine/ensemble/sweep.ts';
import type { Cell, Sheet } from '../engine/export/sheet.ts';
import { leavesDataOut } from '../engine/scenario/leaves-data-out.ts';

const WITHOUT_DATA =
  'data: not in this file and not in its link, which they do not fit - the same runs need the same CSV file ("Own data" of the page - "--data" of npm run sweep)';

/** The sheet of a sweep's runs, which says where its link leaves the data out; `rows` come in order. */
export function runsSheet(sweep: Sweep, rows: () => Generator<readonly Cell[] | null>): Sheet {
  const sheet = sweepSheet(sweep, rows);
  return leavesDataOut(sweep.scenario) ? { ...sheet, notes: [...sheet.notes, WITHOUT_DATA] } : sheet;
}
