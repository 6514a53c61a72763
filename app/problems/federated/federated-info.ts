import type { SideName } from '../../../engine/contract.ts';
import type {
  CurvesReading,
  FedInfo,
  NetworkInfo,
  PlaneInfo,
  PlaneSide,
  RoundReading,
} from '../../../engine/problems/federated/types.ts';
import type { AppState } from '../../session/store.ts';
import { defineReadings } from '../kit/state/readings.ts';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

export const FED = defineReadings<{
  round: NonNullable<RoundReading['told']>;
  curves: CurvesReading['told'];
}>();

/** Null if no problem or another is open. */
export function federatedOf({ opened, openedProblem }: Known): FedInfo | null {
  return openedProblem === 'federated' ? ((opened?.info ?? null) as FedInfo | null) : null;
}

/** Null on the other level. */
export function planeOf(state: Known): PlaneInfo | null {
  const info = federatedOf(state);
  return info?.level === 'plane' ? info : null;
}

export function planeSideOf(state: Known, side: SideName): PlaneSide | null {
  return planeOf(state)?.sides[side] ?? null;
}

/** Null on the other level. */
export function networkOf(state: Known): NetworkInfo | null {
  const info = federatedOf(state);
  return info?.level === 'network' ? info : null;
}
