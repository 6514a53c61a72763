import { transfer } from 'comlink';
import type { Vector } from '../../engine/contract.ts';
import { IDENTITY } from '../../engine/data/scaling.ts';
import type { GridView } from '../../engine/landscapes/grid.ts';
import type { Values } from '../../engine/params.ts';
import { attainedObjective } from '../../engine/problems/two-layer/attained.ts';
import { createDualCurve, type DualCurve } from '../../engine/problems/two-layer/dual-curve.ts';
import { constantAsNeuron } from '../../engine/problems/two-layer/free-constant.ts';
import type { NetworkInstance } from '../../engine/problems/two-layer/instance.ts';
import { createNetworkReader, type NetworkReader } from '../../engine/problems/two-layer/network-reading.ts';
import {
  createNeuronLandscape,
  type NeuronLandscape,
} from '../../engine/problems/two-layer/neuron-landscape.ts';
import { fewestNeurons } from '../../engine/problems/two-layer/neurons.ts';
import { createSuccessCount } from '../../engine/problems/two-layer/success-rate.ts';
import { sideSettings } from '../../engine/run/create-run.ts';
import { runValues } from '../../engine/run/run-values.ts';
import { withStart } from '../../engine/run/sides.ts';
import type { NetworkReading, Optimum, ReadingRequest, Successes, SuccessRequest } from '../protocol.ts';
import { runSliced } from '../sliced.ts';

/** What can be asked of one instance of two layers; loaded when the first of them is opened. */
export interface NetworkCalls {
  read(request: ReadingRequest): NetworkReading;
  /** F over the two weights of a neuron (from 0) on a `size` x `size` grid; null unless neurons have two weights. */
  neuron(network: Vector, neuron: number, view: GridView, size: number): Vector | null;
  /** Null where there is no program, or `isStale` says so meanwhile. */
  optimum(isStale: () => boolean): Promise<Optimum | null>;
  /** Null where there is no program, or `isStale` says so meanwhile. */
  countSuccesses(
    values: Values,
    request: SuccessRequest,
    onProgress: (found: Successes) => void,
    isStale: () => boolean,
  ): Promise<Successes | null>;
}

export function createNetworkCalls(instance: NetworkInstance): NetworkCalls {
  const { samples } = instance;
  const { features, labels } = samples;
  const { beta, teacher, columns, constant, neurons, trained, program } = instance.info;
  let curve: DualCurve | null = null;
  const plain = (weights: Vector): Vector => (constant ? constantAsNeuron(weights) : weights);
  let reader: NetworkReader | null = null;
  let readerKey = '';
  let landscape: NeuronLandscape | null = null;

  async function optimum(isStale: () => boolean): Promise<Optimum | null> {
    // What is sampled proves nothing, and its rounds are long.
    const solver = program === 'sampled' ? null : instance.createBound();
    if (!solver) return null;
    function step(): boolean {
      solver!.step();
      return solver!.status === 'moving';
    }
    if (!(await runSliced({ step }, isStale, undefined, 0))) return null;
    const state = new Float64Array(solver.dimension);
    solver.write(state);
    const { objective, lowerBound, status } = solver;
    return { objective, lowerBound, status, state };
  }

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
      return transfer(values, [values.buffer]);
    },
    optimum,
    async countSuccesses(values, { seeds, steps, tolerance }, onProgress, isStale) {
      const best = await optimum(isStale);
      if (!best) return null;
      const forRun = runValues(values);
      const count = createSuccessCount({
        landscape: instance.left,
        scaling: IDENTITY,
        settingsFrom: (start) =>
          sideSettings(withStart(instance, Float64Array.from(start), instance.smoothnessFrom(start)), forRun)
            .left,
        startOf: instance.startOf,
        seeds,
        steps,
        tolerance,
        optimum: best.lowerBound,
      });
      const found = () => ({ done: count.done, successes: count.successes, interval: count.interval });
      return (await runSliced(count, isStale, () => onProgress(found()))) ? found() : null;
    },
  };
}
