import type { Vector } from '../../contract.ts';
import type { Parts, RunRecord } from '../../problem.ts';
import type { FactAsked } from '../../record.ts';
import type { Search } from '../../search.ts';
import type { FedValues } from './card.ts';
import type { FedInstance } from './instance.ts';
import { circleOf, ownersOf } from './network/circle-data.ts';
import { prepareNetwork } from './network/kernel.ts';
import { networkSides } from './network/sides.ts';

/** Returns NaN for facts that the level lacks. */
export const fedFacts: NonNullable<Parts<FedInstance>['facts']> = (instance, values, asked, run) => {
  const other = otherDeal(instance, values as FedValues, asked, run);
  return {
    step: () => other.step(),
    found: () =>
      Object.fromEntries(
        [...asked].map(([text, fact]) => [text, factOf(instance, fact, run, other.found())]),
      ),
  };
};

function factOf(
  { info }: FedInstance,
  { name, at }: FactAsked,
  run: RunRecord | null,
  losses: Vector,
): number | undefined {
  const k = at ?? run?.end ?? null;
  const read = (series: string) => (run && k !== null ? run.read('left', series, k) : undefined);
  const plane = info.level === 'plane' ? info : null;
  const network = info.level === 'network' ? info : null;
  switch (name) {
    case 'local':
      return plane ? plane.sides.left.local : info.level === 'network' ? info.local : Number.NaN;
    case 'clients':
      return plane ? plane.sides.left.clients.count : network!.count;
    case 'width':
      return network ? network.width : Number.NaN;
    case 'left.bias':
      return plane ? plane.sides.left.bias : Number.NaN;
    case 'left.factor':
      return plane ? plane.sides.left.slowest : Number.NaN;
    case 'right.factor':
      return plane ? plane.sides.right.slowest : network!.factor;
    case 'band.low':
      return network?.bracket?.[0] ?? Number.NaN;
    case 'band.high':
      return network?.bracket?.[1] ?? Number.NaN;
    case 'rest.loss':
      return network?.rest?.loss ?? Number.NaN;
    case 'rest.least':
      return network?.rest?.leastSquares ?? Number.NaN;
    case 'gap.largest': {
      if (!network) return Number.NaN;
      if (!run || k === null) return undefined;
      let largest = 0;
      for (let round = 0; round <= k; round++) largest = Math.max(largest, run.read('left', 'gap', round));
      return largest;
    }
    case 'flipped':
      return network ? read('flipped') : Number.NaN;
    case 'otherdeal.loss':
      return network && network.names.length === 0 ? (k === null ? undefined : losses[k]) : Number.NaN;
    default:
      return undefined;
  }
}

/** Runs the other `split` with all else equal, including eta, a round at a time; empty if not requested. */
function otherDeal(
  { info, network }: FedInstance,
  values: FedValues,
  asked: ReadonlyMap<string, FactAsked>,
  run: RunRecord | null,
): Search<Vector> {
  const facts = [...asked.values()].filter(({ name }) => name === 'otherdeal.loss');
  const last = Math.max(-1, ...facts.map(({ at }) => at ?? run?.end ?? -1));
  // Named clients keep their samples.
  if (!network || info.level !== 'network' || info.names.length > 0 || last < 0)
    return { step: () => false, found: () => new Float64Array(0) };
  const { angles, labels, samples, count } = info;
  const owners = ownersOf(values.split === 'arcs' ? 'shuffled' : 'arcs', samples, count);
  const dealt = prepareNetwork(circleOf(angles, labels, owners, count, []), network.prepared.start);
  const rounds = networkSides(dealt, { ...values, local: info.local, step: info.eta }).sides.left.iterate();
  const losses = new Float64Array(last + 1);
  losses[0] = rounds.record().loss!;
  let k = 0;
  return {
    step() {
      if (k === last) return false;
      rounds.step();
      k++;
      losses[k] = rounds.record().loss!;
      return true;
    },
    found: () => losses,
  };
}
