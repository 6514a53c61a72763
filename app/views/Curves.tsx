import { useCallback } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { formatCount, formatReadout } from '../messages/format.ts';
import { curveRect } from '../plot/curve-plot.ts';
import { excessOver } from '../state/excess.ts';
import { rowOf } from '../state/kept-steps.ts';
import type { AppState } from '../state/store.ts';
import { CurvePlate } from './CurvePlate.tsx';
import {
  curveDrawing,
  curveTitle,
  QUANTITIES,
  type Quantity,
  seriesOf,
  spanOf,
  unitsPerStep,
  watchCurve,
} from './curve-drawing.ts';
import type { Size } from './Drawing.tsx';
import { useApp, useSession, useTranslate } from './session-context.tsx';
import { sideShort } from './side-words.ts';
import { TableButton, type TableData } from './TableButton.tsx';
import { useThemeContext } from './theme-context.ts';

const DESCRIBE = {
  excess: async () => (await import('./describe.ts')).excessCurve,
  distance: async () => (await import('./describe.ts')).distanceCurve,
  gradient: async () => (await import('./describe.ts')).gradientCurve,
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
  const { palette, scale } = useThemeContext();
  const title = useApp((state) => curveTitle(state, quantity, t));

  const draw = useCallback(
    (size: Size) => curveDrawing(session, quantity, size, { palette, scale }, t),
    [session, quantity, scale, palette, t],
  );

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
      draw={draw}
      watch={watchCurve}
      describe={DESCRIBE[quantity]}
      rectOf={curveRect}
      stepsOf={(state) => spanOf(state) / unitsPerStep(state).left}
      readout={readout}
    >
      <TableButton title={title} read={table} />
    </CurvePlate>
  );
}
