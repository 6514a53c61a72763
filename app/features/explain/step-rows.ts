import type { SideName } from '../../../engine/contract.ts';
import type { RoundTerms, SideUpdate, Update } from '../../../workers/protocol.ts';

/** One quantity of one side: numbers to be shown with all their places, whole numbers, or that there is none. */
export type Cell =
  | { readonly kind: 'vector' | 'number' | 'count' | 'rows'; readonly value: readonly number[] }
  | { readonly kind: 'diverges' }
  | null;

/** The quantities, by the name of their words. */
export type RowName =
  | 'k'
  | 'weights'
  | 'weightsScaled'
  | 'on'
  | 'off'
  | 'pulling'
  | 'rms'
  | 'loss.left'
  | 'loss.right'
  | 'fit'
  | 'penalty'
  | 'relaxation'
  | 'gradientFit'
  | 'gradientDecay'
  | 'gradientRelaxed'
  | 'gradient'
  | 'gradientNorm'
  | 'gradientNormAll'
  | 'blocks'
  | 'nextBlocks'
  | 'bound'
  | 'nextBound'
  | 'batch'
  | 'batchGradient'
  | 'ahead'
  | 'velocity'
  | 'velocityAfter'
  | 'mean'
  | 'square'
  | 'eta'
  | 'nextScaled'
  | 'next'
  | 'before'
  | 'after'
  | 'pull';

export interface Row extends Readonly<Record<SideName, Cell>> {
  readonly name: RowName;
}

const vector = (value: ArrayLike<number> | undefined | null): Cell =>
  value ? { kind: 'vector', value: Array.from(value) } : null;
const number = (value: number | undefined): Cell =>
  value === undefined || Number.isNaN(value) ? null : { kind: 'number', value: [value] };
const count = (value: number | undefined): Cell =>
  value === undefined ? null : { kind: 'count', value: [value] };

/** What each row reads of a side. */
const READINGS: Readonly<Record<RowName, (side: SideUpdate, scaled: boolean) => Cell>> = {
  k: ({ k }) => count(k),
  weights: ({ original }) => vector(original.weights),
  weightsScaled: ({ weights }, scaled) => (scaled ? vector(weights) : null),
  on: ({ samples }) => count(samples?.on),
  off: ({ samples }) => count(samples?.off),
  // Of a network it is told sample by sample alone.
  pulling: ({ samples, network }) => (network ? null : count(samples?.pulling)),
  rms: ({ samples }) => number(samples?.rms),
  'loss.left': ({ losses, samples, network }) => (samples && !network ? number(losses.left) : null),
  'loss.right': ({ losses, samples, network }) => (samples && !network ? number(losses.right) : null),
  fit: ({ parts }) => number(parts?.fit),
  penalty: ({ parts }) => number(parts?.penalty),
  relaxation: ({ network }) => number(network?.charge?.value),
  gradientFit: ({ network }) => vector(network?.fit),
  gradientDecay: ({ network }) => vector(network?.decay),
  gradientRelaxed: ({ network }) => vector(network?.relaxed),
  gradient: ({ gradient }) => vector(gradient),
  // Of a network the gradient is told of one neuron, its length of all.
  gradientNorm: ({ gradientNorm, network, samples }) => (network && samples ? null : number(gradientNorm)),
  gradientNormAll: ({ gradientNorm, network, samples }) => (network && samples ? number(gradientNorm) : null),
  batch: ({ asked }) =>
    asked?.rows ? { kind: 'rows', value: Array.from(asked.rows, (row) => row + 1) } : null,
  batchGradient: ({ asked }) => (asked?.rows ? vector(asked.gradient) : null),
  ahead: ({ asked }) => (asked && !asked.rows ? vector(asked.gradient) : null),
  velocity: ({ before }) => vector(before?.velocity),
  velocityAfter: ({ after }) => vector(after?.velocity),
  mean: ({ after }) => vector(after?.means?.first),
  square: ({ after }) => vector(after?.means?.second),
  eta: ({ step }) => number(step),
  nextScaled: ({ next }, scaled) => (scaled ? vector(next) : null),
  next: ({ original }) => vector(original.next) ?? { kind: 'diverges' },
  before: ({ loss }) => number(loss),
  after: ({ nextLoss }) => number(nextLoss),
  blocks: () => null,
  nextBlocks: () => null,
  bound: () => null,
  nextBound: () => null,
  pull: ({ pull }) => number(pull),
};

/** What of a round of the program stands beside an update. */
function ofRound({ k, before, after, columns }: RoundTerms): Partial<Record<RowName, Cell>> {
  const size = (network: Float64Array) => network.length / (columns + 1);
  return {
    k: count(k),
    before: number(before.objective),
    after: after && number(after.objective),
    blocks: count(size(before.network)),
    nextBlocks: after && count(size(after.network)),
    bound: number(before.lowerBound),
    nextBound: after && number(after.lowerBound),
  };
}

/** The rows that at least one side has something for, in the order of an update. `scaled`: descent moves scaled weights. */
export function stepRows({ left, right, round }: Update, scaled: boolean): Row[] {
  const rows: Row[] = [];
  const solved = round ? ofRound(round) : {};
  for (const name of Object.keys(READINGS) as RowName[]) {
    const read = READINGS[name];
    const row = {
      name,
      left: left && read(left, scaled),
      right: right ? read(right, scaled) : (solved[name] ?? null),
    };
    if (row.left || row.right) rows.push(row);
  }
  return rows;
}
