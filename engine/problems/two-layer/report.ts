import type { End } from '../../contract.ts';
import type { Report } from '../../problem.ts';
import { runToGap } from '../../program/run-to-gap.ts';
import { relativeGap } from '../../program/solver.ts';
import type { RunValues } from '../../run/create-run.ts';
import { descends } from '../../run/sides.ts';
import type { NetworkInstance } from './instance.ts';

/** A hidden neuron: alpha relu(w.x). */
export interface Neuron {
  readonly w: readonly number[];
  readonly alpha: number;
}

/** Replay of the left side. */
export interface LeftReport {
  /** F at every step. */
  readonly losses: readonly number[];
  /** At the last step. */
  readonly neurons: readonly Neuron[];
  /** Constant of the output if biases are free. */
  readonly constant?: number;
  readonly status: End;
  readonly endedAt: number | null;
}

/** Right side; without optimum, bound and gap if it descends. */
export interface RightReport extends LeftReport {
  /** F of the last network, best certified bound, and (optimum - lowerBound)/optimum. */
  readonly optimum: number | null;
  readonly lowerBound: number | null;
  readonly gap: number | null;
  /** Certified bound of every round; F of every step if the right descends on another loss. */
  readonly bounds?: readonly number[];
  readonly objectives?: readonly number[];
}

/** Returns a flat network's nonzero neurons. */
function neuronsOf(network: Float64Array, columns: number, kept: (neuron: Neuron) => boolean): Neuron[] {
  const count = network.length / (columns + 1);
  return Array.from({ length: count }, (_, j) => ({
    w: Array.from(network.subarray(j * columns, (j + 1) * columns)),
    alpha: network[count * columns + j]!,
  })).filter(kept);
}

function runNetworks(instance: NetworkInstance, values: RunValues, steps: number, gap: number | null) {
  const { columns, program, constant } = instance.info;
  const solver = descends(instance.sides.right) ? null : instance.createBound(gap ?? undefined);
  const { left, right } = runToGap(instance, values, steps, solver, gap);
  const networkOf = (state: Float64Array, kept: (neuron: Neuron) => boolean) =>
    constant
      ? { neurons: neuronsOf(state.subarray(0, -1), columns, kept), constant: state.at(-1)! }
      : { neurons: neuronsOf(state, columns, kept) };
  const objective = right.losses.at(-1)!;
  const bound = right.bounds.at(-1) ?? Number.NaN;
  const known = program !== 'sampled' && Number.isFinite(bound);
  return {
    left: {
      losses: left.losses,
      ...networkOf(left.last, () => true),
      status: left.status,
      endedAt: left.endedAt,
    },
    right: {
      optimum: solver ? objective : null,
      lowerBound: known ? bound : null,
      gap: known ? relativeGap(objective, bound) : null,
      ...networkOf(right.last, ({ alpha, w }) => !solver || alpha !== 0 || w.some((x) => x !== 0)),
      losses: right.losses,
      status: right.status,
      endedAt: right.endedAt,
      ...(known && { bounds: right.bounds }),
      ...(right.objectives.length > 0 && { objectives: right.objectives }),
    },
  };
}

export type NetworkRun = ReturnType<typeof runNetworks>;

export function reportOf(instance: NetworkInstance, values: RunValues): Report {
  const { columns, neurons, solved, program } = instance.info;
  return {
    heading: { d: columns, neurons },
    refuse({ format, gap }) {
      if (gap !== null && !solved)
        return '--gap: expected a problem whose right side is solved (--problem two-layer --right program)';
      if (gap !== null && program === 'sampled')
        return `--gap: expected data of two columns; got ${columns}, whose sampled patterns certify nothing`;
      return format === 'csv' ? '--format: expected json for two layers; got csv' : null;
    },
    run: (steps, gap) => runNetworks(instance, values, steps, gap),
  };
}
