import { MAX_PACKED } from '../limits.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { packText } from './pack.ts';
import { formatTable } from './read-table.ts';
import type { Table } from './table-reader.ts';

/** Own data for a link: packed text, or empty with a notice if it does not fit. */
export interface ShareableData {
  readonly packed: string;
  readonly notice: Notice | null;
}

/**
 * Numbers packed in a first attempt, and at most: if the first already do not fit, the rest is skipped. At 25 characters each, 150,000
 * numbers inflate to less than the reader's 4 MB.
 */
const STAGES = [20_000, 150_000];

/** Packs a table as a link's `data`, with `features=csv`. */
export function shareTable(table: Pick<Table, 'names' | 'rows' | 'values' | 'classes'>): ShareableData {
  let packed = '';
  // A text takes at most as many bytes as eight numbers.
  const width = table.names.length + (table.classes ? 7 : 0);
  for (const numbers of STAGES) {
    const rows = Math.min(table.rows, Math.ceil(numbers / width));
    packed = packText(formatTable({ ...table, rows }));
    const whole = rows === table.rows;
    if (packed.length > MAX_PACKED) return leftOut(`${whole ? '' : 'more than '}${packed.length}`);
    if (whole) return { packed, notice: null };
  }
  return leftOut(`more than ${packed.length}`);
}

function leftOut(got: string): ShareableData {
  return { packed: '', notice: notice('data-not-in-link', 'data', String(MAX_PACKED), got) };
}
