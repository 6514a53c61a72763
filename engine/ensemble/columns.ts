import type { SideName, Vector } from '../contract.ts';
import { STATUSES } from '../run/status.ts';

/** One side's results, one entry per run. */
export interface SideColumns {
  /** First step within the criterion; -1 if never. */
  readonly arrivals: Int32Array<ArrayBuffer>;
  /** Distance from the aim at rest or the limit; Infinity if diverged, NaN for a tie (`Aim.series`). */
  readonly aways: Vector;
  /** Indexes into `RunColumns.ends`. */
  readonly statuses: Uint8Array<ArrayBuffer>;
  /** Steps until rest or the limit. */
  readonly steps: Int32Array<ArrayBuffer>;
  /** Final value of the compared series (`comparisonOf`); NaN if there is none. Empty without a comparison. */
  readonly compared: Vector;
}

/** One entry per run; empty without audit. */
export interface AuditColumns {
  /** First common step at which the right is farther from the plant by more than TOLERANCE; -1 if none. */
  readonly behindAt: Int32Array<ArrayBuffer>;
  /** Largest lag, >= 0 (at most TOLERANCE if behindAt is -1). */
  readonly behindBy: Vector;
  /** Points where Delta(w) >= 0 was checked; 0 without the plant's own labels. */
  readonly points: Int32Array<ArrayBuffer>;
  /** Points where it failed beyond rounding. */
  readonly failures: Int32Array<ArrayBuffer>;
}

/** Flat arrays, which transfer between threads and concatenate. */
export interface RunColumns extends Readonly<Record<SideName, SideColumns>> {
  readonly from: number;
  readonly count: number;
  /** Possible final states (`endNames`). */
  readonly ends: readonly string[];
  readonly audit: AuditColumns;
}

function createSideColumns(count: number, compared: boolean): SideColumns {
  return {
    arrivals: new Int32Array(count),
    aways: new Float64Array(count),
    statuses: new Uint8Array(count),
    steps: new Int32Array(count),
    compared: new Float64Array(compared ? count : 0).fill(Number.NaN),
  };
}

export function createColumns(
  from: number,
  count: number,
  audited: boolean,
  ends: readonly string[] = STATUSES,
  compared = false,
): RunColumns {
  const size = audited ? count : 0;
  return {
    from,
    count,
    ends,
    left: createSideColumns(count, compared),
    right: createSideColumns(count, compared),
    audit: {
      behindAt: new Int32Array(size),
      behindBy: new Float64Array(size),
      points: new Int32Array(size),
      failures: new Int32Array(size),
    },
  };
}

export function arraysOf({ left, right, audit }: RunColumns) {
  return [left, right, audit].flatMap((part) => Object.values(part));
}

export function placeColumns(whole: RunColumns, part: RunColumns): void {
  const targets = arraysOf(whole);
  for (const [i, array] of arraysOf(part).entries())
    if (targets[i]!.length > 0) targets[i]!.set(array, part.from - whole.from);
}

/** Copies rows [at, at + count); the copy's first run is `from`. */
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
