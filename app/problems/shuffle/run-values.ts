import type { TrajectorySource } from '../../charts/thin.ts';
import type { SideAt } from '../../pictures/side-at.ts';

type Rows = SideAt['trajectory'];

/** Returns a function that keeps `width` values per row and computes only new rows. `write` fills a row; another `unit` rewrites all. */
export function createRunValues(
  width: number,
  write: (into: Float64Array, at: number, rows: Rows, row: number, unit: number) => void,
): (rows: Rows, unit?: number) => Pick<TrajectorySource, 'values' | 'stride' | 'count'> {
  let values = new Float64Array(0);
  let count = 0;
  let known: readonly unknown[] = [];
  return (rows, unit = 1) => {
    const now = [rows, rows.generation, rows.rewrites, unit];
    if (rows.count < count || now.some((part, i) => part !== known[i])) count = 0;
    known = now;
    if (values.length < width * rows.count) {
      const wider = new Float64Array(2 * width * rows.count);
      wider.set(values.subarray(0, width * count));
      values = wider;
    }
    for (; count < rows.count; count++) write(values, width * count, rows, count, unit);
    return { values, stride: width, count };
  };
}

/** Returns the version for `Thinner.extend`, which changes when rows are overwritten. */
export const runVersion = ({ generation, rewrites }: Rows): number => generation + 1e-3 * rewrites;
