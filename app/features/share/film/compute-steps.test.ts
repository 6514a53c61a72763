import '../../../problems/index.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { createLocalEngine } from '../../../../workers/local-engine.ts';
import { createSession } from '../../../session/create-session.ts';
import type { Scene } from '../../../session/lecture.ts';
import { createTrajectory } from '../../../session/run/trajectory.ts';
import { turns, until } from '../../../session/run/until.ts';
import type { Session } from '../../../session/session.ts';
import type { AppState } from '../../../session/store.ts';
import { computeToEnd, computeUpTo, knownEnd, RunLost } from './compute-steps.ts';
import { firstForm } from './film-form.ts';
import { type FilmRun, freezeRun, isFrozen } from './freeze-run.ts';
import { lastOfMoment } from './moment-choice.ts';

/** An engine in this thread that only opens and advances. */
const createPlainEngine = () =>
  createLocalEngine(async ({ name, answer }) => {
    if (name === 'open') return answer();
    await new Promise((resolve) => setTimeout(resolve));
    return name === 'advance' ? answer() : null;
  });

const sessions: Session[] = [];
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => {});
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
  vi.unstubAllGlobals();
});

/** Opens a session and records its shown steps. */
async function opened(link: string): Promise<{ session: Session; shown: Set<number> }> {
  const session = createSession(createPlainEngine);
  sessions.push(session);
  session.load(parseLink(link).scenario);
  await until(() => expect(session.store.getState().phase).toBe('ready'));
  const shown = new Set<number>();
  session.store.subscribe(({ k }) => shown.add(k));
  return { session, shown };
}

const LINE = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';
const rest = () => turns(30);

test('steps are computed without one of them being shown', async () => {
  const { session, shown } = await opened(`${LINE}&k=3`);
  const progress: number[] = [];
  await computeUpTo(session, 5000, new AbortController().signal, (frontier) => progress.push(frontier));
  await rest();
  expect(session.store.getState()).toMatchObject({ frontier: 5000, k: 3, target: null, playing: false });
  expect([...shown]).toEqual([3]);
  expect(progress.length).toBeGreaterThan(0);
  expect(progress.every((frontier) => frontier < 5000)).toBe(true);
});

test('the end of the race is where the later side has ended', async () => {
  const { session, shown } = await opened(`${LINE}&k=3`);
  const found = await computeToEnd(session, new AbortController().signal, () => {});
  expect(found).toEqual({ end: 76, ended: true });
  await rest();
  expect([...shown]).toEqual([3]);
});

test('the film of a scene goes to its end, but not far beyond its bookmark, or half a way beyond it', async () => {
  const { session } = await opened(`${LINE}&k=3`);
  const last = async (more: Partial<Scene>, k = 0) => {
    const texts = { title: '', sentence: '', notes: '', question: '' };
    const scene = { ...texts, scenario: `${LINE}&k=${k}`, bookmark: null, guess: false, ...more };
    return lastOfMoment(session, scene, new AbortController().signal, () => {});
  };
  // Before the end is known, and after.
  for (let i = 0; i < 2; i++) {
    expect(await last({ bookmark: 10, end: 'Both have ended.' }, 8)).toBe(11);
    expect(await last({ bookmark: 17, end: 'Both have ended.' })).toBe(76);
    expect(await last({ bookmark: 17 })).toBe(26);
    expect(await last({ bookmark: 17, last: 30, end: 'Both have ended.' })).toBe(30);
    expect(await last({})).toBe(76);
    expect(await last({ bookmark: 3 }, 90)).toBe(90);
  }
  expect(session.store.getState()).toMatchObject({ k: 3, playing: false });
});

