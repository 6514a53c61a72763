import '../../problems/index.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCrowd, crowdBox, crowdStarts } from '../../../engine/ensemble/crowd.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { formatLink, parseLink } from '../../../engine/scenario/scenario.ts';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import { createLocalEngine, type LocalCall, withSmallGrids } from '../../../workers/local-engine.ts';
import { createSession } from '../create-session.ts';
import { turns, until } from '../run/until.ts';
import type { Session } from '../session.ts';
import { stubFrames } from '../stub/stub-frames.ts';
import { toggleCrowd } from './crowd.ts';
import { planeMap } from './in-plane.ts';
import { shown } from './shown.ts';
import { hasCrowd, shownCrowd } from './shown-crowd.ts';

const SIDES = ['left', 'right'] as const;
const LINE = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';
const CROWD = '&crowd=12&crowdbox=-2,2,-2,2';

let idle = false;
const passFrame = stubFrames();
const sessions: Session[] = [];

beforeEach(() => {
  idle = false;
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('document', {
    documentElement: { toggleAttribute: (_: string, on: boolean) => (idle = on) },
  });
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});

type Around = (call: LocalCall) => Promise<unknown>;

/** Waits until nothing is pending, and the dots are those of the shown step. */
async function settled({ store }: Session): Promise<void> {
  await until(() => {
    // The last step of play is displayed one frame later.
    passFrame(0);
    const state = store.getState();
    const { phase, target, pictured, landscape } = state;
    expect([phase, target, pictured, idle]).toEqual(['ready', null, landscape, true]);
    if (hasCrowd(state)) expect(shownCrowd(state)?.isPast).toBe(false);
  });
}

async function opened(link: string, around: Around = (call) => withSmallGrids(call, 8)): Promise<Session> {
  const session = createSession(() => createLocalEngine(around));
  sessions.push(session);
  const { scenario, notices } = parseLink(link);
  expect(notices).toEqual([]);
  session.load(scenario);
  await settled(session);
  return session;
}

/** Returns the visible dots: both sides' positions, ends and counts at the shown step. */
function seen({ store }: Session) {
  const crowd = shownCrowd(store.getState());
  return crowd && { step: crowd.frame.step, left: crowd.frame.left, right: crowd.frame.right };
}

/** Records the shown steps from now on, and those shown before their dots came. */
function watch({ store }: Session): { steps: number[]; early: number[] } {
  const [steps, early]: number[][] = [[], []];
  store.subscribe(
    (state) => state.k,
    (k) => {
      steps!.push(k);
      if (store.getState().crowd?.frame.step !== k) early!.push(k);
    },
  );
  return { steps: steps!, early: early! };
}

async function play(session: Session, isEnough: () => boolean = () => false): Promise<void> {
  session.toggle();
  while (session.store.getState().playing && !isEnough()) {
    passFrame(50);
    await turns(5);
  }
}

const scenes = fc
  .record({
    features: fc.constantFrom('line', 'gauss'),
    n: fc.integer({ min: 4, max: 12 }),
    seed: fc.integer({ min: 0, max: 50 }),
    blend: fc.constantFrom(0, 0.5, 1),
    c: fc.constantFrom(0.3, 1, 1.7),
    rule: fc.constantFrom('gd', 'heavyball', 'nesterov', 'adam', 'sgd'),
    noise: fc.constantFrom(0, 0.2),
    crowd: fc.integer({ min: 1, max: 9 }),
  })
  .map((values) => createScenario('one-neuron', { ...values, crowdbox: [-2, 1.5, -1, 2] }));

