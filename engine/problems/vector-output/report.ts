import type { End, SideName } from '../../contract.ts';
import type { Report } from '../../problem.ts';
import { createRun, type RunValues } from '../../run/create-run.ts';
import type { OutputsInstance } from './instance.ts';
import { iterationOf, neuronsOf } from './program/output-program.ts';

/** Steps of one batch: what waits in memory at once. */
const BATCH = 1000;

/** One atom relu(A u) v^T with ||u|| = ||v||. */
export interface Atom {
  readonly u: readonly number[];
  readonly v: readonly number[];
}

/** What a replay prints of the left side. */
export interface LeftReport {
  /** F at every step. */
  readonly losses: readonly number[];
  /** Of the last step, row-major: U is d x m, V is m x K. */
  readonly state: { readonly U: readonly number[]; readonly V: readonly number[] };
  readonly status: End;
  readonly endedAt: number | null;
}

/** And of the right one; what is not certified has null for every bound. */
export interface RightReport {
  /** After rounds 0, 1, ... */
  readonly objectives: readonly number[];
  /** The best bound so far, as many. */
  readonly bounds: readonly number[] | null;
  readonly objective: number;
  readonly lowerBound: number | null;
  /** (objective - lowerBound)/objective, 0 where both are 0. */
  readonly gap: number | null;
  readonly atoms: readonly Atom[];
  readonly certified: boolean;
  readonly status: End;
  readonly endedAt: number | null;
}

function runOutputs(
  instance: OutputsInstance,
  values: RunValues,
  steps: number,
  gap: number | null,
): { left: LeftReport; right: RightReport } {
  const { info, sides } = instance;
  const { columns: d, outputs, neurons: m, program } = info;
  const solver = instance.createSolver(undefined, gap ?? undefined);
  const right = { ...sides.right, iterate: () => iterationOf(solver) };
  const run = createRun({ ...instance, sides: { ...sides, right } }, values);
  const losses: Record<SideName, number[]> = { left: [], right: [] };
  const bounds: number[] = [];
  let state = new Float64Array();
  let frame = run.first();
  for (let taken = 0; ; ) {
    losses.left.push(...frame.left.series.loss!);
    losses.right.push(...frame.right.series.loss!);
    bounds.push(...frame.right.series.bound!);
    const { iterates, width, count } = frame.left;
    if (count > 0) state = iterates.slice((count - 1) * width);
    const batch = Math.min(BATCH, steps - taken);
    if (batch === 0) break;
    frame = run.advance(batch);
    taken += batch;
  }
  let { status, endedAt } = frame.right;
  while (gap !== null && solver.status === 'moving') {
    solver.step();
    losses.right.push(solver.objective);
    bounds.push(solver.lowerBound);
    status = solver.status;
    endedAt = status === 'moving' ? null : losses.right.length - 1;
  }
  const { objective, lowerBound } = solver;
  const certified = program !== 'sampled';
  const atoms = new Float64Array(solver.dimension);
  solver.write(atoms);
  const stride = d + outputs;
  const flat = neuronsOf(atoms, 'right', info);
  return {
    left: {
      losses: losses.left,
      state: { U: Array.from(state.subarray(0, d * m)), V: Array.from(state.subarray(d * m)) },
      status: frame.left.status,
      endedAt: frame.left.endedAt,
    },
    right: {
      objectives: losses.right,
      bounds: certified ? bounds : null,
      objective,
      lowerBound: certified ? lowerBound : null,
      gap: certified ? (objective > 0 ? Math.max(0, objective - lowerBound) / objective : 0) : null,
      atoms: Array.from({ length: flat.length / stride }, (_, j) => ({
        u: Array.from(flat.subarray(j * stride, j * stride + d)),
        v: Array.from(flat.subarray(j * stride + d, (j + 1) * stride)),
      })),
      certified,
      status,
      endedAt,
    },
  };
}

/** What the command line prints of a network with K outputs. */
export function reportOf(instance: OutputsInstance, values: RunValues): Report {
  const { columns, outputs, neurons, program, svdBound } = instance.info;
  return {
    heading: { d: columns, K: outputs, neurons, svdBound },
    refuse({ format, gap }) {
      if (gap !== null && program === 'sampled')
        return '--gap: expected data whose optimum is certified (2 columns, or 3 and at most 60 samples); got sampled directions, which certify nothing';
      return format === 'csv' ? '--format: expected json for a network with several outputs; got csv' : null;
    },
    run: (steps, gap) => runOutputs(instance, values, steps, gap),
  };
}
