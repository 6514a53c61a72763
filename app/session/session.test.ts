import '../problems/index.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { presetScenario } from '../../engine/scenario/create-scenario.ts';
import { choiceOf } from '../../engine/scenario/file-choice.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { createLocalEngine, withSmallGrids } from '../../workers/local-engine.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import { mapState } from '../pictures/landscape/map-state.ts';
import { plateauOf } from '../pictures/landscape/marks.ts';
import { createSession } from './create-session.ts';
import { verdictFacts } from './facts.ts';
import { turns, until } from './run/until.ts';
import { bindLink, presentLink } from './scenario/bind-link.ts';
import type { Session } from './session.ts';

/** An engine in this thread that answers one call after the other, each after `delay`. */
function createSlowEngine(delay: number): EngineClient {
  let last: Promise<unknown> = Promise.resolve();
  return createLocalEngine((call) => {
    if (call.name === 'open') opens.push((call.args[2] as number | undefined) ?? 0);
    if (call.name === 'advance') advances.push(call.args[0] as number);
    const answer = last
      .then(() => new Promise((resolve) => setTimeout(resolve, delay)))
      .then(() => withSmallGrids(call, 8));
    last = answer.catch(() => undefined);
    answers.push(last);
    return answer;
  });
}

/** Steps of the requests since the test began. */
const opens: number[] = [];
const advances: number[] = [];
/** All answers of the engines, pending or done. */
const answers: Promise<unknown>[] = [];

const sessions: Session[] = [];

function start(delay = 1): Session {
  const session = createSession(() => createSlowEngine(delay));
  sessions.push(session);
  return session;
}

async function settled({ store }: Session): Promise<void> {
  await until(() => {
    const { phase, target } = store.getState();
    expect([phase, target]).toEqual(['ready', null]);
  });
}

async function opened(link: string, delay = 1): Promise<Session> {
  const session = start(delay);
  const { scenario, notices } = parseLink(link);
  session.load(scenario, { notices });
  await settled(session);
  return session;
}

const OPENING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
  opens.length = 0;
  advances.length = 0;
  answers.length = 0;
  vi.unstubAllGlobals();
});

describe('opening', () => {
  test('a slow opening that is overtaken leaves nothing of itself: landscape, window and link are the last one’s', async () => {
    const session = await opened(OPENING, 20);
    session.openPreset('high-dimension');
    await turns();
    session.openPreset('leak');
    await settled(session);
    await until(() => expect(session.store.getState().grid).not.toBeNull());
    expect(session.store.getState().opened?.dimension).toBe(2);

    session.change({ plant: [4, 3] });
    await turns();
    session.change({ plant: [0.2, 0.1] });
    await settled(session);
    expect(presentLink(session)).not.toContain('view=');
  });

  test('another start is one request: its steps come with the opening', async () => {
    const session = await opened(`${OPENING}&k=200`);
    await until(() => expect(session.store.getState().references).not.toBeNull());
    const before = session.trajectories.left.series.loss[2];
    opens.length = 0;
    advances.length = 0;
    session.change({ start: [-1.5, 0.4] }, { keepStep: true, gesture: 'start' });
    await settled(session);
    expect(opens).toEqual([200]);
    expect(advances).toEqual([]);
    expect(session.store.getState()).toMatchObject({ k: 200, frontier: 200 });
    expect(session.trajectories.left.series.loss[2]).not.toBe(before);
    // The batch size learnt from other data does not apply.
    session.load(parseLink(`${OPENING.replace('n=8', 'n=9')}&k=200`).scenario);
    await settled(session);
    expect(opens.slice(0, 2)).toEqual([200, 0]);
    expect(advances).toEqual([200]);
  });

  test('a change while a link opens keeps the link’s step', async () => {
    const session = start(20);
    session.load(parseLink(`${OPENING}&k=50`).scenario);
    await turns();
    expect(presentLink(session)).toContain('k=50');
    session.change({ c: 1.5 });
    await settled(session);
    expect(session.store.getState().k).toBe(50);
  });

  test('a reset while a change of rate opens is not undone by it', async () => {
    const session = await opened(`${OPENING}&k=50`, 20);
    session.change({ c: 1.5 });
    await turns();
    session.reset();
    await settled(session);
    expect(session.store.getState().k).toBe(0);
  });

  test('a seek that waits for an opening does not follow into another preset', async () => {
    const session = await opened(OPENING, 20);
    session.change({ c: 1.3 });
    await turns();
    session.seek(5000);
    await turns();
    session.openPreset('leak');
    await settled(session);
    expect(session.store.getState()).toMatchObject({ k: 0, frontier: 0 });
  });

  test('play ends a long seek', async () => {
    const session = await opened(OPENING, 20);
    session.seek(20_000);
    await turns();
    session.toggle();
    for (let seen = 0; seen < answers.length; ) {
      seen = answers.length;
      await Promise.all(answers);
      await turns();
    }
    expect(session.store.getState()).toMatchObject({ playing: true, target: null, k: 0 });
  });

  test('what cannot be met gives way to what was there, at its step, with one notice', async () => {
    const session = await opened(OPENING, 5);
    session.seek(20);
    await settled(session);
    session.change({ features: 'csv' });
    await settled(session);
    const { scenario, k, notices } = session.store.getState();
    expect(scenario.values.features).toBe('line');
    expect(k).toBe(20);
    expect(notices.map(({ code }) => code)).toEqual(['csv-without-data']);
  });
});

