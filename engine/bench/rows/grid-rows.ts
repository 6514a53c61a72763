import { IDENTITY } from '../../data/scaling.ts';
import { createArrangement } from '../../landscapes/arrangement.ts';
import { sampleGrid, sampleGridPair } from '../../landscapes/grid.ts';
import { createNeuronLoss } from '../../problems/one-neuron/loss.ts';
import { createPlantedSums } from '../../problems/one-neuron/population/planted-sums.ts';
import { createPlanarLoss } from '../../problems/one-neuron/sector-loss.ts';
import { plainRow, type Row, ratioRow, scaled, timeInTurn } from '../measure.ts';
import { createPlantedData, type PlantedData } from '../planted-data.ts';

const SIZE = 256;
const VIEW = { x0: -2, x1: 2, y0: -2, y1: 2 };

const left = new Float64Array(SIZE * SIZE);
const right = new Float64Array(SIZE * SIZE);

function createPair({ input, plant }: PlantedData) {
  const arrangement = createArrangement(input.features, input.labels);
  const planted = createPlantedSums(arrangement, plant);
  return [0, 1].map((blend) => createPlanarLoss({ ...input, blend }, arrangement, plant, planted));
}

function readPair(pair: ReturnType<typeof createPair>): number {
  sampleGridPair(left, right, pair[0]!, pair[1]!, IDENTITY, VIEW, SIZE, 0, SIZE);
  return left[1]! + right[SIZE * SIZE - 1]!;
}

/** Grids of both sides: build and lookups against direct sums, then n = 10^6 against n = 10^2. */
export function gridRows(): Row[] {
  const rows = (
    [
      ['1a', 100, SIZE, 5],
      ['1b', 1_000, SIZE / 4, 40],
      ['1c', 10_000, SIZE / 32, 300],
    ] as const
  ).map(([id, n, measured, atLeast]) => {
    const data = createPlantedData(n, 2);
    const sides = [0, 1].map((blend) => createNeuronLoss({ ...data.input, blend }));
    const from = (SIZE - measured) / 2;
    const direct = () => {
      sampleGrid(left, sides[0]!, IDENTITY, VIEW, SIZE, from, from + measured);
      sampleGrid(right, sides[1]!, IDENTITY, VIEW, SIZE, from, from + measured);
      return left[from * SIZE]! + right[from * SIZE]!;
    };
    const [ours, theirs] = timeInTurn(5, 15, [() => readPair(createPair(data)), direct]);
    const part = measured < SIZE ? ` (from ${measured} of its ${SIZE} rows, scaled)` : '';
    return ratioRow(
      id,
      `grid ${SIZE} x ${SIZE}, both sides, n = ${n}: direct sum${part} against sectors, build included`,
      ours!,
      scaled(theirs!, SIZE / measured),
      { atLeast },
    );
  });

  const [few, many] = [createPair(createPlantedData(100, 2)), createPair(createPlantedData(1_000_000, 2))];
  const [small, large] = timeInTurn(5, 15, [() => readPair(few), () => readPair(many)]);
  return [
    ...rows,
    ratioRow('1d', 'the same grid without the build: n = 1000000 against n = 100', small!, large!, {
      atMost: 12,
    }),
    plainRow('1e', 'the same grid without the build, n = 100', small!.median, 'ms'),
    plainRow('1f', 'the same grid without the build, n = 1000000', large!.median, 'ms'),
  ];
}
