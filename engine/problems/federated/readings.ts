import type { SideName, Vector } from '../../contract.ts';
import type { Values } from '../../params.ts';
import type { Answers } from '../../problem.ts';
import { foundAtOnce } from '../../search.ts';
import type { FedValues } from './card.ts';
import type { FedInstance } from './instance.ts';
import { curvesOf } from './network/curves.ts';
import { planeRound } from './plane/round.ts';
import { sweepSeeds } from './seed-sweep.ts';
import type { CurvesReading, RoundReading, SweepReading } from './types.ts';

export function fedReadings(
  { info, network }: FedInstance,
  values: Values,
): Answers<RoundReading | CurvesReading | SweepReading> {
  const own = values as FedValues;
  return {
    round(states) {
      if (info.level !== 'plane') return null;
      const of = (side: SideName, state: Vector) => planeRound(info.sides[side], info.mean, state);
      return foundAtOnce({ left: of('left', states.left), right: of('right', states.right) });
    },
    curves: (asked) => network && curvesOf(network, asked),
    // The instance's K: the user's data may afford fewer steps.
    sweep: (asked) =>
      network &&
      sweepSeeds(
        { ...own, local: network.info.local },
        asked,
        own.features === 'csv' ? network.prepared.data : null,
      ),
  };
}
