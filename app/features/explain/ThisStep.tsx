import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { Update } from '../../../workers/protocol.ts';
import { formatCount, formatDigits } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import {
  type Cell,
  type Cells,
  countCell,
  type Explanation,
  numberCell,
  type Subject,
  vectorCell,
} from '../../session/explanation.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Formula } from './Formula.tsx';
import { SampleTable } from './SampleTable.tsx';
import { sideTex } from './update-tex.ts';
import type { UpdateState } from './use-update.ts';

/** Most displayed vector components and batch rows. */
const MOST_COMPONENTS = 3;
const MOST_ROWS = 8;

export function ThisStep({
  explanation,
  of,
  state: { coming, lost },
}: {
  explanation: Explanation;
  of: Subject | null;
  state: UpdateState;
}) {
  const t = useTranslate();
  const k = useApp((state) => state.k);
  if (!of?.update)
    return (
      <p className="note">
        {lost ? t('explain.step.lost') : t('explain.step.coming', { k: formatCount(coming ?? k) })}
      </p>
    );
  const part = explanation.part?.(of) ?? null;
  const update = part?.update ?? of.update;
  const notation = explanation.notation(of);
  const note = explanation.note?.(of);
  const words = t as (key: MessageKey) => string;
  return (
    <section className="this-step" data-testid="this-step" data-k={update.k}>
      <h3>{t('explain.step.title', { k: formatCount(update.k) })}</h3>
      {part && (
        <>
          <part.Choice update={of.update} />
          <p className="note">{part.note(t)}</p>
        </>
      )}
      {SIDES.map((side) => {
        const own = update[side];
        const tex = own && sideTex(side, own, notation, part);
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
          {stepRows(update, explanation, { scaled: of.opened.standardised, isPart: part !== null }).map(
            (row) => (
              <TermRow key={row.name} row={row} t={t} />
            ),
          )}
        </tbody>
      </table>
      {note && <p className="note">{words(note)}</p>}
      <p className="note">
        {t('explain.step.own')} {t('explain.step.digits')}
      </p>
      {update.told && explanation.walk && 'ofSamples' in explanation.walk && (
        <details>
          <summary>{t('explain.step.samples')}</summary>
          <SampleTable update={update} samples={explanation.samples} show="residuals" />
        </details>
      )}
    </section>
  );
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
  return [...value.slice(0, most).map(formatDigits), ...more(most)];
}

interface Row extends Readonly<Record<SideName, Cell>> {
  readonly name: string;
}

/** `scaled`: descent scales the weights. `isPart`: only some weights have numbers. */
interface StepKind {
  readonly scaled: boolean;
  readonly isPart: boolean;
}

/** Returns an update's numbers; problems add theirs after the gradient and at the end. */
function cellsOf(
  told: Update,
  side: SideName,
  { terms, results }: Explanation,
  { scaled, isPart }: StepKind,
): Cells {
  const own = told[side];
  const { asked, before, after, original } = own ?? {};
  return {
    k: countCell(own?.k),
    weights: vectorCell(original?.weights),
    weightsScaled: scaled ? vectorCell(own?.weights) : null,
    ...terms?.(told, side),
    gradient: vectorCell(own?.gradient),
    // `gradient` may be partial, but its norm covers all weights.
    gradientNorm: isPart ? null : numberCell(own?.gradientNorm),
    gradientNormAll: isPart ? numberCell(own?.gradientNorm) : null,
    batch: asked?.rows ? { kind: 'rows', value: Array.from(asked.rows, (row) => row + 1) } : null,
    batchGradient: asked?.rows ? vectorCell(asked.gradient) : null,
    ahead: asked && !asked.rows ? vectorCell(asked.gradient) : null,
    velocity: vectorCell(before?.velocity),
    velocityAfter: vectorCell(after?.velocity),
    mean: vectorCell(after?.means?.first),
    square: vectorCell(after?.means?.second),
    eta: numberCell(own?.step),
    nextScaled: scaled ? vectorCell(own?.next) : null,
    next: own && (vectorCell(original?.next) ?? { kind: 'diverges' }),
    before: numberCell(own?.loss),
    after: numberCell(own?.nextLoss),
    ...results?.(told, side),
    pull: numberCell(own?.pull),
  };
}

/** Returns the rows with a value on either side, in update order. */
function stepRows(told: Update, explanation: Explanation, kind: StepKind): Row[] {
  const left = cellsOf(told, 'left', explanation, kind);
  const right = cellsOf(told, 'right', explanation, kind);
  return Object.keys({ ...left, ...right })
    .map((name) => ({ name, left: left[name] ?? null, right: right[name] ?? null }))
    .filter((row) => row.left || row.right);
}
