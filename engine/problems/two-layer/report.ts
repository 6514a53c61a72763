import type { End } from '../../contract.ts';
import type { Report } from '../../problem.ts';
import { createRun, type RunValues } from '../../run/create-run.ts';
import { descends } from '../../run/sides.ts';
import type { NetworkInstance } from './instance.ts';
import { iterationOf } from './program/solver.ts';

/** Steps of one batch: what waits in memory at once. */
const BATCH = 1000;

/** One hidden neuron of a network: alpha relu(w.x). */
export interface Neuron {
  readonly w: readonly number[];
  readonly alpha: number;
}

/** What a replay of two layers prints of the left side. */
export interface LeftReport {
  /** F at every step. */
  readonly losses: readonly number[];
  /** At the last step. */
  readonly neurons: readonly Neuron[];
  /** What is added to the output where biases are free. */
  readonly constant?: number;
  readonly status: End;
  readonly endedAt: number | null;
}

/** And of the right one; a right side that descends has no optimum, bound and gap. */
export interface RightReport extends LeftReport {
  /** F of the last round's network, the best certified lower bound and (optimum - lowerBound)/optimum. */
  readonly optimum: number | null;
  readonly lowerBound: number | null;
  readonly gap: number | null;
  /** The certified lower bound of every round; F of every step of a right side that descends on another loss. */
  readonly bounds?: readonly number[];
  readonly objectives?: readonly number[];
}

/** The neurons of a flat network that are not all zero. */
function neuronsOf(network: Float64Array, columns: number, kept: (neuron: Neuron) => boolean): Neuron[] {
  const count = network.length / (columns + 1);
  return Array.from({ length: count }, (_, j) => ({
    w: Array.from(network.subarray(j * columns, (j + 1) * columns)),
    alpha: network[count * columns + j]!,
  })).filter(kept);
}

function runNetworks(instance: NetworkInstance, values: RunValues, steps: number, gap: number | null) {
  const { columns, program, constant } = instance.info;
  const { left: descent, right } = instance.sides;
  const solver = descends(right) ? null : instance.createBound(gap ?? undefined);
  const sides = solver
    ? { left: descent, right: { ...right, iterate: () => iterationOf(solver) } }
    : instance.sides;
  const run = createRun({ ...instance, sides }, values);
  let frame = run.first();
  const series = {
    left: [] as number[],
    right: [] as number[],
    bounds: [] as number[],
    objectives: [] as number[],
  };
  const last = { left: new Float64Array(), right: new Float64Array() };
  for (let taken = 0; ; ) {
    for (const side of ['left', 'right'] as const) {
      const { series: known, iterates, width, count } = frame[side];
      for (const loss of known.loss!) series[side].push(loss);
      if (count > 0) last[side] = iterates.slice((count - 1) * width);
    }
    for (const bound of frame.right.series.bound ?? []) series.bounds.push(bound);
    for (const objective of frame.right.series.objective ?? []) series.objectives.push(objective);
    const batch = Math.min(BATCH, steps - taken);
    if (batch === 0) break;
    frame = run.advance(batch);
    taken += batch;
  }
  /** A side's neurons, and the constant behind them where there is one. */
  const networkOf = (state: Float64Array, kept: (neuron: Neuron) => boolean) =>
    constant
      ? { neurons: neuronsOf(state.subarray(0, -1), columns, kept), constant: state.at(-1)! }
      : { neurons: neuronsOf(state, columns, kept) };
  let { status, endedAt } = frame.right;
  if (solver && gap !== null)
    for (; solver.status === 'moving'; ) {
      solver.step();
      series.right.push(solver.objective);
      series.bounds.push(solver.lowerBound);
      solver.write(last.right);
      status = solver.status;
      endedAt = series.right.length - 1;
    }
  const objective = series.right.at(-1)!;
  const bound = series.bounds.at(-1) ?? Number.NaN;
  const known = program !== 'sampled' && Number.isFinite(bound);
  const { status: leftStatus, endedAt: leftEndedAt } = frame.left;
  return {
    left: {
      losses: series.left,
      ...networkOf(last.left, () => true),
      status: leftStatus,
      endedAt: leftEndedAt,
    },
    right: {
      optimum: solver ? objective : null,
      lowerBound: known ? bound : null,
      gap: known ? (objective > 0 ? Math.max(0, objective - bound) / objective : 0) : null,
      ...networkOf(last.right, ({ alpha, w }) => !solver || alpha !== 0 || w.some((x) => x !== 0)),
      losses: series.right,
      status,
      endedAt,
      ...(known && { bounds: series.bounds }),
      ...(series.objectives.length > 0 && { objectives: series.objectives }),
    },
  };
}

export type NetworkRun = ReturnType<typeof runNetworks>;

/** What the command line prints of two layers. */
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
