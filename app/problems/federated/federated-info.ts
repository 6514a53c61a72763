import type { SideName } from '../../../engine/contract.ts';
import type {
  FedInfo,
  NetworkInfo,
  PlaneInfo,
  PlaneSide,
  RoundReading,
} from '../../../engine/problems/federated/types.ts';
import type { AppState } from '../../session/store.ts';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

/** Returns the federated info; null if no problem or another one is open. */
export function federatedOf({ opened, openedProblem }: Known): FedInfo | null {
  return openedProblem === 'federated' ? ((opened?.info ?? null) as FedInfo | null) : null;
}

/** Returns the info of level `plane`; null on the other. */
export function planeOf(state: Known): PlaneInfo | null {
  const info = federatedOf(state);
  return info?.level === 'plane' ? info : null;
}

export function planeSideOf(state: Known, side: SideName): PlaneSide | null {
  return planeOf(state)?.sides[side] ?? null;
}

/** Returns the info of level `network`; null on the other. */
export function networkOf(state: Known): NetworkInfo | null {
  const info = federatedOf(state);
  return info?.level === 'network' ? info : null;
}

/** Returns the last rounds read for this landscape, at any step; null before the first. */
export function roundRead({
  readings,
  landscape,
}: Pick<AppState, 'readings' | 'landscape'>): NonNullable<RoundReading['told']> | null {
  const read = readings.round;
  return read?.landscape === landscape ? (read.value as NonNullable<RoundReading['told']>) : null;
}