describe('the dots of a page', () => {
  test('are those of a fresh page at the step, whatever way led there', async () => {
    const moves = fc.array(fc.integer({ min: -9, max: 60 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(scenes, moves, async (scenario, ways) => {
        const session = await opened(formatLink(scenario));
        const { early } = watch(session);
        for (const way of ways) {
          // Some requests are superseded before they are answered, as in a drag of the line.
          if (way < 0) session.step(way);
          else session.seek(way);
          if (way % 2 === 0) await settled(session);
        }
        await settled(session);
        const { k } = session.store.getState();
        const fresh = await opened(formatLink({ ...scenario, values: { ...scenario.values, k } }));
        expect(early).toEqual([]);
        expect(seen(session)).not.toBeNull();
        expect(seen(session)).toEqual(seen(fresh));
      }),
      { numRuns: runsAll ? 12 : 2 },
    );
  });

  test.each(spread([LINE, '#v=1&problem=lift', '#v=1&d=6&n=20&seed=3'], 2))(
    'are where the page has the run from their start, and are counted as those: %s',
    async (link) => {
      const count = runsAll ? 6 : 4;
      const session = await opened(`${link}&crowd=${count}&crowdbox=-2,2,-2,2&k=45`);
      const { store } = session;
      const { scenario, slice } = store.getState();
      const at = seen(session)!;
      const { problem } = scenario;
      const starts = crowdStarts(count, crowdBox(scenario.values), slice);
      const reached = { left: 0, right: 0 };
      for (const [dot, start] of starts.entries()) {
        const values = { ...scenario.values, start: Array.from(start), crowd: 0 };
        const single = await opened(formatLink({ problem, values }));
        for (const side of SIDES) {
          const { iterate, status } = shown(single, side);
          if (status === 'reached') reached[side]++;
          // On a slice it is the projection of the weights.
          const foot = planeMap(store.getState())!.toPlane(iterate);
          expect(Array.from(at[side].places.subarray(2 * dot, 2 * dot + 2))).toEqual(foot);
        }
      }
      if (store.getState().crowd!.frame.aim === null)
        expect({ left: at.left.counts.arrived, right: at.right.counts.arrived }).toEqual(reached);
    },
  );

  test('move in lockstep with play, which stops where the last of them has ended', async () => {
    const session = await opened(`${LINE}${CROWD}&speed=1000`);
    const { store } = session;
    const { steps, early } = watch(session);
    await play(session);
    await settled(session);
    const { k, playing, crowd } = store.getState();
    expect(playing).toBe(false);
    expect(early).toEqual([]);
    expect(steps.length).toBeGreaterThan(3);
    const ends = SIDES.flatMap((side) => Array.from(crowd!.frame[side].since));
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
    // The run itself ends earlier.
    expect(k).toBe(Math.max(...ends));
    const { sides } = store.getState();
    expect(k).toBeGreaterThan(Math.max(sides.left.endedAt!, sides.right.endedAt!));
  });

  test('stop with play at once, and go on from there', async () => {
    const session = await opened(`${LINE}${CROWD}&speed=50`);
    const { steps, early } = watch(session);
    await play(session, () => steps.length >= 2);
    session.pause();
    await settled(session);
    const paused = steps.at(-1);
    await turns(20);
    expect(session.store.getState().k).toBe(paused);
    session.step(1);
    await settled(session);
    expect(session.store.getState().k).toBe(paused! + 1);
    expect(early).toEqual([]);
  });

  test('come with another rate as soon as they can, and pale until then; other data take them away', async () => {
    const session = await opened(`${LINE}${CROWD}&k=20`);
    const { store } = session;
    const before = seen(session)!;
    const looks: unknown[] = [];
    store.subscribe(
      ({ crowd, opened }) => [crowd, opened] as const,
      ([crowd]) => looks.push(crowd && [crowd.isPast, crowd.frame.left.places[0] === before.left.places[0]]),
    );
    session.change({ c: 0.5 });
    await settled(session);
    // First the old dots, pale; then the new ones.
    expect(looks).toContainEqual([true, true]);
    expect(looks.at(-1)).toEqual([false, false]);
    expect(seen(session)).toEqual(seen(await opened(`${LINE}${CROWD}&k=20&c=0.5`)));
    looks.length = 0;
    session.change({ plant: [1, 0.4] });
    await settled(session);
    expect(looks).toContainEqual(null);
    expect(looks.at(-1)).toMatchObject([false, expect.anything()]);
  });

  test('of a long run are kept every 2nd, 4th ... step, and the page goes to these alone', async () => {
    const { values } = createScenario('one-neuron', parseLink(`${LINE}${CROWD}&c=0.2`).scenario.values);
    const problem = await loadProblem('one-neuron');
    // Room for nine rows.
    const crowd = createCrowd(problem, problem.prepare(values, null), values, null, 10 * 4 * 12)!;
    const session = await opened(`${LINE}${CROWD}&c=0.2`, async (call) => {
      if (call.name !== 'crowd') return withSmallGrids(call, 8);
      while (crowd.goOn(call.args[1] as number));
      return crowd.frameAt(call.args[1] as number);
    });
    const { store } = session;
    const shownAt = () => [store.getState().k, seen(session)?.step];
    session.seek(30);
    await settled(session);
    expect(store.getState().stride).toBe(4);
    expect(shownAt()).toEqual([30, 30]);
    session.seek(17);
    await settled(session);
    expect(shownAt()).toEqual([16, 16]);
    session.step(1);
    await settled(session);
    expect(shownAt()).toEqual([20, 20]);
    session.step(-2);
    await settled(session);
    expect(shownAt()).toEqual([12, 12]);
    session.change({ crowd: 0 });
    await settled(session);
    expect(store.getState()).toMatchObject({ stride: 1, crowd: null });
  });
});

test('the key lets 200 go from the window that is shown, and takes them away', async () => {
  const session = await opened(`${LINE}&solid=1&view=-1,2,-1.5,1.5`);
  const { store } = session;
  toggleCrowd(session);
  await settled(session);
  expect(store.getState().scenario.values).toMatchObject({
    crowd: 200,
    crowdbox: [-1, 2, -1.5, 1.5],
    solid: false,
  });
  expect(seen(session)?.left.ends.length).toBe(200);
  toggleCrowd(session);
  await settled(session);
  expect(store.getState()).toMatchObject({ crowd: null, scenario: { values: { crowd: 0, crowdbox: null } } });
});

test.each(['#v=1&problem=two-layer&n=6&neurons=2', '#v=1&d=1'])(
  'nothing is let go where no map shows it: %s',
  async (link) => {
    const session = await opened(link);
    toggleCrowd(session);
    await settled(session);
    expect(session.store.getState()).toMatchObject({ toast: { key: 'toast.noCrowd' }, crowd: null });
    expect(session.store.getState().scenario.values.crowd).toBe(0);
  },
);

test('a link that locks them keeps them as they are', async () => {
  const session = await opened(`${LINE}&lock=crowd`);
  toggleCrowd(session);
  await settled(session);
  expect(session.store.getState().scenario.values.crowd).toBe(0);
});
