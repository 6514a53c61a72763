import { formatCount } from '../../i18n/format.ts';
import { english, type Texts } from '../../i18n/messages.ts';

export interface NearestTold {
  /** Permutation, short and in full; empty in a tie. */
  readonly line: string;
  readonly cost: string;
  /** Least and largest cost of a tie; null otherwise, or if unlisted. */
  readonly costs: readonly [string, string] | null;
  readonly tie: boolean;
}

interface Nearest {
  readonly of: NearestTold | null;
}

export interface CornerRead {
  readonly line: string;
  readonly name: string;
  readonly cost: string;
  readonly best: boolean;
  /** <X, M>. */
  readonly along: string;
  /** Empty while asking. */
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
  /** Parts of P; null before Play. */
  readonly pays: readonly [row: string, column: string] | null;
}

/** Thresholds in shares of L. */
export interface ThresholdsTold {
  readonly least: string;
  readonly most: string;
  readonly always: number;
  readonly traps: number;
  readonly of: number;
}

export interface LevelRead {
  readonly share: string;
  /** Traps with costs; other corners that are minima; E of other minima; saddles and maxima. */
  readonly traps: readonly string[];
  readonly corners: readonly string[];
  readonly between: readonly string[];
  readonly others: number;
}

export interface CostsTold {
  readonly n: number;
  readonly permutations: number;
  /** Null if unlisted, or while a scene asks. */
  readonly best: { readonly cost: string; readonly count: number } | null;
  readonly listed: boolean;
  /** Null above four nodes. */
  readonly traps: number | null;
  readonly asks: boolean;
}

export interface CostRead {
  readonly costs: readonly [string, string];
  readonly count: number;
  readonly of: number;
  /** The first few; number of traps, null above four nodes. */
  readonly lines: readonly string[];
  readonly traps: number | null;
  readonly best: number;
}

/** Empty while asking. */
const nearest = (of: NearestTold | null) => {
  if (!of) return '';
  const { line, cost, costs, tie } = of;
  if (!tie) return `Nearest permutation: ${line}, cost ${cost}.`;
  if (!costs) return 'A tie: several permutations are equally near.';
  return costs[0] === costs[1]
    ? `A tie between permutations of cost ${cost}.`
    : `A tie: permutations of cost ${costs[0]} to ${costs[1]} are equally near.`;
};

const COUNTED = ['none', 'one', 'two', 'three'];
/** Says how many of a few, as “one of the three does”. */
const some = (count: number, of: number) =>
  `${count === of ? 'all' : (COUNTED[count] ?? formatCount(count))}${count === of ? '' : ' of the'} ${COUNTED[of] ?? formatCount(of)} ${count > 1 ? 'do' : 'does'}`;

