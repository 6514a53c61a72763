import type { Landscape } from '../../contract.ts';
import { distance } from '../../kernels/vector.ts';
import { createGradientDescent } from '../../optimizers/update-rules.ts';
import { createSampleFacts } from '../../problems/one-neuron/data/facts.ts';
import { createLazyLoss } from '../../problems/one-neuron/lazy-loss.ts';
import { createNeuronLoss } from '../../problems/one-neuron/loss.ts';
import { type Row, ratioRow, scaled, timeInTurn } from '../measure.ts';
import { createFastestTensorSteps } from '../peers/tensor-steps.ts';
import { createPlantedData, type PlantedData } from '../planted-data.ts';
import { stepOf } from '../step.ts';

const N = 10_000;
const D = 100;
const STEPS = 5_000;
/** Fewer pairs for the opponents, whose times are scaled. */
const PART = 100;
/** Allowed difference of float32 from float64 after `PART` steps; more means different descents. */
const SAME = 1e-3;

function descend(
  sides: readonly Landscape[],
  data: PlantedData,
  step: number,
  pairs: number,
): Float64Array[] {
  const descent = createGradientDescent(step);
  const gradient = new Float64Array(D);
  const ends = sides.map(() => data.start.slice());
  for (let k = 0; k < pairs; k++)
    for (const [side, w] of ends.entries()) {
      sides[side]!.evaluate(gradient, w);
      descent.step(w, gradient);
    }
  return ends;
}

function createDirect({ input }: PlantedData): Landscape[] {
  return [0, 1].map((blend) => createNeuronLoss({ ...input, blend }));
}

function createLazy(data: PlantedData): Landscape[] {
  const { input, plant } = data;
  let made: ReturnType<typeof createSampleFacts> | null = null;
  const facts = () => {
    made ??= createSampleFacts(input.features, input.labels, input.leak, D, plant);
    return made;
  };
  return createDirect(data).map((direct, blend) =>
    createLazyLoss(direct, { ...input, blend }, facts).follow(),
  );
}

function demandSame(name: string, ours: readonly Float64Array[], theirs: readonly ArrayLike<number>[]): void {
  for (const [side, w] of ours.entries()) {
    const away = distance(w, Float64Array.from(theirs[side]!));
    if (!(away < SAME)) throw new Error(`expected ${name} within ${SAME} of our iterate; it is ${away} away`);
  }
}

/** 5,000 pairs of steps from a random start, with set-up. */
export async function longRunRows(): Promise<Row[]> {
  const data = createPlantedData(N, D);
  const step = stepOf(data.input.features, N, D);
  const tensors = await createFastestTensorSteps(data);
  const ends = descend(createLazy(data), data, step, PART);
  demandSame('TensorFlow.js', ends, tensors.iterates(PART));
  demandSame('the direct loop', ends, descend(createDirect(data), data, step, PART));

  const [ours, tensor, direct] = timeInTurn(1, 5, [
    () => descend(createLazy(data), data, step, STEPS)[0]![0]!,
    () => tensors.iterates(PART)[0][0]!,
    () => descend(createDirect(data), data, step, PART)[0]![0]!,
  ]);
  tensors.dispose();
  const what = `${STEPS} pairs of steps, n = ${N}, d = ${D}`;
  return [
    ratioRow(
      '3a',
      `${what}: TensorFlow.js wasm (${tensors.name}; ${PART}, scaled) against the lazy active set`,
      ours!,
      scaled(tensor!, STEPS / PART),
      { atLeast: 10 },
    ),
    ratioRow(
      '3b',
      `${what}: a direct loop (${PART}, scaled) against the lazy active set`,
      ours!,
      scaled(direct!, STEPS / PART),
      { atLeast: 20 },
    ),
  ];
}
