import { SweepError } from './sweep.ts';

/** Runs [from, to), counted over the cells. */
export type RunRange = readonly [from: number, to: number];

/** Sorts and joins ranges. Throws SweepError if two share a run. */
export function joinRanges(ranges: readonly RunRange[]): RunRange[] {
  const joined: [number, number][] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from < last[1])
      throw new SweepError(
        `Expected each run once; runs ${from} to ${Math.min(to, last[1]) - 1}, counted over the cells, came twice.`,
      );
    if (last?.[1] === from) last[1] = to;
    else if (to > from) joined.push([from, to]);
  }
  return joined;
}

/** Returns the part of [from, to) outside the joined ranges. */
export function missingRanges(joined: readonly RunRange[], from: number, to: number): RunRange[] {
  const missing: RunRange[] = [];
  let at = from;
  for (const [begin, end] of joined) {
    if (end <= at) continue;
    if (begin >= to) break;
    if (begin > at) missing.push([at, begin]);
    at = end;
  }
  if (at < to) missing.push([at, to]);
  return missing;
}

export function rangesWithin(joined: readonly RunRange[], from: number, to: number): RunRange[] {
  return joined
    .map(([begin, end]): RunRange => [Math.max(begin, from), Math.min(end, to)])
    .filter(([begin, end]) => begin < end);
}

export function countIn(ranges: readonly RunRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}
