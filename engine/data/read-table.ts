import { dsvFormat } from 'd3-dsv';
import { createTableReader, type Table } from './table-reader.ts';

/** Reads CSV text as `createTableReader` says, all of it at once. Throws `ScenarioError` where no row can be taken. */
export function readTable(text: string, maxRows: number): Table {
  const reader = createTableReader(maxRows);
  reader.push(text);
  return reader.finish();
}

/** Writes the table as CSV with the shortest numbers that read back as the same bits. */
export function formatTable(table: Pick<Table, 'names' | 'rows' | 'values'>): string {
  const width = table.names.length;
  const rows = Array.from({ length: table.rows }, (_, i) =>
    Array.from(table.values.subarray(i * width, i * width + width), String),
  );
  // Names with any of the separators are quoted, so that the comma is found again as the separator.
  const header = table.names.map((name) =>
    /[,;\t"\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name,
  );
  return [header.join(','), dsvFormat(',').formatRows(rows)].join('\n');
}
