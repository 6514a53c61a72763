import type { SideName } from '../../../contract.ts';
import { type Solver, stateOf } from '../../../program/solver.ts';
import type { OutputData, OutputValues } from '../make-data.ts';
import type { OutputSolver } from '../rounds.ts';
import { createPlanarSurface } from '../surface/planar-surface.ts';
import { createSampledSurface } from '../surface/sampled-surface.ts';
import { enumerateSphere, type SphereCells } from '../surface/sphere-cells.ts';
import { createSphereSurface } from '../surface/sphere-surface.ts';
import type { OutputsInfo } from '../types.ts';
import type { DualSurface } from './faces.ts';
import { createOutputSolver } from './output-solver.ts';

/** Most samples whose three columns are certified by all cells of the sphere. */
export const MOST_SPHERE_SAMPLES = 60;

/** Directions sampled if not all cells can be enumerated. */
const PATTERNS = 200;

export interface ProgramChoice {
  readonly kind: OutputsInfo['program'];
  readonly solver: OutputsInfo['solver'];
}

export function programOf(
  { features, solver }: OutputValues,
  { columns, samples }: OutputData,
): ProgramChoice {
  if (features === 'words') return { kind: 'closed', solver: 'newton' };
  const exact = columns <= 2 || (columns === 3 && samples <= MOST_SPHERE_SAMPLES);
  return { kind: exact ? 'exact' : 'sampled', solver };
}

/**
 * Makes solvers of one program that share its arrangement. A single column gets a zero column: rows are then planar, and each atom's second
 * weight is 0.
 */
export function createSolverOf(
  { kind, solver: usual }: ProgramChoice,
  { features, labels, samples, columns, outputs }: OutputData,
  beta: number,
): (solver?: 'newton' | 'fw', gap?: number) => OutputSolver {
  const rows = columns === 1 ? besideZeros(features) : features;
  let cells: SphereCells | undefined;
  const createSurface = (): DualSurface => {
    if (columns <= 2) return createPlanarSurface(rows, outputs);
    if (kind === 'sampled')
      return createSampledSurface(rows, outputs, { columns, patterns: PATTERNS, seed: 1 });
    cells ??= enumerateSphere(rows);
    return createSphereSurface(rows, outputs, cells);
  };
  return (solver = usual, gap) => {
    const made = createOutputSolver({
      features: rows,
      labels,
      samples,
      beta,
      gap,
      ...(kind === 'closed' ? { solver: kind } : { solver, surface: createSurface() }),
    });
    return columns === 1 ? withoutSecond(made, outputs) : made;
  };
}

function besideZeros(features: Float64Array): Float64Array<ArrayBuffer> {
  const rows = new Float64Array(2 * features.length);
  for (const [i, x] of features.entries()) rows[2 * i] = x;
  return rows;
}

/** Replaces atoms (u_1, u_2, v) by (u_1, v). */
function withoutSecond(solver: OutputSolver, outputs: number): OutputSolver {
  const wide = new Float64Array(solver.dimension);
  const count = wide.length / (2 + outputs);
  return Object.create(solver, {
    dimension: { value: count * (1 + outputs) },
    write: {
      value(state: Float64Array) {
        solver.write(wide);
        for (let j = 0; j < count; j++) {
          state[j * (1 + outputs)] = wide[j * (2 + outputs)]!;
          for (let k = 0; k < outputs; k++)
            state[j * (1 + outputs) + 1 + k] = wide[j * (2 + outputs) + 2 + k]!;
        }
      },
    },
  }) as OutputSolver;
}

/** Returns a solver's atoms without zero padding. */
export function atomsOf(solver: Solver, stride: number): Float64Array<ArrayBuffer> {
  return withoutPadding(stateOf(solver), stride);
}

/** Returns a state's neurons as consecutive (u, v), without padding of the right. */
export function neuronsOf(
  state: Float64Array,
  side: SideName,
  { columns: d, outputs, neurons: m }: Pick<OutputsInfo, 'columns' | 'outputs' | 'neurons'>,
): Float64Array<ArrayBuffer> {
  const stride = d + outputs;
  if (side === 'right') return withoutPadding(state, stride);
  const neurons = new Float64Array(m * stride);
  for (let j = 0; j < m; j++) {
    for (let k = 0; k < d; k++) neurons[j * stride + k] = state[k * m + j]!;
    for (let k = 0; k < outputs; k++) neurons[j * stride + d + k] = state[d * m + j * outputs + k]!;
  }
  return neurons;
}

function withoutPadding(state: Float64Array, stride: number): Float64Array<ArrayBuffer> {
  let end = state.length;
  while (end > 0 && state[end - 1] === 0) end--;
  return state.slice(0, Math.ceil(end / stride) * stride);
}
