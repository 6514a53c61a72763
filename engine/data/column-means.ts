import { MAX_MEANS } from '../limits.ts';
import { ScenarioError } from '../scenario/describe-notice.ts';
import { notice } from '../scenario/notice.ts';
import type { Table } from './table-reader.ts';

/**
 * The mean of each column: the sum of its rows from the first to the last, divided by their number; not finite where that overflows. Throws
 * `ScenarioError` where there are more columns than means are kept.
 */
export function columnMeans({ names, rows, values }: Pick<Table, 'names' | 'rows' | 'values'>): number[] {
  const { length: width } = names;
  if (width > MAX_MEANS)
    throw new ScenarioError(notice('too-many-means', 'data', String(MAX_MEANS), String(width)));
  const means = new Array<number>(width).fill(0);
  for (let i = 0; i < rows; i++) for (let j = 0; j < width; j++) means[j]! += values[i * width + j]!;
  return means.map((sum) => sum / rows);
}
