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

/** What federated averaging says of itself; null while nothing or another problem is opened. */
export function federatedOf({ opened, openedProblem }: Known): FedInfo | null {
  return openedProblem === 'federated' ? ((opened?.info ?? null) as FedInfo | null) : null;
}

/** The level `plane`; null on the other. */
export function planeOf(state: Known): PlaneInfo | null {
  const info = federatedOf(state);
  return info?.level === 'plane' ? info : null;
}

/** A side of the plane; null of the network. */
export function planeSideOf(state: Known, side: SideName): PlaneSide | null {
  return planeOf(state)?.sides[side] ?? null;
}

/** The level `network`; null on the other. */
export function networkOf(state: Known): NetworkInfo | null {
  const info = federatedOf(state);
  return info?.level === 'network' ? info : null;
}

/** The rounds of the plane that were read last, of whichever step; null before they have come. */
export function roundRead({
  readings,
  landscape,
}: Pick<AppState, 'readings' | 'landscape'>): NonNullable<RoundReading['told']> | null {
  const read = readings.round;
  return read?.landscape === landscape ? (read.value as NonNullable<RoundReading['told']>) : null;
}
