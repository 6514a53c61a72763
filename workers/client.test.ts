import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { findFacts } from '../engine/facts/scenario-facts.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { createRun } from '../engine/run/create-run.ts';
import { createScenario } from '../engine/scenario/create-scenario.ts';
import { NO_CHOICE } from '../engine/scenario/file-choice.ts';
import { openingScenario } from '../engine/scenario/scenario.ts';
import { createEngineClient, type EngineClient, type EngineEndpoint, EngineError } from './client.ts';
import type { Opened, OwnSource, TableReport } from './protocol.ts';
import { createEngine } from './serve.ts';

const open: (() => void)[] = [];

/** Connects client and API over a MessageChannel; `endpoint` is the page's end. */
function connectBoth(): { client: EngineClient; endpoint: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  expose(createEngine(), port2);
  const client = createEngineClient(() => port1 as EngineEndpoint);
  open.push(() => {
    client.dispose();
    port2.close();
  });
  return { client, endpoint: port1 };
}

const connect = () => connectBoth().client;

async function opened(client: EngineClient, scenario = openingScenario()): Promise<Opened> {
  const answer = await client.open(scenario, null);
  if (!answer || 'failure' in answer)
    throw new Error(`expected an opened scenario; got ${JSON.stringify(answer)}`);
  return answer;
}

let files = 0;

function ownFile(text: string): OwnSource {
  return { serial: ++files, blob: new Blob([text]), choice: NO_CHOICE };
}

const quietly = () => undefined;

async function inspected(client: EngineClient, text: string): Promise<TableReport> {
  const report = await client.anytime.inspect(ownFile(text), quietly);
  if (!report || 'failure' in report) throw new Error(`expected a report; got ${JSON.stringify(report)}`);
  return report;
}

/** Over three megabytes, read in pieces. */
const LARGE = `x,y\n${`${'1.25'.padEnd(80, '0')},2.5\n`.repeat(37_000)}`;
/** Over one megabyte, read in two pieces. */
const LONG = `x,y\n${`${'1.25'.padEnd(80, '0')},2.5\n`.repeat(14_000)}`;

afterEach(() => {
  for (const close of open.splice(0)) close();
});

