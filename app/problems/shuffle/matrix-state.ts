import type { SideName } from '../../../engine/contract.ts';
import type { MatrixTold, Permutation, ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import { isAsking } from '../../session/guessing.ts';
import type { AppState } from '../../session/store.ts';
import type { NearestTold } from './matrix-words.en.ts';
import { lineOf, matricesRead, shuffleOf } from './shuffle-info.ts';

/** What the pictures of matrices share: what is read, how columns stand, what is known of the best. */

/** What is read on both sides: an entry of M from 0, or of three nodes a part of the triangles; null for none. */
export type Read = readonly [row: number, column: number] | number | null;

export interface MatrixState {
  readonly info: ShuffleInfo | null;
  readonly told: MatrixTold | null;
  readonly read: Read;
  readonly isSorted: boolean;
  readonly asks: boolean;
  /** lambda_k of the right; 0 of the left. */
  readonly lambda: number;
}

export function matrixState(state: AppState, side: SideName, isRead: boolean): Omit<MatrixState, 'lambda'> {
  return {
    info: shuffleOf(state),
    told: matricesRead(state)?.[side] ?? null,
    read: isRead ? readOf(state) : null,
    isSorted: isSorted(state),
    asks: isAsking(state),
  };
}

type Readings = Pick<AppState, 'readings' | 'landscape'>;

/** What is read now. Of another instance it may not be there. */
export const readOf = ({ readings, landscape }: Readings): Read =>
  readings.entry?.landscape === landscape ? (readings.entry.value as Read) : null;

/** Whether columns stand so that the best permutation is the diagonal. */
export const isSorted = ({ readings }: Pick<AppState, 'readings'>): boolean =>
  readings.sorted?.value === true;

/** The first best permutation; null where nobody knows it, and while a scene still asks. */
export const bestOf = ({ info, asks }: Pick<MatrixState, 'info' | 'asks'>): Permutation | null =>
  asks ? null : (info?.best?.permutations[0] ?? null);

/** Which column of M stands in each place. */
export function orderOf(state: Pick<MatrixState, 'info' | 'asks' | 'isSorted'>): readonly number[] {
  const best = state.isSorted ? bestOf(state) : null;
  return best ?? Array.from({ length: state.info?.n ?? 0 }, (_, column) => column);
}

/** A cost: a whole one as it is, others in four digits. */
export const saidCost = (value: number): string =>
  formatNumberShort(Number.isInteger(value) ? value : Number(value.toPrecision(4)));

/** A length, a share or P in three digits; what is nothing but rounding as 0. */
export const saidShare = (value: number): string =>
  formatNumberShort(Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(3)));

/** Where a matrix rounds to, as text. */
export function nearestTold({ rounded }: Pick<MatrixTold, 'rounded'>): NearestTold {
  const { permutation, cost, tie, tiedCosts } = rounded;
  return {
    line: tie ? '' : lineOf(permutation),
    cost: saidCost(cost),
    costs: tiedCosts ? [saidCost(tiedCosts[0]), saidCost(tiedCosts[1])] : null,
    tie,
  };
}
