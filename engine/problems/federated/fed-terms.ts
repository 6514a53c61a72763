import type { SideName } from '../../contract.ts';
import type { RoundsReader, TermsReader } from '../../problem.ts';
import { followRounds, readState } from '../../update/follow-rounds.ts';
import type { FedInstance } from './instance.ts';
import { networkTerms } from './network/terms.ts';
import { planeTerms } from './plane/terms.ts';

/** Products per `approach`: a few milliseconds. */
const PRODUCTS = 4e6;

/** Reads rounds, bit for bit the run's. */
export function fedTerms(instance: FedInstance): TermsReader {
  return {
    rounds: { left: createRoundReader(instance, 'left'), right: createRoundReader(instance, 'right') },
  };
}

function createRoundReader(instance: FedInstance, side: SideName): RoundsReader {
  const { info, network, sides } = instance;
  const taker = info.level === 'plane' ? planeTerms(info, side) : networkTerms(network!, side);
  return followRounds(
    () => sides[side].iterate(),
    (run) => run.ended,
    Math.ceil(PRODUCTS / taker.products),
    ({ run, k, step }) => {
      // A run ends before it diverges; one at rest does not move.
      if (run.status === 'diverged') return null;
      const before = readState(run);
      step();
      return taker.take(k, before, run.status === 'diverged' ? null : readState(run));
    },
  );
}
