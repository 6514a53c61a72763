import type { SideName } from '../../../engine/contract.ts';
import type { RunColumns } from '../../../engine/ensemble/columns.ts';
import type { EnsembleSummary } from '../../../engine/ensemble/summary.ts';
import { cellOutcomes, type Sweep } from '../../../engine/ensemble/sweep.ts';
import { wilson } from '../../../engine/kernels/wilson.ts';
import { countOutcomes, type OutcomeMap, outcomeOf } from '../../../engine/run/outcome.ts';
import { OUTCOMES, type Outcome } from '../../../engine/run/outcome-names.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { formatPercent } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AimName } from '../../session/view.ts';
import { drawnFrom } from './compared.ts';
import { withinWords } from './ensemble-words.ts';

/** Most dots per side. */
export const MOST_DOTS = 1000;

/** Yields the outcomes of a cell's runs in their order. */
export function* outcomesIn(
  columns: RunColumns,
  at: number,
  count: number,
  side: SideName,
  outcomes: OutcomeMap,
): Generator<Outcome> {
  const { arrivals, aways, statuses } = columns[side];
  for (let i = at; i < at + count; i++)
    yield outcomeOf(outcomes, arrivals[i]!, aways[i]!, columns.ends[statuses[i]!]!);
}

export function runsOfADot(runs: number): number {
  return Math.ceil(runs / MOST_DOTS);
}

/** Distributes dots over kinds by largest remainder; every kind that occurs gets a dot. */
export function dotsOf(counts: Readonly<Record<Outcome, number>>, runsOfDot: number): readonly Outcome[] {
  const present = OUTCOMES.filter((kind) => counts[kind] > 0);
  const runs = present.reduce((total, kind) => total + counts[kind], 0);
  const all = Math.max(present.length, Math.round(runs / runsOfDot));
  const exact = (kind: Outcome) => (counts[kind] * all) / runs;
  const dots = new Map(present.map((kind) => [kind, Math.max(1, Math.floor(exact(kind)))]));
  const sum = () => [...dots.values()].reduce((total, one) => total + one, 0);
  const missing = (kind: Outcome) => exact(kind) - dots.get(kind)!;
  while (sum() !== all) {
    const isShort = sum() < all;
    const able = isShort ? present : present.filter((kind) => dots.get(kind)! > 1);
    const next = able.reduce((best, kind) =>
      (isShort ? missing(kind) > missing(best) : missing(kind) < missing(best)) ? kind : best,
    );
    dots.set(next, dots.get(next)! + (isShort ? 1 : -1));
  }
  return present.flatMap((kind) => new Array<Outcome>(dots.get(kind)!).fill(kind));
}

/** Largest distance that counts as the star; for more, the sentence names it. */
const REACHED = 0.01;

const unbroken = (words: string) => words.replaceAll(' ', '\u00A0');
const wholePercent = (hundredths: number) => unbroken(formatPercent(String(hundredths)));

/** Formats two shares in whole percent, with a decimal if rounding would merge different counts or give a false 0 or 100. */
function headlineShares(left: number, right: number, of: number): readonly [string, string] {
  const rounded = [left, right].map((count) => Math.round((100 * count) / of)) as [number, number];
  const isTrue = [left, right].every(
    (count, i) => (rounded[i] === 0) === (count === 0) && (rounded[i] === 100) === (count === of),
  );
  if (isTrue && (rounded[0] === rounded[1]) === (left === right))
    return [wholePercent(rounded[0]), wholePercent(rounded[1])];
  return [percent(left / of), percent(right / of)];
}

/** Outcomes without a fit, told together. */
const FAILED = ['stuck', 'dead', 'falling'] as const satisfies readonly Outcome[];

/** Told each on its own, where they are not what the first sentence counts. */
const ALSO = ['star', 'best', 'tie', 'hovering', 'barred', 'moving'] as const satisfies readonly Outcome[];

/** The answer in one sentence, and all outcomes with Wilson's 95 % intervals. */
export interface AnswerWords {
  readonly headline: string;
  readonly outcomes: readonly string[];
}

/** Tells how many runs met the criterion or, where other fits are perfect too, found a perfect fit; then what became of all. */
export function answerWords(
  sweep: Sweep,
  cell: number,
  aim: AimName,
  { runs, left, right }: Pick<EnsembleSummary, 'runs' | SideName>,
  t: Translate,
): AnswerWords {
  const { within } = sweep.ensemble;
  const map = cellOutcomes(sweep, cell);
  const counts = { left: countOutcomes(map, left), right: countOutcomes(map, right) };
  const total = (names: readonly Outcome[]) =>
    SIDES.map((side) => names.reduce((sum, name) => sum + counts[side][name], 0)) as [number, number];
  const sharesOf = (names: readonly Outcome[]) => {
    const [left, right] = headlineShares(...total(names), runs);
    return { left, right };
  };
  const ratesOf = (names: readonly Outcome[]) => {
    const [left, right] = total(names);
    // A share has the digits of its interval.
    const rate = (count: number) =>
      t('ensemble.rate', {
        share: percent(count / runs),
        interval: t('ensemble.interval', wilson(count, runs)),
      });
    return { outcomes: names, left: rate(left), right: rate(right) };
  };
  const occurs = (name: Outcome) => counts.left[name] + counts.right[name] > 0;
  const told: readonly Outcome[] = occurs('perfect') ? [map.arrived, 'perfect'] : [map.arrived];
  const first = occurs('perfect') ? 'fit' : aim === 'distance' && within <= REACHED ? 'star' : aim;
  const did = t(`ensemble.did.${first}`, {
    within: withinWords(aim, within),
    ...sharesOf(told),
  });
  const others = [
    ...ALSO.filter((name) => occurs(name) && (name !== map.arrived || told.length > 1)).map((name) => [name]),
    FAILED.filter(occurs),
  ].filter((names) => names.length > 0);
  return {
    headline: t('ensemble.answer', { of: drawnFrom(sweep), count: runs, did }),
    outcomes: [told, ...others].map((names) => t('ensemble.also', ratesOf(names))),
  };
}
