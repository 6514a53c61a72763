import type { RoundsReader } from '../../problem.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import type { NetworkInstance } from './instance.ts';
import { predict } from './network/loss.ts';
import { withoutPadding } from './network/neurons.ts';
import { type ConvexProgram, createConvexProgram } from './program/convex-program.ts';
import type { SampledProgram } from './program/sampled-program.ts';
import type { Solver } from './program/solver.ts';
import type { HingeTold, ProgramState, RoundTerms, SampledFacts, Taken } from './types.ts';

/** Directions that a round of the exact program takes in at most. */
export const MOST_TAKEN = 8;

/** The rounds of the right side, where it is solved: the run's bit for bit; over sampled patterns they are its own steps. */
export function createRoundReader(instance: NetworkInstance, told: ToldSamples): RoundsReader {
  const { features, labels } = instance.samples;
  const n = labels.length;
  const { columns, beta, program, constant } = instance.info;
  const exact = program === 'exact';
  let walk = start();
  let latest: RoundTerms | null = null;

  function start() {
    // The same program beside the solver, since that does not say what it takes in.
    return {
      k: 0,
      solver: instance.createBound(),
      twin: exact ? createConvexProgram(features, labels, beta) : null,
    };
  }

  function step(): void {
    walk.solver.step();
    walk.twin?.step();
    walk.k++;
  }

  function stateNow(): ProgramState {
    const { solver } = walk;
    const state = new Float64Array(solver.dimension);
    solver.write(state);
    const neurons = constant ? state.subarray(0, -1) : state;
    return {
      network: withoutPadding(neurons, columns),
      constant: constant ? state.at(-1)! : 0,
      objective: solver.objective,
      lowerBound: solver.lowerBound,
    };
  }

  function sampledNow(): SampledFacts | null {
    if (program !== 'sampled') return null;
    const { phase, patterns, gap } = walk.solver as Solver & SampledProgram;
    return { phase, patterns, gap };
  }

  return {
    approach(k) {
      if (latest?.k === k) return true;
      if (k < walk.k) walk = start();
      if (walk.k < k && walk.solver.status === 'moving') step();
      return walk.k === k || walk.solver.status !== 'moving';
    },
    read(k) {
      if (latest?.k === k) return latest;
      if (walk.k !== k) return null;
      const before = stateNow();
      const outputs = new Float64Array(n);
      predict(outputs, features, before.network, before.network.length / (columns + 1));
      const residuals = outputs.map((output, i) => output + before.constant - labels[i]!);
      const toldOf = (all: Float64Array) => Float64Array.from(told.rows, (row) => all[row]!);
      const sampled = sampledNow();
      const here = {
        k,
        program,
        columns,
        beta,
        before,
        outputs: toldOf(outputs).map((output) => output + before.constant),
        residuals: toldOf(residuals),
        rms: Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / n),
        exact: walk.twin && {
          largest: Math.abs(walk.twin.curve.maximum()?.value ?? 0) / n,
          taken: walk.solver.status === 'moving' ? takenOf(walk.twin, features, beta) : [],
        },
      };
      let after: ProgramState | null = null;
      if (walk.solver.status === 'moving') {
        step();
        after = stateNow();
      }
      latest = {
        ...here,
        after,
        hinges: program === 'hinges' ? hingesOf(features, residuals, beta, before, after) : null,
        sampled: sampled && { before: sampled, after: after && sampledNow() },
      };
      return latest;
    },
  };
}

/**
 * What the next round of the program takes in: the highest local maxima of its dual curve beyond the band, one after the
 * other, each as long as is best while those before it stay. In the order and arithmetic of `createConvexProgram`.
 */
export function takenOf({ curve, residual }: ConvexProgram, features: Float64Array, beta: number): Taken[] {
  const n = residual.length;
  const r = residual.slice();
  const found = curve.localMaxima(n * beta).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const taken: Taken[] = [];
  for (const { x, y, value } of found.slice(0, MOST_TAKEN)) {
    const sign = value > 0 ? 1 : -1;
    const outputs = r.map((_, i) => Math.max(0, features[2 * i]! * x + features[2 * i + 1]! * y));
    let [slope, squares] = [0, 0];
    for (let i = 0; i < n; i++) {
      slope += r[i]! * outputs[i]!;
      squares += outputs[i]! * outputs[i]!;
    }
    const length = (sign * slope - n * beta) / squares;
    if (!(length > 0)) continue;
    for (let i = 0; i < n; i++) r[i] = r[i]! - sign * length * outputs[i]!;
    taken.push({
      direction: [x, y],
      sign,
      height: Math.abs(value) / n,
      pull: (sign * slope) / n,
      squares: squares / n,
      length,
    });
  }
  return taken;
}

/** The hinges of a network over rows (x, 1) with free biases. */
function hingesIn(network: Float64Array): HingeTold[] {
  const m = network.length / 3;
  return Array.from({ length: m }, (_, j) => {
    const [slope, bias, alpha] = [network[2 * j]!, network[2 * j + 1]!, network[2 * m + j]!];
    return {
      kink: -bias / slope,
      way: slope > 0 ? 1 : -1,
      sign: alpha > 0 ? 1 : -1,
      length: Math.abs(slope * alpha),
    };
  });
}

function hingesOf(
  features: Float64Array,
  residuals: Float64Array,
  beta: number,
  before: ProgramState,
  after: ProgramState | null,
): NonNullable<RoundTerms['hinges']> {
  const n = residuals.length;
  // r = y - output, its mean taken off: the constant is free.
  const mean = residuals.reduce((sum, r) => sum + r, 0) / n;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => features[2 * i]! - features[2 * j]!);
  const pulls: number[] = [];
  for (const way of [1, -1]) {
    // The sums of r and r x over what lies beyond the kink.
    let [sum, product, last] = [0, 0, Number.NaN];
    for (const i of way === 1 ? [...order].reverse() : order) {
      const [x, r] = [features[2 * i]!, mean - residuals[i]!];
      // Samples at one place have one kink.
      if (x !== last) pulls.push(Math.abs(product - x * sum) / n);
      last = x;
      sum += r;
      product += r * x;
    }
  }
  const known = new Set(hingesIn(before.network).map(({ kink, way }) => `${way} ${kink.toPrecision(9)}`));
  return {
    largest: Math.max(0, ...pulls),
    beyond: pulls.filter((pull) => pull > beta).length,
    came: after
      ? hingesIn(after.network).filter(({ kink, way }) => !known.has(`${way} ${kink.toPrecision(9)}`))
      : [],
  };
}
