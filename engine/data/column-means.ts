import type { Table } from './table-reader.ts';

/** Returns the mean of each column, summed from the first row to the last; not finite on overflow. */
export function columnMeans({ names, rows, values }: Pick<Table, 'names' | 'rows' | 'values'>): number[] {
  const { length: width } = names;
  const means = new Array<number>(width).fill(0);
  for (let i = 0; i < rows; i++) for (let j = 0; j < width; j++) means[j]! += values[i * width + j]!;
  return means.map((sum) => sum / rows);
}
