import '../problems/index.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadProblem } from '../../engine/problems/index.ts';
import { createRun } from '../../engine/run/create-run.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { createLocalEngine, type LocalCall } from '../../workers/local-engine.ts';
import type { Opened } from '../../workers/protocol.ts';
import { createSession } from './create-session.ts';
import { createBatches } from './run/batch-steps.ts';
import { turns, until } from './run/until.ts';
import { presentLink } from './scenario/bind-link.ts';
import type { Session } from './session.ts';
import { INITIAL_SIDES } from './store.ts';

/** A link whose step is many rounds away: the page meanwhile, cancelling, and cost. */

const SPIRAL = '#v=1&problem=gan&level=plane';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => void vi.unstubAllGlobals());

/** Returns a session whose engine answers each request only when released; `steps` has the sizes of requests so far. */
function started() {
  const steps: number[] = [];
  const waiting: (() => void)[] = [];
  let isFree = false;
  const session = createSession(() =>
    createLocalEngine(async ({ name, args, answer }: LocalCall) => {
      if (name !== 'open' && name !== 'advance') return null;
      if (name === 'advance') {
        steps.push(args[0] as number);
        if (!isFree) await new Promise<void>((resolve) => waiting.push(resolve));
      }
      // No steps with the opening.
      return answer(name === 'open' ? args.slice(0, 2) : args);
    }),
  );
  return {
    session,
    steps,
    /** Answers the oldest pending request, once there is one. */
    async letOne(): Promise<void> {
      await until(() => expect(waiting.length).toBeGreaterThan(0));
      waiting.shift()!();
    },
    hold(): void {
      isFree = false;
    },
    letAll(): void {
      isFree = true;
      for (const go of waiting.splice(0)) go();
    },
  };
}

/** Opens a link that is still on its way to step 20. */
async function onItsWay(link = `${SPIRAL}&k=20`) {
  const all = started();
  const { scenario, notices } = parseLink(link);
  all.session.load(scenario, { notices });
  await until(() => expect(all.session.store.getState()).toMatchObject({ phase: 'ready', target: 20 }));
  return all;
}

const arrived = ({ store }: Session, k: number) =>
  until(() => expect(store.getState()).toMatchObject({ phase: 'ready', k, target: null }));

describe('a link with many steps', () => {
  test('shows step 0 and its notices while none of them has been taken, and can be played', async () => {
    const { session, letAll } = await onItsWay(`${SPIRAL}&c=2e7&zz=1&k=20`);
    const { k, frontier, opened, openedProblem, notices } = session.store.getState();
    expect([k, frontier, openedProblem]).toEqual([0, 0, 'gan']);
    expect(opened).not.toBeNull();
    expect(notices.map(({ key }) => key).sort()).toEqual(['c', 'zz']);
    expect(presentLink(session)).toContain('k=20');
    session.toggle();
    expect(session.store.getState()).toMatchObject({ playing: true, target: null });
    letAll();
    session.dispose();
  });

  test('arrives with the bits of a straight run, and asks for no step twice', async () => {
    const { session, steps, letOne, letAll } = await onItsWay();
    await letOne();
    await until(() => expect(session.store.getState().frontier).toBeGreaterThan(0));
    expect(session.store.getState()).toMatchObject({ k: 0, target: 20 });
    letAll();
    await arrived(session, 20);
    expect(steps.reduce((sum, count) => sum + count, 0)).toBe(20);
    const { problem, values } = session.store.getState().scenario;
    const race = createRun((await loadProblem(problem)).prepare(values, null), values);
    const frames = [race.first(), race.advance(20)];
    for (const side of ['left', 'right'] as const)
      expect([...session.trajectories[side].iterates.subarray(0, 2 * 21)]).toEqual(
        frames.flatMap((frame) => [...frame[side].iterates]),
      );
    session.dispose();
  });

  test('stops where it is told, at the step that it has come to', async () => {
    const { session, letOne, letAll } = await onItsWay();
    await letOne();
    await letOne();
    await until(() => expect(session.store.getState().frontier).toBeGreaterThan(1));
    const { frontier } = session.store.getState();
    session.seek(frontier);
    await arrived(session, frontier);
    letAll();
    await turns();
    expect(session.store.getState().k).toBe(frontier);
    session.dispose();
  });

  test('goes to the same step after a change of rate on its way, and to step 0 of other data', async () => {
    const { session, letAll } = await onItsWay();
    session.change({ c: 0.3 });
    await until(() => expect(session.store.getState()).toMatchObject({ phase: 'opening', target: 20 }));
    letAll();
    await arrived(session, 20);
    session.seek(1000);
    session.change({ xmean: [0.7] });
    await arrived(session, 0);
    session.dispose();
  });

  test('plays on behind the step where it played before its rate was changed', async () => {
    const { session, hold, letAll } = await onItsWay();
    letAll();
    await arrived(session, 20);
    session.toggle();
    hold();
    session.change({ c: 0.3 });
    await until(() =>
      expect(session.store.getState()).toMatchObject({ phase: 'ready', k: 0, target: 20, playing: false }),
    );
    letAll();
    await arrived(session, 20);
    await until(() => expect(session.store.getState().playing).toBe(true));
    session.dispose();
  });
});

describe('the steps of a request', () => {
  /** Returns the sizes of requests until `rounds` rounds are done, each taking `cost` milliseconds. */
  function ask(rounds: number, cost: number): number[] {
    const batches = createBatches();
    const opened = {
      dimension: 0,
      samples: { count: 1 },
      sides: { left: { dimension: 2, iterates: true }, right: { dimension: 2, iterates: true } },
    } as unknown as Opened;
    const asked: number[] = [];
    for (let taken = 0; taken < rounds; ) {
      const steps = batches.next(opened, INITIAL_SIDES);
      batches.took(steps, steps * cost);
      asked.push(steps);
      taken += steps;
    }
    return asked;
  }

  test('grow while rounds are quick: a million of them are a hundred requests, and not hundreds of thousands', () => {
    const asked = ask(1e6, 1e-3);
    expect(asked.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(asked.length).toBeLessThan(100);
  });

  test('stay few where a round is slow, so that a cancel is heard after one of them', () => {
    expect(ask(20, 3000)).toEqual(Array(20).fill(1));
    for (const steps of ask(1000, 5)) expect(steps).toBeLessThanOrEqual(32);
  });
});