describe('the engine over a channel', () => {
  test('carries the digits that the engine gives without it', async () => {
    const client = connect();
    const { frame, dimension } = await opened(client);
    const scenario = openingScenario();
    const race = createRun(
      (await loadProblem(scenario.problem)).prepare(scenario.values, null),
      scenario.values,
    );
    expect(dimension).toBe(2);
    expect(frame).toEqual(race.first());
    expect(await client.advance(100)).toEqual(race.advance(100));
  });

  test('steps that are asked for with the opening are those that are asked for after it', async () => {
    const client = connect();
    const first = await opened(client);
    expect(first.next).toEqual([]);
    const after = await client.advance(40);
    const answer = (await client.open(openingScenario(), null, 40)) as Opened;
    expect(answer.frame).toEqual(first.frame);
    expect(answer.next).toEqual([after]);
    expect((await client.advance(1))?.first).toBe(41);
    const inBatches = (await client.open(openingScenario(), null, 40, 7)) as Opened;
    const taken = inBatches.next.flatMap(({ left }) => [...left.iterates]);
    // At least one step, and no more than may delay a newer message.
    expect(taken.length).toBeGreaterThanOrEqual(7 * after!.left.width);
    expect(taken).toEqual([...after!.left.iterates].slice(0, taken.length));
    expect(inBatches.next.map(({ first }) => first)).toEqual(inBatches.next.map((_, i) => 1 + 7 * i));
  });

  test('answers of an older run are dropped', async () => {
    const client = connect();
    await opened(client);
    const stale = client.advance(10);
    const next = opened(client);
    expect(await stale).toBeNull();
    expect((await next).frame.first).toBe(0);
    expect((await client.advance(5))?.first).toBe(1);
  });

  const view = { x0: -2, x1: 2, y0: -2, y1: 2 };

  test('a newer grid cancels the older one', async () => {
    const client = connect();
    // A grid of the plane would finish before a newer one is heard; use a slice of many samples.
    const scenario = createScenario('one-neuron', { features: 'gauss', n: 30_000, d: 3 });
    const { sides } = await opened(client, scenario);
    await client.slice({ ...scenario.values, plane: 'weights' }, sides.left.start);
    const fine = client.grid(view, 128);
    const coarse = client.grid(view, 8);
    expect(await fine).toBeNull();
    expect((await coarse)?.left.length).toBe(64);
  });

  test('newer basins cancel older ones', async () => {
    const client = connect();
    const scenario = createScenario('one-neuron', { features: 'gauss', n: 100 });
    await opened(client, scenario);
    const fine = client.basins(scenario.values, view, 128);
    const coarse = client.basins(scenario.values, view, 8);
    expect(await fine).toBeNull();
    const maps = await coarse;
    expect([maps?.size, maps?.left.labels.length, maps?.right.ends[0]?.kind]).toEqual([8, 64, 'minimum']);
  });

  test('more weights than two have a slice, and a grid over it', async () => {
    const client = connect();
    const scenario = createScenario('one-neuron', { features: 'gauss', n: 30, d: 4 });
    const { sides, plant } = await opened(client, scenario);
    expect(await client.grid(view, 8)).toBeNull();
    const slice = (await client.slice(scenario.values, sides.left.start))!;
    expect([...slice.centre]).toEqual([...plant!]);
    expect((await client.grid(view, 8))?.left.length).toBe(64);
    expect(await client.structure()).toBeNull();
  });

  test('large data stays with the engine: what is drawn is an even choice', async () => {
    const client = connect();
    const { samples } = await opened(client, createScenario('one-neuron', { features: 'gauss', n: 5000 }));
    expect([samples.count, samples.labels.length, samples.features.length]).toEqual([5000, 1000, 2000]);
  });

  test('a scenario that cannot be met comes back as a notice', async () => {
    const client = connect();
    const answer = await client.open(createScenario('one-neuron', { features: 'csv' }), null);
    expect(answer).toMatchObject({ failure: { code: 'csv-without-data' } });
    expect(await client.advance(1)).toBeNull();
  });

  test('a probe equals the grid cell at the same place', async () => {
    const client = connect();
    await opened(client);
    const grid = await client.grid({ x0: -2, x1: 2, y0: -2, y1: 2 }, 2);
    const probe = await client.probe([-1, 1]);
    expect(probe?.left.loss).toBe(grid?.left[2]);
    expect(probe?.right.loss).toBe(grid?.right[2]);
  });

  test('own data is reported with the rows it refused, and packed for the link', async () => {
    const client = connect();
    const report = await inspected(client, 'x,y\n1,2\nfoo,3\n\n4,5\n');
    expect(report.rows).toBe(2);
    expect([report.label, report.features]).toEqual(['y', ['x']]);
    expect(report.refused.map(({ line }) => line)).toEqual([3, 4]);
    const scenario = createScenario('one-neuron', { features: 'csv', data: report.packed });
    expect((await opened(client, scenario)).samples.labels).toEqual(Float64Array.of(2, 5));
  });

  test('every column but the label is a feature, one of the same name too', async () => {
    const client = connect();
    const columns = async (header: string) => {
      const report = await inspected(client, `${header}\n1,2,3\n`);
      return [report.label, report.features];
    };
    expect(await columns('y,a,y')).toEqual(['y', ['a', 'y']]);
    expect(await columns('a,b,b')).toEqual(['b', ['a', 'b']]);
    expect(await inspected(client, 'y\n1\n')).toMatchObject({ label: 'y', features: [] });
  });

  test('a file is opened with its own rows, and a table without one comes back as a notice', async () => {
    const client = connect();
    const scenario = createScenario('one-neuron', { features: 'csv', bias: false });
    const answer = await client.open(scenario, ownFile('x,y\n1,2\n3,4\n'));
    expect(answer).toMatchObject({ dimension: 1, samples: { features: Float64Array.of(1, 3) } });
    const failure = { failure: { code: 'no-row' } };
    expect(await client.open(scenario, ownFile('x,y\n'))).toMatchObject(failure);
    expect(await client.anytime.inspect(ownFile('x,y\n'), quietly)).toMatchObject(failure);
  });

  test('a large file tells how far it is read', async () => {
    const client = connect();
    const told: number[] = [];
    const report = await client.anytime.inspect(ownFile(LARGE), (bytes) => told.push(bytes));
    expect(report).toMatchObject({ names: ['x', 'y'], refusedCount: 0 });
    // The file is read twice, each half of the progress.
    const half = [1e6, 2e6, 3e6, LARGE.length].map((bytes) => Math.floor(bytes / 2));
    expect(told).toEqual([
      ...half,
      ...half.map((_, i) => Math.floor((LARGE.length + Math.min((i + 1) * 1e6, LARGE.length)) / 2)),
    ]);
  });

  test('a look at a file is given up when that is asked for, or another file comes', async () => {
    const client = connect();
    const given = client.anytime.inspect(ownFile(LONG), () => void client.anytime.cancelInspect());
    expect(await given).toBeNull();
    const overtaken = client.anytime.inspect(ownFile(LONG), quietly);
    expect(await inspected(client, 'x,y\n1,2\n')).toMatchObject({ rows: 1 });
    expect(await overtaken).toBeNull();
  });

  test('an opening that is overtaken while its file is read is null, and the newer one runs', async () => {
    const client = connect();
    const csv = createScenario('one-neuron', { features: 'csv' });
    const overtaken = client.open(csv, ownFile(LONG));
    expect((await opened(client)).dimension).toBe(2);
    expect(await overtaken).toBeNull();
    expect((await client.advance(1))?.first).toBe(1);
  });

  test('of two openings of one file that are under way the older is null', async () => {
    const api = createEngine();
    const [own, csv] = [ownFile(LONG), createScenario('one-neuron', { features: 'csv' })];
    const [older, newer] = await Promise.all([api.opened.open(1, csv, own), api.opened.open(2, csv, own)]);
    expect(older).toBeNull();
    expect(newer).toMatchObject({ run: 2, dimension: 1 });
  });

  test('what waits is rejected when the worker fails, with its message, and so is every later call', async () => {
    for (const [fields, message] of [
      [{}, /its worker could not be loaded/],
      [{ message: 'out of memory' }, /out of memory/],
    ] as const) {
      const { client, endpoint } = connectBoth();
      await opened(client, createScenario('one-neuron', { features: 'gauss', n: 10_000 }));
      const waiting = [
        client.grid({ x0: -2, x1: 2, y0: -2, y1: 2 }, 256),
        client.anytime.inspect(ownFile(LONG), quietly),
      ];
      const rejected = Promise.all(
        waiting.map((call) =>
          expect(call).rejects.toSatisfy(
            (reason: Error) => reason instanceof EngineError && message.test(reason.message),
          ),
        ),
      );
      endpoint.dispatchEvent(Object.assign(new Event('error'), fields));
      await rejected;
      for (const later of [client.advance(1), client.open(openingScenario(), null)])
        await expect(later).rejects.toBeInstanceOf(EngineError);
    }
  });

  test('what waits is rejected when the engine ends, and so is every later call', async () => {
    const client = connect();
    await opened(client, createScenario('one-neuron', { features: 'gauss', n: 10_000 }));
    const waiting = client.grid({ x0: -2, x1: 2, y0: -2, y1: 2 }, 256);
    client.dispose();
    await expect(waiting).rejects.toBeInstanceOf(EngineError);
    await expect(client.advance(1)).rejects.toBeInstanceOf(EngineError);
  });
});

