import { formatDigits } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { type CurveSeries, drawCurves } from '../../../pictures/curve/curve-plot.ts';
import { drawObjective, type ObjectiveInput, objectiveRect } from '../../../pictures/curve/objective-plot.ts';
import { curveRect } from '../../../pictures/curve/step-plot.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { numberAt, rowOf } from '../../../session/run/kept-steps.ts';
import type { Trajectory } from '../../../session/run/trajectory.ts';
import { hasPart } from '../../../session/scene-parts.ts';
import type { AppState } from '../../../session/store.ts';
import type { Curve } from '../../../session/view.ts';
import { linesCurve, type NameOf } from './lines.ts';

type Opened = AppState['opened'];

/** An objective that both sides lower, above a proved bound. */
export interface BoundedObjective {
  readonly series: string;
  readonly nameOf: NameOf;
  /** Returns the best bound of the whole run; NaN if nothing is proved. */
  bestBound(state: AppState, trajectories: Snapshot['trajectories']): number;
  /** Returns the bound at each step of the right side; null if nothing is proved. */
  boundLine(opened: Opened, right: Trajectory, best: number): Omit<CurveSeries, 'label'> | null;
  /** True if the program is sampled, which proves no bound. */
  isSampled(opened: Opened): boolean;
  guide?(opened: Opened, t: Translate): ObjectiveInput['guide'];
}

/** Creates the curves of the objective with its bound, and of the excess over it. */
export function objectiveCurves(of: BoundedObjective): readonly [objective: Curve, excess: Curve] {
  const { series, nameOf, bestBound, boundLine, isSampled, guide } = of;
  const facts = ({ store, trajectories }: Snapshot) => {
    const state = store.getState();
    const asks = isAsking(state) || !hasPart(state, 'floor');
    const best = asks ? Number.NaN : bestBound(state, trajectories);
    return { opened: state.opened, solver: trajectories.right, best, asks };
  };
  const told = ({ store, trajectories }: Snapshot, t: Translate) => {
    const state = store.getState();
    const isHidden = isAsking(state) || !hasPart(state, 'floor');
    const bound = isHidden ? Number.NaN : bestBound(state, trajectories);
    return Number.isNaN(bound) ? [] : [t('alt.bound', { bound: formatDigits(bound) })];
  };
  const objective = linesCurve({
    ...{ name: 'objective', series, nameOf, rectOf: objectiveRect, facts, told },
    hasFloor: ({ opened }) => !isSampled(opened),
    title: (_, t) => t('network.objective'),
    label: (_, t) => t('aria.objective'),
    draw({ opened, solver, best, asks, ...input }, t) {
      const bound = asks ? null : boundLine(opened, solver, best);
      return drawObjective({
        ...input,
        bound: bound && { ...bound, label: t('network.floor') },
        guide: asks ? null : (guide?.(opened, t) ?? null),
      });
    },
    more(snapshot, t) {
      const { opened, solver, best, asks } = facts(snapshot);
      const bound = boundLine(opened, solver, best);
      if (!bound || asks) return [];
      const at = (step: number) => bound.values[Math.min(rowOf(solver, step), bound.count - 1)]!;
      return [{ label: t('network.bound'), at }];
    },
  });
  const excess = linesCurve({
    ...{ name: 'excess', series, nameOf, rectOf: curveRect, facts, told },
    title: (_, t) => t('network.gap'),
    draw: ({ opened, solver: _, best, asks, ...input }, t) =>
      drawCurves({
        ...input,
        left: { ...input.left, reference: best },
        right: { ...input.right, reference: best },
        missing:
          Number.isNaN(best) && !asks ? t(isSampled(opened) ? 'network.noExcess' : 'curve.missing') : null,
      }),
    valueAt: ({ store, trajectories }, side, step) =>
      numberAt(trajectories[side], series, step) - bestBound(store.getState(), trajectories),
  });
  return [objective, excess];
}
