import { dsvFormat } from 'd3-dsv';
import { createTableReader, type Table } from './table-reader.ts';

/** Reads a whole CSV text by `createTableReader`. Throws `ScenarioError` if there is no valid row. */
export function readTable(text: string, maxRows: number, texts: boolean | number = false): Table {
  const reader = createTableReader(maxRows, undefined, texts);
  reader.push(text);
  return reader.finish();
}

/** Writes the table as CSV with the shortest round-trip numbers, and texts if its last column had them. */
export function formatTable({
  names,
  rows: count,
  values,
  classes,
}: Pick<Table, 'names' | 'rows' | 'values' | 'classes'>): string {
  const width = names.length;
  const rows = Array.from({ length: count }, (_, i) => {
    const row = Array.from(values.subarray(i * width, i * width + width), String);
    return classes ? [...row.slice(0, -1), classes[values[(i + 1) * width - 1]!]!] : row;
  });
  // Quote names with any separator, so that the comma is detected again.
  const header = names.map((name) => (/[,;\t"\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name));
  return [header.join(','), dsvFormat(',').formatRows(rows)].join('\n');
}
