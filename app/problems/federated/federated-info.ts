import type { CurvesReading, FedInfo, RoundReading } from '../../../engine/problems/federated/types.ts';
import { atLevel, infoOf } from '../kit/state/info.ts';
import { defineReadings } from '../kit/state/readings.ts';

export const FED = defineReadings<{
  round: NonNullable<RoundReading['told']>;
  curves: CurvesReading['told'];
}>();

const federatedOf = infoOf<FedInfo>('federated');
export const planeOf = atLevel(federatedOf, 'plane');
export const networkOf = atLevel(federatedOf, 'network');