test('cancelled in the middle: the step stays, and nothing more is computed', async () => {
  const { session, shown } = await opened(`${LINE}&k=3`);
  const controller = new AbortController();
  const going = computeUpTo(session, 90_000, controller.signal, () => controller.abort('enough'));
  await expect(going).rejects.toBe('enough');
  await rest();
  const { frontier } = session.store.getState();
  await rest();
  expect(session.store.getState()).toMatchObject({ frontier, k: 3, target: null });
  expect(frontier).toBeLessThan(90_000);
  expect([...shown]).toEqual([3]);
});

test('another scenario in the middle ends it', async () => {
  const { session } = await opened(LINE);
  const going = computeUpTo(session, 90_000, new AbortController().signal, () =>
    session.load(parseLink('#v=1&d=3').scenario),
  );
  await expect(going).rejects.toThrow(RunLost);
});

test('a frozen run ends at its last step, whatever the page does', async () => {
  const { session } = await opened(`${LINE}&k=40`);
  const run = freezeRun(session, 30);
  await computeUpTo(session, 3000, new AbortController().signal, () => {});
  session.change({ solid: true });
  const state = run.store.getState();
  expect(state).toMatchObject({ frontier: 30, k: 30 });
  expect([run.trajectories.left.count, run.trajectories.right.count]).toEqual([31, 31]);
  expect(state.scenario.values.solid).toBe(false);
  expect(run.trajectories.left.series.loss[30]).toBe(session.trajectories.left.series.loss[30]);
});

test('the end of a long race is a kept step at which both sides have ended', () => {
  const side = (endedAt: number | null) => ({ status: 'stationary', endedAt, last: 160_000 });
  const state = (right: number | null, stride = 2, frontier = 160_000) =>
    ({ sides: { left: side(10), right: side(right) }, frontier, stride }) as unknown as AppState;
  expect(knownEnd(state(150_001))).toBe(150_002);
  expect(knownEnd(state(150_001, 1))).toBe(150_001);
  expect(knownEnd(state(159_999, 2, 159_999))).toBe(159_999);
  expect(knownEnd(state(null))).toBeNull();
});

test('a film shows many starts to the end of the last of them, as far as that is known', () => {
  const toOf = (endedAt: number | null, end: number | null) => {
    const side = { status: 'reached', endedAt, arrivedAt: endedAt, last: 300 };
    const sides = { left: side, right: side };
    const state = { sides, frontier: 300, stride: 1, k: 12, crowd: { end } } as unknown as AppState;
    return Number(firstForm(state, 'light').to);
  };
  expect([toOf(76, 190), toOf(76, 40), toOf(76, null), toOf(null, 190)]).toEqual([190, 76, 76, 12]);
});

test('a frozen run tells when its rows are no longer those that it was made of', () => {
  const trajectories = { left: createTrajectory(5), right: createTrajectory(5) };
  let k = 0;
  const go = (steps: number) => {
    for (const side of ['left', 'right'] as const)
      trajectories[side].append({
        count: steps,
        width: 1,
        iterates: Float64Array.from({ length: steps }, (_, i) => k + i),
        series: { loss: new Float64Array(steps) },
        status: 'moving',
        endedAt: null,
        arrivedAt: null,
      });
    k += steps;
  };
  const live = {
    store: {
      getState: () => ({
        frontier: k - 1,
        stride: trajectories.left.stride,
        k: 0,
        sides: { left: { last: k - 1 }, right: { last: k - 1 } },
        scenario: { problem: 'one-neuron', values: {} },
      }),
    },
    trajectories,
  } as unknown as FilmRun;
  for (const side of ['left', 'right'] as const) trajectories[side].clear(1);
  go(3);
  const run = freezeRun(live, 2);
  go(1);
  expect(isFrozen(run, live)).toBe(true);
  go(1);
  expect(isFrozen(run, live)).toBe(true);
  const full = freezeRun(live, 4);
  go(1);
  expect(trajectories.left.stride).toBe(2);
  expect(isFrozen(full, live)).toBe(false);
  const tail = freezeRun(live, 5);
  expect(tail.trajectories.left.last).toBe(5);
  go(1);
  expect(isFrozen(tail, live)).toBe(false);
});
