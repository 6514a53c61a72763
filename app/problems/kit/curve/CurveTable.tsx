import '../../../ui/fields/param-words.en.ts';
import '../../../ui/look/class.css';
import { useId } from 'react';
import { formatCount, formatDigits } from '../../../i18n/format.ts';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import { Modal } from '../../../ui/windows/Modal.tsx';
import { type TableData, tableSteps } from './table-rows.ts';

/** At most 60 rows with both ends and the shown step, in the read-outs' digits. */
export function CurveTable({
  title,
  read,
  onClose,
}: {
  title: string;
  read: () => TableData;
  onClose: () => void;
}) {
  const t = useTranslate();
  const id = useId();
  const k = useApp((state) => state.k);
  useApp((state) => state.version);
  useApp((state) => state.references);
  const last = useApp((state) => state.frontier);
  const stride = useApp((state) => state.stride);
  const { columns } = read();
  const steps = tableSteps(last, k, stride);
  return (
    <Modal title={title} onClose={onClose}>
      <section
        className="table-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard.
        tabIndex={0}
        aria-labelledby={id}
      >
        <table className="curve-table" data-testid="curve-table">
          <caption id={id}>
            {t('table.caption', { title, rows: steps.length, last })} {t('table.shown', { k })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('axis.step')}</th>
              {columns.map(({ label }) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step} aria-current={step === k ? 'true' : undefined}>
                <th scope="row">{formatCount(step)}</th>
                {columns.map(({ label, at }) => (
                  <td key={label}>{formatDigits(at(step))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  );
}
