import type { SideName } from '../../../engine/contract.ts';
import type { Update } from '../../../workers/protocol.ts';
import { formatCount } from '../../i18n/format.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import type { Explanation } from '../../session/explanation.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { short } from './short.ts';

const SIDES: readonly SideName[] = ['left', 'right'];

/** Two columns a side, by what is told. */
const COLUMNS = {
  forward: ['z', 'output'],
  residuals: ['output', 'residual'],
  off: ['z', 'slope'],
  gradient: ['residual', 'slope'],
} as const;

const VALUES: Readonly<
  Record<(typeof COLUMNS)[keyof typeof COLUMNS][number], 'z' | 'outputs' | 'residuals' | 'slopes'>
> = { z: 'z', output: 'outputs', residual: 'residuals', slope: 'slopes' };

/** The told samples, a row each: label, and what each side makes of it. `off` leaves out those that are on at both sides. */
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
    <>
      {told.rows.length < told.count && (
        <p className="note">
          {t('explain.step.thinned', { shown: formatCount(told.rows.length), n: formatCount(told.count) })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="samples" aria-label={t('explain.step.samples')} tabIndex={0} data-arrows>
        <table>
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
        </table>
      </section>
    </>
  );
}
