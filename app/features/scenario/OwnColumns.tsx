import type { TableChoice } from '../../../engine/scenario/file-choice.ts';
import type { TableReport } from '../../../workers/protocol.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Select } from '../../ui/fields/Select.tsx';

const MOST_OUTPUTS = 8;

type Chosen = Pick<TableChoice, 'decimal' | 'columns' | 'outputs' | 'named'>;

/** Chooses a file's decimal mark and columns, from the detected ones. */
export function OwnColumns({
  report,
  chosen,
  onChoose,
}: {
  report: TableReport;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}) {
  const t = useTranslate();
  const { columns, used, ones, decimal, outputs, classes, means } = report;
  const labels = used.slice(used.length - (outputs?.length ?? 1));
  const label = used.at(-1)!;
  const features = used.slice(0, used.length - labels.length);
  const nameOf = (number: number) => columns[number - 1]!.name || t('own.column', { number });
  const take = (next: readonly number[], last: number) =>
    onChoose({
      ...chosen,
      columns: labels.length > 0 ? [...next.filter((j) => j !== last), ...labels.slice(0, -1), last] : next,
    });
  const inOrder = (next: readonly number[]) => [...next].sort((a, b) => a - b);
  /** Text columns would yield no valid row. */
  const usable = columns.flatMap(({ kind }, j) =>
    kind === 'numbers' || kind === 'index' || used.includes(j + 1) ? [j + 1] : [],
  );
  const isOnly = (number: number) => features.length === 1 && features[0] === number;
  const why = (number: number) => {
    const { kind } = columns[number - 1]!;
    if (number === ones) return t('own.isOnes');
    return kind === 'numbers' ? '' : t('own.holds', { kind });
  };
  return (
    <>
      {decimal !== null && (
        <Select
          label={t('own.decimal')}
          value={decimal}
          options={[
            ['point', t('choice.decimal.point')],
            ['comma', t('choice.decimal.comma')],
          ]}
          onChoose={(decimal) => onChoose({ ...chosen, decimal })}
        />
      )}
      {columns.length > 1 && !chosen.named && (
        <details className="own-columns">
          <summary>{t(means ? 'own.meanColumns' : 'own.columns')}</summary>
          {outputs === null && (
            <Select
              label={t('own.label')}
              value={label}
              options={usable.map((number) => [number, nameOf(number)])}
              onChoose={(number) => take(inOrder([...features, label]), number)}
            />
          )}
          {outputs !== null && outputs.length > 0 && classes.length === 0 && (
            <Select
              label={t('own.outputs')}
              value={outputs.length}
              options={Array.from({ length: Math.min(MOST_OUTPUTS, used.length - 1) }, (_, k) => [
                k + 1,
                String(k + 1),
              ])}
              onChoose={(count) => onChoose({ ...chosen, outputs: count })}
            />
          )}
          <fieldset>
            <legend>{t(means ? 'own.meanColumns' : 'own.features')}</legend>
            {columns.map((_, j) => {
              const number = j + 1;
              if (labels.includes(number)) return null;
              const isOn = features.includes(number);
              return (
                <label key={number} className="control flag">
                  <input
                    type="checkbox"
                    checked={isOn}
                    disabled={isOn ? isOnly(number) : !usable.includes(number)}
                    onChange={() =>
                      take(
                        isOn ? features.filter((one) => one !== number) : inOrder([...features, number]),
                        label,
                      )
                    }
                  />
                  <span>
                    {nameOf(number)} <small className="muted">{why(number)}</small>
                  </span>
                </label>
              );
            })}
          </fieldset>
        </details>
      )}
    </>
  );
}
