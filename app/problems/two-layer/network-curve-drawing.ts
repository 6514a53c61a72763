import type { SideName } from '../../../engine/contract.ts';
import type { Translate } from '../../i18n/messages.ts';
import { drawCurves } from '../../pictures/curve/curve-plot.ts';
import { drawObjective, type ObjectiveSeries } from '../../pictures/curve/objective-plot.ts';
import { createPicture, createSelection, type Picture } from '../../session/picture/picture.ts';
import { shownSpan } from '../../session/run/span.ts';
import type { Trajectory } from '../../session/run/trajectory.ts';
import type { AppState } from '../../session/store.ts';
import { bestBound } from './network-facts.ts';
import { networkOf } from './network-info.ts';
import { networkName } from './network-names.ts';

export type NetworkCurve = 'objective' | 'excess';

/** Returns the title of a curve. */
export function networkCurveTitle(kind: NetworkCurve, t: Translate): string {
  return t(kind === 'objective' ? 'network.objective' : 'network.gap');
}

type ObjectiveAt = ObjectiveSeries & { readonly ended: boolean; readonly version: number };

interface CurveState extends Pick<AppState, 'opened'> {
  readonly left: ObjectiveAt;
  readonly right: ObjectiveAt;
  readonly solver: Trajectory;
  /** Best bound; NaN if there is none. */
  readonly bound: number;
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
}

/** Creates the curves of both sides: the objective with its lower bound, or the excess over it. */
export function createNetworkCurve(kind: NetworkCurve): Picture<CurveState> {
  const sideOf = (side: SideName) =>
    createSelection((snapshot, t): ObjectiveAt => {
      const state = snapshot.store.getState();
      const { series, count, stride, version } = snapshot.trajectories[side];
      const values = series.objective;
      const ended = state.sides[side].last < state.frontier;
      return { values, count, version, perStep: stride, label: networkName(state, side, t), ended };
    });
  const [left, right] = [sideOf('left'), sideOf('right')];
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        left: left(snapshot, t),
        right: right(snapshot, t),
        bound: bestBound(state, snapshot.trajectories),
        opened: state.opened,
        solver: snapshot.trajectories.right,
        span: shownSpan(state.frontier),
        step: state.k,
        hover: state.hoverStep,
      };
    },
    draw({ left, right, solver, bound, opened, ...rest }, { size, drawStyle, t }) {
      const common = {
        ...size,
        ...drawStyle,
        ...rest,
        title: networkCurveTitle(kind, t),
        axis: t('axis.step'),
      };
      if (kind === 'objective')
        return drawObjective({
          ...common,
          left,
          right,
          bound: boundSeries(solver, opened, bound, t('network.floor')),
        });
      return drawCurves({
        ...common,
        left: { ...left, reference: bound },
        right: { ...right, reference: bound },
        missing: Number.isNaN(bound)
          ? t(networkOf(opened)?.program === 'sampled' ? 'network.noExcess' : 'curve.missing')
          : null,
      });
    },
  });
}

/**
 * Returns the bound at each step of the right side: its own if it is solved, else the one known from the start; null if nothing is
 * proved.
 */
export function boundSeries(
  { series, count, stride }: Trajectory,
  opened: AppState['opened'],
  known: number,
  label: string,
): ObjectiveSeries | null {
  if (networkOf(opened)?.program === 'sampled') return null;
  if (networkOf(opened)?.solved && count > 0) return { values: series.bound, count, perStep: stride, label };
  return Number.isNaN(known) ? null : { values: [known], count: 1, perStep: 1, label };
}
