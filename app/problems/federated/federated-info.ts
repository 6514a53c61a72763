import type {
  CurvesReading,
  FedInfo,
  NetworkInfo,
  PlaneInfo,
  RoundReading,
} from '../../../engine/problems/federated/types.ts';
import type { AppState } from '../../session/store.ts';
import { defineReadings } from '../kit/state/readings.ts';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

export const FED = defineReadings<{
  round: NonNullable<RoundReading['told']>;
  curves: CurvesReading['told'];
}>();

const federatedOf = ({ opened, openedProblem }: Known) =>
  openedProblem === 'federated' ? ((opened?.info ?? null) as FedInfo | null) : null;

/** Null unless the plane is open. */
export function planeOf(state: Known): PlaneInfo | null {
  const info = federatedOf(state);
  return info?.level === 'plane' ? info : null;
}

/** Null unless the network is open. */
export function networkOf(state: Known): NetworkInfo | null {
  const info = federatedOf(state);
  return info?.level === 'network' ? info : null;
}
