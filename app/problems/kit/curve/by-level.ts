import { createMemo, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import type { Curve } from '../../../session/view.ts';

/** Combines curves of levels in one slot of the row: all have the name and axes of the first, and `of` is the open level's. */
export function curveByLevel(
  curves: readonly [Curve, ...Curve[]],
  of: (state: Pick<AppState, 'opened' | 'openedProblem'>) => Curve,
): Curve {
  const { name, rectOf } = curves[0];
  return {
    name,
    title: (state, t) => of(state).title(state, t),
    label: (state, t) => of(state).label(state, t),
    createPicture() {
      const pictures = new Map(curves.map((curve) => [curve, curve.createPicture()]));
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
    rectOf,
    stepsOf: (state) => of(state).stepsOf(state),
    hasFloor: (state) => of(state).hasFloor?.(state) ?? false,
    isOne: (state) => of(state).isOne?.(state) ?? false,
    valueAt: (snapshot, ...at) => of(snapshot.store.getState()).valueAt(snapshot, ...at),
    note: (state, t) => of(state).note?.(state, t) ?? '',
    told: (snapshot, t) => of(snapshot.store.getState()).told?.(snapshot, t) ?? [],
    more: (snapshot, t) => of(snapshot.store.getState()).more?.(snapshot, t) ?? [],
  };
}
