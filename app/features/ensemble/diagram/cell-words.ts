import type { Sweep } from '../../../../engine/ensemble/sweep.ts';
import { wilson } from '../../../../engine/kernels/wilson.ts';
import { formatFixed, formatPercent } from '../../../i18n/format.ts';
import { percent } from '../../../i18n/format-tenth.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { PhaseInput } from '../../../pictures/ensemble/phase-plot.ts';
import { placeWords, runWords } from '../ensemble-words.ts';
import { type CellCounts, panelsOf } from './diagram.ts';

/** Formats a share with Wilson's 95 % interval: "40.0 % (21.9 % to 61.3 %)". */
export function rateWords(count: number, of: number, t: Translate): string {
  return t('ensemble.rate', {
    share: percent(count / of),
    interval: t('ensemble.interval', wilson(count, of)),
  });
}

export function cellWords(
  sweep: Sweep,
  { done, left, right, kept, ties }: CellCounts,
  cell: number,
  t: Translate,
  most: number | null = null,
): string {
  const of = done[cell]!;
  const rate = (counts: Int32Array) => (of === 0 ? '' : rateWords(counts[cell]!, of, t));
  const said = [
    t('ensemble.diagram.cell', {
      places: placeWords(sweep, cell, t),
      done: of,
      left: rate(left),
      right: rate(right),
    }),
  ];
  if (of > 0 && runWords(sweep).hasTies)
    said.push(t('ensemble.diagram.cellTies', { left: rate(ties.left), right: rate(ties.right) }));
  if (most !== null) said.push(t('ensemble.diagram.cellMost', { most }));
  if (of > 0 && panelsOf(sweep).includes('kept'))
    said.push(t('ensemble.diagram.cellKept', { share: rate(kept) }));
  return said.join('; ');
}

/** Formats a difference in percentage points, unsigned. */
export function pointsWords(difference: number): string {
  const points = 100 * Math.abs(difference);
  return formatFixed(points, points < 1 ? 2 : 1);
}

export function barTicks(kind: PhaseInput['kind'], extent: number): PhaseInput['ticks'] {
  if (kind === 'share')
    return [0, 0.5, 1].map((value) => ({ value, label: formatPercent(formatFixed(100 * value, 0)) }));
  const most = pointsWords(extent);
  return [
    { value: -extent, label: `−${most}` },
    { value: 0, label: '0' },
    { value: extent, label: `+${most}` },
  ];
}
