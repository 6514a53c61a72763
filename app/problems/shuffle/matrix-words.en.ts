import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

/** Where a matrix rounds to, as text. */
export interface NearestTold {
  /** The permutation, in short and in full; empty in a tie. */
  readonly line: string;
  readonly cost: string;
  /** Of a tie: its least and largest cost; null of none, and where nobody listed them. */
  readonly costs: readonly [string, string] | null;
  readonly tie: boolean;
}

/** One of the six permutations of three. */
export interface CornerRead {
  readonly line: string;
  readonly name: string;
  readonly cost: string;
  readonly best: boolean;
  /** <X, M>. */
  readonly along: string;
  readonly threshold: string;
  readonly trap: boolean;
}

export interface EntryRead {
  readonly row: number;
  readonly column: number;
  readonly value: string;
  readonly layers: boolean;
  readonly nearest: boolean;
  readonly tied: boolean;
  readonly best: boolean;
  /** What this row and this column pay of P. */
  readonly pays: readonly [row: string, column: string];
}

const nearest = ({ line, cost, costs, tie }: NearestTold) => {
  if (!tie) return `Nearest permutation: ${line}, cost ${cost}.`;
  if (!costs) return 'A tie: several permutations are equally near.';
  return costs[0] === costs[1]
    ? `A tie between permutations of cost ${cost}.`
    : `A tie: permutations of cost ${costs[0]} to ${costs[1]} are equally near.`;
};

/** The English words of the pictures of matrices and of costs: loaded with them. */
export const words = english({
  'shuffle.matrix.rows': ({ layers }: { layers: boolean }) => (layers ? 'channel of layer 2' : 'node of A'),
  'shuffle.matrix.columns': ({ layers }: { layers: boolean }) =>
    layers ? 'channel of layer 1' : 'node of B',
  'shuffle.matrix.penalty': ({ penalty }: { penalty: string }) => `P ${penalty}`,
  'shuffle.matrix.bars': '1 − length',
  'shuffle.matrix.nearest': 'nearest permutation',
  'shuffle.matrix.tied': 'a tie: equally near',
  'shuffle.matrix.best': ({ count }: { count: number }) =>
    count === 1 ? 'best' : `one of ${formatCount(count)} best`,
  'shuffle.matrix.hint': (of: NearestTold) => `${nearest(of)} Point at an entry to read it.`,
  'shuffle.matrix.read': ({ row, column, value, layers, nearest, tied, best, pays }: EntryRead) => {
    const place = layers
      ? `channel ${formatCount(column)} of layer 1 to ${formatCount(row)} of layer 2`
      : `node ${formatCount(row)} of A with ${formatCount(column)} of B`;
    const marks = [
      ...(nearest ? ['in the nearest permutation'] : []),
      ...(tied ? ['in a tied permutation'] : []),
      ...(best ? ['in a best one'] : []),
    ];
    return `M ${value}: ${[place, ...marks].join(', ')}. This row pays ${pays[0]} of P, this column ${pays[1]}.`;
  },
  'shuffle.matrix.sort': 'best permutation on the diagonal',
  'aria.shuffle.matrix': ({ side }: { side: string }) => `${side}: the matrix M as a heat map`,
  'aria.shuffle.matrix.surface': ({ side }: { side: string }) =>
    `${side}: matrix M. Arrow keys go from entry to entry.`,
  'alt.shuffle.matrix': ({ n, penalty, of }: { n: number; penalty: string; of: NearestTold }) =>
    `A doubly stochastic matrix of ${formatCount(n)} rows and columns, P ${penalty}. ${nearest(of)}`,
  'shuffle.triangles.even': ({ gauge }: { gauge: string }) => `even ${gauge}`,
  'shuffle.triangles.odd': ({ gauge }: { gauge: string }) => `odd ${gauge}`,
  'shuffle.triangles.out': 'how far out: 1 in all',
  'shuffle.triangles.hint': (of: NearestTold) =>
    `${nearest(of)} Nothing is lost: M − J/3 is the sum of both points, each in a plane of its own. Shaded: where each may be while the other stays.`,
  'shuffle.triangles.corner': ({ line, name, cost, best, along, threshold, trap }: CornerRead) =>
    `${line} (${name}): cost ${cost}${best ? ', the best' : ''}. It agrees with M in ${along} of 3; rounding takes the largest. A trap above λ = ${threshold}${trap ? ': it is one' : ''}.`,
  'shuffle.triangles.matrix': ({ rows, even, odd }: { rows: readonly string[]; even: string; odd: string }) =>
    `M = [${rows.join(' | ')}]. The points are ${even} and ${odd} of the way out; together at most 1.`,
  'aria.shuffle.triangles': ({ side }: { side: string }) =>
    `${side}: all doubly stochastic 3 × 3 matrices as two linked triangles`,
  'aria.shuffle.triangles.surface': ({ side }: { side: string }) =>
    `${side}: even and odd permutations. Arrow keys go from corner to corner and to M.`,
  'alt.shuffle.triangles': ({
    corners,
    even,
    odd,
    of,
  }: {
    corners: readonly string[];
    even: string;
    odd: string;
    of: NearestTold;
  }) =>
    `The even permutations are the corners of one triangle, the odd ones of another; costs: ${corners.join(', ')}. M is one point in each, ${even} and ${odd} of the way out. ${nearest(of)}`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
