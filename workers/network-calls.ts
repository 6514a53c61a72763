import type { Instance, Solver, Vector } from '../engine/contract.ts';
import type { GridView } from '../engine/landscapes/grid.ts';
import { attainedObjective } from '../engine/problems/two-layer/attained.ts';
import { createDualCurve, type DualCurve } from '../engine/problems/two-layer/dual-curve.ts';
import { constantAsNeuron } from '../engine/problems/two-layer/free-constant.ts';
import { createNetworkReader, type NetworkReader } from '../engine/problems/two-layer/network-reading.ts';
import {
  createNeuronLandscape,
  type NeuronLandscape,
} from '../engine/problems/two-layer/neuron-landscape.ts';
import { fewestNeurons } from '../engine/problems/two-layer/neurons.ts';
import { createSuccessCount, type SuccessCount } from '../engine/problems/two-layer/success-rate.ts';
import { type RunValues, sideSettings } from '../engine/run/create-run.ts';
import type { NetworkReading, Optimum, ReadingRequest, SuccessRequest } from './protocol.ts';

/** What can be asked of one instance of two layers; loaded when the first of them is opened. */
export interface NetworkCalls {
  read(request: ReadingRequest): NetworkReading;
  /** F over the two weights of a neuron (from 0) on a `size` x `size` grid; null unless neurons have two weights. */
  neuron(network: Vector, neuron: number, view: GridView, size: number): Vector | null;
  /** The solver of the bound, a round a step; null where there is none. */
  bound(): Solver | null;
  optimum(solver: Solver): Optimum;
  count(values: RunValues, request: SuccessRequest, optimum: number): SuccessCount;
}

export function createNetworkCalls(instance: Instance): NetworkCalls {
  const { samples, network } = instance;
  const { features, labels } = samples;
  const { beta, teacher, columns, constant, neurons, trained, program } = network!;
  let curve: DualCurve | null = null;
  const plain = (weights: Vector): Vector => (constant ? constantAsNeuron(weights) : weights);
  let reader: NetworkReader | null = null;
  let readerKey = '';
  let landscape: NeuronLandscape | null = null;

  return {
    read({ left, right, directions, xs, map, program: known, merge }) {
      const key = JSON.stringify([map, xs?.length, xs?.[0], xs?.at(-1), directions.length]);
      if (!reader || key !== readerKey)
        reader = createNetworkReader({ features, labels, beta, teacher, constant }, { directions, xs, map });
      readerKey = key;
      // A teacher has no constant of its own: with free biases it is a network of other terms.
      const networks = [...(known ? [plain(known)] : []), ...(teacher && !constant ? [teacher] : [])];
      curve ??= columns === 2 && merge ? createDualCurve(features) : null;
      return {
        ...reader.read(plain(left), plain(right)),
        teacherOutputs: reader.teacherOutputs,
        labels,
        attained: trained
          ? attainedObjective({ features, labels, beta, neurons, constant }, networks)
          : Number.NaN,
        merged:
          merge && curve && !constant ? fewestNeurons(left, curve, features).length / (columns + 1) : null,
      };
    },
    neuron(weights, neuron, view, size) {
      if (columns !== 2) return null;
      landscape ??= createNeuronLandscape(features, labels, beta, constant);
      landscape.update(plain(weights), neuron);
      const values = new Float64Array(size * size);
      landscape.sampleGrid(values, view, size, 0, size);
      return values;
    },
    // What is sampled proves nothing, and its rounds are long.
    bound: () => (program === 'sampled' ? null : (instance.createBound?.() ?? null)),
    optimum(solver) {
      const state = new Float64Array(solver.dimension);
      solver.write(state);
      const { objective, lowerBound, status } = solver;
      return { objective, lowerBound, status, state };
    },
    count(values, { seeds, steps, tolerance }, optimum) {
      return createSuccessCount({
        landscape: instance.left,
        scaling: instance.scaling,
        settingsFrom: (start) =>
          sideSettings({ ...instance, smoothness: instance.smoothnessFrom!(start) }, values).left,
        startOf: instance.startOf!,
        seeds,
        steps,
        tolerance,
        optimum,
      });
    },
  };
}
