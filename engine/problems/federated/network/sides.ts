import type { IteratingSide, SideName } from '../../../contract.ts';
import { stepLength } from '../../../run/create-run.ts';
import type { FedValues } from '../card.ts';
import { bracketOf, factorsOf, restOf, weightsOf } from '../linear-rates.ts';
import { createLinearRounds, type LinearRounds } from '../linear-rounds.ts';
import type { RoundSettings } from '../names.ts';
import { roundsToThousandth } from '../surrogate.ts';
import type { NetworkInfo } from '../types.ts';
import type { PreparedNetwork } from './kernel.ts';
import { createNetworkRounds } from './rounds.ts';

/** A network and its linearisation at the start, with the same data and rounds. */
export interface NetworkSides {
  readonly prepared: PreparedNetwork;
  readonly rounds: LinearRounds;
  readonly info: NetworkInfo;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}

/** Relative rounding of an eigenvalue. */
const ROUNDING = 1e-13;

/** True if the eigenvalues of H that count as 0 are 0 up to rounding. */
const isRounding = ({ spectrum: { values }, rank }: PreparedNetwork): boolean =>
  values[values.length - 1 - rank]! <= ROUNDING * values.at(-1)!;

export function networkSides(
  prepared: PreparedNetwork,
  { local, c, step, server }: Pick<FedValues, 'local' | 'c' | 'step' | 'server'>,
): NetworkSides {
  const { data, start, kernel, largest, smallest, rank } = prepared;
  const settings: RoundSettings = { local, eta: stepLength(c, step, largest), server };
  const weights = weightsOf(prepared, settings);
  const rounds: LinearRounds = { kernel, weights, share: server / data.count };
  const factors = factorsOf(prepared, weights, server);
  const rest = restOf(prepared, weights, settings);
  const info: NetworkInfo = {
    level: 'network',
    ...settings,
    samples: data.samples,
    width: start.width,
    count: data.count,
    angles: data.angles,
    labels: data.labels,
    owners: data.owners,
    names: data.names,
    kernel,
    largest,
    top: prepared.spectrum.values[data.samples - 1]!,
    smallest,
    rank,
    ...factors,
    rounds: roundsToThousandth(factors.expected),
    bracket: bracketOf(prepared, settings),
    rest,
    isRankSure: rank === data.samples || isRounding(prepared),
  };
  const side = (dimension: number, evaluationsPerStep: number, iterate: IteratingSide['iterate']) => ({
    dimension,
    stepUnit: largest,
    evaluationsPerStep,
    iterate,
  });
  return {
    prepared,
    rounds,
    info,
    sides: {
      left: side(3 * start.width, local, () => createNetworkRounds(prepared, settings, rounds)),
      right: side(2 * data.samples, local, () => createLinearRounds(rounds, prepared.residual, rest)),
    },
  };
}
