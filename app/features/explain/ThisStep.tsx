import type { SideName } from '../../../engine/contract.ts';
import type { SideUpdate } from '../../../workers/protocol.ts';
import { formatCount, formatReadout } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Formula } from './Formula.tsx';
import { ofNeuron, toldNeuron } from './of-neuron.ts';
import { SampleTable } from './SampleTable.tsx';
import { NeuronChoice } from './SideStage.tsx';
import { type Cell, type Row, stepRows } from './step-rows.ts';
import { updateTex } from './update-tex.ts';
import type { UpdateState } from './use-update.ts';

/** Components of a vector that are written out, and rows of a batch. */
const MOST_COMPONENTS = 3;
const MOST_ROWS = 8;

const SIDES: readonly SideName[] = ['left', 'right'];

/** The present numbers in place of the symbols, both sides beside each other. */
export function ThisStep({ state: { update: whole, coming, lost } }: { state: UpdateState }) {
  const t = useTranslate();
  const wanted = useApp(({ scenario }) => scenario.values.neuron ?? 1);
  const isNetwork = useApp(({ opened }) => opened?.network != null);
  const neuron = isNetwork && whole ? toldNeuron(whole, wanted) : null;
  const update = whole && neuron !== null ? ofNeuron(whole, neuron) : whole;
  const scaled = useApp(({ opened }) => opened?.standardised ?? false);
  const solved = useApp(({ opened }) => opened?.network?.solved ?? false);
  const k = useApp((state) => state.k);
  const problem = useApp((state) => state.scenario.problem);
  const blended = useApp(({ scenario }) => (scenario.values.blend ?? 1) < 1);
  if (!update)
    return (
      <p className="note">
        {lost ? t('explain.step.lost') : t('explain.step.coming', { k: formatCount(coming ?? k) })}
      </p>
    );
  const words = t as (key: MessageKey) => string;
  return (
    <section className="this-step" data-testid="this-step" data-k={update.k}>
      <h3>{t('explain.step.title', { k: formatCount(update.k) })}</h3>
      {neuron !== null && (
        <>
          <NeuronChoice count={whole?.left?.network?.neurons ?? 1} neuron={neuron} />
          <p className="note">{t('explain.step.ofNeuron', { j: formatCount(neuron + 1) })}</p>
        </>
      )}
      {SIDES.map((side) => {
        const own = update[side];
        const number = neuron === null ? null : neuron + 1;
        const tex = own && texOf(side, problem, blended, number, own);
        return (
          tex && (
            <Formula
              key={side}
              tex={tex}
              label={t('explain.step.formula', { side: words(`explain.step.${side}`) })}
            />
          )
        );
      })}
      <table className="terms">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('explain.step.quantity')}</span>
            </th>
            {SIDES.map((side) => (
              <th key={side} scope="col">
                <span className={`sign ${side}`} aria-hidden /> {t(dynamicKey('explain.step', side))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stepRows(update, scaled).map((row) => (
            <TermRow key={row.name} row={row} t={t} />
          ))}
        </tbody>
      </table>
      {solved && <p className="note">{t('explain.step.solved')}</p>}
      <p className="note">
        {t('explain.step.own')} {t('explain.step.digits')}
      </p>
      {update.told && problem === 'one-neuron' && (
        <details>
          <summary>{t('explain.step.samples')}</summary>
          <SampleTable update={update} show="residuals" />
        </details>
      )}
    </section>
  );
}

function texOf(
  side: SideName,
  problem: string,
  blended: boolean,
  neuron: number | null,
  own: SideUpdate,
): string | null {
  // A velocity, a mean or a projection makes the move more than a gradient times the step.
  const isMoved = own.unprojected?.some((w, j) => w !== own.next?.[j]) ?? false;
  const plain = own.before === null && own.after === null && !isMoved;
  return updateTex(side, problem, blended, neuron, {
    weights: own.weights,
    move: plain ? (own.asked?.gradient ?? own.gradient) : null,
    step: own.step,
    next: own.next,
    batch: own.asked?.rows != null,
  });
}

function TermRow({ row: { name, left, right }, t }: { row: Row; t: Translate }) {
  return (
    <tr className={name === 'next' || name === 'weights' ? 'chief' : undefined}>
      <th scope="row">{t(dynamicKey('explain.step', name))}</th>
      <TermCell cell={left} side="left" name={name} t={t} />
      <TermCell cell={right} side="right" name={name} t={t} />
    </tr>
  );
}

function TermCell({ cell, side, name, t }: { cell: Cell; side: SideName; name: string; t: Translate }) {
  if (!cell) return <td>–</td>;
  if (cell.kind === 'diverges') return <td>{t('explain.step.diverges')}</td>;
  return (
    <td data-testid={`term-${name}-${side}`} data-value={JSON.stringify(cell.value)}>
      {cellWords(cell, t).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the components of a vector have no other name.
        <div key={i}>{line}</div>
      ))}
    </td>
  );
}

function cellWords({ kind, value }: Exclude<Cell, null | { kind: 'diverges' }>, t: Translate): string[] {
  const more = (most: number) =>
    value.length > most ? [t('explain.step.more', { count: formatCount(value.length - most) })] : [];
  if (kind === 'count') return [formatCount(value[0]!)];
  if (kind === 'rows') return [value.slice(0, MOST_ROWS).map(formatCount).join(' '), ...more(MOST_ROWS)];
  const most = kind === 'vector' ? MOST_COMPONENTS : 1;
  return [...value.slice(0, most).map(formatReadout), ...more(most)];
}
