import type { Values } from '../../../../engine/params.ts';
import type { NetworkInfo, SweepAsked, SweepReading } from '../../../../engine/problems/federated/types.ts';
import type { AppState } from '../../../session/store.ts';
import { defineViewState, type ViewState } from '../../kit/state/view-state.ts';
import type { Swept } from '../../kit/sweep/sweep-panel.tsx';
import { type SweepName, WIDTHS } from '../offers.ts';

const SEEDS = 12;

/** Last round of the largest gap, and the round at which losses are compared. */
export const GAP_ROUNDS = [30, 100] as const;

/** (N, K), grouped by K/N. */
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
/** Rounds at which the spread of sorted and shuffled data is shown. */
export const DEAL_READ = [1, 5, 10, 50];

const NARROW_WIDTHS = [2, 4, 8, 64];
/** K of the rests in closed form. */
export const NARROW_RESTS = [1, 2, 5, 20, 100];
/** Rounds by K, for equal numbers of local steps. */
const NARROW_ROUNDS: Readonly<Record<number, number>> = { 1: 2500, 5: 500, 25: 100 };
const NARROW_LOCAL = [1, 2, 5, 20, 25, 100];

const upTo = (end: number) => Array.from({ length: end + 1 }, (_, round) => round);

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

export type KnownSweep = Swept<SweepReading>;

const DATA = ['level', 'features', 'labels', 'n', 'data', 'seed', 'paired', 'server'];
/** Keys whose change starts a new sweep, besides the data's; without those that points set. */
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

const sweepState = (name: SweepName) =>
  defineViewState<KnownSweep | null>(`sweep.${name}`, null, (state) => sweepKey(name, state));

/** Finished runs of the shown scenario's sweeps; null before the first. */
export const KNOWN: Readonly<Record<SweepName, ViewState<KnownSweep | null>>> = {
  gap: sweepState('gap'),
  ratio: sweepState('ratio'),
  deal: sweepState('deal'),
  narrow: sweepState('narrow'),
};
