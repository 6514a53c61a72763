import { expose } from 'comlink';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ProblemId } from '../engine/catalog.ts';
import type { IteratingSide, SidedInstance, SideName } from '../engine/contract.ts';
import { createEnsembleRuns } from '../engine/ensemble/run-ensemble.ts';
import { parseSweep, pieceRows, piecesOf, sweepValues } from '../engine/ensemble/sweep.ts';
import { tablePieces } from '../engine/export/table.ts';
import { problem as game } from '../engine/fixtures/game/problem.ts';
import type { OrbitReading } from '../engine/fixtures/game/types.ts';
import { streamlinesOf } from '../engine/landscapes/streamlines.ts';
import { createRun } from '../engine/run/create-run.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import { replayPieces } from './cli/replay-pieces.ts';
import { createEngineClient, type EngineEndpoint } from './client.ts';
import { createLocalEngine } from './local-engine.ts';
import type { Opened } from './protocol.ts';
import { createEngine } from './serve.ts';
import { runsTable } from './tasks/runs-table.ts';

/** A test-only problem with sides of its own, supported by generic code without being named. */
vi.mock('../engine/problems/cards.ts', async (original) => ({
  ...(await original<object>()),
  GAME: (await import('../engine/fixtures/game/card.ts')).GAME,
}));
vi.mock('../engine/problems/index.ts', async (original) => {
  const { loadProblem } = await original<typeof import('../engine/problems/index.ts')>();
  return {
    loadProblem: async (id: ProblemId, values?: Parameters<typeof loadProblem>[1]) =>
      id === TOY ? game : loadProblem(id, values),
  };
});

const TOY = 'game' as ProblemId;
const LINK = '#v=1&problem=game';
const { scenario } = parseLink(LINK);

async function opened() {
  const engine = createLocalEngine();
  return { engine, answer: (await engine.open(scenario, null)) as Opened };
}

describe('the command line', () => {
  it('replays it: states, series by name, ends and what they carry', async () => {
    const printed = JSON.parse([...(await replayPieces(['--link', LINK, '--steps', '20']))].join(''));
    const { left, right, ...heading } = printed;
    expect(heading).toMatchObject({ scenario: LINK, n: 0, d: { left: 2, right: 3 }, smoothness: 1 });
    expect(heading).not.toHaveProperty('rule');
    expect(left.iterates).toHaveLength(21);
    expect([left.iterates[0], right.iterates[0]]).toEqual([
      [1, 0],
      [1, 0, 0],
    ]);
    expect(Object.keys(left.series)).toEqual(['value', 'distance']);
    expect(right.series.value).toHaveLength(right.iterates.length);
    expect(left).toMatchObject({ status: 'circles', endedAt: 6, arrivedAt: null, carried: { period: 6 } });
    expect(right).toMatchObject({ status: 'centred', endedAt: 10 });
  });

  it('prints it as CSV, and refuses what it has none of', async () => {
    const args = ['--problem', 'game', '--steps', '3'];
    const rows = [...(await replayPieces([...args, '--format', 'csv']))].join('').split('\n');
    expect(rows[0]).toMatch(/^k,left_value,left_distance,left_1,left_2,right_value/);
    expect(rows).toHaveLength(5);
    await expect(replayPieces([...args, '--stationary'])).rejects.toThrow('two landscapes; got game');
    await expect(replayPieces([...args, '--gap', '0.1'])).rejects.toThrow('is solved; got game');
  });

  it('sweeps it, with its own ends in the rows', () => {
    const link = `${LINK}&runs=10&limit=50&within=0.01`;
    const sweep = parseSweep(JSON.stringify({ format: 'twin-descent-sweep', version: 1, link }));
    const pieces = [...piecesOf(sweep, 0, sweep.size, 25)];
    const rows = pieces.flatMap((piece) => {
      const { cell, from, count } = piece;
      const runs = createEnsembleRuns(game, sweepValues(sweep, cell), sweep.ensemble, null, from, count);
      while (runs.step());
      return pieceRows(sweep, piece, runs.columns);
    });
    const table = runsTable(sweep, function* () {
      yield* rows;
    });
    const lines = [...tablePieces(table, { link, build: 'test' }, 'csv')].join('').split('\n');
    expect(lines.filter((line) => /,circles,.*,centred,moving,best$/.test(line))).toHaveLength(10);
  });
});

const MANY = 20_000;

/** Connects over a channel; every check of the clock makes the engine yield to messages. */
function connect() {
  const rounds: number[] = [];
  const { prepare } = game;
  vi.spyOn(game, 'prepare').mockImplementation((...asked) => {
    const instance = prepare(...asked) as SidedInstance;
    const { left, right } = instance.sides as Record<SideName, IteratingSide>;
    const iterate = () => {
      const [players, run] = [left.iterate(), rounds.push(0) - 1];
      const { step } = players;
      players.step = (pause) => {
        const came = step(pause);
        if (came === 'done') rounds[run]!++;
        return came;
      };
      return players;
    };
    return { ...instance, sides: { left: { ...left, iterate }, right } };
  });
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  const { port1, port2 } = new MessageChannel();
  expose(createEngine(), port2);
  const client = createEngineClient(() => port1 as EngineEndpoint);
  onTestFinished(() => {
    client.dispose();
    port2.close();
    vi.restoreAllMocks();
  });
  return { client, rounds };
}

