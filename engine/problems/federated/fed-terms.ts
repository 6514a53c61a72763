import type { SideName, Vector } from '../../contract.ts';
import type { RoundsReader, TermsReader } from '../../problem.ts';
import type { FedInstance } from './instance.ts';
import { networkTerms } from './network/terms.ts';
import { planeTerms } from './plane/terms.ts';
import type { FedRound } from './types.ts';

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
  let walk = start();
  let latest: FedRound | null = null;

  function start() {
    return { k: 0, run: sides[side].iterate() };
  }

  function stateNow(): Vector {
    const state = new Float64Array(walk.run.dimension);
    walk.run.read(state);
    return state;
  }

  function step(): void {
    walk.run.step();
    walk.k++;
  }

  return {
    approach(to) {
      if (latest?.k === to) return true;
      if (to < walk.k) walk = start();
      for (let left = PRODUCTS; left > 0 && walk.k < to && !walk.run.ended; left -= taker.products) step();
      return walk.k === to || walk.run.ended;
    },
    read(at) {
      if (latest?.k === at) return latest;
      // A run ends before it diverges; one at rest does not move.
      if (walk.k !== at || walk.run.status === 'diverged') return null;
      const before = stateNow();
      step();
      latest = taker.take(at, before, walk.run.status === 'diverged' ? null : stateNow());
      return latest;
    },
  };
}
