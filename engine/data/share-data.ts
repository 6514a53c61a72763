import { MAX_PACKED } from '../limits.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { packText } from './pack.ts';
import { formatTable } from './read-table.ts';
import type { Table } from './table-reader.ts';

/** Own data as a link carries it: packed text, empty where it does not fit, with the notice that says so. */
export interface ShareableData {
  readonly packed: string;
  readonly notice: Notice | null;
}

/**
 * Numbers that are packed first, and at most: where already the first do not fit, the rest need not be written. With
 * their longest digits (25 characters) 150,000 unfold to less than the 4 MB that a link's reader takes.
 */
const STAGES = [20_000, 150_000];

/** Packs a table as the value of a link's `data`, with `features=csv`. */
export function shareTable(table: Pick<Table, 'names' | 'rows' | 'values' | 'classes'>): ShareableData {
  let packed = '';
  // A text takes as many bytes as eight numbers at most.
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