describe('the rounds of a side that moves by itself', () => {
  it('are dropped in the middle where another scenario is opened: those that come with an opening, and those after it', async () => {
    const { client, rounds } = connect();
    const older = client.open(scenario, null, MANY);
    const newer = client.open(scenario, null, 5);
    expect([await older, ((await newer) as Opened).next[0]!.left.count]).toEqual([null, 5]);
    const advance = client.advance(MANY);
    const latest = client.open(scenario, null, 7);
    expect([await advance, ((await latest) as Opened).next[0]!.left.count]).toEqual([null, 7]);
    // A newer opening may arrive before this one begins.
    expect(rounds.at(-1)).toBe(7);
    expect(rounds.reduce((sum, each) => sum + each)).toBeLessThan(MANY);
  });

  it('let another question be answered first, and come to the same bits, also where more were asked for meanwhile', async () => {
    const whole = createRun(game.prepare(scenario.values, null), {}, true);
    whole.first();
    const { client } = connect();
    const answered: string[] = [];
    const note = <T>(name: string, answer: Promise<T>) => answer.finally(() => answered.push(name));
    const opening = note('opened', client.open(scenario, null, 50));
    await note('ping', client.anytime.ping());
    expect(((await opening) as Opened).next).toEqual([whole.advance(50)]);
    const steps = [note('50', client.advance(50)), note('30', client.advance(30))];
    await note('ping', client.anytime.ping());
    expect(await Promise.all(steps)).toEqual([whole.advance(50), whole.advance(30)]);
    expect(answered).toEqual(['ping', 'opened', 'ping', '50', '30']);
  });
});

describe('the worker', () => {
  it('tells of each side by itself: numbers, start, what its steps are measured in', async () => {
    const { sides, dimension } = (await opened()).answer;
    expect(sides.left).toMatchObject({
      dimension: 2,
      start: Float64Array.of(1, 0),
      stepUnit: 1,
      iterates: true,
    });
    expect(sides.right).toMatchObject({ dimension: 3, start: Float64Array.of(1, 0, 0), goal: null });
    expect(dimension).toBe(0);
  });

  it('tells of its maps, where each state stands on them, and what they show', async () => {
    const { engine, answer } = await opened();
    const { left, right } = answer.sides;
    const { round } = left.fields;
    expect(round).toMatchObject({ height: false, under: false, arrows: true, starts: true });
    expect(round!.marks).toEqual([{ kind: 'saddle', at: [0, 0], height: Number.NaN }]);
    expect(Object.keys(right.fields)).toEqual(['triangle', 'flat']);
    expect(right.fields.flat).toMatchObject({ height: true, under: true });
    expect(answer.frame.right.places).toEqual(Float64Array.of(0, 0, 0));
    expect((await engine.advance(2))!.left.places).toEqual(Float64Array.of(1, 1, 0, 0, 1, 0));
    const view = { x0: -1, x1: 1, y0: -2, y1: 2 };
    const [arrows, heights, none] = await Promise.all([
      engine.field(scenario.values, 'left', 'round', view, 4),
      engine.field(scenario.values, 'right', 'flat', view, 4),
      engine.fieldAt(scenario.values, 'right', 'triangle', [0, 0]),
    ]);
    expect(arrows).toMatchObject({ heights: null, under: null, view });
    expect(arrows!.streamlines).toEqual(
      streamlinesOf(game.prepare(scenario.values, null).sides.left.fields!.round!, view, 4),
    );
    expect(heights!.streamlines).toEqual([]);
    // Centre of the first row's second cell.
    expect(heights!.heights![1]).toBe((-0.25 - 1 / 3) ** 2 + (-1.5 - 1 / 3) ** 2);
    expect(heights!.under![1]).toBe(0.25 ** 2 + 1.5 ** 2);
    expect(none).toBeNull();
    expect(await engine.fieldAt(scenario.values, 'right', 'flat', [2, 0.5])).toMatchObject({ under: 4.25 });
    const point = await engine.fieldAt(scenario.values, 'left', 'round', [2, 0.5]);
    expect(point).toEqual({
      name: 'round',
      at: [2, 0.5],
      height: Number.NaN,
      under: Number.NaN,
      move: [-0.5, 1.5],
    });
  });

  it('says of every point that is asked for: one takes no other away', async () => {
    const { engine } = await opened();
    const points = [
      [2, 0.5],
      [1, 1],
    ] as const;
    const told = await Promise.all(points.map((at) => engine.fieldAt(scenario.values, 'left', 'round', at)));
    expect(told.map((point) => point?.at)).toEqual(points);
  });

  it('drops an older map of a side for a newer one, and not for the other side', async () => {
    const { engine } = await opened();
    const view = { x0: -1, x1: 1, y0: -1, y1: 1 };
    const [older, other, newer] = await Promise.all([
      engine.field(scenario.values, 'right', 'flat', view, 8),
      engine.field(scenario.values, 'left', 'round', view, 8),
      engine.field(scenario.values, 'right', 'flat', view, 16),
    ]);
    expect([older, other!.size, newer!.size]).toEqual([null, 8, 16]);
  });

  it('answers its questions by name, tells what it knows meanwhile, and drops an older question for a newer one', async () => {
    const { engine } = await opened();
    expect(await engine.reading<OrbitReading>('orbit', { rounds: 0 })).toBe(1);
    expect(await engine.reading<OrbitReading>('orbit', { rounds: 100 })).toBe(Math.SQRT2);
    expect(await engine.reading('unknown', null)).toBeNull();
    expect(await engine.reading('toString', null)).toBeNull();
    const told: number[] = [];
    const long = engine.reading<OrbitReading>('orbit', { rounds: 2 ** 40 }, (k) => {
      told.push(k);
      if (told.length === 1) void engine.reading<OrbitReading>('orbit', { rounds: 3 });
    });
    expect(await long).toBeNull();
    expect(told[0]).toBeGreaterThan(0);
  });

  it('drops a question where another scenario is opened', async () => {
    const { engine } = await opened();
    const answer = engine.reading<OrbitReading>('orbit', { rounds: 2 ** 40 });
    await engine.open(scenario, null);
    expect(await answer).toBeNull();
  });
});
