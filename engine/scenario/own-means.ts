import type { ProblemCard } from '../contract.ts';
import { MAX_MEANS } from '../limits.ts';
import { boundsOf, type Values, type VectorSpec } from '../params.ts';
import { type Notice, notice } from './notice.ts';

/** Converts own data to means (`ProblemCard.ownMeans`), unchanged; fails if one is out of bounds or there are too many. */
export function meanValues(
  params: ProblemCard['params'],
  { means: key, count, beside }: NonNullable<ProblemCard['ownMeans']>,
  means: readonly number[],
): { readonly values: Values; readonly notices: readonly Notice[] } | { readonly failure: Notice } {
  if (means.length > MAX_MEANS)
    return { failure: notice('too-many-means', 'data', String(MAX_MEANS), String(means.length)) };
  const { min, max } = params[key] as VectorSpec;
  const out = means.find((mean) => !(mean >= min && mean <= max));
  if (out === undefined) return { values: { ...beside, [count]: means.length, [key]: means }, notices: [] };
  const range = { say: 'range', ...boundsOf({ min, max }), scales: true } as const;
  return { failure: { ...notice('clamped', key, range, String(out)), refused: true } };
}
