import { wilson } from '../../../../engine/kernels/wilson.ts';
import { formatCount, formatDigits } from '../../../i18n/format.ts';
import { percent } from '../../../i18n/format-tenth.ts';
import { useTranslate } from '../../../session/session-context.tsx';
import { SweepTable } from '../../kit/sweep/SweepTable.tsx';
import type { WidthFacts } from './facts.ts';

const COLUMNS = [
  ...(['k', 'exact', 'games', 'reachable', 'interval'] as const),
  ...(['determined', 'arrived', 'final', 'floor', 'rounds'] as const),
];

export function WidthsTable({ facts, onClose }: { facts: readonly WidthFacts[]; onClose: () => void }) {
  const t = useTranslate();
  const cells = ({ games, ...fact }: WidthFacts): string[] => {
    const head = [formatCount(fact.width), percent(fact.exact), formatCount(games)];
    if (games === 0) return [...head, ...COLUMNS.slice(3).map(() => '')];
    const of = (count: number) => percent(count / games);
    const { low, high } = wilson(fact.reachable, games);
    return [
      ...head,
      of(fact.reachable),
      `${percent(low)} – ${percent(high)}`,
      of(fact.determined),
      of(fact.arrived),
      formatDigits(fact.final),
      formatDigits(fact.floor),
      Number.isNaN(fact.rounds) ? '' : formatDigits(fact.rounds),
    ];
  };
  return (
    <SweepTable
      title={t('gan.widths.table')}
      head={COLUMNS.map((name) => t(`gan.widths.col.${name}`))}
      rows={facts.map(cells)}
      onClose={onClose}
    />
  );
}
