import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { createEnsembleRuns } from '../../../engine/ensemble/run-ensemble.ts';
import { type Sweep, SweepError, scenarioSweep } from '../../../engine/ensemble/sweep.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { NO_CHOICE } from '../../../engine/scenario/file-choice.ts';
import { createEngineClient, type EngineClient, type EngineEndpoint } from '../../../workers/client.ts';
import { createEngine } from '../../../workers/serve.ts';
import type { Rows } from '../../storage/collection.ts';
import { createFakeLocks } from '../../storage/fake-locks.ts';
import { createFakeRows } from '../../storage/fake-rows.ts';
import { createTabLocks } from '../../storage/tab-lock.ts';
import { cellScenario } from './diagram/cell-scenario.ts';
import { createEnsembles, type Ensembles, type Surroundings } from './ensembles.ts';
import { areCounted } from './job/finished-prefix.ts';
import type { Job, JobName } from './job/job.ts';
import type { TabMemory } from './job/run-ids.ts';
import { openRunsStore, type StoredRuns } from './job/runs-store.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

function connect(): EngineClient {
  const { port1, port2 } = new MessageChannel();
  expose(createEngine(), port2);
  const client = createEngineClient(() => port1 as EngineEndpoint);
  open.push(() => {
    client.dispose();
    port2.close();
  });
  return client;
}

function browser(): Surroundings['locks'] {
  return createTabLocks(createFakeLocks().manager);
}

function memory(): TabMemory {
  const ids = new Map<string, string | null>();
  return { get: (name) => ids.get(name) ?? null, set: (name, id) => ids.set(name, id) };
}

function made(at: () => Promise<Rows>, cores = 2, around: Partial<Surroundings> = {}): Ensembles {
  const nameOwn = (blob: Blob) => ({ serial: 1, blob, choice: NO_CHOICE });
  const wait = () => new Promise<void>((resolve) => setTimeout(resolve));
  const surroundings = { locks: browser(), tab: memory(), wait, ...around };
  const ensembles = createEnsembles(connect, () => openRunsStore(at), nameOwn, cores, surroundings);
  open.push(() => ensembles.dispose());
  return ensembles;
}

function rowsOf(job: Job | null) {
  if (!job || areCounted(job.runs)) throw new Error('no rows');
  return job.runs;
}
const columnsOf = (job: Job | null) => rowsOf(job).columns;

