import { scenarioParams } from '../../../engine/catalog.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { RunColumns } from '../../../engine/ensemble/columns.ts';
import { drawnAmong } from '../../../engine/ensemble/ensemble-params.ts';
import type { SideSummary } from '../../../engine/ensemble/summary.ts';
import type { Sweep } from '../../../engine/ensemble/sweep.ts';
import { formatNumberShort, formatPercent } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import type { Translate } from '../../i18n/messages.ts';
import { KINDS, type Kind } from '../../pictures/ensemble/run-strip.ts';
import type { AimName } from '../../session/view.ts';

/** Most dots per side. */
export const MOST_DOTS = 1000;

export function kindsOf(columns: RunColumns, at: number, count: number, side: SideName): readonly Kind[] {
  const { arrivals, aways, statuses } = columns[side];
  return Array.from({ length: count }, (_, i) => {
    if (arrivals[at + i]! >= 0) return 'arrived';
    if (Number.isNaN(aways[at + i]!)) return 'tie';
    const end = columns.ends[statuses[at + i]!]!;
    return KINDS.find((kind) => kind === end) ?? 'other';
  });
}

export function countKinds({ arrived, ties, missed }: SideSummary): Readonly<Record<Kind, number>> {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const [end, count] of Object.entries(missed))
    counts[KINDS.find((kind) => kind === end) ?? 'other'] += count;
  return { ...counts, arrived: arrived.runs, tie: ties.runs };
}

export function runsOfADot(runs: number): number {
  return Math.ceil(runs / MOST_DOTS);
}

/** Distributes dots over kinds by largest remainder; every kind that occurs gets a dot. */
export function dotsOf(counts: Readonly<Record<Kind, number>>, runsOfDot: number): readonly Kind[] {
  const present = KINDS.filter((kind) => counts[kind] > 0);
  const runs = present.reduce((total, kind) => total + counts[kind], 0);
  const all = Math.max(present.length, Math.round(runs / runsOfDot));
  const exact = (kind: Kind) => (counts[kind] * all) / runs;
  const dots = new Map(present.map((kind) => [kind, Math.max(1, Math.floor(exact(kind)))]));
  const sum = () => [...dots.values()].reduce((total, one) => total + one, 0);
  const missing = (kind: Kind) => exact(kind) - dots.get(kind)!;
  while (sum() !== all) {
    const isShort = sum() < all;
    const able = isShort ? present : present.filter((kind) => dots.get(kind)! > 1);
    const next = able.reduce((best, kind) =>
      (isShort ? missing(kind) > missing(best) : missing(kind) < missing(best)) ? kind : best,
    );
    dots.set(next, dots.get(next)! + (isShort ? 1 : -1));
  }
  return present.flatMap((kind) => new Array<Kind>(dots.get(kind)!).fill(kind));
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

/** Returns the answer in one sentence: runs, criterion, both arrival shares. */
export function answerWords(
  { scenario, ensemble: { vary, within } }: Sweep,
  aim: AimName,
  { runs, left, right }: { readonly runs: number; readonly left: number; readonly right: number },
  t: Translate,
): string {
  const drawn = drawnAmong(scenarioParams(scenario.problem), scenario.values, vary);
  const of = drawn.length === 0 ? 'same' : drawn.every((name) => name === 'start') ? 'starts' : 'problems';
  const [leftShare, rightShare] = headlineShares(left, right, runs);
  const did = t(`ensemble.did.${aim === 'distance' && within <= REACHED ? 'star' : aim}`, {
    within:
      aim === 'gap' ? unbroken(formatPercent(formatNumberShort(100 * within))) : formatNumberShort(within),
    left: leftShare,
    right: rightShare,
  });
  return t('ensemble.answer', { of, count: runs, did });
}
