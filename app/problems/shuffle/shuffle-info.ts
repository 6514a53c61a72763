import type { SideName } from '../../../engine/contract.ts';
import type {
  Best,
  LevelsReading,
  MatricesReading,
  MatrixTold,
  Permutation,
  ShuffleInfo,
  TriangleInfo,
} from '../../../engine/problems/shuffle/types.ts';
import type { AppState } from '../../session/store.ts';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;
type Read = Pick<AppState, 'readings' | 'landscape'>;

/** What permutations say of themselves; null while nothing or another problem is opened. */
export function shuffleOf({ opened, openedProblem }: Known): ShuffleInfo | null {
  return openedProblem === 'shuffle' ? ((opened?.info ?? null) as ShuffleInfo | null) : null;
}

/** All there is to know of the triangle; null of every other shape. */
export const triangleOf = (state: Known): TriangleInfo | null => shuffleOf(state)?.triangle ?? null;

/** Both matrices as they were read last, of whichever step; null before they have come. */
export function matricesRead({ readings, landscape }: Read): MatricesReading['told'] | null {
  const read = readings.matrices;
  return read?.landscape === landscape ? (read.value as MatricesReading['told']) : null;
}

/** The matrix of a side at the shown step; null while that has not come. */
export function matrixNow(state: AppState, side: SideName): MatrixTold | null {
  return state.readings.matrices?.step === state.k ? (matricesRead(state)?.[side] ?? null) : null;
}

/** Rest points at each of the shares lambda/L. */
export interface Levels {
  /** Q: another lambda leaves the rest points of every lambda as they are. */
  readonly quadratic: ArrayLike<number>;
  readonly shares: ArrayLike<number>;
  readonly rests: NonNullable<LevelsReading['told']>;
}

/** The rest points of this triangle at every share that was asked for; null before they have come. */
export function levelsRead(state: Known & Read): Levels | null {
  const levels = (state.readings.levels?.value ?? null) as Levels | null;
  const triangle = triangleOf(state);
  const isSame = triangle?.quadratic.every((entry, i) => entry === levels?.quadratic[i]);
  return isSame ? levels : null;
}

/** Whether a permutation of this cost is a best one; false where nobody knows the best. */
export const isBest = (cost: number, best: Best | null): boolean =>
  best !== null && cost - best.cost <= best.within;

/** A permutation as it is written: where each row has its 1, counted from 1. */
export const lineOf = (permutation: Permutation): string =>
  permutation.map((column) => column + 1).join(permutation.length > 9 ? ' ' : '');
