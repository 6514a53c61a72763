import { describe, expect, it, vi } from 'vitest';
import type { ProblemId } from '../engine/catalog.ts';
import { createEnsembleRuns } from '../engine/ensemble/run-ensemble.ts';
import { parseSweep, pieceRows, piecesOf, sweepValues } from '../engine/ensemble/sweep.ts';
import { tablePieces } from '../engine/export/table.ts';
import { type CentreReading, toyGame } from '../engine/fixtures/toy-game.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import { replayPieces } from './cli/replay-pieces.ts';
import { createLocalEngine } from './local-engine.ts';
import type { Opened } from './protocol.ts';
import { runsTable } from './tasks/runs-table.ts';

/** A problem that does not ship, with two sides of its own: what carries every problem carries it, and nothing here is told of it. */
vi.mock('../engine/problems/cards.ts', async (original) => ({
  ...(await original<object>()),
  TOY_GAME: (await import('../engine/fixtures/toy-game.ts')).TOY_GAME,
}));
vi.mock('../engine/problems/index.ts', async (original) => {
  const { loadProblem } = await original<typeof import('../engine/problems/index.ts')>();
  return {
    loadProblem: async (id: ProblemId, values?: Parameters<typeof loadProblem>[1]) =>
      id === TOY ? toyGame : loadProblem(id, values),
  };
});

const TOY = 'toy-game' as ProblemId;
const LINK = '#v=1&problem=toy-game';
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
    expect(right.series.loss).toHaveLength(right.iterates.length);
    expect(left).toMatchObject({ status: 'circles', endedAt: 6, arrivedAt: null, carried: { period: 6 } });
    expect(right).toMatchObject({ status: 'centred', endedAt: 10 });
  });

  it('prints it as CSV, and refuses what it has none of', async () => {
    const args = ['--problem', 'toy-game', '--steps', '3'];
    const rows = [...(await replayPieces([...args, '--format', 'csv']))].join('').split('\n');
    expect(rows[0]).toMatch(/^k,left_value,left_distance,left_1,left_2,right_loss/);
    expect(rows).toHaveLength(5);
    await expect(replayPieces([...args, '--stationary'])).rejects.toThrow('two landscapes; got toy-game');
    await expect(replayPieces([...args, '--gap', '0.1'])).rejects.toThrow('is solved; got toy-game');
  });

  it('sweeps it, with its own ends in the rows', () => {
    const link = `${LINK}&runs=10&limit=50&within=0.01`;
    const sweep = parseSweep(JSON.stringify({ format: 'twin-descent-sweep', version: 1, link }));
    const pieces = piecesOf(sweep, 0, sweep.size, 25);
    const rows = pieces.flatMap((piece) => {
      const { cell, from, count } = piece;
      const runs = createEnsembleRuns(toyGame, sweepValues(sweep, cell), sweep.ensemble, null, from, count);
      while (runs.step());
      return pieceRows(sweep, piece, runs.columns);
    });
    const table = runsTable(sweep, function* () {
      yield* rows;
    });
    const lines = [...tablePieces(table, { link, build: 'test' }, 'csv')].join('').split('\n');
    expect(lines.filter((line) => /,circles,.*,centred$/.test(line))).toHaveLength(10);
  });
});

describe('the worker', () => {
  it('answers its questions by name, tells what it knows meanwhile, and drops an older question for a newer one', async () => {
    const { engine } = await opened();
    expect(await engine.reading<CentreReading>('centre', { steps: 1 })).toEqual(
      Float64Array.of(2 / 3, 1 / 6, 1 / 6),
    );
    expect(await engine.reading('unknown', null)).toBeNull();
    expect(await engine.reading('toString', null)).toBeNull();
    const told: number[] = [];
    const long = engine.reading<CentreReading>('centre', { steps: 2 ** 40 }, (k) => {
      told.push(k);
      if (told.length === 1) void engine.reading<CentreReading>('centre', { steps: 3 });
    });
    expect(await long).toBeNull();
    expect(told[0]).toBeGreaterThan(0);
  });

  it('drops a question where another scenario is opened', async () => {
    const { engine } = await opened();
    const answer = engine.reading<CentreReading>('centre', { steps: 2 ** 40 });
    await engine.open(scenario, null);
    expect(await answer).toBeNull();
  });
});
