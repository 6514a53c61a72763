import { MAX_PACKED } from '../limits.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { packText } from './pack.ts';
import { formatTable, readTable, type Table } from './read-table.ts';

/** Own data as a link carries it: packed text, empty where it does not fit, with the notice that says so. */
export interface ShareableData {
  readonly packed: string;
  readonly notice: Notice | null;
}

/** Packs a table. */
export function shareTable(table: Table): ShareableData {
  const packed = packText(formatTable(table));
  return packed.length <= MAX_PACKED
    ? { packed, notice: null }
    : { packed: '', notice: notice('data-not-in-link', 'data', String(MAX_PACKED), String(packed.length)) };
}

/** Packs the rows that a scenario would take of a CSV text. Throws `ScenarioError` where there are none. */
export function shareData(text: string, maxRows: number): ShareableData {
  return shareTable(readTable(text, maxRows));
}
