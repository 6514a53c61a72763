import type { SideName } from '../../../engine/contract.ts';
import type {
  GeneratorInfo,
  GeneratorSide,
  PlaneInfo,
  PlayersReading,
} from '../../../engine/problems/gan/types.ts';
import { isAsking } from '../../session/guessing.ts';
import type { AppState } from '../../session/store.ts';
import { type ProblemView, showsAll, viewOf } from '../../session/view.ts';
import { atLevel, infoOf, type Known } from '../kit/state/info.ts';
import { defineReadings } from '../kit/state/readings.ts';

export const GAME = defineReadings<{ players: PlayersReading['told'] }>();

export const gameOf = infoOf<PlaneInfo | GeneratorInfo>('gan');

/** Null for generators. */
export const planeOf = atLevel(gameOf, 'plane');

/** Null on the plane. */
export function generatorsOf(state: Known): GeneratorInfo | null {
  const info = gameOf(state);
  return info && info.level !== 'plane' ? info : null;
}

export const titleOf: ProblemView['title'] = (state, side, t) => viewOf(state).title(state, side, t);

/** True on the first screen before Play, which leaves out numbers. */
export const isCalm = (state: AppState): boolean => state.k === 0 && isAsking(state) && !showsAll(state);

/** Names a neuron with h = 0: dead, silent (under `optimistic` the previous round still moves it), or at its bound. */
export const offOf = ({ kind, rule }: GeneratorSide) =>
  kind === 'convex' ? 'zero' : rule === 'optimistic' ? 'silent' : 'dead';

/** Returns the proved lower bound of the mse; 0 if x is reachable, NaN on the plane. */
export function floorOf(state: Known, side: SideName): number {
  const certificate = generatorsOf(state)?.sides[side].certificate;
  return certificate?.reachable ? 0 : (certificate?.floor ?? Number.NaN);
}
