import type { SideName } from '../../../engine/contract.ts';
import type {
  BasinsTold,
  Best,
  LevelsReading,
  MatricesReading,
  MatrixTold,
  OnTriangle,
  Permutation,
  ShuffleInfo,
} from '../../../engine/problems/shuffle/types.ts';
import type { AppState } from '../../session/store.ts';
import { infoOf, type Known } from '../kit/state/info.ts';
import { defineReadings } from '../kit/state/readings.ts';

export const shuffleOf = infoOf<ShuffleInfo>('shuffle');

export function triangleOf(state: Known): OnTriangle | null {
  const info = shuffleOf(state);
  return info?.triangle ? info : null;
}

export interface Levels {
  /** Q: these rest points do not depend on the scenario's lambda. */
  readonly quadratic: ArrayLike<number>;
  readonly shares: ArrayLike<number>;
  readonly rests: NonNullable<LevelsReading['told']>;
}

/** Both sides' basins; `of` is the key of their inputs. */
interface BasinsRead extends Readonly<Record<SideName, BasinsTold>> {
  readonly of: string;
}

export interface ShuffleReadings {
  matrices: MatricesReading['told'];
  levels: Levels;
  basins: BasinsRead;
}
export const SHUFFLE = defineReadings<ShuffleReadings>();

/** Returns null until read for the shown step. */
export const matrixNow = (state: AppState, side: SideName): MatrixTold | null =>
  SHUFFLE.find(state, 'matrices')?.step === state.k ? (SHUFFLE.now(state, 'matrices')?.[side] ?? null) : null;

/** Returns null until read for the open triangle. */
export function levelsRead(state: Known & Pick<AppState, 'readings'>): Levels | null {
  const levels = SHUFFLE.latest(state, 'levels');
  const isSame = triangleOf(state)?.triangle.quadratic.every((entry, i) => entry === levels?.quadratic[i]);
  return isSame ? levels : null;
}

/** True if this cost is the best, within rounding. */
export const isBest = (cost: number, best: Best | null): boolean =>
  best !== null && cost - best.cost <= best.within;

/** Formats each row's column, from 1. */
export const lineOf = (permutation: Permutation): string =>
  permutation.map((column) => column + 1).join(permutation.length > 9 ? ' ' : '');

/** Most nodes whose weights can be read. */
const MOST_NODES = 4;

/** True if both graphs are drawn beside the sides. */
export const hasGraphs = ({ graphs, n }: Pick<ShuffleInfo, 'graphs' | 'n'>): boolean =>
  graphs !== null && n <= MOST_NODES;