describe('notices', () => {
  test('of the data are said once, however often the run is taken anew, and stay dismissed', async () => {
    const session = await opened('#v=1&start=1,2,3');
    const said = () => {
      const { notices, runNotices } = session.store.getState();
      return [...notices, ...runNotices].map(({ code }) => code);
    };
    for (const c of [1.1, 1.2, 1.3]) {
      session.change({ c }, { gesture: 'slider' });
      await settled(session);
    }
    expect(said()).toEqual(['vector-length']);
    session.dismissNotices();
    session.change({ c: 1.4 });
    await settled(session);
    expect(said()).toEqual([]);
  });
});

describe('undo', () => {
  test('takes back one gesture at a time', async () => {
    const session = await opened(OPENING);
    for (const start of [
      [-1, 0],
      [1, 1],
    ]) {
      const gesture = session.newGesture();
      session.change({ start: [0.5, 0.5] }, { gesture });
      session.change({ start }, { gesture });
      await settled(session);
    }
    session.undo();
    await settled(session);
    expect(session.store.getState().scenario.values.start).toEqual([-1, 0]);
    session.undo();
    await settled(session);
    expect(session.store.getState().scenario.values.start).toEqual([-1.6, 0.3]);
  });

  test('leaves what was set about the page', async () => {
    const session = await opened(OPENING);
    session.change({ c: 1.2 });
    session.change({ theme: 'dark', keys: false, speed: 100 });
    session.undo();
    await settled(session);
    const { c, theme, keys, speed } = session.store.getState().scenario.values;
    expect([c, theme, keys, speed]).toEqual([1, 'dark', false, 100]);
  });
});

