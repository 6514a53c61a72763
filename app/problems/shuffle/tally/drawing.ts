import '../chance-words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import { wilson } from '../../../../engine/kernels/wilson.ts';
import type { ShuffleInfo, TallyTold } from '../../../../engine/problems/shuffle/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { formatCount, formatDistance, formatShare } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { ShownSweep } from '../../kit/sweep/sweep-panel.tsx';
import { drawTally, rowAt, type TallyInput, type TallyRow } from './plot.ts';

interface ShownTally extends ShownSweep {
  readonly picture: Omit<TallyInput, 'width' | 'height' | 'scale' | 'palette' | 'pointed'>;
}

/** Returns a side's counts, its ended runs, and Wilson's interval of its best. */
function sideOf(told: TallyTold, side: SideName) {
  const counts = told.sides[side];
  const of = counts.best + counts.other + counts.tie;
  return { ...counts, of, steps: told.steps, isLeft: side === 'left', ...wilson(counts.best, of) };
}

export function shownTally(
  { best }: Pick<ShuffleInfo, 'best'>,
  starts: number,
  known: TallyTold | null,
  t: Translate,
): ShownTally {
  const listed = best !== null;
  const told = known && { left: sideOf(known, 'left'), right: sideOf(known, 'right') };
  const rowOf = (side: SideName): TallyRow => {
    const name = t(`shuffle.tally.${side}`);
    const counts = told?.[side];
    if (!counts?.of)
      return { name, said: '', below: '', best: 0, tie: 0, other: 0, interval: { low: 0, high: 1 } };
    const { best, tie, other, of, low, high } = counts;
    return {
      name,
      said: t('shuffle.tally.share', { runs: best, of, low, high }),
      below: t('shuffle.tally.below', counts),
      best: best / of,
      tie: tie / of,
      other: other / of,
      interval: { low, high },
    };
  };
  const picture = {
    title: t('shuffle.tally.title'),
    names: {
      best: t('shuffle.tally.best', { listed }),
      tie: t('shuffle.tally.tie'),
      other: t('shuffle.tally.other'),
    },
    rows: { left: rowOf('left'), right: rowOf('right') },
    formatShare,
  };
  const cost = !known || listed || Number.isNaN(known.cost) ? null : formatDistance(known.cost);
  const hint = t('shuffle.tally.hint', { starts, listed, cost });
  function read(row: number): string {
    const counts = told?.[SIDES[row]!];
    if (!counts?.of) return t('shuffle.tally.unplayed', { isLeft: row === 0 });
    return t('shuffle.tally.read', { ...counts, listed });
  }
  return {
    ...{ picture, hint, read, parts: 2 },
    alt: [`${t('shuffle.tally.label')}.`, hint, ...(known ? SIDES.map((_, row) => read(row)) : [])].join(' '),
    progress: known && { done: known.done, of: 2 * known.starts },
    draw: ({ size, drawStyle }, pointed) => drawTally({ ...size, ...drawStyle, ...picture, pointed }),
    partAt: ({ size, drawStyle }, _, y) => rowAt({ ...size, ...drawStyle, ...picture }, y),
    head: [
      t('shuffle.tally.col.side'),
      t('shuffle.tally.col.runs'),
      t('shuffle.tally.col.best', { listed }),
      t('shuffle.tally.col.interval'),
      t('shuffle.tally.col.other'),
      t('shuffle.tally.col.tie'),
      t('shuffle.tally.col.exact'),
      t('shuffle.tally.col.moving'),
    ],
    rows: () =>
      SIDES.map((side) => {
        const name = t(`shuffle.tally.${side}`);
        const counts = told?.[side];
        if (!counts) return [name, '', '', '', '', '', '', ''];
        const { of, best, other, tie, exact, moving } = counts;
        const [first, ...rest] = [of, best, other, tie, exact, moving].map(formatCount);
        return [name, first!, rest[0]!, t('shuffle.tally.interval', counts), ...rest.slice(1)];
      }),
  };
}
