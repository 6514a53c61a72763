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

/** Dots that a side has at most. */
export const MOST_DOTS = 1000;

/** The kind of each run of a prefix of a cell, in their order. */
export function kindsOf(columns: RunColumns, at: number, count: number, side: SideName): readonly Kind[] {
  const { arrivals, aways, statuses } = columns[side];
  return Array.from({ length: count }, (_, i) => {
    if (arrivals[at + i]! >= 0) return 'arrived';
    if (Number.isNaN(aways[at + i]!)) return 'tie';
    const end = columns.ends[statuses[at + i]!]!;
    return KINDS.find((kind) => kind === end) ?? 'other';
  });
}

/** How many runs of a side are of each kind. */
export function countKinds({ arrived, ties, missed }: SideSummary): Readonly<Record<Kind, number>> {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const [end, count] of Object.entries(missed))
    counts[KINDS.find((kind) => kind === end) ?? 'other'] += count;
  return { ...counts, arrived: arrived.runs, tie: ties.runs };
}

/** How many runs a dot stands for in an ensemble of so many. */
export function runsOfADot(runs: number): number {
  return Math.ceil(runs / MOST_DOTS);
}

/**
 * The dots of a side, kind by kind, where a dot stands for so many runs: as many of each kind as its share (by largest remainder). A kind
 * that occurs has a dot.
 */
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

/** Up to this distance from the star a run has reached it; of a wider criterion the sentence says how wide. */
const REACHED = 0.01;

/** Never parted at the end of a line. */
const unbroken = (words: string) => words.replaceAll(' ', '\u00A0');
const wholePercent = (hundredths: number) => unbroken(formatPercent(String(hundredths)));

/** Two shares as whole per cents, where these differ as the counts do and say 0 or 100 of nothing else; with a tenth otherwise. */
function headlineShares(left: number, right: number, of: number): readonly [string, string] {
  const rounded = [left, right].map((count) => Math.round((100 * count) / of)) as [number, number];
  const isTrue = [left, right].every(
    (count, i) => (rounded[i] === 0) === (count === 0) && (rounded[i] === 100) === (count === of),
  );
  if (isTrue && (rounded[0] === rounded[1]) === (left === right))
    return [wholePercent(rounded[0]), wholePercent(rounded[1])];
  return [percent(left / of), percent(right / of)];
}

/** The answer in one sentence: of how many runs, of what, by which criterion, how many of each side arrived. */
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