describe('an engine that is started anew', () => {
  /** Connects a client whose workers are ports; `ports` has the page's ends. */
  function connectAnew() {
    const ports: MessagePort[] = [];
    const lost: string[] = [];
    const client = createEngineClient(
      () => {
        const { port1, port2 } = new MessageChannel();
        expose(createEngine(), port2);
        ports.push(port1);
        open.push(() => port2.close());
        return port1 as EngineEndpoint;
      },
      { onLost: ({ message }) => lost.push(message) },
    );
    open.push(() => client.dispose());
    return { client, ports, lost };
  }

  test('what waited is rejected, nobody is told of a loss, and the next takes the same steps', async () => {
    const { client, ports, lost } = connectAnew();
    await opened(client);
    const before = await client.advance(50);
    const waiting = client.advance(1);
    client.restart();
    await expect(waiting).rejects.toBeInstanceOf(EngineError);
    await opened(client);
    expect(await client.advance(50)).toEqual(before);
    expect([ports.length, lost]).toEqual([2, []]);
  });

  test('a failed worker is told of once, and what it says later is of the past', async () => {
    const { client, ports, lost } = connectAnew();
    await opened(client);
    const fail = (message: string) => ports[0]!.dispatchEvent(Object.assign(new Event('error'), { message }));
    fail('killed');
    await expect(client.advance(1)).rejects.toThrow('killed');
    client.restart();
    fail('late');
    expect((await opened(client)).dimension).toBe(2);
    expect(lost).toEqual(['The engine is gone: killed']);
  });

  test('an answer that cannot be read is a loss, and no waiting without end', async () => {
    const { client, ports } = connectAnew();
    await opened(client);
    const waiting = client.grid({ x0: -2, x1: 2, y0: -2, y1: 2 }, 256);
    ports[0]!.dispatchEvent(new Event('messageerror'));
    await expect(waiting).rejects.toThrow('could not be read');
  });

  test('a worker that cannot be started is a loss like any other, and may be started later', async () => {
    let refused = true;
    const lost: string[] = [];
    const client = createEngineClient(
      () => {
        if (refused) throw new Error('no workers here');
        const { port1, port2 } = new MessageChannel();
        expose(createEngine(), port2);
        open.push(() => port2.close());
        return port1 as EngineEndpoint;
      },
      { onLost: ({ message }) => lost.push(message) },
    );
    open.push(() => client.dispose());
    await expect(client.open(openingScenario(), null)).rejects.toThrow('no workers here');
    expect(lost).toHaveLength(1);
    refused = false;
    client.restart();
    expect((await opened(client)).dimension).toBe(2);
  });
});

