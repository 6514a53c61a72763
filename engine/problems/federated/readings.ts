import type { SideName, Vector } from '../../contract.ts';
import type { Answers } from '../../problem.ts';
import { foundAtOnce } from '../../search.ts';
import type { FedInstance } from './instance.ts';
import { curvesOf } from './network-curves.ts';
import { planeRound } from './plane-round.ts';
import type { CurvesReading, RoundReading } from './types.ts';

/** What can be asked of one instance. */
export function fedReadings({ info, network }: FedInstance): Answers<RoundReading | CurvesReading> {
  return {
    round(states) {
      if (info.level !== 'plane') return null;
      const of = (side: SideName, [x, y]: Vector) => planeRound(info.sides[side], info.mean, [x!, y!]);
      return foundAtOnce({ left: of('left', states.left), right: of('right', states.right) });
    },
    curves: (asked) => network && curvesOf(network, asked),
  };
}
