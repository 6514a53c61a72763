import type { Sweep } from '../../../../engine/ensemble/sweep.ts';

/** Runs [from, to) of one cell, numbered over all cells. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** Share and least number of a cell's runs in the first pass. */
const FIRST = { share: 0.1, least: 10 };

/** First stride. */
const COARSEST = 8;

/** Orders cells from coarse to fine: every eighth row and column, then every fourth, ... */
export function coarseToFine(columns: number, rows: number): number[] {
  const order: number[] = [];
  const met = new Set<number>();
  for (let stride = COARSEST; stride >= 1; stride /= 2)
    for (let row = 0; row < rows; row += stride)
      for (let column = 0; column < columns; column += stride) {
        const cell = row * columns + column;
        if (!met.has(cell)) order.push(cell);
        met.add(cell);
      }
  return order;
}

/** Returns chunks in order: some runs of every cell, coarse cells first, then the rest. */
export function chunksOf({ axes, cells, ensemble: { runs } }: Sweep): Chunk[] {
  const order = coarseToFine(axes[0]?.at.length ?? 1, axes[1]?.at.length ?? 1);
  const first = cells === 1 ? runs : Math.min(runs, Math.max(FIRST.least, Math.round(FIRST.share * runs)));
  const chunk = (cell: number, from: number, to: number) => ({
    from: cell * runs + from,
    to: cell * runs + to,
  });
  return [
    ...order.map((cell) => chunk(cell, 0, first)),
    ...(first < runs ? order.map((cell) => chunk(cell, first, runs)) : []),
  ];
}

/** Returns a function that hands out unfinished runs, at most `most` at a time; null after the last. */
export function createHandout(chunks: readonly Chunk[], done: Uint8Array): (most: number) => Chunk | null {
  let chunk = 0;
  let at = chunks[0]?.from ?? 0;
  return (most) => {
    for (; chunk < chunks.length; at = chunks[++chunk]?.from ?? 0) {
      const { to } = chunks[chunk]!;
      while (at < to && done[at] === 1) at++;
      if (at === to) continue;
      const from = at;
      while (at < to && at - from < most && done[at] === 0) at++;
      return { from, to: at };
    }
    return null;
  };
}
