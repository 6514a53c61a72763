import { expose } from 'comlink';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createColumns, placeColumns, type RunColumns } from '../engine/ensemble/columns.ts';
import { createSweepRuns } from '../engine/ensemble/read-runs.ts';
import { createEnsembleRuns } from '../engine/ensemble/run-ensemble.ts';
import { pieceRows, scenarioSweep, sweepScenario } from '../engine/ensemble/sweep.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { createScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { createEngineClient, type EngineClient, type EngineEndpoint, EngineError } from './client.ts';
import { createPool } from './pool.ts';
import { createEngine } from './serve.ts';

interface Fake {
  readonly name: number;
  ended: boolean;
  dispose(): void;
}

function fakes(stop: (engine: Fake) => Promise<unknown> = async () => undefined) {
  const made: Fake[] = [];
  const pool = createPool<Fake>(() => {
    const engine: Fake = {
      name: made.length,
      ended: false,
      dispose: () => {
        engine.ended = true;
      },
    };
    made.push(engine);
    return engine;
  }, stop);
  return { made, pool };
}

function counter(to: number): () => number | null {
  let at = 0;
  return () => (at < to ? at++ : null);
}

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

describe('a pool', () => {
  test('does every piece once, on as many engines as it is told, and keeps them', async () => {
    const { made, pool } = fakes();
    for (let round = 0; round < 2; round++) {
      const got: number[] = [];
      await pool.work({
        workers: 3,
        next: counter(20),
        ask: async (_, task: number) => task * 10,
        onResult: (task, result: number) => got.push(result - 9 * task),
      }).ended;
      expect(got.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    }
    expect(made).toHaveLength(3);
  });

  test('replaces a lost engine and runs its piece again', async () => {
    const { made, pool } = fakes();
    const got: number[] = [];
    await pool.work({
      workers: 2,
      next: counter(6),
      ask: async (engine, task: number) => {
        if (engine.name === 0) throw new EngineError('it died');
        return task;
      },
      onResult: (task) => got.push(task),
    }).ended;
    expect(got.sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(made.map(({ ended }) => ended)).toEqual([true, false, false]);
  });

  test('gives up a piece by which engine after engine is lost, and other failures at once', async () => {
    const { made, pool } = fakes();
    const failing = (error: Error) =>
      pool.work({
        workers: 1,
        next: counter(1),
        ask: async () => {
          throw error;
        },
        onResult: () => undefined,
      }).ended;
    await expect(failing(new EngineError('again'))).rejects.toThrow('again');
    expect(made).toHaveLength(3);
    await expect(failing(new RangeError('expected'))).rejects.toThrow('expected');
  });

  test('is cancelled within 100 ms: a deaf engine is ended, one that hears is kept', async () => {
    const { made, pool } = fakes((engine) =>
      engine.name === 0 ? new Promise(() => undefined) : Promise.resolve(),
    );
    const got: number[] = [];
    const release: (() => void)[] = [];
    const work = pool.work({
      workers: 2,
      next: counter(9),
      ask: (_, task: number) => new Promise<number>((resolve) => release.push(() => resolve(task))),
      onResult: (task) => got.push(task),
    });
    // Fake timers are independent of load.
    vi.useFakeTimers();
    work.cancel();
    await vi.advanceTimersByTimeAsync(99);
    vi.useRealTimers();
    expect(made[0]!.ended).toBe(true);
    expect(made[1]!.ended).toBe(false);
    for (const resolve of release) resolve();
    await work.ended;
    expect(got).toEqual([]);
  });
});

describe('ensembles over a channel', () => {
  const scenario = createScenario('one-neuron', { n: 8, runs: 40, limit: 200, audit: true });
  const sweep = scenarioSweep(scenario);

  async function gather(workers: number, size: number): Promise<RunColumns> {
    const pool = createPool(connect, (engine) => engine.ensemble.stop());
    const whole = createColumns(0, 40, true);
    const next = counter(Math.ceil(40 / size));
    await pool.work({
      workers,
      next,
      ask: (engine, piece: number) =>
        engine.ensemble.run({
          scenario,
          own: null,
          from: piece * size,
          count: Math.min(size, 40 - piece * size),
        }),
      onResult: (_, table) => placeColumns(whole, table as RunColumns),
    }).ended;
    pool.dispose();
    return whole;
  }

  test('are the same table whatever the number of workers and the size of the pieces', async () => {
    const problem = await loadProblem('one-neuron');
    const runs = createEnsembleRuns(problem, scenario.values, sweep.ensemble, null, 0, 40);
    while (runs.step());
    expect(await gather(1, 40)).toEqual(runs.columns);
    expect(await gather(3, 7)).toEqual(runs.columns);
  });

  test('stop within a slice', async () => {
    const client = connect();
    const long = createScenario('one-neuron', { n: 2000, d: 20, runs: 1000, limit: 100_000 });
    const asked = client.ensemble.run({ scenario: long, own: null, from: 0, count: 1000 });
    // A later question is answered between slices.
    await client.ensemble.exactLines([2], [0.5]);
    await client.ensemble.stop();
    // All would take minutes.
    expect(await asked).toBeNull();
  });

  test('say why a scenario cannot be met', async () => {
    const bare = createScenario('one-neuron', { features: 'csv', data: 'stopping-distance' });
    const answer = await connect().ensemble.run({ scenario: bare, own: null, from: 0, count: 10 });
    expect(answer).toMatchObject({ failure: { code: 'nothing-to-aim-at' } });
  });

  test('are written as a file that reads back as the same runs, done ones alone', async () => {
    const client = connect();
    const columns = await gather(2, 20);
    const done = new Uint8Array(40).fill(1);
    done[7] = 0;
    const source = { link: `https://example.org/${formatLink(sweepScenario(sweep))}`, build: 'test' };
    const file = await client.ensemble.writeRuns({
      runs: { sweep, columns, done },
      format: 'csv',
      source,
    });
    const read = await client.ensemble.readRuns(file);
    if (!('done' in read)) throw new Error(JSON.stringify(read));
    expect(read.sweep).toEqual(sweep);
    expect(read.done).toEqual(done);
    const rows = pieceRows(sweep, { cell: 0, from: 0, count: 40 }, columns);
    const again = pieceRows(sweep, { cell: 0, from: 0, count: 40 }, read.columns);
    expect(again.filter((_, i) => i !== 7)).toEqual(rows.filter((_, i) => i !== 7));
    expect(createSweepRuns(sweep).columns.left.arrivals).toHaveLength(40);
  });

  test.each([
    ['', true],
    ['stopping-distance', false],
  ])('are written with a word of the data where the link leaves them out (data=%j)', async (data, isSaid) => {
    const own = createScenario('one-neuron', { features: 'csv', data, plant: [1, 0], runs: 10, limit: 20 });
    const table = {
      runs: createSweepRuns(scenarioSweep(own)),
      source: { link: formatLink(own), build: 'test' },
    };
    table.runs.done.fill(1);
    const csv = await connect().ensemble.writeRuns({ ...table, format: 'csv' });
    expect((await csv.text()).includes('\n# data: not in this file')).toBe(isSaid);
    const json = await connect().ensemble.writeRuns({ ...table, format: 'json' });
    expect((await json.text()).includes('data: not in this file')).toBe(isSaid);
    expect('sweep' in (await connect().ensemble.readRuns(csv))).toBe(true);
  });

  test.each([
    ['cell,run\n0,1\n', 'names no link'],
    ['', 'got no run'],
    ['cell,run\n# link: #v=1&n=many\n', 'n: '],
    ['cell,run\n# link: #v=1&runs=10\n', 'Expected the columns cell, run, left_arrival'],
    ['cell,run\n# link: #v=1&runs=100000&xkey=n&xat=4,5,6,7,8,9,10,11,12,13,14\n', 'at most 1000000 runs'],
  ])('refuse the file %j', async (text, sentence) => {
    const read = await connect().ensemble.readRuns(new Blob([text]));
    expect('trouble' in read ? read.trouble : '').toContain(sentence);
  });

  test('know where recovery is as likely as not', async () => {
    const [half, most] = await connect().ensemble.exactLines([2, 10], [0.5, 0.95]);
    // P(Bin(2 d - 1, 1/2) >= d) = 1/2.
    expect(half!.ratios[0]).toBeCloseTo(1.5, 12);
    expect(half!.ratios[1]).toBeCloseTo(1.9, 12);
    expect(most!.ratios[0]).toBeGreaterThan(half!.ratios[0]!);
  });
});
