import { columnNorm, drawGame, type GameData, scaleOf } from '../../problems/gan/game-data.ts';
import { coneFloor } from '../../problems/gan/network/cone-floor.ts';
import { createNetworkGame } from '../../problems/gan/network/game.ts';
import { sweepWidths } from '../../problems/gan/network/widths.ts';
import type { Play } from '../../problems/gan/rules.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { findAll } from '../../search.ts';
import {
  absoluteRow,
  plainRow,
  processorTime,
  type Row,
  ratioRow,
  scaled,
  type Timing,
  timeInTurn,
  timeRow,
  written,
} from '../measure.ts';
import { createPlainNnls, plainRound } from '../peers/game.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Target of projected gradient above the floor, relative to ||x||^2, and its time limit in milliseconds. */
const [NEAR, TIME_LIMIT] = [1e-6, 2000];

/** A game of two players: its rounds, and the floor of a width, each against a straightforward version. */
export function ganRows(): Row[] {
  return [openingRow(), ...floorRows(), ...roundRows(), sweepRow()];
}

const draw = (m: number, width: number, dz: number, n: number, seed: number) =>
  drawGame({ seed, m, width, dz, n, xmean: null });
const playOf = (data: GameData): Play => ({ rule: 'simultaneous', eta: 1 / scaleOf(data), mu: 0.5, rho: 1 });

function openingRow(): Row {
  const rounds = 2000;
  const games = [3, 12].map((width) => draw(2, width, 2, 20, 11));
  const [timing] = timeInTurn(3, 15, [
    () => {
      let sum = 0;
      for (const data of games) {
        const game = createNetworkGame(data, playOf(data), 0);
        for (let t = 0; t < rounds; t++) {
          game.step();
          sum += game.record().loss!;
        }
      }
      return sum;
    },
  ]);
  const perSecond = (rounds / timing!.median) * 1e3;
  return absoluteRow(
    '14a',
    'rounds a second of both sides at the opening of the game, k = 3 and 12',
    perSecond,
    '/s',
    { atLeast: 1000 },
    `${written(scaled(timing!, 1 / rounds))} a round (min/median)`,
  );
}

/** 18 widths, of m = 2 and m = 5. */
function sweepRow(): Row {
  const [seeds, rounds] = [16, 300];
  const values = (m: number, n: number) => createScenario('gan', { m, dz: m, n, c: 2, seed: 100 }).values;
  const sweeps = [
    { of: values(2, 20), widths: [1, 2, 3, 4, 5, 6, 8, 12, 20] },
    { of: values(5, 50), widths: [2, 5, 8, 10, 12, 16, 24, 40, 100] },
  ];
  const [timing] = timeInTurn(1, 5, [
    () =>
      sweeps.reduce(
        (sum, { of, widths }) => sum + findAll(sweepWidths(of, { widths, seeds, rounds })).finals[0]!,
        0,
      ),
  ]);
  return absoluteRow(
    '14h',
    'a sweep of 18 widths, 16 games of 300 rounds each, with their floors',
    timing!.median / 1e3,
    's',
    { atMost: 10 },
    `${written(timing!)} (min/median); NumPy takes 10 s`,
  );
}

const spread = (times: readonly number[]): Timing => {
  const sorted = times.toSorted((a, b) => a - b);
  return { least: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]! };
};

/** At k = 99 half of all means are reachable: the hardest width for m = 50. */
function floorRows(): Row[] {
  return [200, 99].flatMap((width, at) => {
    const data = SEEDS.map((seed) => draw(50, width, 1, 1, seed));
    const floorOf = ({ columns, m, mean }: GameData) => coneFloor(columns, m, width, mean);
    const timings = timeInTurn(
      3,
      9,
      data.map((one) => () => floorOf(one).floor),
    );
    const ours = spread(timings.map(({ median }) => median));
    const slowest = Math.max(...timings.map(({ median }) => median));
    const violation = Math.max(...data.map((one) => floorOf(one).violation));
    const runs = data.map((one) => projectedGradient(one, floorOf(one).floor));
    const stopped = runs.filter(({ time }) => time > TIME_LIMIT).length;
    const ratio = ratioRow(
      at === 0 ? '14c' : '14e',
      `plain projected gradient to within ${NEAR} ||x||^2 of that floor, unproved`,
      ours,
      spread(runs.map(({ time }) => time)),
      { atLeast: 1 },
    );
    const cut = stopped > 0 ? `; ${stopped} of ${SEEDS.length} stopped after ${TIME_LIMIT / 1e3} s` : '';
    const id = at === 0 ? '14b' : '14d';
    const what = `the floor of a width with its certificate, m = 50, k = ${width}, the slowest of ten seeds`;
    const told = `${written(ours)} (least/median of the seeds); violation at most ${violation.toPrecision(2)}`;
    const row: Row =
      at === 0
        ? absoluteRow(id, what, slowest, 'ms', { atMost: 5 }, told)
        : plainRow(id, what, slowest, 'ms', told);
    return [row, { ...ratio, detail: `${ratio.detail}${cut}` }];
  });
}

/** Measures milliseconds and steps until projected gradient is near the floor, with set-up, or until the time limit. */
function projectedGradient(data: GameData, floor: number) {
  const start = processorTime();
  const step = createPlainNnls(data, columnNorm(data));
  const near = floor + NEAR * data.mean.reduce((sum, value) => sum + value * value, 0);
  let steps = 1;
  while (step() > near && (steps % 100 !== 0 || processorTime() - start <= TIME_LIMIT)) steps++;
  return { time: processorTime() - start, steps };
}

/** Rounds of the opening's right side and of the largest game, each against three plain loops. */
function roundRows(): Row[] {
  return (
    [
      ['14f', draw(5, 100, 5, 50, 7), 100, null],
      ['14g', draw(50, 1000, 20, 1000, 1), 1, 60],
    ] as const
  ).flatMap(([id, data, rounds, most]) => {
    const play = playOf(data);
    const game = createNetworkGame(data, play, 0);
    const [w, d] = [data.weights.slice(), new Float64Array(data.m)];
    const [ours, theirs] = timeInTurn(3, 11, [
      () => {
        for (let t = 0; t < rounds; t++) game.step();
        return game.record().loss!;
      },
      () => {
        let sum = 0;
        for (let t = 0; t < rounds; t++) sum += plainRound(w, d, data, play);
        return sum;
      },
    ]).map((timing) => scaled(timing, 1 / rounds)) as [Timing, Timing];
    const { m, width: k, dz, n } = data;
    const what = `a round, m = ${m}, k = ${k}, n = ${n}, dz = ${dz}`;
    const row =
      most === null
        ? plainRow(id, what, ours.median, 'ms', `${written(ours)} (min/median)`)
        : timeRow(id, what, ours, 'ms', most);
    return [row, ratioRow(`${id}'`, 'three plain loops, the same round', ours, theirs, { atLeast: 1 })];
  });
}
