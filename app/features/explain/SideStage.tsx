import { useId } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import type { RoundTerms, Update } from '../../../workers/protocol.ts';
import { formatCount, formatNumberShort, formatReadout } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import type { Stage } from '../../session/extra-marks.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { short } from './short.ts';
import { type SideTable, sideTable } from './side-table.ts';
import { kindOf, type SideKind } from './stages.ts';

/** Columns whose numbers are whole. */
const COUNTS: ReadonlySet<string> = new Set(['on', 'off']);
/** Columns that tell a place rather than a quantity. */
const ROUGH: ReadonlySet<string> = new Set(['angle', 'kink']);
const COUNT_ROWS: ReadonlySet<string | number> = new Set(['neurons', 'patterns']);

/** One side's stage in its own words: a title, what happens, and the numbers that it happens with. */
export function SideStage({
  update,
  side,
  stage,
  neuron,
}: {
  update: Update;
  side: SideName;
  stage: Stage;
  /** The neuron that is told, from 0. */
  neuron: number;
}) {
  const t = useTranslate();
  const kind = kindOf(update, side);
  const name = `${t(dynamicKey('explain.step', side))}`;
  const table = kind && sideTable(update, side, stage, neuron);
  const ended = update.round !== null && side === 'right' && update.round.after === null;
  return (
    <section className={`side-stage ${side}`} data-testid={`stage-${side}`} aria-labelledby={`stage-${side}`}>
      <h4 id={`stage-${side}`}>
        <span className={`sign ${side}`} aria-hidden />{' '}
        {kind
          ? t('explain.walk.side', { side: name, name: t(dynamicKey(`explain.walk.${kind}`, stage)) })
          : name}
      </h4>
      {kind ? <Say kind={kind} stage={stage} update={update} neuron={neuron} ended={ended} /> : <Absent />}
      {table && table.rows.length > 0 && <Numbers table={table} side={side} label={name} />}
    </section>
  );
}

/** A side that has no update at the step. */
function Absent() {
  const t = useTranslate();
  const solved = useApp(({ opened }) => opened?.network?.solved ?? false);
  return <p>{t(solved ? 'explain.walk.ended' : 'explain.step.diverges')}</p>;
}

function Say({
  kind,
  stage,
  update,
  neuron,
  ended,
}: {
  kind: SideKind;
  stage: Stage;
  update: Update;
  neuron: number;
  ended: boolean;
}) {
  const t = useTranslate();
  const { round, left } = update;
  const say = t as (key: MessageKey, facts: Readonly<Record<string, string>>) => string;
  // What a program takes in and solves has numbers of its own in its words.
  const isRound = kind === 'exact' || kind === 'hinges' || kind === 'sampled';
  if (isRound && ended && (stage === 'gradient' || stage === 'step')) return <p>{t('explain.walk.ended')}</p>;
  return (
    <p>
      {say(dynamicKey(`explain.walk.${kind}.say`, stage), {
        j: formatCount(neuron + 1),
        m: formatCount(left?.network?.neurons ?? 1),
        b: formatNumberShort(update.right?.network?.charge?.blend ?? 0),
        ...(isRound && round ? roundWords(round) : {}),
      })}
    </p>
  );
}

/** The numbers within the words of a round. */
function roundWords({ before, beta, columns, exact, hinges, sampled }: RoundTerms): Record<string, string> {
  return {
    p: formatCount(before.network.length / (columns + 1)),
    beta: formatReadout(beta),
    largest: formatReadout(exact?.largest ?? hinges?.largest ?? Number.NaN),
    beyond: formatCount(hinges?.beyond ?? exact?.taken.length ?? 0),
    came: formatCount(hinges?.came.length ?? exact?.taken.length ?? 0),
    patterns: formatCount(sampled?.before.patterns ?? 0),
  };
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
                    {!Number.isFinite(value)
                      ? '–'
                      : COUNTS.has(table.columns[c]!) || COUNT_ROWS.has(name)
                        ? formatCount(value)
                        : table.of === 'sample' || ROUGH.has(table.columns[c]!)
                          ? short(value)
                          : formatReadout(value)}
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

/** Which of the network's neurons is told: the one whose landscape is shown. */
export function NeuronChoice({ count, neuron }: { count: number; neuron: number }) {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const control = useControl('neuron');
  const title = useTitle(control, t('explain.walk.neuron'));
  // The words beside it say which it is.
  if (count < 2 || control === 'hidden') return null;
  return (
    <div className="told-neuron">
      <label htmlFor={id}>{t('explain.walk.neuron')}</label>
      <select
        id={id}
        value={neuron + 1}
        disabled={control === 'locked'}
        title={control === 'locked' ? title : undefined}
        data-arrows
        onChange={(event) => session.change({ neuron: Number(event.target.value) })}
      >
        {Array.from({ length: count }, (_, j) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a neuron is its number.
          <option key={j} value={j + 1}>
            {formatCount(j + 1)}
          </option>
        ))}
      </select>
    </div>
  );
}
