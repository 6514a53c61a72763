import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { PROBLEMS } from '../engine/problems/index.ts';
import { createRace, type RaceValues } from '../engine/race/create-race.ts';
import { createScenario, openingScenario } from '../engine/scenario/scenario.ts';
import { createEngineApi } from './engine-api.ts';
import { createEngineClient, type EngineClient, type EngineEndpoint, EngineLost } from './engine-client.ts';
import type { Opened } from './protocol.ts';

const open: (() => void)[] = [];

/** Client and api over a MessageChannel, as page and worker are; `endpoint` is what the page holds of its worker. */
function connectBoth(): { client: EngineClient; endpoint: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  expose(createEngineApi(), port2);
  const client = createEngineClient(port1 as EngineEndpoint);
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

afterEach(() => {
  for (const close of open.splice(0)) close();
});

describe('the engine over a channel', () => {
  test('carries the digits that the engine gives without it', async () => {
    const client = connect();
    const { frame, dimension } = await opened(client);
    const scenario = openingScenario();
    const race = createRace(
      PROBLEMS[scenario.problem].prepare(scenario.values, null),
      scenario.values as unknown as RaceValues,
    );
    expect(dimension).toBe(2);
    expect(frame).toEqual(race.first());
    expect(await client.advance(100)).toEqual(race.advance(100));
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

  test('a newer grid cancels the older one', async () => {
    const client = connect();
    await opened(client, createScenario('one-neuron', { features: 'gauss', n: 10_000 }));
    const view = { x0: -2, x1: 2, y0: -2, y1: 2 };
    const fine = client.grid(view, 128);
    const coarse = client.grid(view, 8);
    expect(await fine).toBeNull();
    expect((await coarse)?.left.length).toBe(64);
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
    const report = await client.inspect('x,y\n1,2\nfoo,3\n\n4,5\n');
    if ('failure' in report) throw new Error('expected a report');
    expect(report.rows).toBe(2);
    expect([report.label, report.features]).toEqual(['y', ['x']]);
    expect(report.refused.map(({ line }) => line)).toEqual([3, 4]);
    const scenario = createScenario('one-neuron', { features: 'csv', data: report.packed });
    expect((await opened(client, scenario)).samples.labels).toEqual(Float64Array.of(2, 5));
  });

  test('every column but the label is a feature, one of the same name too', async () => {
    const client = connect();
    const columns = async (header: string) => {
      const report = await client.inspect(`${header}\n1,2,3\n`);
      if ('failure' in report) throw new Error('expected a report');
      return [report.label, report.features];
    };
    expect(await columns('y,a,y')).toEqual(['y', ['a', 'y']]);
    expect(await columns('a,b,b')).toEqual(['b', ['a', 'b']]);
    const alone = await client.inspect('y\n1\n');
    expect(alone).toMatchObject({ label: 'y', features: [] });
  });

  test('what waits is rejected when the worker fails, with its message, and so is every later call', async () => {
    for (const [fields, message] of [
      [{}, /its worker could not be loaded/],
      [{ message: 'out of memory' }, /out of memory/],
    ] as const) {
      const { client, endpoint } = connectBoth();
      await opened(client, createScenario('one-neuron', { features: 'gauss', n: 10_000 }));
      const waiting = [client.grid({ x0: -2, x1: 2, y0: -2, y1: 2 }, 256), client.inspect('x,y\n1,2\n')];
      const rejected = Promise.all(
        waiting.map((call) =>
          expect(call).rejects.toSatisfy(
            (reason: Error) => reason instanceof EngineLost && message.test(reason.message),
          ),
        ),
      );
      endpoint.dispatchEvent(Object.assign(new Event('error'), fields));
      await rejected;
      for (const later of [client.advance(1), client.open(openingScenario(), null)])
        await expect(later).rejects.toBeInstanceOf(EngineLost);
    }
  });

  test('what waits is rejected when the engine ends, and so is every later call', async () => {
    const client = connect();
    await opened(client, createScenario('one-neuron', { features: 'gauss', n: 10_000 }));
    const waiting = client.grid({ x0: -2, x1: 2, y0: -2, y1: 2 }, 256);
    client.dispose();
    await expect(waiting).rejects.toBeInstanceOf(EngineLost);
    await expect(client.advance(1)).rejects.toBeInstanceOf(EngineLost);
  });
});
