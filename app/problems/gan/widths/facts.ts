import type { Values } from '../../../../engine/params.ts';
import type { GameInfo, WidthsAsked, WidthsTold } from '../../../../engine/problems/gan/types.ts';
import { median } from '../../kit/median.ts';
import { defineViewState } from '../../kit/state/view-state.ts';

/** Games of each width, and rounds of each game. */
const SEEDS = 40;
export const ROUNDS = 300;

/** An mse below this has arrived. */
export const ARRIVED = 1e-6;

/** Widths in multiples of m: dense about the turn at 2m, and far beyond it. */
const MULTIPLES = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.4, 2.8, 3.2, 4, 5.6, 8, 12, 20];

/** The sweep that is offered for m numbers a sample, as far as the law is known. */
export function sweepFor({ mean: { length: m }, law }: Network): WidthsAsked {
  const widths = MULTIPLES.map((times) => Math.min(law.length - 1, Math.max(1, Math.round(times * m))));
  return { widths: [...new Set(widths)], seeds: SEEDS, rounds: ROUNDS };
}

/** Of what is opened. */
export type Network = Pick<GameInfo, 'mean' | 'law'>;

export interface KnownWidths {
  readonly asked: WidthsAsked;
  readonly told: WidthsTold;
}

/** Keys whose change starts a new sweep: neither those of the right side nor the shown widths. */
const KEYS = ['level', 'm', 'dz', 'n', 'xmean', 'seed', 'rule', 'c', 'step', 'mu', 'rho'];
export const widthsKey = (values: Values): string => JSON.stringify(KEYS.map((key) => values[key]));

/** The finished games of the shown scenario's sweep; null before the first. */
export const SWEEP = defineViewState<KnownWidths | null>('widths', null, ({ scenario }) =>
  widthsKey(scenario.values),
);

/** What the games of one width came to; medians are NaN where there is none. */
export interface WidthFacts {
  readonly width: number;
  /** P(Binomial(k, 1/2) >= m). */
  readonly exact: number;
  readonly games: number;
  /** How many of them can match the mean (certified), did within the rounds, and have one-neuron data that determine the weights. */
  readonly reachable: number;
  readonly arrived: number;
  readonly determined: number;
  readonly finals: readonly number[];
  readonly final: number;
  readonly floor: number;
  /** Rounds to a thousandth of the start's mse, of the games that get there. */
  readonly rounds: number;
}

/** Of each width of a sweep; of one that has not begun games are 0. */
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

/** The exact law between two widths, flat [k, share, ...]. */
export function exactCurve({ law }: Network, from: number, to: number): number[] {
  const points: number[] = [];
  for (let k = from; k <= to; k++) points.push(k, law[k]!);
  return points;
}
