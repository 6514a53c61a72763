import { findAll, type Search } from '../../../search.ts';
import type { PixelModel } from '../instance.ts';
import type { BasinsTold, PixelSide, Point } from '../types.ts';
import { createEnds, DISTINCT, isSameEnd, type PixelEnd, STARTS, startAlong } from './limits.ts';

/** Starts per slice: some milliseconds at worst. */
const SLICE = 16;
/** A start without a limit. */
const NOWHERE = -2;
const MOST_LISTED = 40;

/** Goes row by row from the lowest y, sliced. */
function overStarts<Found>(
  model: PixelModel,
  cells: number,
  take: (at: number, end: PixelEnd | null) => void,
  found: () => Found,
): Search<Found, Found> {
  const endOf = createEnds(model);
  let at = 0;
  return {
    step() {
      if (at === cells * cells) return false;
      const until = Math.min(cells * cells, at + SLICE);
      for (; at < until; at++)
        take(at, endOf(startAlong(at % cells, cells), startAlong(Math.floor(at / cells), cells)));
      return true;
    },
    found,
    progress: found,
  };
}

/**
 * Labels cell (i, j), at j cells + i, with centre (-.3 + 1.6 i/(cells - 1), -.3 + 1.6 j/(cells - 1)); outer cells extend beyond the square.
 * Rest points are those of the side's list; a segment is given by its ends.
 */
export function pixelBasins(
  model: PixelModel,
  { rests, segment }: Pick<PixelSide, 'rests' | 'segment'>,
  cells: number = STARTS.cells,
): Search<BasinsTold, BasinsTold> {
  const labels = new Int32Array(cells * cells).fill(NOWHERE);
  const limits: PixelEnd[] = [];
  const counts: number[] = [];

  function limitOf(end: PixelEnd): PixelEnd {
    if (end.kind === 'cycle') return end;
    if (segment) return { kind: 'rest', points: segment };
    const [x, y] = end.points[0]!;
    const near = rests!.find(({ at }) => Math.max(Math.abs(at[0] - x), Math.abs(at[1] - y)) < DISTINCT);
    return near ? { kind: 'rest', points: [near.at] } : end;
  }

  function take(at: number, end: PixelEnd | null): void {
    if (!end) return;
    const limit = limitOf(end);
    let label = limits.findIndex((one) => isSameEnd(one, limit));
    if (label < 0) {
      label = limits.push(limit) - 1;
      counts.push(0);
    }
    labels[at] = label;
    counts[label]!++;
  }

  return overStarts(model, cells, take, () => ({
    cells,
    labels: labels.slice(),
    limits: limits.map(({ kind, points }, at) => ({
      kind,
      points: points.flat(),
      share: counts[at]! / (cells * cells),
    })),
  }));
}

export interface PixelLimits {
  /** Distinct to 1e-3; null if more than 40. */
  readonly limits: readonly { readonly at: Point; readonly share: number }[] | null;
  readonly settledShare: number;
  readonly cycles: readonly { readonly points: readonly Point[]; readonly share: number }[];
}

/** Runs from `STARTS`; takes some tenths of a second. */
export function pixelLimits(model: PixelModel): PixelLimits {
  const { cells } = STARTS;
  const all: { readonly end: PixelEnd; count: number }[] = [];
  let settled = 0;
  function take(_: number, end: PixelEnd | null): void {
    if (!end) return;
    if (end.kind === 'rest') settled++;
    const known = all.find((one) => isSameEnd(one.end, end));
    if (known) known.count++;
    else all.push({ end, count: 1 });
  }
  findAll(overStarts(model, cells, take, () => null));
  const share = (count: number) => count / (cells * cells);
  const rests = all.filter(({ end }) => end.kind === 'rest');
  return {
    limits:
      rests.length > MOST_LISTED
        ? null
        : rests.map(({ end, count }) => ({ at: end.points[0]!, share: share(count) })),
    settledShare: share(settled),
    cycles: all
      .filter(({ end }) => end.kind === 'cycle')
      .map(({ end, count }) => ({ points: end.points, share: share(count) })),
  };
}
