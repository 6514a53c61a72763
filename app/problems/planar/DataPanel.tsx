import { Suspense, useMemo } from 'react';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { lazyView } from '../../ui/lazy-view.tsx';
import { createData } from './data-drawing.ts';
import { Legends } from './Legend.tsx';

/** Rows are refused of a person's own data alone. */
const RefusedRows = lazyView(() => import('../../ui/RefusedRows.tsx'), 'RefusedRows');

const describe = async () => (await import('../../pictures/describe.ts')).data;

/** The data with both present fits: a scatter for one feature, the plane for two; nothing for more, or for none. */
export function DataPanel() {
  const t = useTranslate();
  const opened = useApp((state) => state.opened);

  const picture = useMemo(createData, []);

  return (
    <>
      <div className="plate">
        <Drawing picture={picture} label={t('aria.data')} describe={describe} />
      </div>
      {(opened?.dimension ?? 1) > 1 && <Legends />}
      {opened && opened.refused.length > 0 && (
        <Suspense>
          <RefusedRows rows={opened.refused} count={opened.refusedCount} />
        </Suspense>
      )}
    </>
  );
}
