import type { SideName } from '../../../engine/contract.ts';
import type { MatrixTold, Permutation, ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import { isAsking } from '../../session/guessing.ts';
import type { AppState } from '../../session/store.ts';
import { defineViewState } from '../kit/state/view-state.ts';
import type { NearestTold } from './matrix-words.en.ts';
import { lineOf, SHUFFLE, shuffleOf } from './shuffle-info.ts';

/** Part being read on both sides: an entry of M, or a part of the triangles (n = 3); null for none. */
export type Read = readonly [row: number, column: number] | number | null;

export interface MatrixState {
  readonly info: ShuffleInfo | null;
  readonly told: MatrixTold | null;
  readonly read: Read;
  readonly isSorted: boolean;
  /** While asking, nothing names the nearest permutation. */
  readonly asks: boolean;
  /** Asking, and before Play: P is not told either. */
  readonly isReady: boolean;
  /** lambda_k; 0 on the left. */
  readonly lambda: number;
}

export function matrixState(state: AppState, side: SideName, isRead: boolean): Omit<MatrixState, 'lambda'> {
  return {
    info: shuffleOf(state),
    told: SHUFFLE.now(state, 'matrices')?.[side] ?? null,
    read: isRead ? READ.of(state) : null,
    isSorted: SORTED.of(state),
    asks: isAsking(state),
    isReady: isReady(state),
  };
}

/** Reset for another instance. */
export const READ = defineViewState<Read>('entry', null, ({ landscape }) => landscape);

/** True if the best permutation is the diagonal. */
export const SORTED = defineViewState('sorted', false);

/** Returns the first best permutation; null if unknown or while a scene asks. */
export const bestOf = ({ info, asks }: Pick<MatrixState, 'info' | 'asks'>): Permutation | null =>
  asks ? null : (info?.best?.permutations[0] ?? null);

/** Returns the column of M at each place. */
export function orderOf(state: Pick<MatrixState, 'info' | 'asks' | 'isSorted'>): readonly number[] {
  const best = state.isSorted ? bestOf(state) : null;
  return best ?? Array.from({ length: state.info?.n ?? 0 }, (_, column) => column);
}

/** Formats integers in full, other costs in four digits. */
export const saidCost = (value: number): string =>
  formatNumberShort(Number.isInteger(value) ? value : Number(value.toPrecision(4)));

/** Formats in three digits, rounding errors as 0. */
export const saidShare = (value: number): string =>
  formatNumberShort(Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(3)));

export const isReady = (state: AppState): boolean => state.k === 0 && isAsking(state);

/** Returns null while asking. */
export const nearestTold = (told: Pick<MatrixTold, 'rounded'>, asks: boolean): NearestTold | null =>
  asks ? null : nearestOf(told);

export function nearestOf({ rounded }: Pick<MatrixTold, 'rounded'>): NearestTold {
  const { permutation, cost, tie, tiedCosts } = rounded;
  return {
    line: tie ? '' : lineOf(permutation),
    cost: saidCost(cost),
    costs: tiedCosts ? [saidCost(tiedCosts[0]), saidCost(tiedCosts[1])] : null,
    tie,
  };
}
