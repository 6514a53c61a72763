import type { SeriesSpec } from '../../../../engine/record.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { drawObjective, type ObjectiveSide, objectiveRect } from '../../../pictures/curve/objective-plot.ts';
import { createPicture, createSelection } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { numberAt } from '../../../session/run/kept-steps.ts';
import { shownSpan } from '../../../session/run/span.ts';
import { type Curve, viewOf } from '../../../session/view.ts';

type SideOfSeries = ObjectiveSide & { readonly version: number };

/** A declared series of both sides; a side without it has no line. */
export function seriesCurve(name: string, { signed }: SeriesSpec, title: (t: Translate) => string): Curve {
  const sideOf = (side: 'left' | 'right') =>
    createSelection(({ store, trajectories }: Snapshot, t): SideOfSeries => {
      const state = store.getState();
      const { series, count, stride, version } = trajectories[side];
      return {
        values: series[name] ?? [],
        count: series[name] ? count : 0,
        version,
        perStep: stride,
        label: viewOf(state).short(state, side, t),
        ended: state.sides[side].last < state.frontier,
      };
    });
  return {
    name,
    title: (_, t) => title(t),
    label: (_, t) => title(t),
    createPicture() {
      const [left, right] = [sideOf('left'), sideOf('right')];
      return createPicture({
        select(snapshot, t) {
          const { frontier, k, hoverStep } = snapshot.store.getState();
          const sides = { left: left(snapshot, t), right: right(snapshot, t) };
          return { ...sides, span: shownSpan(frontier), step: k, hover: hoverStep };
        },
        draw: (input, { size, drawStyle, t }) =>
          drawObjective({
            ...size,
            ...drawStyle,
            ...input,
            signed: signed === true,
            bound: null,
            title: title(t),
            axis: t('axis.step'),
          }),
      });
    },
    rectOf: objectiveRect,
    stepsOf: ({ frontier }) => shownSpan(frontier),
    valueAt: ({ trajectories }, side, step) => numberAt(trajectories[side], name, step),
  };
}
