import type { Samples } from '../../../contract.ts';
import { type ShareableData, shareTable } from '../../../data/share-data.ts';
import { dot } from '../../../kernels/vector.ts';
import type { Move } from '../../../problem.ts';
import { relu } from './make-data.ts';

/**
 * Tabulates samples after a move: one is elsewhere, or all labels are another plant's, relu_s(a.w*). Other numbers keep their bits, except
 * the sign of a zero. Omits the column of ones, which `bias` adds. Unnamed data gets x (or x1, x2, ...) and y.
 */
export function movedData(samples: Samples, move: Move, leak: number): ShareableData {
  const { labels, dimension: d, hasOnes } = samples;
  const inputs = d - (hasOnes ? 1 : 0);
  const width = inputs + 1;
  const values = new Float64Array(labels.length * width);
  for (const [i, y] of labels.entries()) {
    const isMoved = 'row' in move && move.row === i;
    const row = isMoved ? move.features : samples.features.subarray(i * d, i * d + d);
    values.set(row.subarray(0, inputs), i * width);
    const label = 'plant' in move ? relu(dot(move.plant, row), leak) + 0 : isMoved ? move.label : y;
    values[i * width + inputs] = label;
  }
  return shareTable({ names: namesOf(samples, inputs), rows: labels.length, values });
}

function namesOf({ names, labelName }: Samples, inputs: number): string[] {
  if (names.length > 0) return [...names, labelName];
  return [...(inputs === 1 ? ['x'] : Array.from({ length: inputs }, (_, j) => `x${j + 1}`)), 'y'];
}
