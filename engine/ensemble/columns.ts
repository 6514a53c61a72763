import type { SideName, Vector } from '../contract.ts';
import { STATUSES } from '../run/status.ts';

/** What runs of one side came to, one entry a run. */
export interface SideColumns {
  /** The first step within the criterion; -1 of a run that never came there. */
  readonly arrivals: Int32Array<ArrayBuffer>;
  /** How far it was from its aim where it settled, or at the limit; Infinity where it diverged, NaN of a tie (`Aim.series`). */
  readonly aways: Vector;
  /** Places in `RunColumns.ends`: how the run names the state it was left in. */
  readonly statuses: Uint8Array<ArrayBuffer>;
  /** Steps taken until it settled, or the limit. */
  readonly steps: Int32Array<ArrayBuffer>;
}

/** What the audit of the claim found, one entry a run; of an ensemble without audit the arrays are empty. */
export interface AuditColumns {
  /** The first common step at which the right side is farther from the plant than the left by more than TOLERANCE; -1 where there is none. */
  readonly behindAt: Int32Array<ArrayBuffer>;
  /** By how much at most (not above TOLERANCE where behindAt is -1; 0 at the least). */
  readonly behindBy: Vector;
  /** Points at which Delta(w) >= 0 was asked; 0 where the labels are not the plant's own. */
  readonly points: Int32Array<ArrayBuffer>;
  /** Points at which it failed by more than rounding. */
  readonly failures: Int32Array<ArrayBuffer>;
}

/** A table of runs, by columns: flat arrays that move between threads, and are joined by concatenation. */
export interface RunColumns extends Readonly<Record<SideName, SideColumns>> {
  /** The first run of this table. */
  readonly from: number;
  readonly count: number;
  /** What runs of the problem may be left in (`endNames`). */
  readonly ends: readonly string[];
  readonly audit: AuditColumns;
}

function createSideColumns(count: number): SideColumns {
  return {
    arrivals: new Int32Array(count),
    aways: new Float64Array(count),
    statuses: new Uint8Array(count),
    steps: new Int32Array(count),
  };
}

/** An empty table of runs from `from` on. */
export function createColumns(
  from: number,
  count: number,
  audited: boolean,
  ends: readonly string[] = STATUSES,
): RunColumns {
  const size = audited ? count : 0;
  return {
    from,
    count,
    ends,
    left: createSideColumns(count),
    right: createSideColumns(count),
    audit: {
      behindAt: new Int32Array(size),
      behindBy: new Float64Array(size),
      points: new Int32Array(size),
      failures: new Int32Array(size),
    },
  };
}

/** All arrays of a table, in a fixed order. */
export function arraysOf({ left, right, audit }: RunColumns) {
  return [left, right, audit].flatMap((part) => Object.values(part));
}

/** Writes a table into its place in a larger one that holds its runs. */
export function placeColumns(whole: RunColumns, part: RunColumns): void {
  const targets = arraysOf(whole);
  for (const [i, array] of arraysOf(part).entries())
    if (targets[i]!.length > 0) targets[i]!.set(array, part.from - whole.from);
}

/** A copy of rows [at, at + count) of a table, whose first run is called `from`. */
export function sliceColumns(columns: RunColumns, at: number, count: number, from: number): RunColumns {
  const cutOf = <Part extends SideColumns | AuditColumns>(part: Part) =>
    Object.fromEntries(
      Object.entries(part).map(([name, column]) => [name, column.slice(at, at + count)]),
    ) as {
      [Name in keyof Part]: Part[Name];
    };
  const { ends, left, right, audit } = columns;
  return { from, count, ends, left: cutOf(left), right: cutOf(right), audit: cutOf(audit) };
}
