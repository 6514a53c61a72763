import { dot, norm } from '../../kernels/vector.ts';
import type { RoundsReader } from '../../problem.ts';
import { followRounds } from '../../update/follow-rounds.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import type { OutputsInstance } from './instance.ts';
import type { OutputData } from './make-data.ts';
import { createNetworkReader } from './network-reading.ts';
import { atomsOf } from './program/output-program.ts';
import type { OutputNeuron, OutputSolver } from './rounds.ts';
import type { ClassTold, FrankWolfeTold, OutputRound, ProgramState, TouchTold } from './types.ts';

/** Reads rounds of the right, bit for bit the run's; parts are computed from relu(A u). */
export function createRoundReader(instance: OutputsInstance, told: ToldSamples): RoundsReader {
  const { data, info } = instance;
  const { labels, samples: n, columns, outputs } = data;
  const { beta, program, solver: kind } = info;
  const stride = columns + outputs;
  const reader = createNetworkReader(data);

  function stateNow(solver: OutputSolver): ProgramState {
    const { objective, lowerBound } = solver;
    return { atoms: atomsOf(solver, stride), objective, lowerBound };
  }

  return followRounds(
    () => instance.createSolver(kind),
    ({ status }) => status !== 'moving',
    1,
    ({ run: solver, k, step }): OutputRound => {
      const before = stateNow(solver);
      const fitted = reader.fitted(before.atoms);
      const residual = labels.map((y, at) => y - fitted[at]!);
      const toldOf = (all: Float64Array) =>
        Float64Array.from(
          { length: told.rows.length * outputs },
          (_, at) => all[told.rows[Math.floor(at / outputs)]! * outputs + (at % outputs)]!,
        );
      const moves = solver.status === 'moving';
      if (moves) step();
      const isOpen = moves && program !== 'closed';
      const taken = isOpen ? solver.taken.map((neuron) => touchOf(data, residual, neuron)) : [];
      return {
        k,
        program,
        solver: kind,
        columns,
        outputs,
        beta,
        before,
        after: moves ? stateNow(solver) : null,
        fitted: toldOf(fitted),
        residuals: toldOf(residual).map((r) => -r + 0),
        rms: Math.sqrt(dot(residual, residual) / n),
        taken,
        frankWolfe:
          isOpen && kind === 'fw'
            ? frankWolfeOf(data, fitted, residual, before.objective, beta, taken[0] ?? null)
            : null,
        classes: program === 'closed' ? classesOf(data, beta) : null,
      };
    },
  );
}

/** Describes a neuron that a round added, by the residual R = Y - Z before it. */
function touchOf(
  { features, samples: n, columns: d, outputs }: OutputData,
  residual: Float64Array,
  { u, v }: OutputNeuron,
): TouchTold {
  const length = norm(u);
  const direction = Float64Array.from({ length: d }, (_, c) => u[c]! / length);
  const hidden = activations(features, direction, n, d);
  const pull = new Float64Array(outputs);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < outputs; k++) pull[k] = pull[k]! + hidden[i]! * residual[i * outputs + k]!;
  const eta = norm(pull);
  return {
    direction,
    output: pull.map((value) => value / eta),
    height: eta / n,
    squares: dot(hidden, hidden) / n,
    weight: length * norm(v),
  };
}

/** relu(A u). */
function activations(features: Float64Array, u: Float64Array, n: number, d: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let z = 0;
    for (let c = 0; c < d; c++) z += features[i * d + c]! * u[c]!;
    return Math.max(0, z);
  });
}

/** Repeats the line search of a round from Z. */
function frankWolfeOf(
  data: OutputData,
  fitted: Float64Array,
  residual: Float64Array,
  objective: number,
  beta: number,
  vertex: TouchTold | null,
): FrankWolfeTold {
  const { features, labels, samples: n, columns: d, outputs } = data;
  const cap = dot(labels, labels) / (2 * n * beta);
  const tau = Math.max(0, (objective - dot(residual, residual) / (2 * n)) / beta);
  const hidden = vertex && activations(features, vertex.direction, n, d);
  const along = fitted.map((z, at) => {
    const end = hidden ? cap * hidden[Math.floor(at / outputs)]! * vertex.output[at % outputs]! : 0;
    return end - z;
  });
  const to = vertex ? cap : 0;
  const slope = dot(residual, along) / n - beta * (to - tau);
  const curvature = dot(along, along) / n;
  const share = curvature > 0 ? Math.min(1, Math.max(0, slope / curvature)) : slope > 0 ? 1 : 0;
  return { cap, tau, nextTau: tau + share * (to - tau), slope, curvature, share };
}

function classesOf({ classes, samples: n, outputs }: OutputData, beta: number): ClassTold[] {
  const sizes = new Float64Array(outputs);
  for (const k of classes!) sizes[k] = sizes[k]! + 1;
  return Array.from(sizes, (size) => {
    const value = Math.sqrt(size);
    const target = Math.max(0, value - n * beta);
    return { size, value, target, fit: Math.min(value, n * beta) ** 2 / (2 * n), penalty: beta * target };
  });
}
