import type { OwnData } from '../../contract.ts';
import type { RefusedRow } from '../../data/table-reader.ts';
import { defineProblem } from '../../define-problem.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { aimOf } from './aims.ts';
import { FEDERATED, type FedValues, fewerLocal } from './card.ts';
import { fedFacts } from './facts.ts';
import { fedTerms } from './fed-terms.ts';
import type { GivenClients } from './given-clients.ts';
import type { FedInstance } from './instance.ts';
import { drawCircle } from './network/circle-data.ts';
import { type PreparedNetwork, prepareNetwork } from './network/kernel.ts';
import { readOwnCircle } from './network/own-circle.ts';
import { networkSides } from './network/sides.ts';
import { drawStart } from './network/start.ts';
import { noticesOf } from './notices.ts';
import { drawClients, type GivenPlane } from './plane/quadratic-clients.ts';
import { planeSides } from './plane/sides.ts';
import { fedReadings } from './readings.ts';
import { fedShapes, fedTable } from './tables.ts';

type Prepared = {
  /** Keys that a file fixes. */
  readonly settled: readonly string[];
  readonly notices: readonly Notice[];
  readonly refused?: readonly RefusedRow[];
  readonly refusedCount?: number;
} & (
  | { readonly plane: GivenPlane; readonly network: null }
  | { readonly plane: null; readonly network: PreparedNetwork }
);

function prepareData(values: FedValues, own: OwnData | null): Prepared {
  const { level, features, seed, m, paired } = values;
  if (own?.drawn) {
    const { plane, circle, start, ...rest } = own.drawn as GivenClients;
    return plane
      ? { ...rest, plane, network: null }
      : { ...rest, plane, network: prepareNetwork(circle, start) };
  }
  const nothing = { settled: [], notices: [] };
  if (level === 'plane') return { ...nothing, plane: drawClients(values), network: null };
  const read = features === 'csv' ? readOwnCircle(values, own) : { data: drawCircle(values), notices: [] };
  const { data, ...rest } = read;
  return {
    ...nothing,
    ...rest,
    plane: null,
    network: prepareNetwork(data, drawStart(seed, m, paired)),
  };
}

/** Reduces local steps now that the sizes of the user's data are known. */
function affordable(
  values: FedValues,
  network: PreparedNetwork | null,
): { readonly values: FedValues; readonly notices: Notice[] } {
  const fewer = network && fewerLocal(values.local, network.data.samples, network.start.width);
  if (!fewer) return { values, notices: [] };
  const local = fewer.value as number;
  return {
    values: { ...values, local },
    notices: [notice('clamped', 'local', fewer.expected, String(values.local))],
  };
}

/** Left FedAvg; right plain descent (plane), or the network's tangent. */
export const problem = defineProblem<(typeof FEDERATED)['params'], Prepared, FedInstance>(FEDERATED, {
  isPrepared: (name, { group }) => group === 'data' || group === 'start' || name === 'm',
  prepareData,
  makeInstance({ plane, network: prepared, settled, notices, refused = [], refusedCount = 0 }, given) {
    const { values, notices: afforded } = affordable(given, prepared);
    const network = prepared && networkSides(prepared, values);
    const { info, sides } = network ?? planeSides(plane!, values);
    const still = info.largest === 0 ? [notice('nothing-moves', '')] : [];
    return {
      sides,
      network,
      info,
      tables: fedShapes({ info, sides }),
      refused,
      refusedCount,
      aim: () => aimOf(values),
      notices: [...notices, ...noticesOf(values, settled), ...afforded, ...still],
    };
  },
  parts: { readings: fedReadings, facts: fedFacts, table: fedTable, terms: fedTerms },
  python: () => import('./python.ts'),
  report: () => import('./report.ts'),
});
