import { expect, test } from 'vitest';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { createLocalEngine } from '../../../workers/local-engine.ts';
import type { Opened } from '../../../workers/protocol.ts';
import { isAtEnd } from '../scene-parts.ts';
import { createAppStore } from '../store.ts';
import { stubFrames } from '../stub/stub-frames.ts';
import { autoStopStep } from './auto-stop.ts';
import { createPlayer } from './player.ts';
import { createTrajectory } from './trajectory.ts';
import { until } from './until.ts';

const passFrame = stubFrames();

/** Returns a player whose run was computed past its end, shown at step k. */
async function at(k: number, more = '') {
  const engine = createLocalEngine();
  const { scenario } = parseLink(`#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&speed=100${more}`);
  const opened = (await engine.open(scenario, null)) as Opened;
  const store = createAppStore();
  const trajectories = { left: createTrajectory(), right: createTrajectory() };
  for (const side of ['left', 'right'] as const) {
    trajectories[side].clear(opened.frame[side].width);
    trajectories[side].append(opened.frame[side]);
  }
  store.setState({ scenario, opened, phase: 'ready' });
  const player = createPlayer(store, engine, trajectories);
  await player.seek(400);
  await player.seek(k);
  const now = () => store.getState();
  const end = () => autoStopStep(now().sides.left, now().sides.right)!;
  const play = (frames: number) => {
    for (let i = 0; i < frames && now().playing; i++) passFrame(50);
  };
  return { player, now, end, play };
}

test('play at the end starts over and stops at the same end', async () => {
  const { player, now, end, play } = await at(400);
  expect(end()).toBeGreaterThan(20);
  expect(end()).toBeLessThan(400);
  expect(isAtEnd(now())).toBe(true);
  player.toggle();
  await until(() => expect(now().playing).toBe(true));
  expect(now().k).toBe(0);
  play(200);
  expect(now()).toMatchObject({ playing: false, k: end() });
  expect(isAtEnd(now())).toBe(true);
});

test('going on continues, as does play after a pause; after a replay the end counts again', async () => {
  const { player, now, end, play } = await at(0);
  player.toggle();
  play(200);
  expect(now().k).toBe(end());
  player.toggle(true);
  play(4);
  player.pause();
  const paused = now().k;
  expect(paused).toBeGreaterThan(end());
  expect(isAtEnd(now())).toBe(false);
  player.toggle();
  play(4);
  expect(now().k).toBeGreaterThan(paused);
  await player.seek(0);
  player.toggle();
  play(200);
  expect(now().k).toBe(end());
  expect(isAtEnd(now())).toBe(true);
});

test('before the end, and without auto-stop, play continues', async () => {
  const before = await at(5);
  expect(isAtEnd(before.now())).toBe(false);
  const free = await at(400, '&autostop=0');
  expect(isAtEnd(free.now())).toBe(false);
  free.player.toggle();
  free.play(2);
  expect(free.now().k).toBeGreaterThan(390);
});
