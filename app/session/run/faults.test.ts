import '../../problems/index.ts';
import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AllocationError } from '../../../engine/allocate.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { createEngineClient, type EngineEndpoint, EngineError } from '../../../workers/client.ts';
import type { Engine } from '../../../workers/protocol.ts';
import { createEngine } from '../../../workers/serve.ts';
import { createSession } from '../create-session.ts';
import { faultOf } from '../fault.ts';
import type { Session } from '../session.ts';
import { turns, until } from './until.ts';

const OPENING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0&k=40';
const RACE = 0;
const PICTURES = 1;

const ends: (() => void)[] = [];
const frames: ((now: number) => void)[] = [];

/** Display frames run only when a test says so. */
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('requestAnimationFrame', (call: (now: number) => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', () => void frames.splice(0));
});

afterEach(async () => {
  for (const end of ends.splice(0)) end();
  // Pending work learns of its end.
  await new Promise((resolve) => setTimeout(resolve));
  frames.splice(0);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface Started {
  /** The page's end of a worker, and the api within it. */
  readonly port: MessagePort;
  readonly api: Engine;
  /** Reports silence to the client. */
  tell(silent: boolean): void;
}

/** Starts a session whose engines run in this thread, over channels as workers do; `engines` lists every worker started. */
async function started(link = OPENING): Promise<{ session: Session; engines: Started[][] }> {
  const engines: Started[][] = [];
  const session = createSession((news) => {
    const mine: Started[] = [];
    engines.push(mine);
    return createEngineClient(() => {
      const { port1, port2 } = new MessageChannel();
      const api = createEngine();
      expose(api, port2);
      ends.push(() => port2.close());
      mine.push({ port: port1, api, tell: (silent) => news.onSilence?.(silent) });
      return port1 as EngineEndpoint;
    }, news);
  });
  ends.push(() => session.dispose());
  const { scenario, notices } = parseLink(link);
  session.load(scenario, { notices });
  await ready(session);
  return { session, engines };
}

async function ready({ store }: Session): Promise<void> {
  await until(() => {
    const { phase, target } = store.getState();
    expect([phase, target]).toEqual(['ready', null]);
  });
}

/** Returns every computed number. */
function bits({ trajectories }: Session): number[][] {
  return (['left', 'right'] as const).map((side) => {
    const { iterates, series, count, dimension } = trajectories[side];
    return [
      ...iterates.subarray(0, count * dimension),
      ...[series.loss, series.gradientNorm, series.distance].flatMap((numbers) => [
        ...numbers.subarray(0, count),
      ]),
    ];
  });
}

const kill = ({ port }: Started) =>
  port.dispatchEvent(Object.assign(new Event('error'), { message: 'killed' }));

test('a lost worker: what was computed stays and can be scrubbed; started again it has the same bits', async () => {
  const { session, engines } = await started();
  const { store } = session;
  session.seek(90);
  await ready(session);
  session.seek(40);
  await ready(session);
  const before = bits(session);
  kill(engines[RACE]![0]!);
  expect(store.getState()).toMatchObject({ phase: 'lost', k: 40, frontier: 90 });
  expect(store.getState().fault).toMatchObject({ what: 'engine', words: 'killed' });
  session.seek(75);
  await until(() => expect(store.getState().k).toBe(75));
  expect(bits(session)).toEqual(before);
  session.startAgain();
  await ready(session);
  expect(store.getState()).toMatchObject({ k: 75, frontier: 90 });
  expect(bits(session)).toEqual(before);
  // The pictures' engine was not involved.
  expect([engines[RACE]!.length, engines[PICTURES]!.length]).toEqual([2, 1]);
  session.seek(120);
  await ready(session);
  expect(bits(session)[0]!.length).toBe(121 * 5);
});

test('a worker that is lost in the middle of a play pauses it, and another scenario may be opened all the same', async () => {
  const { session, engines } = await started();
  const { store } = session;
  session.toggle();
  kill(engines[RACE]![0]!);
  expect(store.getState()).toMatchObject({ phase: 'lost', playing: false });
  // A change asks a lost engine: the loss is reported again, and the button still restarts it.
  session.change({ c: 0.5 });
  await until(() => expect(store.getState().phase).toBe('lost'));
  session.startAgain();
  await ready(session);
  expect(store.getState()).toMatchObject({ k: 40 });
  expect(store.getState().scenario.values.c).toBe(0.5);
});

test('an engine that throws in a step is told with its words', async () => {
  const { session, engines } = await started();
  engines[RACE]![0]!.api.opened.advance = () => {
    throw new TypeError('broken on purpose');
  };
  // Comlink calls the api's present method.
  session.seek(60);
  await until(() => expect(session.store.getState().phase).toBe('lost'));
  expect(session.store.getState().fault).toEqual({ what: 'error', words: 'broken on purpose', bytes: null });
  expect(session.store.getState().k).toBe(40);
  session.startAgain();
  await ready(session);
  session.seek(60);
  await ready(session);
  expect(session.store.getState().k).toBe(60);
});

describe('memory that cannot be had', () => {
  test('in the worker: the size is told, and the run is as it was', async () => {
    const { session, engines } = await started();
    const before = bits(session);
    engines[RACE]![0]!.api.opened.advance = () => {
      throw new AllocationError(16_000_000_000);
    };
    session.seek(60);
    await until(() => expect(session.store.getState().phase).toBe('lost'));
    expect(session.store.getState().fault).toMatchObject({ what: 'memory', bytes: 16_000_000_000 });
    expect(bits(session)).toEqual(before);
  });

  test('on the page: neither side is ahead of the other', async () => {
    const { session } = await started();
    const before = bits(session);
    const { right } = session.trajectories;
    vi.spyOn(right, 'makeRoom').mockImplementationOnce(() => {
      throw new AllocationError(8_000_000);
    });
    session.seek(60);
    await until(() => expect(session.store.getState().phase).toBe('lost'));
    expect(session.store.getState().fault).toMatchObject({ what: 'memory', bytes: 8_000_000 });
    expect(bits(session)).toEqual(before);
    session.startAgain();
    await ready(session);
    session.seek(60);
    await ready(session);
    expect(bits(session)[0]!.slice(0, 82)).toEqual(before[0]!.slice(0, 82));
    expect([session.trajectories.left.count, right.count]).toEqual([61, 61]);
  });

  test('is known by how browsers and the engine say it, and told apart from the rest', () => {
    for (const words of ['Array buffer allocation failed', 'Invalid typed array length: 9', 'Out of memory'])
      expect(faultOf(new RangeError(words))).toMatchObject({ what: 'memory', bytes: null });
    expect(faultOf(new AllocationError(24)).bytes).toBe(24);
    expect(faultOf(new RangeError('expected a positive number of steps')).what).toBe('error');
    expect(faultOf(new EngineError('out of memory')).what).toBe('engine');
    for (const words of [
      'Failed to fetch dynamically imported module: http://x/a.js',
      'error loading dynamically imported module',
      'Importing a module script failed.',
    ])
      expect(faultOf(new TypeError(words)).what).toBe('part');
  });
});

test('a lost engine of the pictures: the run goes on, and only the pictures are started again', async () => {
  const { session, engines } = await started();
  const { store } = session;
  await until(() => expect(store.getState().references).not.toBeNull());
  kill(engines[PICTURES]![0]!);
  expect(store.getState()).toMatchObject({ phase: 'ready', picturesFailed: true });
  session.seek(60);
  await ready(session);
  const references = store.getState().references;
  session.startAgain();
  expect(store.getState()).toMatchObject({ phase: 'ready', picturesFailed: false, k: 60 });
  await until(() => expect(store.getState().references).not.toBe(references));
  expect(store.getState().references).toEqual(references);
  expect(store.getState().pictured).toBe(store.getState().landscape);
  expect([engines[RACE]!.length, engines[PICTURES]!.length]).toEqual([1, 2]);
});

test('a silent engine is asked about and not ended; who waits keeps it, who does not has the same bits again', async () => {
  const { session, engines } = await started();
  const { store } = session;
  const before = bits(session);
  engines[RACE]![0]!.tell(true);
  expect(store.getState()).toMatchObject({ phase: 'ready', unresponsive: true });
  session.waitOn();
  expect(store.getState().unresponsive).toBe(false);
  engines[RACE]![0]!.tell(false);
  session.startAgain();
  expect(engines[RACE]!.length).toBe(1);

  engines[RACE]![0]!.tell(true);
  session.startAgain();
  await ready(session);
  expect(store.getState().unresponsive).toBe(false);
  expect(engines[RACE]!.length).toBe(2);
  expect(bits(session)).toEqual(before);
});

test('a step that never comes: started again, the page goes to it, and is not lost on the way', async () => {
  const { session, engines } = await started();
  const { store } = session;
  const phases = new Set<string>();
  store.subscribe(({ phase }) => phases.add(phase));
  const advance = vi.fn(() => new Promise<never>(() => undefined) as never);
  engines[RACE]![0]!.api.opened.advance = advance;
  session.seek(60);
  await until(() => expect(advance).toHaveBeenCalled());
  engines[RACE]![0]!.tell(true);
  session.startAgain();
  await until(() => expect(store.getState()).toMatchObject({ phase: 'ready', k: 60, target: null }));
  expect([...phases].sort()).toEqual(['opening', 'ready']);
});

test('an engine of an ensemble that is silent is ended for its pool, and the race goes on untouched', async () => {
  const { session, engines } = await started();
  const third = session.startEngine();
  const waiting = third.references();
  engines[2]![0]!.tell(true);
  expect(session.store.getState().unresponsive).toBe(true);
  session.startAgain();
  await expect(waiting).rejects.toBeInstanceOf(EngineError);
  expect(engines.map((all) => all.length)).toEqual([1, 1, 2]);
  expect(session.store.getState()).toMatchObject({ phase: 'ready', unresponsive: false });
  third.dispose();
});

describe('time that jumps', () => {
  /** Runs the next display frame at a time of the browser's clock. */
  const frameAt = (now: number) => frames.shift()?.(now);

  test('after an hour of sleep one frame shows a quarter of a second, and no hour of steps is asked for', async () => {
    const { session, engines } = await started(`${OPENING}&speed=1000`);
    const { store } = session;
    const asked: number[] = [];
    const api = engines[RACE]![0]!.api.opened;
    const { advance } = api;
    api.advance = (run, steps) => {
      asked.push(steps);
      return advance(run, steps);
    };
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    session.toggle();
    frameAt(1016);
    frameAt(1016 + 3_600_000);
    await until(() => expect(store.getState().frontier).toBeGreaterThan(40));
    frameAt(1032 + 3_600_000);
    frameAt(1048 + 3_600_000);
    await until(() => expect(asked.length).toBeGreaterThan(0));
    expect(Math.max(...asked)).toBeLessThanOrEqual(250);
    expect(store.getState().k).toBeLessThanOrEqual(40 + 2 * 250 + 64);
    session.pause();
  });

  test('a clock that goes back takes no step back and stops nothing', async () => {
    const { session } = await started(`${OPENING}&speed=1000`);
    const { store } = session;
    vi.spyOn(performance, 'now').mockReturnValue(5_000_000);
    session.toggle();
    let k = 40;
    for (const now of [5_000_016, 1000, 1016, 1032, 500, 516, 532, 548]) {
      frameAt(now);
      await turns(10);
      expect(store.getState().k).toBeGreaterThanOrEqual(k);
      k = store.getState().k;
    }
    expect(k).toBeGreaterThan(60);
    expect(k).toBeLessThan(40 + 8 * 16 + 2);
    session.pause();
  });
});
