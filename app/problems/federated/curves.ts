import { drawCurves } from '../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import { createMemo, type Picture } from '../../session/picture/picture.ts';
import type { AppState } from '../../session/store.ts';
import type { Curve } from '../../session/view.ts';
import { linesCurve } from '../kit/curve/lines.ts';
import { planeOf } from './federated-info.ts';
import { NETWORK_CURVES } from './network/curves.ts';

/** Declares a curve of the plane over rounds: distance to the best in loss or in place, or the surrogate. */
const planeCurve = (name: 'excess' | 'distance' | 'surrogate'): Curve =>
  linesCurve({
    ...{ name, series: name, rectOf: curveRect, draw: drawCurves },
    title: (_, t) => t(`fed.curve.${name}`),
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
