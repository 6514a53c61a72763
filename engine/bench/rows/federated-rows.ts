import { drawCircle } from '../../problems/federated/network/circle-data.ts';
import { prepareNetwork } from '../../problems/federated/network/kernel.ts';
import { type NetworkSides, networkSides } from '../../problems/federated/network/sides.ts';
import { drawStart } from '../../problems/federated/network/start.ts';
import {
  absoluteRow,
  plainRow,
  type Row,
  ratioRow,
  scaled,
  type Timing,
  timeInTurn,
  timeRow,
  written,
} from '../measure.ts';
import { plainRound } from '../peers/fedavg.ts';

/** Federated averaging of a network and of its linearisation: rounds, scaling, and set-up. */
export function federatedRows(): Row[] {
  return [openingRow(), ...leftRows(), widthRow(12, 5000), widthRow(200, 200), preparingRow()];
}

const opened = (n: number, clients: number, m: number, local: number): NetworkSides =>
  networkSides(
    prepareNetwork(drawCircle({ seed: 1, n, clients, split: 'arcs', labels: 'wave' }), drawStart(1, m, true)),
    { local, c: 0.5, step: null, server: 1 },
  );

/** Plays `rounds` rounds of a side from its start, each with its record. */
function run({ sides }: NetworkSides, side: 'left' | 'right', rounds: number): number {
  const iteration = sides[side].iterate();
  let sum = 0;
  for (let k = 0; k < rounds; k++) {
    iteration.step();
    sum += iteration.record().loss!;
  }
  return sum;
}

function openingRow(): Row {
  const rounds = 1000;
  const opening = opened(12, 3, 256, 5);
  const [timing] = timeInTurn(3, 15, [() => run(opening, 'left', rounds) + run(opening, 'right', rounds)]);
  const perSecond = (rounds / timing!.median) * 1e3;
  return absoluteRow(
    '15a',
    'rounds a second of both sides at the opening of the network, m = 256, K = 5',
    perSecond,
    '/s',
    { atLeast: 5000 },
    `${written(scaled(timing!, 1 / rounds))} a round (min/median)`,
  );
}

/** Left rounds at the opening and at the largest width with 50 local steps, each against the plain loop. */
function leftRows(): Row[] {
  return (
    [
      ['15b', opened(12, 3, 256, 5), 100, 0.2],
      ['15c', opened(200, 4, 16_384, 50), 1, 2000],
    ] as const
  ).flatMap(([id, network, rounds, most]) => {
    const { prepared, info } = network;
    const repeats = rounds > 1 ? 15 : 3;
    const [ours, theirs] = timeInTurn(1, repeats, [
      () => run(network, 'left', rounds),
      () => {
        let w: Float64Array = prepared.start.weights;
        for (let k = 0; k < rounds; k++) w = plainRound(w, prepared.data, info);
        return w[0]!;
      },
    ]).map((timing) => scaled(timing, 1 / rounds)) as [Timing, Timing];
    const what = `a round of the network, n = ${info.samples}, m = ${info.width}, K = ${info.local}`;
    const row = timeRow(id, what, ours, 'ms', most);
    return [row, ratioRow(`${id}'`, 'a plain loop, the same round', ours, theirs, { atLeast: 1 })];
  });
}

/** A round of the linearisation costs n^2 at any width. */
function widthRow(n: number, rounds: number): Row {
  const [narrow, wide] = timeInTurn(
    5,
    31,
    [16, 16_384].map((m) => {
      const network = opened(n, 4, m, 50);
      return () => run(network, 'right', rounds);
    }),
  ).map((timing) => scaled(timing, 1 / rounds)) as [Timing, Timing];
  const value = wide.median / narrow.median;
  return {
    id: n === 12 ? '15d' : '15e',
    what: `a round of the linearisation, n = ${n}: m = 16,384 against 16`,
    value,
    unit: 'x',
    target: { atLeast: 0.9, atMost: 1.1 },
    speed: null,
    detail: `${written(wide)} against ${written(narrow)} (min/median)`,
  };
}

function preparingRow(): Row {
  const [timing] = timeInTurn(1, 7, [() => opened(200, 4, 16_384, 50).info.factor]);
  return plainRow(
    '15f',
    'preparing both sides, n = 200, m = 16,384: kernel, eigenvalues, factor, rest',
    timing!.median,
    'ms',
    `${written(timing!)} (min/median)`,
  );
}
