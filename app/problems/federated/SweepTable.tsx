import '../../ui/class.css';
import { Modal } from '../../ui/Modal.tsx';
import type { ShownSweep } from './sweep-pictures.ts';

/** A sweep as a table. */
export function SweepTable({
  title,
  shown: { head, rows },
  onClose,
}: {
  title: string;
  shown: Pick<ShownSweep, 'head' | 'rows'>;
  onClose: () => void;
}) {
  return (
    <Modal title={title} onClose={onClose}>
      <section
        className="table-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard.
        tabIndex={0}
        aria-label={title}
      >
        <table className="curve-table" data-testid="sweep-table">
          <thead>
            <tr>
              {head.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows().map(([first, ...cells], row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number.
              <tr key={row}>
                <th scope="row">{first}</th>
                {cells.map((text, i) => (
                  <td key={head[i + 1]}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  );
}
