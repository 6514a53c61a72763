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

/** Where the rules of the plane arrive, with the question's window and game. */
export interface RegionsRead {
  readonly window: RegionWindow;
  readonly told: RegionsReading['told'];
  readonly info: GameInfo | null;
}

export const GAME = defineReadings<{ players: PlayersReading['told']; regions: RegionsRead }>();

/** Returns the game's info; null while nothing or another problem is open. */
export function gameOf({ opened, openedProblem }: Known): GameInfo | null {
  return openedProblem === 'gan' ? ((opened?.info ?? null) as GameInfo | null) : null;
}

/** Returns a side of the plane; null on other levels. */
export function planeSideOf(state: Known, side: SideName): PlaneSide | null {
  const of = gameOf(state)?.sides[side];
  return of?.kind === 'plane' ? of : null;
}

/** Returns a side with a generator, or its convex counterpart; null on the plane. */
export function generatorOf(state: Known, side: SideName): GeneratorSide | null {
  const of = gameOf(state)?.sides[side];
  return of && of.kind !== 'plane' ? of : null;
}

/** Names the state of a neuron with h = 0: dead, silent (`optimistic` still moves it by the previous round), or at the bound h = 0. */
export const offOf = ({ kind, rule }: GeneratorSide) =>
  kind === 'convex' ? 'zero' : rule === 'optimistic' ? 'silent' : 'dead';

/** Returns the proved lower bound of a side's distance; 0 if its cone contains the mean, NaN on the plane. */
export function floorOf(state: Known, side: SideName): number {
  const of = generatorOf(state, side);
  if (!of) return Number.NaN;
  return of.certificate.reachable ? 0 : of.certificate.floor;
}
