import type { Values } from '../../../engine/params.ts';
import type { FedInfo, NetworkInfo } from '../../../engine/problems/federated/types.ts';
import type { RunWords } from '../../session/view.ts';

export const SWEEPS = ['gap', 'ratio', 'deal', 'narrow'] as const;
export type SweepName = (typeof SWEEPS)[number];

/** Widths of the gap sweep. */
export const WIDTHS = [16, 32, 64, 128, 256, 512, 1024];

const ALL = { vary: 'data', ykey: '', yat: null, measure: 'loss' };

/** Rounds to few digits, for short links. */
const short = (value: number, digits: number) => Number(value.toPrecision(digits));

/** Returns the loss of the zero function: half the sum of the squared labels. */
const scaleOf = ({ labels }: NetworkInfo) => labels.reduce((sum, label) => sum + label * label, 0) / 2;

/** The network's three questions with the axes, seeds and criteria that answer them. */
const NETWORK_OFFERS = {
  gap: (info: NetworkInfo): Values => ({
    ...ALL,
    measure: 'gap',
    xkey: 'm',
    xat: WIDTHS,
    runs: 50,
    limit: 30,
    within: short(Math.sqrt(2 * scaleOf(info)) / 50, 1),
  }),
  ratio: (info: NetworkInfo): Values => ({
    ...ALL,
    xkey: 'local',
    xat: [1, 2, 4, 8, 16],
    ykey: 'clients',
    yat: [1, 2, 4, 8].filter((clients) => clients <= info.samples),
    runs: 20,
    limit: 60,
    within: short(scaleOf(info) / 350, 2),
    step: short(0.25 / info.top, 3),
  }),
  deal: (info: NetworkInfo): Values => ({
    ...ALL,
    xkey: 'split',
    xat: [0, 1],
    runs: 50,
    limit: 5,
    within: short(scaleOf(info) / 25, 2),
    step: short(info.eta, 3),
  }),
};

const NETWORK_QUESTIONS = ['gap', 'ratio', 'deal'] as const;

/** Returns the diagram for a question. Null if the clients come from a file, which cannot be drawn again, or the network starts dead. */
export function offerOf(name: (typeof NETWORK_QUESTIONS)[number], info: NetworkInfo): Values | null {
  const isDealt = name === 'gap' || info.names.length === 0;
  return isDealt && info.top > 0 ? NETWORK_OFFERS[name](info) : null;
}

/** Diagrams for drawn clients: their distance to the best. */
const PLANE_OFFERS = {
  bias: { quad: 'drawn', xkey: 'local', xat: [1, 2, 5, 20, 100], runs: 200, limit: 300, within: 0.1 },
  versus: { quad: 'drawn', xkey: 'versus', xat: [0, 1, 2], runs: 200, limit: 300, within: 0.01 },
};

/** Returns the diagrams that run in one click. */
export const offersOf: NonNullable<RunWords['offers']> = ({ scenario, opened }) => {
  const info = opened?.info as FedInfo | undefined;
  if (scenario.values.level === 'plane')
    return (['bias', 'versus'] as const).map((name) => ({
      name: `fed.offer.${name}`,
      values: { ...ALL, ...PLANE_OFFERS[name] },
    }));
  if (info?.level !== 'network') return [];
  return NETWORK_QUESTIONS.flatMap((name) => {
    const values = offerOf(name, info);
    return values ? [{ name: `fed.offer.${name}` as const, values }] : [];
  });
};
