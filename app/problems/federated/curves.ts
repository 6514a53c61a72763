import type { SideName } from '../../../engine/contract.ts';
import type { Translate } from '../../i18n/messages.ts';
import { type CurveSeries, curveRect, drawCurves } from '../../pictures/curve/curve-plot.ts';
import { createMemo, createPicture, createSelection, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import { shownSpan } from '../../session/run/span.ts';
import type { AppState } from '../../session/store.ts';
import { type Curve, viewOf } from '../../session/view.ts';
import { planeOf } from './federated-info.ts';
import { NETWORK_CURVES } from './network/curves.ts';

/** Curves of the plane over rounds: distance to the best in loss and in place, and the surrogate. */

type Series = 'excess' | 'distance' | 'surrogate';

interface PlaneState {
  readonly left: CurveSeries & { readonly version: number };
  readonly right: CurveSeries & { readonly version: number };
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
}

function createCurve(series: Series): Picture<PlaneState> {
  const sideOf = (side: SideName) =>
    createSelection(({ store, trajectories }: Snapshot, t): PlaneState['left'] => {
      const state = store.getState();
      const { series: all, count, stride: perStep, version } = trajectories[side];
      const values = all[series];
      const label = viewOf(state).short(state, side, t);
      return { values: values ?? [], count: values ? count : 0, reference: 0, version, perStep, label };
    });
  const [left, right] = [sideOf('left'), sideOf('right')];
  return createPicture({
    select(snapshot, t) {
      const { frontier, k, hoverStep } = snapshot.store.getState();
      const sides = { left: left(snapshot, t), right: right(snapshot, t) };
      return { ...sides, span: shownSpan(frontier), step: k, hover: hoverStep };
    },
    draw: (input, { size, drawStyle, t }) =>
      drawCurves({
        ...size,
        ...drawStyle,
        ...input,
        title: titleOf(series, t),
        axis: t('axis.step'),
        missing: null,
      }),
  });
}

const titleOf = (series: Series, t: Translate) => t(`fed.curve.${series}`);

const planeCurve = (name: Series): Curve => ({
  name,
  title: (_, t) => titleOf(name, t),
  label: (_, t) => t('aria.curve', { title: titleOf(name, t) }),
  createPicture: () => createCurve(name),
  rectOf: curveRect,
  stepsOf: ({ frontier }) => shownSpan(frontier),
  valueAt: ({ trajectories }, side, step) => numberAt(trajectories[side], name, step),
});

/** Combines a curve of the plane and one of the network in one slot of the row. Both use the axes of `curveRect`. */
function byLevel(plane: Curve, network: Curve): Curve {
  const of = (state: Pick<AppState, 'opened' | 'openedProblem'>) => (planeOf(state) ? plane : network);
  return {
    name: plane.name,
    title: (state, t) => of(state).title(state, t),
    label: (state, t) => of(state).label(state, t),
    createPicture() {
      const pictures = new Map([plane, network].map((curve) => [curve, curve.createPicture()]));
      const kept = createMemo<{ readonly picture: Picture; readonly input: object }>();
      return {
        select(snapshot, t) {
          const picture = pictures.get(of(snapshot.store.getState()))!;
          const input = picture.select(snapshot, t);
          return kept([picture, input], () => ({ picture, input }));
        },
        draw(input, canvas) {
          const { picture, input: own } = input as { readonly picture: Picture; readonly input: object };
          return picture.draw(own, canvas);
        },
      };
    },
    rectOf: curveRect,
    stepsOf: (state) => of(state).stepsOf(state),
    isOne: (state) => of(state).isOne?.(state) ?? false,
    valueAt: (snapshot, ...at) => of(snapshot.store.getState()).valueAt(snapshot, ...at),
    told: (snapshot, t) => of(snapshot.store.getState()).told?.(snapshot, t) ?? [],
    more: (snapshot, t) => of(snapshot.store.getState()).more?.(snapshot, t) ?? [],
  };
}

export const CURVES = (['distance', 'excess', 'surrogate'] as const).map((series, i) =>
  byLevel(planeCurve(series), NETWORK_CURVES[i]!),
);
