import type { SideName } from '../../engine/contract.ts';
import type { SideUpdate, Update } from '../../workers/protocol.ts';

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
  | 'gradient'
  | 'gradientNorm'
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
  pulling: ({ samples }) => count(samples?.pulling),
  rms: ({ samples }) => number(samples?.rms),
  'loss.left': ({ losses, samples }) => (samples ? number(losses.left) : null),
  'loss.right': ({ losses, samples }) => (samples ? number(losses.right) : null),
  fit: ({ parts }) => number(parts?.fit),
  penalty: ({ parts }) => number(parts?.penalty),
  gradient: ({ gradient }) => vector(gradient),
  gradientNorm: ({ gradientNorm }) => number(gradientNorm),
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
  pull: ({ pull }) => number(pull),
};

/** The rows that at least one side has something for, in the order of an update. `scaled`: descent moves scaled weights. */
export function stepRows({ left, right }: Update, scaled: boolean): Row[] {
  const rows: Row[] = [];
  for (const name of Object.keys(READINGS) as RowName[]) {
    const read = READINGS[name];
    const row = { name, left: left && read(left, scaled), right: right && read(right, scaled) };
    if (row.left || row.right) rows.push(row);
  }
  return rows;
}