export const words = english({
  'shuffle.matrix.rows': ({ layers }: { layers: boolean }) => (layers ? 'channel of layer 2' : 'node of A'),
  'shuffle.matrix.columns': ({ layers }: { layers: boolean }) =>
    layers ? 'channel of layer 1' : 'node of B',
  'shuffle.matrix.penalty': ({ penalty }: { penalty: string }) => `bars add up to the penalty, ${penalty}`,
  'shuffle.matrix.nearest': 'nearest',
  'shuffle.matrix.tied': 'a tie',
  'shuffle.matrix.best': ({ count }: { count: number }) =>
    count === 1 ? 'best' : `one of ${formatCount(count)} best`,
  'shuffle.matrix.hint': ({ of }: Nearest) => `${nearest(of)} Point at an entry to read it.`.trim(),
  'shuffle.matrix.read': ({ row, column, value, layers, nearest, tied, best, pays }: EntryRead) => {
    const place = layers
      ? `channel ${formatCount(column)} of layer 1 to ${formatCount(row)} of layer 2`
      : `node ${formatCount(row)} of A with ${formatCount(column)} of B`;
    const marks = [
      ...(nearest ? ['in the nearest permutation'] : []),
      ...(tied ? ['in a tied permutation'] : []),
      ...(best ? ['in a best one'] : []),
    ];
    const paid = pays ? ` This row adds ${pays[0]} to P, this column ${pays[1]}.` : '';
    return `M ${value}: ${[place, ...marks].join(', ')}.${paid}`;
  },
  'shuffle.matrix.sort': 'best permutation on the diagonal',
  'aria.shuffle.matrix': ({ side }: { side: string }) => `${side}: the matrix M as a heat map`,
  'aria.shuffle.matrix.surface': ({ side }: { side: string }) =>
    `${side}: matrix M. Arrow keys go from entry to entry.`,
  'alt.shuffle.matrix': ({ n, penalty, of }: { n: number; penalty: string } & Nearest) =>
    `A doubly stochastic matrix of ${formatCount(n)} rows and columns${penalty && `, P ${penalty}`}. ${nearest(of)}`.trim(),
  'shuffle.triangles.evens': 'even',
  'shuffle.triangles.odds': 'odd',
  'shuffle.triangles.even': ({ gauge }: { gauge: string }) => `even ${gauge}`,
  'shuffle.triangles.odd': ({ gauge }: { gauge: string }) => `odd ${gauge}`,
  'shuffle.triangles.out': 'how far out, together at most 1',
  'shuffle.triangles.hint': ({ of }: Nearest) =>
    `${nearest(of)} M − J/3 is exactly the sum of the two points, each in its own plane. Shaded: where each can be while the other stays.`.trim(),
  'shuffle.triangles.corner': ({ line, name, cost, best, along, threshold, trap }: CornerRead) =>
    `${line} (${name}): cost ${cost}${best ? ', the best' : ''}. It agrees with M in ${along} of 3; rounding takes the largest.${threshold && ` Above λ = ${threshold} it is a trap${trap ? ', as now' : ''}.`}`,
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
  }: Texts<'even' | 'odd'> & Nearest & { corners: readonly string[] }) =>
    `The even permutations are the corners of one triangle, the odd ones of another; costs: ${corners.join(', ')}. M is one point in each, ${even} and ${odd} of the way out. ${nearest(of)}`.trim(),
  'shuffle.more': 'Third picture',
  'shuffle.about.more': ({ line, name, levels }: { line: string; name: string; levels: boolean }) =>
    `${levels ? 'Click or drag to set λ. ' : ''}${line} is short for ${name}.`,
  'shuffle.levels.title': 'Every stationary point, for every λ',
  'shuffle.levels.minimum': 'minimum',
  'shuffle.levels.saddle': 'saddle',
  'shuffle.levels.maximum': 'maximum',
  'shuffle.levels.bound': 'no corner costs less',
  'shuffle.levels.least': 'relaxed',
  'shuffle.levels.slide': 'λ as a share of L',
  'shuffle.levels.share': ({ share }: { share: string }) => `λ ${share} L`,
  'shuffle.levels.flat': 'L is 0: E is the same everywhere, and every permutation is best.',
  'shuffle.levels.thresholds': ({ least, most, always, traps, of }: ThresholdsTold) => {
    if (always === of) return 'Every corner holds descent for every λ above 0 (proved).';
    const from =
      always === 0
        ? `No corner holds descent below λ = ${least} L`
        : `${always === 1 ? 'One corner holds' : `${formatCount(always)} corners hold`} descent for every λ above 0`;
    return `${from}; above ${most} L every one does (proved). At this λ, ${some(traps, of)}.`;
  },
  'shuffle.levels.read': ({ share, traps, corners, between, others }: LevelRead) =>
    [
      `λ ${share} L: ${traps.length === 0 ? 'no trap' : `${traps.length === 1 ? 'trap' : 'traps'} ${traps.join(', ')}`}`,
      ...(corners.length > 0
        ? [`${corners.length === 1 ? 'minimum' : 'minima'} at ${corners.join(', ')}`]
        : []),
      ...(between.length > 0
        ? [`${between.length === 1 ? 'minimum' : 'minima'} between corners at E ${between.join(', ')}`]
        : []),
      ...(others > 0
        ? [`${formatCount(others)} ${others === 1 ? 'saddle or maximum' : 'saddles or maxima'}`]
        : []),
    ].join('; '),
  'shuffle.levels.corner': ({ line, cost, share }: { line: string; cost: string; share: string }) =>
    `${line} costs ${cost} and is a trap above ${share} L.`,
  'shuffle.levels.told': ({ bound, left, right }: { bound: string; left: string; right: string }) =>
    `No corner costs less than ${bound}. The relaxed side is at E ${left}, the penalised one at E ${right}.`,
  'aria.shuffle.levels': 'Stationary points of E + λP on the triangle over λ, by their E',
  'shuffle.costs.title': ({ n, listed }: { n: number; listed: boolean }) =>
    listed
      ? `The costs of all ${formatCount(n)} permutations`
      : `The costs of ${formatCount(n)} permutations: not listed`,
  'shuffle.costs.best': 'best',
  'shuffle.costs.bound': 'no permutation costs less',
  'shuffle.costs.trap': 'a trap at this λ',
  'shuffle.costs.free': 'not a trap',
  'shuffle.costs.count': 'how many',
  'shuffle.costs.none': 'not listed',
  'shuffle.costs.hint': ({ n, permutations, best, listed, traps, asks }: CostsTold) => {
    const all = formatCount(permutations);
    if (!listed)
      return `With n = ${formatCount(n)} the ${all} permutations are too many to list, so the best is not known.${asks ? '' : ' None costs less than the line (proved).'}`;
    const known = best
      ? `The lowest cost is ${best.cost}${best.count === 1 ? '' : ` (${formatCount(best.count)} permutations)`}, proved by listing all ${all}.`
      : `All ${all} are listed.`;
    return traps === null
      ? known
      : `${known} At this λ ${formatCount(traps)} of them ${traps === 1 ? 'is a trap' : 'are traps'}.`;
  },
  'shuffle.costs.read': ({ costs, count, of, lines, traps, best }: CostRead) => {
    const range = costs[0] === costs[1] ? `Cost ${costs[0]}` : `Cost ${costs[0]} to ${costs[1]}`;
    const some = `${range}: ${formatCount(count)} of ${formatCount(of)} permutations`;
    const named = lines.length > 0 ? ` (${lines.join(', ')}${count > lines.length ? ', …' : ''})` : '';
    const are =
      traps === null
        ? ''
        : traps === 0
          ? ', no trap at this λ'
          : `, ${formatCount(traps)} ${traps === 1 ? 'a trap' : 'traps'} at this λ`;
    const isAll = best === count;
    const marked =
      best === 0
        ? ''
        : isAll
          ? ', the best'
          : `, the best${best > 1 ? ` ${formatCount(best)}` : ''} among them`;
    return `${some}${named}${marked}${are}.`;
  },
  'shuffle.costs.told': ({
    bound,
    left,
    right,
    nearest,
  }: Texts<'bound' | 'left' | 'right'> & { nearest: readonly [string, string] }) =>
    `No permutation costs less than ${bound}. The relaxed side is at E ${left} and rounds to ${nearest[0]}; the penalised one is at E ${right} and rounds to ${nearest[1]}.`,
  'shuffle.costs.tie': ({ least, largest }: { least: string; largest: string }) =>
    least === largest ? `a tie at ${least}` : `a tie from ${least} to ${largest}`,
  'shuffle.costs.anyTie': 'a tie',
  'aria.shuffle.costs.surface': 'Costs of all permutations. Arrow keys go from cost to cost.',
  'aria.shuffle.costs': 'Costs of all permutations, the lower bound, and where both sides are',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
