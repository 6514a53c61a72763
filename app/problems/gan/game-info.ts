import type { SideName } from '../../../engine/contract.ts';
import type {
  GameInfo,
  GeneratorSide,
  PlaneSide,
  PlayersReading,
} from '../../../engine/problems/gan/types.ts';
import type { AppState } from '../../session/store.ts';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

/** What the game says of itself; null while nothing or another problem is opened. */
export function gameOf({ opened, openedProblem }: Known): GameInfo | null {
  return openedProblem === 'gan' ? ((opened?.info ?? null) as GameInfo | null) : null;
}

/** A side of the plane; null on the other levels. */
export function planeSideOf(state: Known, side: SideName): PlaneSide | null {
  const of = gameOf(state)?.sides[side];
  return of?.kind === 'plane' ? of : null;
}

/** A side with a generator, or its convex counterpart; null on the plane. */
export function generatorOf(state: Known, side: SideName): GeneratorSide | null {
  const of = gameOf(state)?.sides[side];
  return of && of.kind !== 'plane' ? of : null;
}

/** State of a neuron with h = 0: dead, silent for now (`optimistic` still moves it by the round before), or at the bound h = 0. */
export const offOf = ({ kind, rule }: GeneratorSide) =>
  kind === 'convex' ? 'zero' : rule === 'optimistic' ? 'silent' : 'dead';

/** What a side's width provably cannot get below; 0 where its cone holds the mean, and NaN on the plane. */
export function floorOf(state: Known, side: SideName): number {
  const of = generatorOf(state, side);
  if (!of) return Number.NaN;
  return of.certificate.reachable ? 0 : of.certificate.floor;
}

/** What was read of both players, of whichever step; null before it has come. */
export function playersRead({
  readings,
  landscape,
}: Pick<AppState, 'readings' | 'landscape'>): PlayersReading['told'] | null {
  const read = readings.players;
  return read?.landscape === landscape ? (read.value as PlayersReading['told']) : null;
}
