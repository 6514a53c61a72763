import type { SideName } from '../../../engine/contract.ts';
import { curveRect } from '../../pictures/curve-plot.ts';
import { excessOver } from '../../session/excess.ts';
import { rowOf } from '../../session/kept-steps.ts';
import type { Curve } from '../../session/view.ts';
import {
  createCurve,
  curveTitle,
  QUANTITIES,
  type Quantity,
  seriesOf,
  spanOf,
  unitsPerStep,
} from './curve-drawing.ts';

const curve = (name: Quantity): Curve => ({
  name,
  title: (state, t) => curveTitle(state, name, t),
  label: (state, t) => t('aria.curve', { title: curveTitle(state, name, t) }),
  createPicture: () => createCurve(name),
  rectOf: curveRect,
  stepsOf: (state) => spanOf(state) / unitsPerStep(state).left,
  valueAt({ store, trajectories }, side: SideName, step, t) {
    const trajectory = trajectories[side];
    const series = seriesOf({ store, trajectories }, name, side, t);
    if (!series || step > trajectory.last) return Number.NaN;
    const value = series.values[rowOf(trajectory, step)]!;
    return name === 'excess' ? excessOver(store.getState(), side, value) : value;
  },
  note({ opened }, t) {
    const endless =
      opened?.unbounded === true && (name === 'excess' || (name === 'distance' && !opened.plant));
    return endless ? t('curve.noMinimum') : '';
  },
});

/** Excess loss, distance and gradient norm of both sides on logarithmic axes. */
export const CURVES = QUANTITIES.map(curve);
