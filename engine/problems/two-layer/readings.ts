import type { Vector } from '../../contract.ts';
import { IDENTITY } from '../../data/scaling.ts';
import type { Values } from '../../params.ts';
import type { Answers } from '../../problem.ts';
import { stateOf } from '../../program/solver.ts';
import { sideSettings } from '../../run/create-run.ts';
import { runValues } from '../../run/run-values.ts';
import { withStarts } from '../../run/sides.ts';
import { foundAtOnce, type Search } from '../../search.ts';
import type { NetworkInstance } from './instance.ts';
import { solvedProgram } from './network/facts.ts';
import { createNeuronLandscape, type NeuronLandscape } from './network/neuron-landscape.ts';
import { fewestNeurons } from './network/neurons.ts';
import { createNetworkReader, type NetworkReader } from './network/reading.ts';
import { attainedObjective } from './program/attained.ts';
import { createDualCurve, type DualCurve } from './program/dual-curve.ts';
import { constantAsNeuron } from './program/free-constant.ts';
import { createSuccessCount, type SuccessCount } from './success-rate.ts';
import type {
  NetworksReading,
  NeuronReading,
  Optimum,
  OptimumReading,
  Successes,
  SuccessReading,
} from './types.ts';

export function networkReadings(
  instance: NetworkInstance,
  values: Values,
): Answers<NetworksReading | NeuronReading | OptimumReading | SuccessReading> {
  const { samples } = instance;
  const { features, labels } = samples;
  const { beta, teacher, columns, constant, neurons, trained } = instance.info;
  let curve: DualCurve | null = null;
  const plain = (weights: Vector): Vector => (constant ? constantAsNeuron(weights) : weights);
  let reader: NetworkReader | null = null;
  let readerKey = '';
  let landscape: NeuronLandscape | null = null;

  function optimum(): Search<Optimum> | null {
    const program = solvedProgram(instance);
    return (
      program && {
        step: program.step,
        found() {
          const { objective, lowerBound, status } = program.solver;
          return { objective, lowerBound, status, state: stateOf(program.solver) };
        },
      }
    );
  }

  return {
    networks({ left, right, directions, xs, map, program: known, merge }) {
      const key = JSON.stringify([map, xs?.length, xs?.[0], xs?.at(-1), directions.length]);
      if (!reader || key !== readerKey)
        reader = createNetworkReader({ features, labels, beta, teacher, constant }, { directions, xs, map });
      readerKey = key;
      // A teacher has no constant: with free biases its terms differ.
      const networks = [...(known ? [plain(known)] : []), ...(teacher && !constant ? [teacher] : [])];
      curve ??= columns === 2 && merge ? createDualCurve(features) : null;
      return foundAtOnce({
        ...reader.read(plain(left), plain(right)),
        teacherOutputs: reader.teacherOutputs,
        labels,
        attained: trained
          ? attainedObjective({ features, labels, beta, neurons, constant }, networks)
          : Number.NaN,
        merged:
          merge && curve && !constant ? fewestNeurons(left, curve, features).length / (columns + 1) : null,
      });
    },
    neuron({ left, neuron, view, size }) {
      if (columns !== 2) return null;
      landscape ??= createNeuronLandscape(features, labels, beta, constant);
      landscape.update(plain(left), neuron);
      const values = new Float64Array(size * size);
      landscape.sampleGrid(values, view, size, 0, size);
      return foundAtOnce(values);
    },
    optimum,
    successes({ seeds, steps, tolerance }) {
      const best = optimum();
      if (!best) return null;
      const forRun = runValues(values);
      let count: SuccessCount | null = null;
      const found = (): Successes =>
        count
          ? { done: count.done, successes: count.successes, interval: count.interval }
          : { done: 0, successes: 0, interval: { low: 0, high: 1 } };
      return {
        step() {
          if (!count && best.step()) return true;
          count ??= createSuccessCount({
            landscape: instance.left,
            scaling: IDENTITY,
            settingsFrom(start) {
              const left = { start: Float64Array.from(start), stepUnit: instance.smoothnessFrom(start) };
              return sideSettings(withStarts(instance, { left, right: left }), forRun).left;
            },
            startOf: instance.startOf,
            seeds,
            steps,
            tolerance,
            optimum: best.found().lowerBound,
          });
          return count.step();
        },
        found,
        progress: found,
      };
    },
  };
}
