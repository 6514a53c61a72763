import type { ReactNode } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { Update } from '../../../workers/protocol.ts';
import { formatCount, formatDigits, formatFixed, formatNumberShort } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import type { Explanation, SideStage, SideTable } from '../../session/explanation.ts';
import { useTranslate } from '../../session/session-context.tsx';

/** Columns per side at each stage. */
const COLUMNS = {
  forward: ['z', 'output'],
  residuals: ['output', 'residual'],
  off: ['z', 'slope'],
  gradient: ['residual', 'slope'],
} as const;

const VALUES: Readonly<
  Record<(typeof COLUMNS)[keyof typeof COLUMNS][number], 'z' | 'outputs' | 'residuals' | 'slopes'>
> = { z: 'z', output: 'outputs', residual: 'residuals', slope: 'slopes' };

/** Shows each sample's label and both sides' values. `off` omits samples on at both sides. */
export function SampleTable({
  update,
  samples,
  show,
}: {
  update: Update;
  samples: Explanation['samples'];
  show: keyof typeof COLUMNS;
}) {
  const t = useTranslate();
  const { told } = update;
  if (!told) return null;
  const terms = { left: samples?.(update, 'left'), right: samples?.(update, 'right') };
  const columns = COLUMNS[show];
  const isOn = (side: SideName, i: number) => (terms[side]?.z[i] ?? 0) > 0;
  const rows = Array.from(told.rows.keys()).filter(
    (i) => show !== 'off' || !isOn('left', i) || !isOn('right', i),
  );
  return (
    <Numbers
      words="explain.step.thinned"
      shown={told.rows.length}
      of={told.count}
      label={t('explain.step.samples')}
    >
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('explain.sample.row')}
          </th>
          <th scope="col" rowSpan={2}>
            {t('explain.sample.y')}
          </th>
          {SIDES.map((side) => (
            <th key={side} scope="colgroup" colSpan={2}>
              <span className={`sign ${side}`} aria-hidden /> {t(dynamicKey('explain.step', side))}
            </th>
          ))}
        </tr>
        <tr>
          {SIDES.map((side) =>
            columns.map((column) => (
              <th key={`${side} ${column}`} scope="col">
                {t(dynamicKey('explain.sample', column))}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((i) => (
          <tr key={told.rows[i]}>
            <th scope="row">{formatCount(told.rows[i]! + 1)}</th>
            <td>{short(told.labels[i]!)}</td>
            {SIDES.map((side) =>
              columns.map((column, c) => (
                <td key={`${side} ${column}`} className={isOn(side, i) ? undefined : 'off'}>
                  {c === 0 && terms[side] && (
                    <span className={`state ${side} ${isOn(side, i) ? 'on' : 'off'}`}>
                      <span className="visually-hidden">
                        {t(isOn(side, i) ? 'explain.sample.on' : 'explain.sample.off')}
                      </span>
                    </span>
                  )}
                  {short(terms[side]?.[VALUES[column]][i] ?? Number.NaN)}
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </Numbers>
  );
}

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
      {table && table.rows.length > 0 && <SideNumbers table={table} side={side} label={name} />}
    </section>
  );
}

function numberWords(value: number, { of, digits }: SideTable, column: string, row: string | number): string {
  if (!Number.isFinite(value)) return '–';
  const told = digits?.[column] ?? digits?.[row] ?? (of === 'sample' ? 'short' : 'all');
  return { count: formatCount, short, all: formatDigits }[told](value);
}

function SideNumbers({ table, side, label }: { table: SideTable; side: SideName; label: string }) {
  const t = useTranslate();
  const word = (name: string) => (table.of === 'quantity' ? t(dynamicKey('explain.row', name)) : name);
  return (
    <Numbers
      words="explain.walk.some"
      shown={table.rows.length}
      of={table.count}
      label={label}
      testId={`numbers-${side}`}
    >
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
    </Numbers>
  );
}

/** Formats four decimals, so that columns align; fewer digits if that would hide the number. */
function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e3)
    ? formatNumberShort(Number(value.toPrecision(2)))
    : formatFixed(value, size >= 10 ? 2 : 4);
}

/** Shows a scrollable table and its number of hidden rows. */
function Numbers({
  words,
  shown,
  of,
  label,
  testId,
  children,
}: {
  words: 'explain.step.thinned' | 'explain.walk.some';
  shown: number;
  of: number;
  label: string;
  testId?: string;
  children: ReactNode;
}) {
  const t = useTranslate();
  return (
    <>
      {shown < of && <p className="note">{t(words, { shown: formatCount(shown), n: formatCount(of) })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="samples" aria-label={label} tabIndex={0} data-arrows>
        <table data-testid={testId}>{children}</table>
      </section>
    </>
  );
}
