import { createMemo, type Picture } from '../../session/picture/picture.ts';
import type { AppState } from '../../session/store.ts';
import type { Curve } from '../../session/view.ts';
import type { CurveName, LevelView } from './level-view.ts';

const NAMES: readonly CurveName[] = ['snr', 'step', 'ratio', 'fit'];

type LevelOf = (state: Pick<AppState, 'opened' | 'openedProblem'>) => LevelView;

/** Makes a curve that delegates to the opened level. */
function byLevel(name: CurveName, levels: readonly LevelView[], levelOf: LevelOf): Curve {
  const of = (state: Parameters<LevelOf>[0]) => levelOf(state).curves[name];
  return {
    name,
    title: (state, t) => of(state).title(state, t),
    label: (state, t) => of(state).label(state, t),
    createPicture() {
      const pictures = new Map(levels.map(({ curves }) => [curves[name], curves[name].createPicture()]));
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
    // Equal on both levels.
    rectOf: (...size) => levels[0]!.curves[name].rectOf(...size),
    stepsOf: (state) => of(state).stepsOf(state),
    isOne: (state) => of(state).isOne?.(state) ?? false,
    valueAt: (snapshot, ...at) => of(snapshot.store.getState()).valueAt(snapshot, ...at),
    note: (state, t) => of(state).note?.(state, t) ?? '',
    told: (snapshot, t) => of(snapshot.store.getState()).told?.(snapshot, t) ?? [],
    more: (snapshot, t) => of(snapshot.store.getState()).more?.(snapshot, t) ?? [],
  };
}

export const curvesOf = (levels: readonly LevelView[], levelOf: LevelOf): readonly Curve[] =>
  NAMES.map((name) => byLevel(name, levels, levelOf));
