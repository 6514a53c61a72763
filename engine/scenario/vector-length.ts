import type { ProblemId } from '../catalog.ts';
import type { Values } from '../params.ts';

/** What a weight stands for in data that was read. */
export interface ReadColumns {
  readonly columns: number;
  /** Whether the last one is a column of ones. */
  readonly hasOnes: boolean;
}

/** Numbers of a start, and of a plant, under these values; null where they are of own data that is not read yet. */
export function vectorLength(problem: ProblemId, values: Values, own: ReadColumns | null): number | null {
  if (problem === 'lift') return 2;
  const { features, d, n } = values;
  const drawn = { columns: features === 'line' ? 2 : (d as number), hasOnes: features === 'line' };
  if (problem === 'one-neuron') {
    if (features === 'csv') return own?.columns ?? null;
    // Of infinitely many samples only standard normal ones are known: they have d weights.
    return n === Number.POSITIVE_INFINITY ? (d as number) : drawn.columns;
  }
  const read = features === 'csv' ? own : drawn;
  if (!read) return null;
  const constant = values.free && values.right !== 'relaxed' && read.columns === 2 && read.hasOnes;
  return (values.neurons as number) * (read.columns + 1) + (constant ? 1 : 0);
}
