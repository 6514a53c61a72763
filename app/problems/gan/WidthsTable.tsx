import '../../ui/class.css';
import { wilson } from '../../../engine/kernels/wilson.ts';
import { formatCount, formatReadout } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Modal } from '../../ui/Modal.tsx';
import type { WidthFacts } from './widths-facts.ts';

const COLUMNS = [
  'k',
  'exact',
  'games',
  'reachable',
  'interval',
  'determined',
  'arrived',
  'final',
  'floor',
  'rounds',
] as const;

/** The sweep as a table, a width a row. */
export function WidthsTable({ facts, onClose }: { facts: readonly WidthFacts[]; onClose: () => void }) {
  const t = useTranslate();
  const title = t('gan.widths.table');
  const cells = ({ games, ...fact }: WidthFacts): string[] => {
    const head = [percent(fact.exact), formatCount(games)];
    if (games === 0) return [...head, ...COLUMNS.slice(3).map(() => '')];
    const of = (count: number) => percent(count / games);
    const { low, high } = wilson(fact.reachable, games);
    return [
      ...head,
      of(fact.reachable),
      `${percent(low)} – ${percent(high)}`,
      of(fact.determined),
      of(fact.arrived),
      formatReadout(fact.final),
      formatReadout(fact.floor),
      Number.isNaN(fact.rounds) ? '' : formatReadout(fact.rounds),
    ];
  };
  return (
    <Modal title={title} onClose={onClose}>
      <section
        className="table-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard.
        tabIndex={0}
        aria-label={title}
      >
        <table className="curve-table" data-testid="widths-table">
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th scope="col" key={name}>
                  {t(`gan.widths.col.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.width}>
                <th scope="row">{formatCount(fact.width)}</th>
                {cells(fact).map((text, i) => (
                  <td key={COLUMNS[i + 1]}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  );
}
