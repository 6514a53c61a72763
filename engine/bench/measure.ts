/** Interleaved timing: opponents alternate repeatedly, so that other load affects all of them. */

import type { Factors, Speed } from './speeds.ts';

/** Returns milliseconds of processor time of this process, all threads together, without other processes. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** Milliseconds (`processorTime`) of one task over its repeats. */
export interface Timing {
  readonly least: number;
  readonly median: number;
}

/** Bounds in the row's unit. */
export interface Target {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One line of the table. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target: Target | null;
  /** Of an absolute row: the calibration that divides a time and multiplies a rate. Null for ratios. */
  readonly speed: Speed | null;
  /** False if the row misses for another reason than its value; the detail says which. */
  readonly holds?: boolean;
  readonly detail: string;
}

/** A row with its value at the reference speed. */
export interface JudgedRow extends Row {
  readonly atReference: number;
  readonly ok: boolean;
}

/** Compares a row's value at the reference speed with its target. */
export function judge(row: Row, factors: Factors): JudgedRow {
  const { value, target, speed, holds = true } = row;
  const factor = speed === null ? 1 : factors[speed];
  const atReference = target?.atLeast === undefined ? value / factor : value * factor;
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = target ?? {};
  return { ...row, atReference, ok: holds && atReference >= atLeast && atReference <= atMost };
}

/** Formats a target, as in "at most 4". */
export function targetWords({ target }: Row): string {
  const { atLeast, atMost } = target ?? {};
  const round = (bound: number) => Number(bound.toPrecision(3));
  if (atLeast !== undefined && atMost !== undefined) return `${round(atLeast)} to ${round(atMost)}`;
  if (atLeast !== undefined) return `at least ${round(atLeast)}`;
  return atMost === undefined ? '' : `at most ${round(atMost)}`;
}

/** Sum of the tasks' results, so that no work is optimised away. */
let sink = 0;

/** Runs each task `warm` times untimed, then `repeats` interleaved rounds. */
export function timeInTurn(warm: number, repeats: number, tasks: readonly (() => number)[]): Timing[] {
  const times = tasks.map((): number[] => []);
  for (let round = -warm; round < repeats; round++)
    for (const [k, task] of tasks.entries()) {
      const before = processorTime();
      sink += task();
      if (round >= 0) times[k]!.push(processorTime() - before);
    }
  if (Number.isNaN(sink)) throw new Error('expected tasks that return numbers; got NaN');
  return times.map((list) => {
    const sorted = list.toSorted((a, b) => a - b);
    return { least: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]! };
  });
}

/** Scales the time of a task that did a part of the work. */
export function scaled({ least, median }: Timing, factor: number): Timing {
  return { least: least * factor, median: median * factor };
}

/** Compares medians: how many times longer `theirs` takes than `ours`. */
export function ratioRow(id: string, what: string, ours: Timing, theirs: Timing, target: Target | null): Row {
  return {
    id,
    what,
    value: theirs.median / ours.median,
    unit: 'x',
    target,
    speed: null,
    detail: `${written(theirs)} against ${written(ours)} (min/median)`,
  };
}

/** Makes a row whose target holds at the reference speed. */
export function absoluteRow(
  id: string,
  what: string,
  value: number,
  unit: string,
  target: Target,
  detail: string,
  speed: Speed = 'float',
): Row {
  return { id, what, value, unit, target, speed, detail };
}

/** Makes a row of a median time. */
export function timeRow(
  id: string,
  what: string,
  timing: Timing,
  unit: 'us' | 'ms' | 's',
  atMost: number,
  speed: Speed = 'float',
): Row {
  const value = timing.median * { us: 1e3, ms: 1, s: 1e-3 }[unit];
  return absoluteRow(id, what, value, unit, { atMost }, `${written(timing)} (min/median)`, speed);
}

/** Makes a row without a target. */
export function plainRow(id: string, what: string, value: number, unit: string, detail = ''): Row {
  return { id, what, value, unit, target: null, speed: null, detail };
}

/** Formats "1.2/1.3 ms". */
export function written({ least, median }: Timing): string {
  const [factor, unit] =
    median < 1e-3 ? [1e6, 'ns'] : median < 1 ? [1e3, 'us'] : median < 1e3 ? [1, 'ms'] : [1e-3, 's'];
  return `${(least * factor).toPrecision(3)}/${(median * factor).toPrecision(3)} ${unit}`;
}
