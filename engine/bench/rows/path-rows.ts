import type { Landscape } from '../../contract.ts';
import { createRandom, fillNormal, STREAMS } from '../../kernels/random.ts';
import { createArrangement } from '../../landscapes/arrangement.ts';
import { onSectors } from '../../landscapes/on-sectors.ts';
import { createGradientDescent } from '../../optimizers/update-rules.ts';
import { createNeuronLoss } from '../../problems/one-neuron/loss.ts';
import { createPlantedSums } from '../../problems/one-neuron/population/planted-sums.ts';
import { createPlanarLoss } from '../../problems/one-neuron/sector-loss.ts';
import { plainRow, type Row, ratioRow, scaled, timeInTurn } from '../measure.ts';
import { createFastestTensorSteps } from '../peers/tensor-steps.ts';
import { createPlantedData, type PlantedData } from '../planted-data.ts';
import { stepOf } from '../step.ts';

/** Paths with different starts, and steps per path: they are still moving when timed. */
const PATHS = 200;
const STEPS = 250;

function createPaths({ input, plant }: PlantedData): () => number {
  const arrangement = createArrangement(input.features, input.labels);
  const planted = createPlantedSums(arrangement, plant);
  const [left, right] = [0, 1].map((blend) => {
    const whole = { ...input, blend };
    return onSectors(createNeuronLoss(whole), createPlanarLoss(whole, arrangement, plant, planted));
  }) as [Landscape, Landscape];
  const { step } = createGradientDescent(stepOf(input.features, input.labels.length, 2));
  const starts = new Float64Array(2 * PATHS);
  fillNormal(starts, createRandom(4, STREAMS.start));
  const [w, v, gradient] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)];
  return () => {
    let sum = 0;
    for (let path = 0; path < PATHS; path++) {
      for (let j = 0; j < 2; j++) {
        w[j] = starts[2 * path + j]!;
        v[j] = starts[2 * path + j]!;
      }
      for (let k = 0; k < STEPS; k++) {
        left.evaluate(gradient, w);
        step(w, gradient);
        right.evaluate(gradient, v);
        step(v, gradient);
      }
      sum += w[0]! + v[0]!;
    }
    return sum;
  };
}

/** Pairs of steps by lookups: n = 10^6 against n = 10^2, and TensorFlow.js at n = 10^5. */
export async function pathRows(): Promise<Row[]> {
  const [few, many] = [createPaths(createPlantedData(100, 2)), createPaths(createPlantedData(1_000_000, 2))];
  const each = 1 / (PATHS * STEPS);
  const [small, large] = timeInTurn(5, 15, [few, many]).map((timing) => scaled(timing, each));

  const data = createPlantedData(100_000, 2);
  const tensors = await createFastestTensorSteps(data);
  const pairs = 5;
  const [ours, theirs] = timeInTurn(3, 15, [createPaths(data), () => tensors.run(pairs)]);
  tensors.dispose();
  return [
    ratioRow(
      '2a',
      'a pair of steps along a path, d = 2, by look-ups: n = 1000000 against n = 100',
      small!,
      large!,
      { atMost: 3 },
    ),
    ratioRow(
      '2b',
      `a pair of steps, d = 2, n = 100000: TensorFlow.js wasm (${tensors.name}) against look-ups`,
      scaled(ours!, each),
      scaled(theirs!, 1 / pairs),
      { atLeast: 1000 },
    ),
    plainRow(
      '2c',
      'the same pair of steps, n = 1000000',
      large!.median * 1e6,
      'ns',
      `n = 100: ${(small!.median * 1e6).toFixed(0)} ns`,
    ),
  ];
}
