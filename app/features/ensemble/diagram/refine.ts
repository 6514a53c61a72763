import { scenarioParams } from '../../../../engine/catalog.ts';
import { type Axis, placesOf, RATIO } from '../../../../engine/ensemble/axes.ts';
import { placeColumns, sliceColumns } from '../../../../engine/ensemble/columns.ts';
import { ENSEMBLE_PARAMS, MAX_PLACES } from '../../../../engine/ensemble/ensemble-params.ts';
import { createSweepRuns, type SweepRuns } from '../../../../engine/ensemble/read-runs.ts';
import { createSweep, type Sweep } from '../../../../engine/ensemble/sweep.ts';
import { MOST_RUNS } from '../../../../workers/pool-limits.ts';

/** Significant digits of inserted values. */
const DIGITS = 6;

/** Inserts a value between any two of an axis, if integers leave room. */
function finer({ key, at }: Axis, isWhole: boolean): readonly number[] {
  const between = (low: number, high: number) => {
    const middle = Number(((low + high) / 2).toPrecision(DIGITS));
    return key !== RATIO && isWhole ? Math.round(middle) : middle;
  };
  return [...new Set(at.flatMap((place, i) => (i === 0 ? [place] : [between(at[i - 1]!, place), place])))];
}

/** Doubles runs per cell, or about doubles cells per axis; null if over the limit or unchanged. */
export function refined(sweep: Sweep, how: 'runs' | 'cells'): Sweep | null {
  const { scenario, ensemble, axes } = sweep;
  const specs = scenarioParams(scenario.problem);
  const [x, y] = axes.map((axis) => finer(axis, specs[axis.key]?.kind !== 'number'));
  const change = how === 'runs' ? { runs: 2 * ensemble.runs } : { xat: x ?? null, yat: y ?? null };
  const isAllowed =
    how === 'runs'
      ? 2 * ensemble.runs <= ENSEMBLE_PARAMS.runs.max
      : [x, y].every((places) => (places?.length ?? 0) <= MAX_PLACES);
  if (!isAllowed) return null;
  const next = createSweep(scenario, { ...ensemble, ...change });
  return next.size > MOST_RUNS || next.size === sweep.size ? null : next;
}

/** Creates a sweep's table with shared cells' runs: a run depends only on its cell's values and number. */
export function carryRuns(before: SweepRuns, sweep: Sweep): SweepRuns {
  const runs = createSweepRuns(sweep);
  const old = before.sweep;
  const count = Math.min(old.ensemble.runs, sweep.ensemble.runs);
  for (let cell = 0; cell < sweep.cells; cell++) {
    const there = placesOf(sweep.axes, cell).map((place, i) => old.axes[i]!.at.indexOf(place));
    if (there.includes(-1)) continue;
    const oldCell = there.reduceRight((sum, place, i) => sum * old.axes[i]!.at.length + place, 0);
    const from = oldCell * old.ensemble.runs;
    const to = cell * sweep.ensemble.runs;
    placeColumns(runs.columns, sliceColumns(before.columns, from, count, to));
    runs.done.set(before.done.subarray(from, from + count), to);
  }
  return runs;
}
