/** Timing: every opponent in turn, several times over, so that what else the machine does falls on all of them. */

/** Milliseconds of the processor that this process has had, all its threads together: others on the machine do not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** Milliseconds (`processorTime`) of one task over its repeats. */
export interface Timing {
  readonly least: number;
  readonly median: number;
}

/** One line of the table; `target` in words, null where there is none. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string | null;
  readonly ok: boolean;
  /** The times behind the value. */
  readonly detail: string;
}

/** What tasks return is added up here, so that no work can be left out as unused. */
let sink = 0;

/** Runs each task `warm` times untimed, then `repeats` rounds of all of them, interleaved. */
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

/** Multiplies a time: a task that did a part of the work. */
export function scaled({ least, median }: Timing, factor: number): Timing {
  return { least: least * factor, median: median * factor };
}

/** How many times as long `theirs` takes as `ours`, by their medians. */
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

/** A value that is told and not judged. */
export function plainRow(id: string, what: string, value: number, unit: string, detail = ''): Row {
  return { id, what, value, unit, target: null, ok: true, detail };
}

/** "1.2/1.3 ms". */
export function written({ least, median }: Timing): string {
  const [factor, unit] =
    median < 1e-3 ? [1e6, 'ns'] : median < 1 ? [1e3, 'us'] : median < 1e3 ? [1, 'ms'] : [1e-3, 's'];
  return `${(least * factor).toPrecision(3)}/${(median * factor).toPrecision(3)} ${unit}`;
}
