import '../../../ui/look/class.css';
import { Modal } from '../../../ui/windows/Modal.tsx';

export function SweepTable({
  title,
  head,
  rows,
  onClose,
}: {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
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
            {rows.map(([first, ...cells], row) => (
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
