import { formatDigits } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { type CurveSeries, drawCurves } from '../../../pictures/curve/curve-plot.ts';
import { drawObjective, objectiveRect } from '../../../pictures/curve/objective-plot.ts';
import { curveRect } from '../../../pictures/curve/step-plot.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { numberAt, rowOf } from '../../../session/run/kept-steps.ts';
import type { Trajectory } from '../../../session/run/trajectory.ts';
import { showsFloor } from '../../../session/scene-parts.ts';
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
  /** A dotted level and its name; `hides` while the floor is not drawn. */
  guide?(state: AppState, hides: boolean, t: Translate): readonly [level: number, name: string] | null;
}

/** Creates the curves of the objective with its bound, and of the excess over it. */
export function objectiveCurves(of: BoundedObjective): readonly [objective: Curve, excess: Curve] {
  const { series, nameOf, bestBound, boundLine, isSampled, guide } = of;
  const facts = ({ store, trajectories }: Snapshot, t: Translate) => {
    const state = store.getState();
    const hides = !showsFloor(state);
    const best = hides ? Number.NaN : bestBound(state, trajectories);
    const [level = Number.NaN, levelName = ''] = guide?.(state, hides, t) ?? [];
    return { opened: state.opened, solver: trajectories.right, best, hides, level, levelName };
  };
  const told = ({ store, trajectories }: Snapshot, t: Translate) => {
    const state = store.getState();
    const bound = showsFloor(state) ? bestBound(state, trajectories) : Number.NaN;
    return Number.isNaN(bound) ? [] : [t('alt.bound', { bound: formatDigits(bound) })];
  };
  const objective = linesCurve({
    ...{ name: 'objective', series, nameOf, rectOf: objectiveRect, facts, told },
    hasFloor: ({ opened }) => !isSampled(opened),
    title: (_, t) => t('network.objective'),
    label: (_, t) => t('aria.objective'),
    draw({ opened, solver, best, hides, level, levelName, ...input }, t) {
      const bound = hides ? null : boundLine(opened, solver, best);
      return drawObjective({
        ...input,
        bound: bound && { ...bound, label: t('network.floor') },
        guide: Number.isNaN(level) ? null : { value: level, label: levelName },
      });
    },
    more(snapshot, t) {
      const { opened, solver, best, hides } = facts(snapshot, t);
      const bound = boundLine(opened, solver, best);
      if (!bound || hides) return [];
      const at = (step: number) => bound.values[Math.min(rowOf(solver, step), bound.count - 1)]!;
      return [{ label: t('network.bound'), at }];
    },
  });
  const excess = linesCurve({
    ...{ name: 'excess', series, nameOf, rectOf: curveRect, facts, told },
    title: (_, t) => t('network.gap'),
    draw: ({ opened, solver: _, best, hides, ...input }, t) =>
      drawCurves({
        ...input,
        left: { ...input.left, reference: best },
        right: { ...input.right, reference: best },
        missing:
          Number.isNaN(best) && !hides ? t(isSampled(opened) ? 'network.noExcess' : 'curve.missing') : null,
      }),
    valueAt: ({ store, trajectories }, side, step) =>
      numberAt(trajectories[side], series, step) - bestBound(store.getState(), trajectories),
  });
  return [objective, excess];
}