describe('own data', () => {
  const text = `x,y\n${Array.from({ length: 3000 }, (_, i) => `${(i * 7919) % 10007},${(i * 104729) % 9973}`).join('\n')}\n`;

  test('that does not fit a link is there again after Back', async () => {
    const session = await opened(OPENING);
    session.openOwn(session.nameOwn(new Blob([text])), { bias: true, std: true }, []);
    await settled(session);
    const link = presentLink(session);
    session.openPreset('leak');
    await settled(session);
    session.load(parseLink(link).scenario);
    await settled(session);
    expect(session.store.getState().opened?.samples.count).toBe(3000);
    expect(session.store.getState().notices).toEqual([]);
  });

  test('a link whose own data was too large keeps the run, asks for the file and opens it as the link says', async () => {
    const link = '#v=1&problem=one-neuron&features=csv&std=1&sseed=4&rule=nesterov&c=0.5&k=12&theme=dark';
    const session = await opened(link);
    const { scenario, awaited, notices } = session.store.getState();
    expect(notices.map(({ code }) => code)).toEqual(['file-wanted']);
    expect(presentLink(session)).toBe(link);
    expect([scenario.values.features, scenario.values.theme]).toEqual(['line', 'dark']);
    // The file has a column of ones; the link wants no bias, so it is an ordinary column.
    const rows = text.replace('x,y', 'x,one,y').replace(/,(?=\d)/g, ',1,');
    session.openAwaited(session.nameOwn(new Blob([rows]), choiceOf(awaited!.values)));
    await settled(session);
    const state = session.store.getState();
    expect(presentLink(session)).toBe(link);
    expect([state.awaited, state.notices, state.k, state.opened?.dimension]).toEqual([null, [], 12, 2]);
    expect(state.opened?.samples.hasOnes).toBe(false);
    expect(state.scenario.values).toMatchObject({
      ...{ std: true, bias: false, rule: 'nesterov', c: 0.5, sseed: 4 },
    });
  });

  test('a link waits no longer when another scenario is opened or the shown one is changed', async () => {
    for (const leave of [
      (session: Session) => session.openPreset('leak'),
      (session: Session) => session.change({ c: 0.5 }),
    ]) {
      const session = await opened('#v=1&features=csv&k=3');
      expect(session.store.getState().awaited).not.toBeNull();
      leave(session);
      await settled(session);
      expect(session.store.getState()).toMatchObject({ awaited: null, notices: [] });
      expect(presentLink(session)).not.toContain('csv');
    }
  });

  test('keeps the page as it was set', async () => {
    const session = await opened(`${OPENING}&keys=0&scale=own&speed=50&runs=300&limit=500&within=0.1`);
    const own = session.nameOwn(new Blob(['x,y\n1,2\n2,3\n']));
    session.openOwn(own, { data: 'z.x', bias: true, std: false }, []);
    await settled(session);
    expect(session.store.getState().scenario.values).toMatchObject({
      ...{ keys: false, scale: 'own', speed: 50 },
      ...{ runs: 300, limit: 500, within: 0.1 },
    });
  });
});

describe('own data, by problem', () => {
  test.each([
    ['#v=1&problem=two-layer', 'two-layer'],
    ['#v=1&problem=lift&start=1,1', 'one-neuron'],
  ])('from %s it is opened in %s', async (link, problem) => {
    const session = await opened(link);
    const own = session.nameOwn(new Blob(['x,y\n1,2\n2,3\n4,4\n']));
    session.openOwn(own, { bias: true, std: false }, []);
    await settled(session);
    const { scenario, opened: run } = session.store.getState();
    expect(scenario.problem).toBe(problem);
    expect(run?.samples.count).toBe(3);
  });
});

describe('the address', () => {
  const entries: string[] = [];

  beforeEach(() => {
    entries.splice(0, entries.length, '');
    vi.stubGlobal('location', { hash: OPENING });
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
    vi.stubGlobal('history', {
      pushState: (_: unknown, __: string, link: string) => entries.push(link),
      replaceState: (_: unknown, __: string, link: string) => entries.splice(-1, 1, link),
    });
  });

  test('a jump leaves the old entry at its last step and begins the new one at its own', async () => {
    const session = start();
    const end = bindLink(session);
    await settled(session);
    session.seek(24);
    await settled(session);
    session.openPreset('leak');
    expect(entries).toHaveLength(2);
    expect(entries[0]).toContain('k=24');
    expect(entries[1]).toBe('#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&leak=0.1');
    await settled(session);
    end();
  });

  test('a preset is entered as its own link', async () => {
    const session = start();
    const end = bindLink(session);
    await settled(session);
    session.openPreset('trap');
    await settled(session);
    expect(parseLink(entries[entries.length - 1]!).scenario).toEqual(presetScenario('one-neuron', 'trap'));
    end();
  });
});

