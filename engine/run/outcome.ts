import type { ProblemCard } from '../contract.ts';
import type { SideSummary } from '../ensemble/summary.ts';
import type { Values } from '../params.ts';
import { OUTCOMES, type Outcome } from './outcome-names.ts';
import type { Status } from './status.ts';

/** Outcomes of runs that do not meet their criterion, by shared status. */
const OF_STATUS: Readonly<Record<Status, Outcome>> = {
  moving: 'moving',
  // The criterion is closer than the status, and the run has not come to rest (`Descent.restsAs`).
  reached: 'moving',
  global: 'perfect',
  dead: 'dead',
  stationary: 'stuck',
  unbounded: 'falling',
  optimal: 'best',
  resists: 'stuck',
  diverged: 'falling',
};

/** Outcomes of a problem's runs. */
export interface OutcomeMap {
  /** Of a run within its criterion. */
  readonly arrived: Outcome;
  /** Of a run that is not, by its end. */
  readonly missed: Readonly<Record<string, Outcome>>;
}

/** Returns the outcomes of runs of these values. */
export function outcomesOf(card: Pick<ProblemCard, 'ends' | 'arrival'>, values: Values): OutcomeMap {
  const own = Object.entries(card.ends ?? {}).map(([end, { outcome }]) => [end, outcome] as const);
  return { arrived: card.arrival(values), missed: { ...OF_STATUS, ...Object.fromEntries(own) } };
}

/** Names the outcome of one side of a run by its first step within the criterion (-1: none), distance (NaN: tie) and end. */
export function outcomeOf(
  { arrived, missed }: OutcomeMap,
  arrival: number,
  away: number,
  end: string,
): Outcome {
  if (arrival >= 0) return arrived;
  return Number.isNaN(away) ? 'tie' : missed[end]!;
}

/** Counts the outcomes of one side: its runs within the criterion, its ties, and the others by their end. */
export function countOutcomes(
  { arrived, missed }: OutcomeMap,
  side: Pick<SideSummary, 'arrived' | 'ties' | 'missed'>,
): Readonly<Record<Outcome, number>> {
  const found = Object.fromEntries(OUTCOMES.map((name) => [name, 0])) as Record<Outcome, number>;
  found[arrived] += side.arrived.runs;
  found.tie += side.ties.runs;
  for (const [end, runs] of Object.entries(side.missed)) found[missed[end]!] += runs;
  return found;
}
