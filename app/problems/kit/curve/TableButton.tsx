import { Table2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from '../../../session/session-context.tsx';
import { Coming, lazyView } from '../../../ui/lazy-view.tsx';
import type { TableData } from './table-rows.ts';

const CurveTable = lazyView(() => import('./CurveTable.tsx'), 'CurveTable');

export function TableButton({ title, read }: { title: string; read: () => TableData }) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="as-table"
        aria-haspopup="dialog"
        aria-label={t('table.open', { title })}
        title={t('table.open', { title })}
        // The surrounding curve also reads the pointer.
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => setOpen(true)}
      >
        <Table2 size={16} aria-hidden />
      </button>
      {isOpen && (
        <Coming>
          <CurveTable title={title} read={read} onClose={() => setOpen(false)} />
        </Coming>
      )}
    </>
  );
}
