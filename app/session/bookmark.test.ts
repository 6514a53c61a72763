import { expect, test } from 'vitest';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { createLocalEngine } from '../../workers/local-engine.ts';
import type { Opened } from '../../workers/protocol.ts';
import type { Lecture } from './lecture.ts';
import { createPlayer, type Player } from './run/player.ts';
import { createTrajectory } from './run/trajectory.ts';
import { type AppStore, createAppStore } from './store.ts';
import { stubFrames } from './stub/stub-frames.ts';

const LINK = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&speed=100';

const passFrame = stubFrames();

/** Returns a player on the opening scene with 60 steps computed, at step 0, in a scene with a bookmark. */
async function playerAt(bookmark: number | null): Promise<{ store: AppStore; player: Player }> {
  const engine = createLocalEngine();
  const { scenario } = parseLink(LINK);
  const opened = (await engine.open(scenario, null)) as Opened;
  const store = createAppStore();
  const trajectories = { left: createTrajectory(), right: createTrajectory() };
  for (const side of ['left', 'right'] as const) {
    trajectories[side].clear(opened.frame[side].width);
    trajectories[side].append(opened.frame[side]);
  }
  const scene = { title: '', sentence: '', notes: '', question: '', scenario: LINK, guess: false };
  const lecture: Lecture = { title: '', scenes: [{ ...scene, bookmark }] };
  store.setState({ scenario, opened, lecture, phase: 'ready' });
  const player = createPlayer(store, engine, trajectories);
  await player.seek(60);
  await player.seek(0);
  expect(store.getState().frontier).toBe(60);
  return { store, player };
}

/** Runs frames of 50 ms (5 steps) until play stops or passes step 40. */
function run(store: AppStore): number {
  for (let i = 0; i < 20 && store.getState().playing && store.getState().k < 40; i++) {
    passFrame(50);
  }
  return store.getState().k;
}

test('play stops at the bookmark the first time it gets there, and says so', async () => {
  const { store, player } = await playerAt(23);
  player.play();
  expect(run(store)).toBe(23);
  expect(store.getState().playing).toBe(false);
  expect(store.getState().toast?.key).toBe('toast.bookmark');
  player.play();
  expect(run(store)).toBeGreaterThanOrEqual(40);
});

test('the second run of a scene passes its bookmark, unless the scene is opened anew', async () => {
  const { store, player } = await playerAt(23);
  player.play();
  run(store);
  await player.seek(0);
  player.play();
  expect(run(store)).toBeGreaterThanOrEqual(40);
  await player.seek(0);
  player.rearm();
  player.play();
  expect(run(store)).toBe(23);
});

test('from the bookmark or beyond it nothing stops play, and without one neither', async () => {
  const { store, player } = await playerAt(23);
  await player.seek(23);
  player.play();
  expect(run(store)).toBeGreaterThanOrEqual(40);
  const free = await playerAt(null);
  free.player.play();
  expect(run(free.store)).toBeGreaterThanOrEqual(40);
});
