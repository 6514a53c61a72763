import { expect, test } from 'vitest';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { createLocalEngine } from '../../workers/local-engine.ts';
import type { Opened } from '../../workers/protocol.ts';
import { createPlayer, type Player } from './run/player.ts';
import { createTrajectory } from './run/trajectory.ts';
import { turns, until } from './run/until.ts';
import { type AppStore, createAppStore } from './store.ts';
import { stubFrames } from './stub/stub-frames.ts';

const FRAME = 50;

const passFrame = stubFrames();

/** Returns a player at step 0 of a 1,000-step run that keeps every 16th step. */
async function thinned(speed: number): Promise<{ store: AppStore; player: Player }> {
  const engine = createLocalEngine();
  const { scenario } = parseLink(
    `#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0&speed=${speed}`,
  );
  const opened = (await engine.open(scenario, null)) as Opened;
  const store = createAppStore();
  const trajectories = { left: createTrajectory(101), right: createTrajectory(101) };
  for (const side of ['left', 'right'] as const) {
    trajectories[side].clear(opened.frame[side].width);
    trajectories[side].append(opened.frame[side]);
  }
  store.setState({ scenario, opened, phase: 'ready' });
  const player = createPlayer(store, engine, trajectories);
  await player.seek(1000);
  await player.seek(0);
  expect(store.getState()).toMatchObject({ k: 0, frontier: 1000, stride: 16 });
  return { store, player };
}

function passFrames(frames: number): void {
  for (let i = 0; i < frames; i++) {
    passFrame(FRAME);
  }
}

test('the first kept step shows in the first frame, and the rest at the speed that was asked for', async () => {
  const { store, player } = await thinned(20);
  player.play();
  passFrames(1);
  expect(store.getState().k).toBe(16);
  passFrames(20 * 20);
  // 20 steps a second for 20 seconds, up to one lump.
  expect(Math.abs(store.getState().k - 16 - 400)).toBeLessThanOrEqual(16);
});

test('a speed that is met is not said to be missed because steps come in lumps', async () => {
  const { store, player } = await thinned(20);
  player.play();
  for (let second = 0; second < 20; second++) {
    passFrames(20);
    expect(store.getState().achieved).toBeNull();
  }
});

test('steps that play computes come and are shown in one change of the store', async () => {
  const { store, player } = await thinned(1000);
  store.setState({ k: store.getState().frontier });
  const changes: [frontier: number, k: number][] = [];
  player.play();
  store.subscribe(({ frontier, k }) => changes.push([frontier, k]));
  passFrames(1);
  await until(() => expect(store.getState().frontier).toBeGreaterThan(1000));
  await turns();
  expect(changes).toEqual([[store.getState().frontier, store.getState().k]]);
  expect(store.getState().k).toBeGreaterThan(1000);
});
