import type { End } from '../../contract.ts';
import type { Report } from '../../problem.ts';
import { runToGap } from '../../program/run-to-gap.ts';
import { relativeGap } from '../../program/solver.ts';
import type { RunValues } from '../../run/create-run.ts';
import type { OutputsInstance } from './instance.ts';
import { atomsOf } from './program/output-program.ts';

/** An atom relu(A u) v^T with ||u|| = ||v||. */
export interface Atom {
  readonly u: readonly number[];
  readonly v: readonly number[];
}

export interface LeftReport {
  /** F at every step. */
  readonly losses: readonly number[];
  /** Last, row-major: U is d x m, V is m x K. */
  readonly state: { readonly U: readonly number[]; readonly V: readonly number[] };
  readonly status: End;
  readonly endedAt: number | null;
}

/** Bounds are null without a certificate. */
export interface RightReport {
  /** After rounds 0, 1, ... */
  readonly objectives: readonly number[];
  /** Best after each round. */
  readonly bounds: readonly number[] | null;
  readonly objective: number;
  readonly lowerBound: number | null;
  /** (objective - lowerBound)/objective; 0 if both are 0. */
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
  const { info } = instance;
  const { columns: d, outputs, neurons: m, program } = info;
  const solver = instance.createSolver(undefined, gap ?? undefined);
  const { left, right } = runToGap(instance, values, steps, solver, gap);
  const { objective, lowerBound } = solver;
  const certified = program !== 'sampled';
  const stride = d + outputs;
  const atoms = atomsOf(solver, stride);
  return {
    left: {
      losses: left.losses,
      state: { U: Array.from(left.last.subarray(0, d * m)), V: Array.from(left.last.subarray(d * m)) },
      status: left.status,
      endedAt: left.endedAt,
    },
    right: {
      objectives: right.losses,
      bounds: certified ? right.bounds : null,
      objective,
      lowerBound: certified ? lowerBound : null,
      gap: certified ? relativeGap(objective, lowerBound) : null,
      atoms: Array.from({ length: atoms.length / stride }, (_, j) => ({
        u: Array.from(atoms.subarray(j * stride, j * stride + d)),
        v: Array.from(atoms.subarray(j * stride + d, (j + 1) * stride)),
      })),
      certified,
      status: right.status,
      endedAt: right.endedAt,
    },
  };
}

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
