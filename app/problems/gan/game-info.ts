import type { SideName } from '../../../engine/contract.ts';
import type {
  GameInfo,
  GeneratorSide,
  PlaneSide,
  PlayersReading,
  RegionsReading,
} from '../../../engine/problems/gan/types.ts';
import type { AppState } from '../../session/store.ts';
import { defineReadings } from '../kit/state/readings.ts';
import type { RegionWindow } from './region-geometry.ts';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

export interface RegionsRead {
  readonly window: RegionWindow;
  readonly told: RegionsReading['told'];
  readonly info: GameInfo | null;
}

export const GAME = defineReadings<{ players: PlayersReading['told']; regions: RegionsRead }>();

export function gameOf({ opened, openedProblem }: Known): GameInfo | null {
  return openedProblem === 'gan' ? ((opened?.info ?? null) as GameInfo | null) : null;
}

export function planeSideOf(state: Known, side: SideName): PlaneSide | null {
  const of = gameOf(state)?.sides[side];
  return of?.kind === 'plane' ? of : null;
}

export function generatorOf(state: Known, side: SideName): GeneratorSide | null {
  const of = gameOf(state)?.sides[side];
  return of && of.kind !== 'plane' ? of : null;
}

/** Names a neuron with h = 0: dead, silent (under `optimistic` the previous round still moves it), or at its bound. */
export const offOf = ({ kind, rule }: GeneratorSide) =>
  kind === 'convex' ? 'zero' : rule === 'optimistic' ? 'silent' : 'dead';

/** Returns the proved lower bound of the mse; 0 if x is reachable, NaN on the plane. */
export function floorOf(state: Known, side: SideName): number {
  const of = generatorOf(state, side);
  if (!of) return Number.NaN;
  return of.certificate.reachable ? 0 : of.certificate.floor;
}
