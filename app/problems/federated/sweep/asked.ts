import type { Values } from '../../../../engine/params.ts';
import type { NetworkInfo, SweepAsked, SweepTold } from '../../../../engine/problems/federated/types.ts';
import type { AppState } from '../../../session/store.ts';
import { type SweepName, WIDTHS } from '../offers.ts';

/** Seeds of each point. */
const SEEDS = 12;

/** The gap is the largest up to the first of these rounds; who is ahead is asked at the second. */
export const GAP_ROUNDS = [30, 100] as const;

/** (N, K), by K/N. */
const PAIRS = [
  [1, 1],
  [2, 2],
  [4, 4],
  [2, 1],
  [4, 2],
  [1, 5],
  [2, 10],
  [4, 20],
] as const;
const RATIO_ROUNDS = 60;
/** c at N = 1: eta is a quarter of 1/lam_max(H). */
const RATIO_STEP = 0.25;

const DEAL_ROUNDS = 50;
/** Rounds of the sorted and the shuffled data whose spread is shown. */
export const DEAL_READ = [1, 5, 10, 50];

const NARROW_WIDTHS = [2, 4, 8, 64];
/** K of the rests in closed form. */
export const NARROW_RESTS = [1, 2, 5, 20, 100];
/** By K: rounds of the network, of as many local steps in all. */
const NARROW_ROUNDS: Readonly<Record<number, number>> = { 1: 2500, 5: 500, 25: 100 };
const NARROW_LOCAL = [1, 2, 5, 20, 25, 100];

const upTo = (end: number) => Array.from({ length: end + 1 }, (_, round) => round);

/** What a sweep asks of the engine. */
export function askedOf(name: SweepName, { samples }: Pick<NetworkInfo, 'samples'>): SweepAsked {
  switch (name) {
    case 'gap':
      return {
        points: WIDTHS.map((m) => ({ set: { m }, at: GAP_ROUNDS })),
        seeds: SEEDS,
        sharesStep: false,
      };
    case 'ratio':
      return {
        points: PAIRS.filter(([clients]) => clients <= samples).map(([clients, local]) => ({
          set: { clients, local, c: RATIO_STEP, step: null },
          at: upTo(RATIO_ROUNDS),
        })),
        seeds: SEEDS,
        sharesStep: true,
      };
    case 'deal':
      return {
        points: (['arcs', 'shuffled'] as const).map((split) => ({ set: { split }, at: upTo(DEAL_ROUNDS) })),
        seeds: SEEDS,
        sharesStep: true,
      };
    case 'narrow':
      return {
        points: NARROW_WIDTHS.flatMap((m) =>
          NARROW_LOCAL.map((local) => ({
            set: { m, local },
            at: NARROW_ROUNDS[local] ? [NARROW_ROUNDS[local]] : [],
          })),
        ),
        seeds: SEEDS,
        sharesStep: false,
      };
  }
}

/** A sweep as the page keeps it, with what it is of. */
export interface KnownSweep {
  readonly key: string;
  /** The first seed. */
  readonly from: number;
  readonly asked: SweepAsked;
  readonly told: SweepTold;
}

const DATA = ['level', 'features', 'labels', 'n', 'data', 'seed', 'paired', 'server'];
/** What makes another sweep, beside the samples and the seed: not what its points set. */
const KEYS: Readonly<Record<SweepName, readonly string[]>> = {
  gap: ['clients', 'split', 'local', 'c', 'step'],
  ratio: ['m', 'split'],
  deal: ['m', 'clients', 'local', 'c', 'step'],
  narrow: ['clients', 'split', 'c', 'step'],
};

export function sweepKey(name: SweepName, { scenario, own }: Pick<AppState, 'scenario' | 'own'>): string {
  const values: Values = scenario.values;
  return JSON.stringify([own?.serial ?? 0, ...[...DATA, ...KEYS[name]].map((key) => values[key])]);
}

/** Where the page keeps it. */
export const readingOf = (name: SweepName) => `sweep.${name}`;

/** What is known of a sweep of the scenario that is shown; null where that is nothing. */
export function knownSweep(
  name: SweepName,
  state: Pick<AppState, 'readings' | 'scenario' | 'own'>,
): KnownSweep | null {
  const known = state.readings[readingOf(name)]?.value as KnownSweep | undefined;
  return known?.key === sweepKey(name, state) ? known : null;
}
