import type { Axis } from '../../../engine/ensemble/axes.ts';
import type { Sweep } from '../../../engine/ensemble/sweep.ts';
import { wilson } from '../../../engine/kernels/wilson.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { SharesInput } from '../../pictures/ensemble/share-plot.ts';
import { type CellCounts, panelsOf } from './diagram/diagram.ts';
import { axisWord, placeNames, runWords, sideNames } from './ensemble-words.ts';
import type { boundOf } from './most-arrive.ts';

export type Bound = Awaited<ReturnType<typeof boundOf>>;

export function sharesOf(
  sweep: Sweep,
  counts: CellCounts,
  bound: Bound,
  t: Translate,
): Omit<SharesInput, 'width' | 'height' | 'scale' | 'palette' | 'cursor'> {
  const [axis] = sweep.axes as [Axis];
  const { problem } = sweep.scenario;
  const names = sideNames(sweep, t);
  const shares = (arrived: Int32Array) =>
    axis.at.map((_, cell) => {
      const of = counts.done[cell]!;
      return of === 0 ? null : { share: arrived[cell]! / of, ...wilson(arrived[cell]!, of) };
    });
  const audited = panelsOf(sweep).includes('kept');
  return {
    columns: placeNames(axis, t, problem),
    left: { label: names.left, shares: shares(counts.left) },
    right: { label: names.right, shares: shares(counts.right) },
    other: audited ? { label: t('ensemble.shares.kept'), shares: shares(counts.kept) } : null,
    most: bound && { label: t('ensemble.shares.most'), lines: bound.lines },
    axis: axisWord(axis.key, t, problem),
  };
}

export function sharesNotes(sweep: Sweep, bound: Bound, t: Translate): string[] {
  const { most } = runWords(sweep);
  return [
    t('ensemble.shares.note'),
    ...(bound ? [t('ensemble.shares.line'), ...(most ? [t(most)] : [])] : []),
    ...(panelsOf(sweep).includes('kept') ? [t('ensemble.diagram.keptNote')] : []),
  ];
}
