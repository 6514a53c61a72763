import type { Table } from './table-reader.ts';

/** The mean of each column: the sum of its rows from the first to the last, divided by their number; not finite where that overflows. */
export function columnMeans({ names, rows, values }: Pick<Table, 'names' | 'rows' | 'values'>): number[] {
  const { length: width } = names;
  const means = new Array<number>(width).fill(0);
  for (let i = 0; i < rows; i++) for (let j = 0; j < width; j++) means[j]! += values[i * width + j]!;
  return means.map((sum) => sum / rows);
}
