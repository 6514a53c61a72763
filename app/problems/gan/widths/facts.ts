import type { Values } from '../../../../engine/params.ts';
import type {
  GameInfo,
  WidthsAsked,
  WidthsReading,
  WidthsTold,
} from '../../../../engine/problems/gan/types.ts';
import { median } from '../../kit/median.ts';
import { defineViewState } from '../../kit/state/view-state.ts';
import type { Swept } from '../../kit/sweep/sweep-panel.tsx';

/** Games per width, rounds per game. */
const SEEDS = 40;
export const ROUNDS = 300;

/** Largest mse of arrival (exclusive). */
export const ARRIVED = 1e-6;

/** Multiples of m, dense near the turn at 2m. */
const MULTIPLES = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.4, 2.8, 3.2, 4, 5.6, 8, 12, 20];

/** Returns the sweep for m numbers per sample, clamped to the known law. */
export function sweepFor({ mean: { length: m }, law }: Network): WidthsAsked {
  const widths = MULTIPLES.map((times) => Math.min(law.length - 1, Math.max(1, Math.round(times * m))));
  return { widths: [...new Set(widths)], seeds: SEEDS, rounds: ROUNDS };
}

export type Network = Pick<GameInfo, 'mean' | 'law'>;

/** Keys whose change starts a new sweep (not the right side's, nor the shown widths). */
const KEYS = ['level', 'm', 'dz', 'n', 'xmean', 'seed', 'rule', 'c', 'step', 'mu', 'rho'];
export const widthsKey = (values: Values): string => JSON.stringify(KEYS.map((key) => values[key]));

/** Null before the first finished game. */
export const SWEEP = defineViewState<Swept<WidthsReading> | null>('widths', null, ({ scenario }) =>
  widthsKey(scenario.values),
);

/** Results of one width; medians are NaN if there are none. */
export interface WidthFacts {
  readonly width: number;
  /** P(Binomial(k, 1/2) >= m). */
  readonly exact: number;
  readonly games: number;
  /** Games that can match the mean (certified), that do, and whose one-neuron data determine the weights. */
  readonly reachable: number;
  readonly arrived: number;
  readonly determined: number;
  readonly finals: readonly number[];
  readonly final: number;
  readonly floor: number;
  /** Median rounds to a thousandth of the initial mse, if reached. */
  readonly rounds: number;
}

/** Returns the results per width; `games` is 0 until the width starts. */
export function factsOf(
  { law }: Network,
  { widths, seeds }: WidthsAsked,
  told: WidthsTold | null,
): WidthFacts[] {
  return widths.map((width, place) => {
    const places = Array.from({ length: seeds }, (_, s) => place * seeds + s).filter(
      (at) => told && !Number.isNaN(told.finals[at]),
    );
    const of = (column: ArrayLike<number>) => places.map((at) => column[at]!);
    const count = (column: ArrayLike<number>, is: (value: number) => boolean) => of(column).filter(is).length;
    const { finals, floors, thousandths, determined } = told ?? NOTHING;
    return {
      width,
      exact: law[width]!,
      games: places.length,
      reachable: count(floors, (floor) => floor === 0),
      arrived: count(finals, (mse) => mse < ARRIVED),
      determined: count(determined, (is) => is === 1),
      finals: of(finals),
      final: median(of(finals)),
      floor: median(of(floors)),
      rounds: median(of(thousandths).filter((round) => round >= 0)),
    };
  });
}

const NOTHING = { finals: [], floors: [], thousandths: [], determined: [] };

/** Returns the exact law between two widths, flat [k, share, ...]. */
export function exactCurve({ law }: Network, from: number, to: number): number[] {
  const points: number[] = [];
  for (let k = from; k <= to; k++) points.push(k, law[k]!);
  return points;
}