/** Resolves when `is` holds for a job. */
function until(ensembles: Ensembles, name: JobName, is: (count: number, running: boolean) => boolean) {
  return new Promise<void>((resolve) => {
    const look = () => {
      const job = ensembles.store.getState()[name];
      if (!job || !is(job.count, job.running)) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = ensembles.store.subscribe(look);
    look();
  });
}

const sweepOf = (values: object): Sweep => scenarioSweep(createScenario('one-neuron', { n: 8, ...values }));

async function tableOf(sweep: Sweep) {
  const problem = await loadProblem('one-neuron');
  const runs = createEnsembleRuns(problem, sweep.scenario.values, sweep.ensemble, null, 0, sweep.size);
  while (runs.step());
  return runs.columns;
}

describe('ensembles', () => {
  test('come to the table of the engine, with one worker as with three', async () => {
    const sweep = sweepOf({ runs: 60, limit: 100 });
    const table = await tableOf(sweep);
    for (const cores of [1, 3]) {
      const ensembles = made(createFakeRows<StoredRuns>().open, cores);
      ensembles.begin('runs', sweep, null);
      await until(ensembles, 'runs', (count, running) => count === 60 && !running);
      expect(columnsOf(ensembles.store.getState().runs)).toEqual(table);
    }
  });

  test('go on where they were cut, also on another page, and come to the same table', async () => {
    const sweep = sweepOf({ runs: 400, limit: 1000 });
    const browserRows = createFakeRows<StoredRuns>();
    // With this clock every chunk seems slow, so chunks are small and reported singly.
    let clock = 0;
    const first = made(browserRows.open, 1, { now: () => (clock += 200) });
    first.begin('runs', sweep, null);
    await until(first, 'runs', (count) => count > 20);
    first.cancel();
    const cut = first.store.getState().runs!;
    expect(cut.running).toBe(false);
    expect(cut.count).toBeLessThan(400);
    const row = () => [...browserRows.rows.values()][0]!;
    while (row().running) await new Promise((resolve) => setTimeout(resolve));

    // As stored by a page that was left during the run.
    browserRows.rows.set(row().id, { ...row(), running: 1 });
    const second = made(browserRows.open);
    await until(second, 'runs', (count) => count >= cut.count);
    await until(second, 'runs', (count, running) => count === 400 && !running);
    expect(columnsOf(second.store.getState().runs)).toEqual(await tableOf(sweep));
  });

  test('are stored when the page is left, not only now and then', async () => {
    const browserRows = createFakeRows<StoredRuns>();
    const ensembles = made(browserRows.open, 1, { now: () => 0 });
    ensembles.begin('runs', sweepOf({ runs: 400, limit: 1000 }), null);
    await until(ensembles, 'runs', (count) => count === 0);
    const stored = () => [...browserRows.rows.values()][0]?.done.reduce((sum, one) => sum + one, 0) ?? 0;
    const { done } = rowsOf(ensembles.store.getState().runs);
    while (done.indexOf(1) < 0) await new Promise((resolve) => setTimeout(resolve));
    expect(stored()).toBe(0);
    ensembles.saveNow();
    await expect.poll(stored).toBeGreaterThan(0);
    expect([...browserRows.rows.values()][0]!.running).toBe(1);
  });

  test('are one tab’s at a time: another shows them, and goes on only when that one is gone', async () => {
    const browserRows = createFakeRows<StoredRuns>();
    const locks = browser();
    let clock = 0;
    const first = made(browserRows.open, 1, { locks, now: () => (clock += 200) });
    const sweep = sweepOf({ runs: 400, limit: 1000 });
    first.begin('runs', sweep, null);
    await until(first, 'runs', (count) => count > 20);
    first.saveNow();
    await expect.poll(() => [...browserRows.rows.values()][0]?.running).toBe(1);

    const second = made(browserRows.open, 1, { locks });
    await until(second, 'runs', () => true);
    const shown = () => second.store.getState().runs!;
    expect([shown().running, shown().elsewhere]).toEqual([false, true]);
    await second.goOn('runs');
    expect(shown().running).toBe(false);
    first.cancel();
    const cut = first.store.getState().runs!.count;
    await second.goOn('runs');
    expect(shown().running).toBe(false);
    await expect.poll(() => [...browserRows.rows.values()][0]!.running).toBe(0);
    first.dispose();
    await expect.poll(() => locks.isTaken(shown().id)).toBe(false);
    await second.goOn('runs');
    // Includes runs stored after the second tab had read.
    expect(shown().count).toBeGreaterThanOrEqual(cut);
    await until(second, 'runs', (count, running) => count === 400 && !running);
    expect(shown().elsewhere).toBe(false);
    expect(columnsOf(shown())).toEqual(await tableOf(sweep));
  });

  test('that another tab runs are seen to grow, to be cut, and to be free', async () => {
    const browserRows = createFakeRows<StoredRuns>();
    const locks = browser();
    let clock = 0;
    const first = made(browserRows.open, 1, { locks, now: () => (clock += 200) });
    const sweep = sweepOf({ runs: 400, limit: 1000 });
    first.begin('runs', sweep, null);
    await until(first, 'runs', (count) => count > 20);
    first.saveNow();
    await expect.poll(() => [...browserRows.rows.values()][0]?.running).toBe(1);

    const second = made(browserRows.open, 1, { locks });
    await until(second, 'runs', () => true);
    const shown = () => second.store.getState().runs!;
    const { runs, count, version } = shown();
    expect([shown().there, shown().running]).toEqual(['running', false]);
    await until(first, 'runs', (now) => now > count + 20);
    first.saveNow();
    await until(second, 'runs', (now) => now > count);
    // Filled in place: the table stays, its version rises.
    expect(shown().runs).toBe(runs);
    expect(shown().version).toBeGreaterThan(version);
    await second.goOn('runs');
    expect([shown().there, shown().running]).toEqual(['running', false]);

    first.cancel();
    await expect.poll(() => shown().there).toBe('cut');
    // A reloading page releases its lock for a while.
    first.dispose();
    await expect.poll(() => shown().there).toBeNull();
    expect(shown().count).toBe(first.store.getState().runs!.count);
    expect(shown().running).toBe(false);
    const id = shown().id;
    const giveBack = await locks.take(id);
    expect(giveBack).not.toBeNull();
    await second.goOn('runs');
    expect([shown().there, shown().running]).toEqual(['cut', false]);
    giveBack!();
    await expect.poll(() => shown().there).toBeNull();
    await second.goOn('runs');
    await until(second, 'runs', (now, running) => now === 400 && !running);
    expect(columnsOf(shown())).toEqual(await tableOf(sweep));
  });

  test('that another tab ends are all here, without anything to go on with', async () => {
    const browserRows = createFakeRows<StoredRuns>();
    const locks = browser();
    let clock = 0;
    const first = made(browserRows.open, 1, { locks, now: () => (clock += 200) });
    const sweep = sweepOf({ runs: 100, limit: 500 });
    first.begin('runs', sweep, null);
    await until(first, 'runs', (count) => count > 10);
    first.saveNow();
    await expect.poll(() => [...browserRows.rows.values()][0]?.running).toBe(1);
    const second = made(browserRows.open, 1, { locks });
    await until(second, 'runs', (count) => count === 100);
    expect(columnsOf(second.store.getState().runs)).toEqual(await tableOf(sweep));
  });

  test('of one tab are not written over by another’s, nor deleted by it', async () => {
    const browserRows = createFakeRows<StoredRuns>();
    const locks = browser();
    const tab = memory();
    const first = made(browserRows.open, 1, { locks, tab });
    first.begin('runs', sweepOf({ runs: 30, limit: 20 }), null);
    await until(first, 'runs', (count, running) => count === 30 && !running);
    await expect.poll(() => [...browserRows.rows.values()][0]?.running).toBe(0);
    const second = made(browserRows.open, 1, { locks });
    await until(second, 'runs', () => true);
    second.begin('runs', sweepOf({ runs: 10, limit: 20 }), null);
    await until(second, 'runs', (count, running) => count === 10 && !running);
    await expect.poll(() => browserRows.rows.size).toBe(2);
    // A new run in the same tab deletes its previous one.
    second.begin('runs', sweepOf({ runs: 12, limit: 20 }), null);
    await until(second, 'runs', (count, running) => count === 12 && !running);
    await expect
      .poll(() => [...browserRows.rows.values()].map(({ done }) => done.length).sort())
      .toEqual([12, 30]);
    second.forget('runs');
    await expect.poll(() => [...browserRows.rows.values()].map(({ done }) => done.length)).toEqual([30]);

    // After a reload, each tab has its own runs again.
    first.dispose();
    const reloaded = made(browserRows.open, 1, { locks, tab });
    await until(reloaded, 'runs', (count) => count === 30);
  });

  test('of tabs that are gone stay few', async () => {
    const browserRows = createFakeRows<StoredRuns>();
    for (let runs = 10; runs < 16; runs++) {
      const ensembles = made(browserRows.open, 1);
      ensembles.begin('runs', sweepOf({ runs, limit: 20 }), null);
      await until(ensembles, 'runs', (count, running) => count === runs && !running);
      await expect
        .poll(() => [...browserRows.rows.values()].some(({ done }) => done.length === runs))
        .toBe(true);
      ensembles.dispose();
    }
    const last = made(browserRows.open, 1);
    await until(last, 'runs', (count) => count === 15);
    await expect.poll(() => browserRows.rows.size).toBe(3);
  });

  test.each([
    ['forwards', 3_600_000],
    ['backwards', -3_600_000],
  ])(
    'a clock that jumps an hour %s, as after a sleep, is told and saved on, and no hour is counted',
    async (_, jump) => {
      const sweep = sweepOf({ runs: 400, limit: 1000 });
      const browserRows = createFakeRows<StoredRuns>();
      let clock = 0;
      const ensembles = made(browserRows.open, 1, { now: () => (clock += 200) });
      ensembles.begin('runs', sweep, null);
      await until(ensembles, 'runs', (count) => count > 20);
      clock += jump;
      const { version } = ensembles.store.getState().runs!;
      await until(ensembles, 'runs', () => ensembles.store.getState().runs!.version > version);
      const { seconds, left } = ensembles.store.getState().runs!;
      expect(seconds).toBeGreaterThan(0);
      // The jump counts at most a minute.
      expect(seconds).toBeLessThan(60 + (clock - jump) / 1000);
      expect(left).toBeGreaterThan(0);
      await until(ensembles, 'runs', (count, running) => count === 400 && !running);
      expect(columnsOf(ensembles.store.getState().runs)).toEqual(await tableOf(sweep));
      await expect.poll(() => [...browserRows.rows.values()][0]!.running).toBe(0);
    },
  );

  test('fill a diagram, whose cells are ensembles of their own', async () => {
    const sweep = sweepOf({ runs: 12, limit: 50, xkey: 'ratio', xat: [2, 4], ykey: 'd', yat: [2, 3] });
    const ensembles = made(createFakeRows<StoredRuns>().open);
    ensembles.begin('diagram', sweep, null);
    await until(ensembles, 'diagram', (count, running) => count === 48 && !running);
    const { columns } = rowsOf(ensembles.store.getState().diagram);
    const cell = cellScenario(sweep, 3);
    expect(cell.values).toMatchObject({ n: 12, d: 3, runs: 12, xkey: '', ykey: '' });
    const alone = await tableOf(scenarioSweep(cell));
    expect(columns.left.arrivals.slice(36)).toEqual(alone.left.arrivals);
    expect(columns.right.aways.slice(36)).toEqual(alone.right.aways);
  });

  test('say why nothing can be run, and refuse more runs than a page keeps', async () => {
    const ensembles = made(createFakeRows<StoredRuns>().open);
    ensembles.begin('runs', sweepOf({ features: 'csv', data: 'stopping-distance', runs: 10 }), null);
    await until(ensembles, 'runs', (_, running) => !running);
    expect(ensembles.store.getState().runs!.failure).toMatchObject({
      failure: { code: 'nothing-to-aim-at' },
    });
    const places = Array.from({ length: 11 }, (_, i) => i + 2);
    expect(() =>
      ensembles.begin('diagram', sweepOf({ runs: 100_000, xkey: 'd', xat: places }), null),
    ).toThrow(SweepError);
  });

  test('live on in memory where the browser stores nothing', async () => {
    const ensembles = made(async () => {
      throw new Error('expected a database; got none');
    });
    ensembles.begin('runs', sweepOf({ runs: 10, limit: 20 }), null);
    await until(ensembles, 'runs', (count, running) => count === 10 && !running);
    ensembles.forget('runs');
    expect(ensembles.store.getState().runs).toBeNull();
  });
});
