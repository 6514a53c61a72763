import type { OwnData } from '../../contract.ts';
import { defineProblem } from '../../define-problem.ts';
import { defaultOf, formatParam, sameValue } from '../../params.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { FEDERATED, type FedValues } from './card.ts';
import { drawCircle } from './circle-data.ts';
import { fedFacts } from './facts.ts';
import { fedTerms } from './fed-terms.ts';
import type { FedInstance } from './instance.ts';
import { type PreparedNetwork, prepareNetwork } from './network-kernel.ts';
import { networkSides } from './network-sides.ts';
import { drawStart } from './network-start.ts';
import { planeSides } from './plane-sides.ts';
import { drawClients, type GivenPlane } from './quadratic-clients.ts';
import { fedReadings } from './readings.ts';

/** What both sides are made of: the clients of the plane, or the data and the start of the network. */
type Prepared =
  | { readonly plane: GivenPlane; readonly network: null }
  | { readonly plane: null; readonly network: PreparedNetwork };

function prepareData(values: FedValues, _own: OwnData | null): Prepared {
  const { level, seed, m, paired } = values;
  if (level === 'plane') return { plane: drawClients(values), network: null };
  return { plane: null, network: prepareNetwork(drawCircle(values), drawStart(seed, m, paired)) };
}

/** What of the values has no effect beside the others, and what has the wrong length. */
function noticesOf(values: FedValues, { network }: Prepared): Notice[] {
  const notices: Notice[] = [];
  for (const [key, spec] of Object.entries(FEDERATED.params)) {
    const value = values[key as keyof FedValues];
    const has = !('when' in spec) || spec.when(values);
    if (!has && !sameValue(value, defaultOf(spec, values)))
      notices.push(
        notice(
          'without-effect',
          key,
          values.level === 'plane' && key !== 'start'
            ? `level=plane, quad=${values.quad}`
            : `level=${values.level}`,
          formatParam(value).slice(0, 40),
        ),
      );
  }
  const { level, start } = values;
  if (level === 'plane' && start && start.length !== 2)
    notices.push(notice('vector-length', 'start', '2', String(start.length)));
  return network ? notices : notices;
}

/** Federated averaging on both sides: the right one is plain descent (plane), or the network's tangent at the start. */
export const problem = defineProblem<(typeof FEDERATED)['params'], Prepared, FedInstance>(FEDERATED, {
  isPrepared: (name) =>
    ['level', 'quad', 'clients', 'split', 'labels', 'n', 'seed', 'm', 'paired', 'start'].includes(name),
  prepareData,
  makeInstance(prepared, values) {
    const network = prepared.network && networkSides(prepared.network, values);
    const { info, sides } = network ?? planeSides(prepared.plane!, values);
    return {
      sides,
      network,
      info,
      // From t* on the plane; the loss of the network.
      aim: () => ({
        name: network ? 'excess' : 'distance',
        measure: (_, distance, loss) => (network ? loss : distance),
      }),
      notices: noticesOf(values, prepared),
    };
  },
  parts: { readings: fedReadings, facts: fedFacts, terms: fedTerms },
});
