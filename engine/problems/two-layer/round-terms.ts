import type { RoundsReader } from '../../problem.ts';
import { type Solver, stateOf } from '../../program/solver.ts';
import { followRounds } from '../../update/follow-rounds.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import type { NetworkInstance } from './instance.ts';
import { predict } from './network/loss.ts';
import { withoutPadding } from './network/neurons.ts';
import { type ConvexProgram, createConvexProgram } from './program/convex-program.ts';
import type { SampledProgram } from './program/sampled-program.ts';
import type { HingeTold, ProgramState, RoundTerms, SampledFacts, Taken } from './types.ts';

/** Most directions that a round of the exact program adds. */
export const MOST_TAKEN = 8;

/** Reads rounds of a solved right side, bit for bit the run's. */
export function createRoundReader(instance: NetworkInstance, told: ToldSamples): RoundsReader {
  const { features, labels } = instance.samples;
  const n = labels.length;
  const { columns, beta, program, constant } = instance.info;

  function start() {
    const solver = instance.createBound();
    // The same program in lockstep, because the solver does not report what it adds.
    const twin = program === 'exact' ? createConvexProgram(features, labels, beta) : null;
    return {
      solver,
      twin,
      step() {
        solver.step();
        twin?.step();
      },
    };
  }

  function stateNow(solver: Solver): ProgramState {
    const state = stateOf(solver);
    const neurons = constant ? state.subarray(0, -1) : state;
    return {
      network: withoutPadding(neurons, columns),
      constant: constant ? state.at(-1)! : 0,
      objective: solver.objective,
      lowerBound: solver.lowerBound,
    };
  }

  function sampledNow(solver: Solver): SampledFacts | null {
    if (program !== 'sampled') return null;
    const { phase, patterns, gap } = solver as SampledProgram;
    return { phase, patterns, gap };
  }

  return followRounds(
    start,
    ({ solver }) => solver.status !== 'moving',
    1,
    ({ run: { solver, twin }, k, step }): RoundTerms => {
      const before = stateNow(solver);
      const outputs = new Float64Array(n);
      predict(outputs, features, before.network, before.network.length / (columns + 1));
      const residuals = outputs.map((output, i) => output + before.constant - labels[i]!);
      const toldOf = (all: Float64Array) => Float64Array.from(told.rows, (row) => all[row]!);
      const sampled = sampledNow(solver);
      const moves = solver.status === 'moving';
      const exact = twin && {
        largest: Math.abs(twin.curve.maximum()?.value ?? 0) / n,
        taken: moves ? takenOf(twin, features, beta) : [],
      };
      if (moves) step();
      const after = moves ? stateNow(solver) : null;
      return {
        k,
        program,
        columns,
        beta,
        before,
        outputs: toldOf(outputs).map((output) => output + before.constant),
        residuals: toldOf(residuals),
        rms: Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / n),
        exact,
        after,
        hinges: program === 'hinges' ? hingesOf(features, residuals, beta, before, after) : null,
        sampled: sampled && { before: sampled, after: after && sampledNow(solver) },
      };
    },
  );
}

/**
 * Lists what the next round adds: the highest local maxima of the dual curve beyond the band, each at its best length after those before
 * it. Order and arithmetic match `createConvexProgram`.
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

/** Lists the hinges of a network over rows (x, 1) with free biases. */
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
  // r = y - output, centred: the constant is free.
  const mean = residuals.reduce((sum, r) => sum + r, 0) / n;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => features[2 * i]! - features[2 * j]!);
  const pulls: number[] = [];
  for (const way of [1, -1]) {
    // Sums of r and r x beyond the kink.
    let [sum, product, last] = [0, 0, Number.NaN];
    for (const i of way === 1 ? [...order].reverse() : order) {
      const [x, r] = [features[2 * i]!, mean - residuals[i]!];
      // Equal x share one kink.
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