describe('the facts of a scenario', () => {
  test('come whatever is open, the same as without the channel', async () => {
    const client = connect();
    const { problem, values } = openingScenario();
    const names = ['n', 'left.loss', 'right.within', 'left.basin'];
    const found = await client.anytime.readFacts(openingScenario(), names);
    expect(found).toEqual(findFacts(await loadProblem(problem), values, names));
    expect(found?.n).toBe(8);
    await opened(client, createScenario('one-neuron', { n: 12 }));
    expect(await client.anytime.readFacts(openingScenario(), ['n'])).toEqual({ n: 8 });
  });

  test('end where newer ones are asked for, and not where another scenario is opened', async () => {
    const client = connect();
    const older = client.anytime.readFacts(createScenario('one-neuron', { n: 50 }), [
      'runs.count',
      'runs.ahead',
    ]);
    const newer = client.anytime.readFacts(openingScenario(), ['n', 'runs.count']);
    await opened(client);
    expect(await older).toBeNull();
    expect(await newer).toEqual({ n: 8, 'runs.count': 200 });
  });

  test('are none of a scenario that cannot be met', async () => {
    const client = connect();
    expect(await client.anytime.readFacts(createScenario('one-neuron', { features: 'csv' }), ['n'])).toEqual(
      {},
    );
  });
});
