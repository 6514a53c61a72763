import type { SideName } from '../../../../engine/contract.ts';
import { withValues } from '../../../../engine/scenario/scenario.ts';
import { keptStep, rowOf } from '../../../session/run/kept-steps.ts';
import type { Trajectory } from '../../../session/run/trajectory.ts';
import type { Session } from '../../../session/session.ts';
import type { AppState } from '../../../session/store.ts';

export type FilmRun = Pick<Session, 'store' | 'trajectories' | 'pictureEngine'>;

/** True if the steps are intact: a continuing long run may drop every other. */
export function isFrozen(run: FilmRun, { trajectories }: FilmRun): boolean {
  return (['left', 'right'] as const).every(
    (side) =>
      run.trajectories[side].iterates !== trajectories[side].iterates ||
      run.trajectories[side].rewrites === trajectories[side].rewrites,
  );
}

/**
 * Freezes the run up to a computed step against later changes of the page (but see `isFrozen`). Axes fit these steps; landscapes in space
 * become maps.
 */
export function freezeRun({ store, trajectories, pictureEngine }: FilmRun, to: number): FilmRun {
  const now = store.getState();
  const frontier = keptStep(now, to);
  const upTo = (side: SideName): Trajectory => {
    const trajectory = trajectories[side];
    const last = Math.min(trajectory.last, frontier);
    return { ...trajectory, count: rowOf(trajectory, last) + 1, last };
  };
  const sideUpTo = (side: SideName) => ({
    ...now.sides[side],
    last: Math.min(now.sides[side].last, frontier),
  });
  const state: AppState = {
    ...now,
    scenario: withValues(now.scenario, { solid: false }),
    frontier,
    k: Math.min(now.k, frontier),
    sides: { left: sideUpTo('left'), right: sideUpTo('right') },
  };
  return {
    // Pictures only call `getState`.
    store: { getState: () => state } as Session['store'],
    trajectories: { left: upTo('left'), right: upTo('right') },
    pictureEngine,
  };
}
