import type { AppState } from '../../session/store.ts';
import type { Curve } from '../../session/view.ts';
import { curveByLevel } from '../kit/curve/by-level.ts';
import type { CurveName, LevelView } from './level-view.ts';

const NAMES: readonly CurveName[] = ['snr', 'step', 'ratio', 'fit'];

type LevelOf = (state: Pick<AppState, 'opened' | 'openedProblem'>) => LevelView;

export const curvesOf = (
  [first, ...others]: readonly [LevelView, ...LevelView[]],
  levelOf: LevelOf,
): readonly Curve[] =>
  NAMES.map((name) =>
    curveByLevel(
      [first.curves[name], ...others.map(({ curves }) => curves[name])],
      (state) => levelOf(state).curves[name],
    ),
  );
