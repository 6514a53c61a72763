import { expect, test, vi } from 'vitest';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { createLocalEngine } from '../../../workers/local-engine.ts';
import type { Opened } from '../../../workers/protocol.ts';
import type { CrowdFollower } from '../picture/crowd-follower.ts';
import { type AppStore, createAppStore, type ShownCrowd } from '../store.ts';
import { stubFrames } from '../stub/stub-frames.ts';
import { onFrames } from './on-frames.ts';
import { createPlayer } from './player.ts';
import { createTrajectory } from './trajectory.ts';
import { turns, until } from './until.ts';

const passFrame = stubFrames();
const FRAME = 50;

/** Returns a player at step 0, and the step that a display would show. */
async function opened(crowds?: (store: AppStore) => CrowdFollower) {
  const engine = createLocalEngine();
  const { scenario } = parseLink('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0&speed=20');
  const { frame, ...more } = (await engine.open(scenario, null)) as Opened;
  const store = createAppStore();
  const trajectories = { left: createTrajectory(1001), right: createTrajectory(1001) };
  for (const side of ['left', 'right'] as const) {
    trajectories[side].clear(frame[side].width);
    trajectories[side].append(frame[side]);
  }
  store.setState({ scenario, opened: { frame, ...more }, phase: 'ready' });
  const display = { k: 0, crowd: null as ShownCrowd | null };
  onFrames(store, () => {
    const { k, crowd } = store.getState();
    Object.assign(display, { k, crowd });
  });
  const follower = crowds?.(store);
  return { store, display, player: createPlayer(store, engine, trajectories, () => follower ?? null) };
}

async function playAhead({ store, display, player }: Awaited<ReturnType<typeof opened>>): Promise<void> {
  player.play();
  for (let frames = 0; frames < 3; frames++) {
    passFrame(FRAME);
    await until(() => expect(store.getState().k).toBeGreaterThan(display.k));
  }
}

test('Pause keeps the step that was last displayed; the next one is computed and comes with Step forward', async () => {
  const all = await opened();
  const { store, display, player } = all;
  await playAhead(all);
  const ahead = store.getState().k;
  const { k } = display;
  expect(k).toBe(ahead - 1);
  player.pause();
  expect(store.getState()).toMatchObject({ k, frontier: ahead, playing: false });
  await turns(20);
  passFrame(FRAME);
  expect(display.k).toBe(k);
  player.step(1);
  await turns();
  expect(store.getState().k).toBe(ahead);
});

test('Pause is one update: no subscriber sees a paused run ahead of its step', async () => {
  const all = await opened();
  await playAhead(all);
  const paused: number[] = [];
  all.store.subscribe(({ playing, k }) => {
    if (!playing) paused.push(k);
  });
  all.player.pause();
  expect(paused).toEqual([all.display.k]);
});

test('a step back from play counts from the step that was last displayed', async () => {
  const all = await opened();
  await playAhead(all);
  const { k } = all.display;
  all.player.step(-1);
  await turns();
  expect(all.store.getState().k).toBe(k - 1);
});

test('a seek from play goes where it was asked to', async () => {
  const all = await opened();
  await playAhead(all);
  await all.player.seek(7);
  expect(all.store.getState()).toMatchObject({ k: 7, playing: false });
});

test('play that ends by itself stays at its end, which comes with the next frame', async () => {
  const all = await opened();
  const { store, display, player } = all;
  const { scenario } = store.getState();
  store.setState({
    scenario: { ...scenario, values: { ...scenario.values, speed: 1000, autostop: true } } as never,
  });
  player.play();
  for (let frames = 0; store.getState().playing && frames < 1000; frames++) {
    passFrame(FRAME);
    await turns();
  }
  const { k, sides } = store.getState();
  expect(k).toBe(Math.max(sides.left.endedAt!, sides.right.endedAt!));
  passFrame(FRAME);
  expect(display.k).toBe(k);
});

test('the dots go back with their step', async () => {
  const crowdAt = (step: number) => ({ frame: { step, stride: 1 }, end: null }) as unknown as ShownCrowd;
  const follower = (): CrowdFollower => ({
    isOn: () => true,
    read: vi.fn(async (step: number) => crowdAt(step)),
    put: (crowd) => ({ crowd, k: crowd.frame.step, stride: 1 }),
  });
  const all = await opened(follower);
  await playAhead(all);
  const { k, crowd } = all.display;
  all.player.pause();
  expect(all.store.getState().k).toBe(k);
  expect(all.store.getState().crowd).toBe(crowd);
  expect(crowd!.frame.step).toBe(k);
});
