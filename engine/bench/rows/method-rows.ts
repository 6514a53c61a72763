import type { Landscape } from '../../contract.ts';
import { createArrangement } from '../../landscapes/arrangement.ts';
import { onSectors } from '../../landscapes/on-sectors.ts';
import { createGradientDescent } from '../../optimizers/update-rules.ts';
import { createSampleFacts } from '../../problems/one-neuron/data/facts.ts';
import { createLazyLoss } from '../../problems/one-neuron/lazy-loss.ts';
import { createNeuronLoss } from '../../problems/one-neuron/loss.ts';
import { descentMethod } from '../../problems/one-neuron/method.ts';
import { createPlantedSums } from '../../problems/one-neuron/population/planted-sums.ts';
import { createPlanarLoss } from '../../problems/one-neuron/sector-loss.ts';
import { type Row, ratioRow, timeInTurn } from '../measure.ts';
import { createPlantedData, type PlantedData } from '../planted-data.ts';
import { stepOf } from '../step.ts';

const STEPS = 2_000;

/** Sizes at the bounds of `method.ts`: the direct sum should lose just where it is replaced. */
const SIZES = [
  ['7a', 10_001, 2],
  ['7b', 20_000, 1],
  ['7c', 1_000, 20],
  ['7d', 400, 50],
] as const;

function descend(sides: readonly Landscape[], { start }: PlantedData, step: number): number {
  const descent = createGradientDescent(step);
  const gradient = new Float64Array(start.length);
  let sum = 0;
  for (const side of sides) {
    const w = start.slice();
    for (let k = 0; k < STEPS; k++) {
      side.evaluate(gradient, w);
      descent.step(w, gradient);
    }
    sum += w[0]!;
  }
  return sum;
}

function createFast({ input, plant }: PlantedData, direct: readonly Landscape[]): Landscape[] {
  const { features, labels, dimension, leak } = input;
  if (dimension === 2) {
    const arrangement = createArrangement(features, labels);
    const planted = createPlantedSums(arrangement, plant);
    return direct.map((one, blend) =>
      onSectors(one, createPlanarLoss({ ...input, blend }, arrangement, plant, planted)),
    );
  }
  const facts = createSampleFacts(features, labels, leak, dimension, plant);
  return direct.map((one, blend) => createLazyLoss(one, { ...input, blend }, () => facts).follow());
}

/** 2,000 pairs of steps at the bounds of the rule, with set-up. */
export function methodRows(): Row[] {
  return SIZES.map(([id, n, d]) => {
    const data = createPlantedData(n, d);
    const step = stepOf(data.input.features, n, d);
    const direct = [0, 1].map((blend) => createNeuronLoss({ ...data.input, blend }));
    const [ours, theirs] = timeInTurn(1, 3, [
      () => descend(createFast(data, direct), data, step),
      () => descend(direct, data, step),
    ]);
    const what = `${STEPS} pairs of steps, n = ${n}, d = ${d}: direct sums against the rule's method (${descentMethod(n, d)})`;
    return ratioRow(id, what, ours!, theirs!, { atLeast: 1 });
  });
}
