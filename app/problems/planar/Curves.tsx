import { useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { formatCount, formatReadout } from '../../i18n/format.ts';
import {
  createCurve,
  curveTitle,
  QUANTITIES,
  type Quantity,
  seriesOf,
  spanOf,
  unitsPerStep,
} from '../../pictures/curve-drawing.ts';
import { curveRect } from '../../pictures/curve-plot.ts';
import { sideShort } from '../../pictures/side-words.ts';
import { excessOver } from '../../session/excess.ts';
import { rowOf } from '../../session/kept-steps.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { CurvePlate } from '../../ui/CurvePlate.tsx';
import { TableButton } from '../../ui/TableButton.tsx';
import type { TableData } from '../../ui/table-rows.ts';

const DESCRIBE = {
  excess: async () => (await import('../../pictures/describe.ts')).excessCurve,
  distance: async () => (await import('../../pictures/describe.ts')).distanceCurve,
  gradient: async () => (await import('../../pictures/describe.ts')).gradientCurve,
};

/** Excess loss, distance and gradient norm of both sides on logarithmic axes. */
export function Curves() {
  return (
    <div className="curves">
      {QUANTITIES.map((quantity) => (
        <Curve key={quantity} quantity={quantity} />
      ))}
    </div>
  );
}

function Curve({ quantity }: { quantity: Quantity }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const title = useApp((state) => curveTitle(state, quantity, t));

  const picture = useMemo(() => createCurve(quantity), [quantity]);

  function readout({ hoverStep, opened }: AppState): string {
    const endless =
      opened?.unbounded === true && (quantity === 'excess' || (quantity === 'distance' && !opened.plant));
    if (hoverStep === null) return endless ? t('curve.noMinimum') : '';
    const read = (side: SideName) => {
      return formatReadout(valueAt(side, hoverStep));
    };
    return t('curve.readout', { k: formatCount(hoverStep), left: read('left'), right: read('right') });
  }

  /** A side's number at a step; NaN where it has none. */
  function valueAt(side: SideName, step: number): number {
    const trajectory = session.trajectories[side];
    const series = seriesOf(session, quantity, side, t);
    if (!series || step > trajectory.last) return Number.NaN;
    const value = series.values[rowOf(trajectory, step)]!;
    return quantity === 'excess' ? excessOver(store.getState(), side, value) : value;
  }

  /** Both sides' numbers by step, as the read-out gives them. */
  function table(): TableData {
    const column = (side: SideName) => ({
      label: sideShort(store.getState(), side, t),
      at: (step: number) => valueAt(side, step),
    });
    return { columns: [column('left'), column('right')] };
  }

  return (
    <CurvePlate
      name={quantity}
      label={t('aria.curve', { title })}
      picture={picture}
      describe={DESCRIBE[quantity]}
      rectOf={curveRect}
      stepsOf={(state) => spanOf(state) / unitsPerStep(state).left}
      readout={readout}
    >
      <TableButton title={title} read={table} />
    </CurvePlate>
  );
}
