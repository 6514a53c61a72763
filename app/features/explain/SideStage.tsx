import type { SideName } from '../../../engine/contract.ts';
import { formatCount, formatReadout } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import type { SideStage, SideTable } from '../../session/explanation.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { short } from './short.ts';

/** One side's stage in its own words: a title, what happens, and the numbers that it happens with. */
export function StageOfSide({ side, told: { title, say, table } }: { side: SideName; told: SideStage }) {
  const t = useTranslate();
  const name = `${t(dynamicKey('explain.step', side))}`;
  return (
    <section className={`side-stage ${side}`} data-testid={`stage-${side}`} aria-labelledby={`stage-${side}`}>
      <h4 id={`stage-${side}`}>
        <span className={`sign ${side}`} aria-hidden />{' '}
        {title
          ? t('explain.walk.side', { side: name, name: (t as (key: MessageKey) => string)(title) })
          : name}
      </h4>
      <p>{say}</p>
      {table && table.rows.length > 0 && <Numbers table={table} side={side} label={name} />}
    </section>
  );
}

function numberWords(value: number, { of, digits }: SideTable, column: string, row: string | number): string {
  if (!Number.isFinite(value)) return '–';
  const told = digits?.[column] ?? digits?.[row] ?? (of === 'sample' ? 'short' : 'all');
  return { count: formatCount, short, all: formatReadout }[told](value);
}

function Numbers({ table, side, label }: { table: SideTable; side: SideName; label: string }) {
  const t = useTranslate();
  const word = (name: string) => (table.of === 'quantity' ? t(dynamicKey('explain.row', name)) : name);
  return (
    <>
      {table.rows.length < table.count && (
        <p className="note">
          {t('explain.walk.some', { shown: formatCount(table.rows.length), n: formatCount(table.count) })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="samples" aria-label={label} tabIndex={0} data-arrows>
        <table data-testid={`numbers-${side}`}>
          <thead>
            <tr>
              <th scope="col">{t(dynamicKey('explain.rows', table.of))}</th>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {t(dynamicKey('explain.column', column))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ name, cells, off }) => (
              <tr key={name} className={off ? 'off' : undefined}>
                <th scope="row">{typeof name === 'number' ? formatCount(name) : word(name)}</th>
                {cells.map((value, c) => (
                  <td key={table.columns[c]} data-value={value}>
                    {numberWords(value, table, table.columns[c]!, name)}
                    {off && c === 0 && (
                      <span className="visually-hidden"> {t(dynamicKey('explain.offRow', table.of))}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