describe('layers', () => {
  test.each([
    ['#v=1&features=csv&data=trap&plant=1,1&start=-1.5,-0.5', 'origin'],
    ['#v=1&features=gauss&n=6&seed=4&start=1.3,-0.4', 'valley'],
  ])('a run that is stuck says where: %s', async (link, place) => {
    const session = await opened(link);
    const { store, trajectories } = session;
    await until(() => expect(store.getState().structure).not.toBeNull());
    expect(verdictFacts(store.getState(), trajectories, 'left').place).toBeNull();
    session.seek(3000);
    await settled(session);
    expect(verdictFacts(store.getState(), trajectories, 'left').place).toBe(place);
    expect(verdictFacts(store.getState(), trajectories, 'right').place).toBeNull();
  });

  test('marks of an earlier loss are over no map: the knob takes them from the right side until they are known again', async () => {
    const session = await opened(`${OPENING}&blend=0`);
    const { store } = session;
    const zoneOf = (side: 'left' | 'right') => plateauOf(mapState(store.getState(), side)) !== null;
    await until(() => expect([zoneOf('left'), zoneOf('right')]).toEqual([true, true]));
    const seen = new Set<string>();
    store.subscribe((state) => {
      seen.add(
        `${state.openedValues.blend === 0 ? 'at' : 'above'} zero: ${zoneOf('left')}, ${zoneOf('right')}`,
      );
    });
    const gesture = session.newGesture();
    for (const blend of [0.25, 0.5, 0.75]) {
      session.change({ blend }, { gesture });
      await until(() => expect(store.getState().openedValues.blend).toBe(blend));
    }
    const before = store.getState().overtaken.structure;
    await until(() => expect(store.getState().structure).not.toBe(before));
    expect([...seen].sort()).toEqual(['above zero: true, false', 'at zero: true, true']);
    // The leak affects both.
    session.change({ leak: 0.1 });
    await until(() => expect(store.getState().openedValues.leak).toBe(0.1));
    expect(zoneOf('left')).toBe(false);
  });

  test('the ground is drawn when it is chosen, and anew when the rule changes', async () => {
    const session = await opened(OPENING);
    const { store } = session;
    await until(() => expect(store.getState().structure?.left.plateaus).toHaveLength(1));
    expect(store.getState().basins).toBeNull();
    session.change({ ground: 'basins' });
    await until(() => expect(store.getState().basins).not.toBeNull());
    const before = store.getState().basins;
    session.change({ c: 0.5 });
    await settled(session);
    await until(() => expect(store.getState().basins).not.toBe(before));
    session.change({ ground: 'pull' });
    await until(() => expect(store.getState().pull?.values.every((value) => value >= 0)).toBe(true));
  });

  test('stay when a preset is opened, and are taken back by undo', async () => {
    const session = await opened(OPENING);
    const layers = () => {
      const { ground, rays } = session.store.getState().scenario.values;
      return [ground, rays];
    };
    session.change({ rays: true });
    session.change({ ground: 'basins' });
    session.openPreset('trap');
    await settled(session);
    expect(layers()).toEqual(['basins', true]);
    session.undo();
    await settled(session);
    session.undo();
    await settled(session);
    expect(layers()).toEqual(['loss', true]);
    session.undo();
    await settled(session);
    expect(layers()).toEqual(['loss', false]);
  });

  test('a cell of a basin replays its run from its centre', async () => {
    const session = await opened(OPENING);
    session.replayFrom([-1.25, -1.5]);
    expect(session.store.getState().playing).toBe(true);
    await settled(session);
    expect([...session.store.getState().opened!.sides.left.start]).toEqual([-1.25, -1.5]);
    session.pause();
  });

  test('the arrows follow the shown step, and both are read at both iterates', async () => {
    const session = await opened(`${OPENING}&arrows=1`);
    const { store } = session;
    await until(() => expect(store.getState().slopes).not.toBeNull());
    const at = (side: 'left' | 'right') => store.getState().slopes?.[side].at;
    expect(at('left')).toEqual([-1.6, 0.3]);
    session.step(3);
    await settled(session);
    const iterate = (k: number) => [...session.trajectories.right.iterates.subarray(2 * k, 2 * k + 2)];
    await until(() => expect(at('right')).toEqual(iterate(3)));
    // The step's effect matches the arrow.
    const { right } = store.getState().slopes!.right;
    session.step(1);
    await settled(session);
    for (const j of [0, 1]) expect(iterate(4)[j]! - iterate(3)[j]!).toBeCloseTo(right.descent[j]!, 12);
    session.change({ arrows: false });
    await until(() => expect(store.getState().slopes).toBeNull());
  });
});
