import type { SideName } from '../../../../engine/contract.ts';
import type { DisplayList } from '../../../charts/display-list.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { CurveSeries } from '../../../pictures/curve/curve-plot.ts';
import type { StepsInput } from '../../../pictures/curve/step-plot.ts';
import { createPicture, createSelection } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { numberAt } from '../../../session/run/kept-steps.ts';
import { shownSpan } from '../../../session/run/span.ts';
import { partState } from '../../../session/scene-parts.ts';
import type { AppState } from '../../../session/store.ts';
import { type Curve, viewOf } from '../../../session/view.ts';

/** A recorded series of a side. The array is filled in place; `version` changes when it is. */
interface SideLine extends CurveSeries {
  readonly version: number;
}

/** A plot of both sides over the steps. */
export interface LinesPlot extends StepsInput {
  readonly left: SideLine;
  readonly right: SideLine;
}

/** Names a side at its line. */
export type NameOf = (state: AppState, side: SideName, t: Translate) => string;

type SeriesOf = string | ((state: AppState) => string);

/** A series of a side; its name is the view's unless one is given. */
export type LineOf = readonly [side: SideName, series: SeriesOf, nameOf?: NameOf | undefined];

/** A curve of a series that both sides record, with what its picture shows besides. */
export interface LinesCurve<Facts extends object, More extends string>
  extends Pick<Curve, 'name' | 'title' | 'rectOf'>,
    Partial<Pick<Curve, 'label' | 'hasFloor' | 'isOne' | 'valueAt' | 'told' | 'more'>> {
  readonly series: SeriesOf;
  /** Names a side at its line; by default as the view does. */
  readonly nameOf?: NameOf;
  /** Further series of a side. */
  readonly lines?: Readonly<Record<More, LineOf>>;
  /** Selects more for `draw`. Fields are primitives or stable references. */
  facts?(snapshot: Snapshot, t: Translate): Facts;
  draw(input: LinesPlot & Record<More, SideLine> & Facts, t: Translate): DisplayList;
}

const NONE: readonly number[] = [];

/** Selects a line, without values if the run does not record its series. */
function selectLine([side, series, nameOf]: LineOf): (snapshot: Snapshot, t: Translate) => SideLine {
  return createSelection(({ store, trajectories }, t) => {
    const state = store.getState();
    const { series: all, count, stride: perStep, version } = trajectories[side];
    // Without its panel a side is not part of the scene.
    const isOff = partState(state, side) === 'absent';
    const values = isOff ? undefined : all[typeof series === 'string' ? series : series(state)];
    const ended = state.sides[side].last < state.frontier;
    const label = nameOf ? nameOf(state, side, t) : viewOf(state).short(state, side, t);
    return { values: values ?? NONE, count: values ? count : 0, version, perStep, label, ended };
  });
}

/** Creates a curve from its declaration. */
export function linesCurve<Facts extends object = object, More extends string = never>(
  of: LinesCurve<Facts, More>,
): Curve {
  const { series, nameOf, lines, facts, draw, title, ...rest } = of;
  return {
    label: (state, t) => t('aria.curve', { title: title(state, t) }),
    stepsOf: ({ frontier }) => shownSpan(frontier),
    valueAt: ({ store, trajectories }, side, step) =>
      numberAt(trajectories[side], typeof series === 'string' ? series : series(store.getState()), step),
    title,
    ...rest,
    createPicture() {
      const declared: Readonly<Record<string, LineOf>> = {
        left: ['left', series, nameOf],
        right: ['right', series, nameOf],
        ...lines,
      };
      const selections = Object.entries(declared).map(([key, line]) => [key, selectLine(line)] as const);
      return createPicture({
        select(snapshot, t) {
          const state = snapshot.store.getState();
          const selected = selections.map(([key, select]) => [key, select(snapshot, t)]);
          return {
            ...(Object.fromEntries(selected) as Record<'left' | 'right' | More, SideLine>),
            ...{ title: title(state, t), span: shownSpan(state.frontier) },
            ...{ step: state.k, hover: state.hoverStep },
            ...(facts?.(snapshot, t) as Facts),
          };
        },
        draw: (input, { size, drawStyle, t }) =>
          draw({ ...size, ...drawStyle, ...input, axis: t('axis.step') }, t),
      });
    },
  };
}
