/** For tests: a run at a round as the page has it. */
// biome-ignore-all lint/style/noRestrictedImports: it plays for tests, and is no part of the page.
import type { ProblemId } from '../../../../engine/catalog.ts';
import type { Instance, SideName, Vector } from '../../../../engine/contract.ts';
import type { Values } from '../../../../engine/params.ts';
import { createRun, type RunValues } from '../../../../engine/run/create-run.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import type { Opened } from '../../../../workers/protocol.ts';
import { createTrajectory, takeFrame } from '../../../session/run/trajectory.ts';
import { type AppState, createAppStore, sideState } from '../../../session/store.ts';

/** Plays both sides to a round. Both must still have a state there. */
export function playTo(problem: ProblemId, instance: Instance, values: Values, rounds: number) {
  const run = createRun(instance, values as Values & RunValues, true);
  const first = run.first();
  const frame = rounds > 0 ? run.advance(rounds) : first;
  const trajectories = { left: createTrajectory(), right: createTrajectory() };
  for (const side of SIDES) trajectories[side].clear(first[side].width, Object.keys(first[side].series));
  takeFrame(trajectories, first);
  if (rounds > 0) takeFrame(trajectories, frame);
  const state: AppState = {
    ...createAppStore().getState(),
    k: rounds,
    opened: { info: instance.info, frame: first, sides: { left: {}, right: {} } } as unknown as Opened,
    openedProblem: problem,
    sides: {
      left: sideState(frame.left, trajectories.left),
      right: sideState(frame.right, trajectories.right),
    },
  };
  return {
    trajectories,
    state,
    /** Returns a side's last state. */
    lastOf(side: SideName): Vector {
      const { iterates, width, count } = frame[side].count > 0 ? frame[side] : first[side];
      return iterates.slice((count - 1) * width, count * width);
    },
  };
}
