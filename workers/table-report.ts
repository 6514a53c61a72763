import { columnsOf } from '../engine/data/columns.ts';
import { shareTable } from '../engine/data/share-data.ts';
import type { Table } from '../engine/data/table-reader.ts';
import type { TableReport } from './protocol.ts';

/** What the page says of a table before it is used. */
export function reportOf(table: Table): TableReport {
  const columns = columnsOf(table.names);
  const shared = shareTable(table);
  return {
    names: table.names,
    label: table.names[columns.label]!,
    features: columns.features.map((j) => table.names[j]!),
    rows: table.rows,
    refused: table.refused,
    refusedCount: table.refusedCount,
    notices: shared.notice ? [...table.notices, shared.notice] : table.notices,
    packed: shared.packed,
  };
}
