import { useMemo } from 'react';
import { formatCount, formatReadout } from '../../../i18n/format.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { type Curve, viewOf } from '../../../session/view.ts';
import { CurvePlate } from './CurvePlate.tsx';
import { TableButton } from './TableButton.tsx';
import type { TableData } from './table-rows.ts';

export function CurvePanel({ curve }: { curve: Curve }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const title = useApp((state) => curve.title(state, t));
  const label = useApp((state) => curve.label(state, t));
  const picture = useMemo(() => curve.createPicture(), [curve]);
  const describe = useMemo(
    () => async () => (await import('../../../pictures/curve/describe-curve.ts')).describeCurve(curve),
    [curve],
  );

  function readout(state: AppState): string {
    const { hoverStep } = state;
    if (hoverStep === null) return curve.note?.(state, t) ?? '';
    const read = (side: 'left' | 'right') => formatReadout(curve.valueAt(session, side, hoverStep, t));
    if (curve.isOne?.(state)) return `${formatCount(hoverStep)}  ${read('left')}`;
    return t('curve.readout', { k: formatCount(hoverStep), left: read('left'), right: read('right') });
  }

  function table(): TableData {
    const state = store.getState();
    const isOne = curve.isOne?.(state) ?? false;
    const column = (side: 'left' | 'right') => ({
      label: isOne ? title : viewOf(state).short(state, side, t),
      at: (step: number) => curve.valueAt(session, side, step, t),
    });
    const sides = isOne ? [column('left')] : [column('left'), column('right')];
    return { columns: [...sides, ...(curve.more?.(session, t) ?? [])] };
  }

  return (
    <CurvePlate
      name={curve.name}
      label={label}
      picture={picture}
      describe={describe}
      rectOf={curve.rectOf}
      stepsOf={curve.stepsOf}
      readout={readout}
    >
      <TableButton title={title} read={table} />
    </CurvePlate>
  );
}
