import '../../problems/index.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadProblem } from '../../../engine/problems/index.ts';
import { createRun } from '../../../engine/run/create-run.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { runsAll } from '../../../scripts/tier.mjs';
import { createLocalEngine } from '../../../workers/local-engine.ts';
import { createSession } from '../create-session.ts';
import type { Session } from '../session.ts';
import { MAX_STEPS } from './batch-steps.ts';
import { rowOf, stepOf } from './kept-steps.ts';
import { until } from './until.ts';

const LINK = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0';
const SIDES = ['left', 'right'] as const;

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => void vi.unstubAllGlobals());

/** Starts a session whose engine is called directly, without pictures. `asked` has the steps of every request. */
function started(): { session: Session; asked: number[] } {
  const asked: number[] = [];
  const session = createSession(() =>
    createLocalEngine(async ({ name, args, answer }) => {
      const steps = name === 'advance' ? args[0] : name === 'open' ? args[2] : null;
      if (steps) asked.push(steps as number);
      return steps === null ? null : answer();
    }),
  );
  return { session, asked };
}

async function shown({ store }: Session, k: number): Promise<void> {
  await until(() => expect(store.getState()).toMatchObject({ phase: 'ready', k, target: null }));
}

/** Returns how many numbers a session has room for. */
function room({ trajectories }: Session): number {
  return SIDES.map((side) => {
    const { iterates, series, projections } = trajectories[side];
    return [iterates, ...Object.values(series), projections].reduce((sum, { length }) => sum + length, 0);
  }).reduce((sum, count) => sum + count, 0);
}

/** A quarter of a million steps (all under `npm run test:all`), and the stride of those kept. */
const [MOST, STRIDE] = runsAll ? [MAX_STEPS, 16] : [MAX_STEPS / 4, 4];

test(`of ${MOST} steps 1 in ${STRIDE} is kept, in the room of 100,000, with the bits of a straight run`, async () => {
  const { session, asked } = started();
  const { store, trajectories } = session;
  session.load(parseLink(`${LINK}&c=0.001&k=100000`).scenario);
  await shown(session, 100_000);
  expect(store.getState().stride).toBe(1);
  const before = room(session);

  // By opening a link of that step, and by seeking.
  const opening = [MOST, 100_000].map(
    (k) => () => session.load(parseLink(`${LINK}&c=0.001&k=${k}`).scenario),
  );
  for (const go of [...(runsAll ? opening : []), () => void session.seek(runsAll ? 10 * MAX_STEPS : MOST)]) {
    go();
    await until(() => expect(store.getState()).toMatchObject({ phase: 'ready', target: null }));
    // Seven numbers a row and side.
    expect(room(session)).toBeLessThanOrEqual(2 * 7 * 2 * 100_001);
  }
  expect(room(session)).toBeLessThanOrEqual(1.001 * before);
  expect(store.getState()).toMatchObject({ k: MOST, frontier: MOST, stride: STRIDE });
  expect(asked.reduce((sum, steps) => sum + steps, 0)).toBe(runsAll ? MOST + 100_000 + MOST : MOST);

  const asks = asked.length;
  const { scenario } = store.getState();
  const race = createRun(
    (await loadProblem(scenario.problem)).prepare(scenario.values, null),
    scenario.values,
  );
  const straight = [race.first(), race.advance(MOST)];
  for (let at = 0; at < 1000; at++) {
    // Every residue, near and far: 7919 is prime.
    const wanted = (at * 7919) % (MOST + 1);
    session.seek(wanted);
    await Promise.resolve();
    await Promise.resolve();
    const { k } = store.getState();
    expect(k).toBe(wanted - (wanted % STRIDE));
    const frame = straight[k === 0 ? 0 : 1]!;
    const step = k === 0 ? 0 : k - 1;
    for (const side of SIDES) {
      const row = rowOf(trajectories[side], k);
      expect(stepOf(trajectories[side], row)).toBe(k);
      expect(trajectories[side].series.loss[row]).toBe(frame[side].series.loss![step]);
      expect(trajectories[side].iterates.subarray(2 * row, 2 * row + 2)).toEqual(
        frame[side].iterates.subarray(2 * step, 2 * step + 2),
      );
    }
  }
  // Scrubbing asks the engine for nothing.
  expect(asked.length).toBe(asks);

  // Steps forward and back land on kept ones.
  const kept = 177_777 - (177_777 % STRIDE);
  session.seek(177_777);
  session.step(1);
  await until(() => expect(store.getState().k).toBe(kept + STRIDE));
  session.step(-2);
  await until(() => expect(store.getState().k).toBe(kept - STRIDE));
  session.dispose();
});

test('a link of a step between two kept ones shows that step', async () => {
  const { session } = started();
  session.load(parseLink(`${LINK}&c=0.001&k=123457`).scenario);
  await shown(session, 123_457);
  const { store, trajectories } = session;
  expect(store.getState()).toMatchObject({ k: 123_457, frontier: 123_457, stride: 2 });
  const race = createRun(
    (await loadProblem('one-neuron')).prepare(store.getState().scenario.values, null),
    store.getState().scenario.values,
  );
  race.first();
  const straight = race.advance(123_457);
  for (const side of SIDES) {
    const row = rowOf(trajectories[side], 123_457);
    expect(trajectories[side].iterates.subarray(2 * row, 2 * row + 2)).toEqual(
      straight[side].iterates.subarray(2 * 123_456, 2 * 123_457),
    );
  }
  session.step(-1);
  await shown(session, 123_456);
  session.step(1);
  await shown(session, 123_458);
  session.dispose();
});

test('the bookmark between two kept steps is gone to behind it, so that play does not stop there again', async () => {
  const { session } = started();
  const { store } = session;
  session.load(parseLink(`${LINK}&c=0.001&k=123457`).scenario);
  await shown(session, 123_457);
  const scene = { title: '', sentence: '', notes: '', question: '', scenario: LINK, guess: false };
  store.setState({ lecture: { title: '', scenes: [{ ...scene, bookmark: 77_777 }] } });
  session.toBookmark();
  await shown(session, 77_778);
  session.dispose();
});

test('while a run opens a step is one step, whatever the run before it kept', async () => {
  const { session } = started();
  const { store } = session;
  session.load(parseLink(`${LINK}&c=0.001&k=123457`).scenario);
  await shown(session, 123_457);
  expect(store.getState().stride).toBe(2);
  session.load(parseLink(`${LINK}&c=0.002&k=40`).scenario);
  expect(store.getState().phase).toBe('opening');
  session.step(1);
  session.step(1);
  await shown(session, 42);
  expect(store.getState().stride).toBe(1);
  session.dispose();
});

test('the steps that came with an opening are kept once, in the trajectories', async () => {
  const { session, asked } = started();
  const { store, trajectories } = session;
  session.load(parseLink(`${LINK}&k=40`).scenario);
  await shown(session, 40);
  // On the same landscape they come in the same answer.
  session.change({ start: [-1.5, 0.3] }, { keepStep: true });
  await shown(session, 40);
  expect(asked).toEqual([40, 40]);
  expect(trajectories.left.last).toBe(40);
  expect(store.getState().opened?.next).toEqual([]);
  session.dispose();
});
