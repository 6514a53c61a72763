/** For tests: a game at a round as the page has it. */
// biome-ignore-all lint/style/noRestrictedImports: it plays for tests, and is no part of the page.
import type { SideName } from '../../../engine/contract.ts';
import { gamePicture } from '../../../engine/problems/gan/game-reading.ts';
import { problem } from '../../../engine/problems/gan/problem.ts';
import { createRun } from '../../../engine/run/create-run.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import type { Opened } from '../../../workers/protocol.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { createTrajectory, takeFrame } from '../../session/run/trajectory.ts';
import { type AppState, createAppStore, sideState } from '../../session/store.ts';

const SIDES: readonly SideName[] = ['left', 'right'];

export function gameAt(
  values: Parameters<typeof createScenario>[1],
  rounds: number,
  more: Partial<AppState> = {},
): Snapshot {
  const scenario = createScenario('gan', values);
  const instance = problem.prepare(scenario.values, null);
  const run = createRun(instance, scenario.values, true);
  const first = run.first();
  const frame = rounds > 0 ? run.advance(rounds) : first;
  const trajectories = { left: createTrajectory(), right: createTrajectory() };
  for (const side of SIDES) trajectories[side].clear(first[side].width, Object.keys(first[side].series));
  takeFrame(trajectories, first);
  if (rounds > 0) takeFrame(trajectories, frame);
  const told = (side: SideName) => {
    const of = instance.info.sides[side];
    const { iterates, width, count } = frame[side].count > 0 ? frame[side] : first[side];
    const state = iterates.slice((count - 1) * width, count * width);
    return of.kind === 'plane' ? null : gamePicture(instance.generators![side].data, state, of);
  };
  const { domain } = Object.values(instance.sides.left.fields!)[0]!;
  const [x0, x1, y0, y1] = domain.kind === 'plane' ? domain.view : [0, 0, 0, 0];
  const state: AppState = {
    ...createAppStore().getState(),
    k: rounds,
    scenario,
    opened: { info: instance.info, frame: first, sides: { left: {}, right: {} } } as unknown as Opened,
    openedProblem: 'gan',
    autoView: { x0, x1, y0, y1 },
    sides: {
      left: sideState(frame.left, trajectories.left),
      right: sideState(frame.right, trajectories.right),
    },
    readings: {
      players: { landscape: 0, step: rounds, value: { left: told('left'), right: told('right') } },
    },
    ...more,
  };
  return { store: { getState: () => state }, trajectories };
}
