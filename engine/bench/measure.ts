/** Interleaved timing: opponents alternate repeatedly, so that other load affects all of them. */

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

/** One line of the table; `target` in words, or null. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string | null;
  readonly ok: boolean;
  readonly detail: string;
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
export function ratioRow(
  id: string,
  what: string,
  ours: Timing,
  theirs: Timing,
  target: { readonly atLeast: number } | { readonly atMost: number },
): Row {
  const value = theirs.median / ours.median;
  const isLeast = 'atLeast' in target;
  return {
    id,
    what,
    value,
    unit: 'x',
    target: isLeast ? `at least ${target.atLeast}` : `at most ${target.atMost}`,
    ok: isLeast ? value >= target.atLeast : value <= target.atMost,
    detail: `${written(theirs)} against ${written(ours)} (min/median)`,
  };
}

/** Makes a row without a target. */
export function plainRow(id: string, what: string, value: number, unit: string, detail = ''): Row {
  return { id, what, value, unit, target: null, ok: true, detail };
}

/** Formats "1.2/1.3 ms". */
export function written({ least, median }: Timing): string {
  const [factor, unit] =
    median < 1e-3 ? [1e6, 'ns'] : median < 1 ? [1e3, 'us'] : median < 1e3 ? [1, 'ms'] : [1e-3, 's'];
  return `${(least * factor).toPrecision(3)}/${(median * factor).toPrecision(3)} ${unit}`;
}
