import { formatReadout } from '../../i18n/format.ts';
import { curveRect } from '../../pictures/curve/curve-plot.ts';
import { objectiveRect } from '../../pictures/curve/objective-plot.ts';
import { numberAt, rowOf } from '../../session/run/kept-steps.ts';
import { shownSpan } from '../../session/run/span.ts';
import type { Curve } from '../../session/view.ts';
import {
  boundSeries,
  createNetworkCurve,
  type NetworkCurve,
  networkCurveTitle,
} from './network-curve-drawing.ts';
import { bestBound } from './network-facts.ts';

const curve = (name: NetworkCurve): Curve => ({
  name,
  title: (_, t) => networkCurveTitle(name, t),
  label: (_, t) =>
    name === 'objective' ? t('aria.objective') : t('aria.curve', { title: networkCurveTitle(name, t) }),
  createPicture: () => createNetworkCurve(name),
  rectOf: name === 'objective' ? objectiveRect : curveRect,
  stepsOf: (state) => shownSpan(state.frontier),
  valueAt({ store, trajectories }, side, step) {
    const less = name === 'excess' ? bestBound(store.getState(), trajectories) : 0;
    return numberAt(trajectories[side], 'objective', step) - less;
  },
  told({ store, trajectories }, t) {
    const bound = bestBound(store.getState(), trajectories);
    return Number.isNaN(bound) ? [] : [t('alt.bound', { bound: formatReadout(bound) })];
  },
  more(snapshot, t) {
    const bound =
      name === 'objective'
        ? boundSeries(
            snapshot.trajectories.right,
            snapshot.store.getState().opened,
            bestBound(snapshot.store.getState(), snapshot.trajectories),
            t('network.bound'),
          )
        : null;
    if (!bound) return [];
    const at = (step: number) =>
      bound.values[Math.min(rowOf(snapshot.trajectories.right, step), bound.count - 1)]!;
    return [{ label: bound.label, at }];
  },
});

/** Curves of the objective with its lower bound, and of the excess over it. */
export const CURVES = [curve('objective'), curve('excess')] as const;
