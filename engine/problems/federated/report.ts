import type { End, SideName } from '../../contract.ts';
import type { Report } from '../../problem.ts';
import { createRun, type RunValues, type SideFrame } from '../../run/create-run.ts';
import { SIDES } from '../../side-names.ts';
import { givenClients } from './given-clients.ts';
import type { FedInstance } from './instance.ts';
import type { NetworkSides } from './network/sides.ts';
import { outputsOf } from './shard.ts';
import type { LinearRest, PlaneInfo, Point } from './types.ts';

export const readFile = givenClients;

/** Memory limits of a batch. */
const BATCH = 1000;
const MOST_NUMBERS = 1e6;

/** Default rounds to print, besides the last. */
const USUAL = [0, 1, 2, 5, 10, 20, 50, 100];

interface SideReport {
  readonly K: number;
  /** Rounds 0 to N, or to the last before divergence. */
  readonly losses: readonly number[];
  readonly status: End;
  readonly endedAt: number | null;
}

export interface PlaneSideReport extends SideReport {
  readonly iterates: readonly Point[];
  readonly rest: Point | null;
  /** Null without a rest point. */
  readonly bias: number | null;
  readonly excess: number | null;
  /** Largest factor of a round, and what is proved of every round; null without a proof. */
  readonly slowest: number;
  readonly bound: number | null;
  /** Of FedAvg and FedProx. */
  readonly factors?: Point;
}

export interface NetworkSideReport extends SideReport {
  /** f(x_i) - y_i, by round. */
  readonly residuals: Readonly<Record<string, readonly number[]>>;
}

export interface LinearSideReport extends NetworkSideReport {
  /** Largest factor of u's distance from its rest, and of any u: 1 where H is singular. */
  readonly slowest: number;
  readonly factor: number;
  readonly bracket: Point | null;
  readonly rest: (Omit<LinearRest, 'residual'> & { readonly residual: readonly number[] }) | null;
}

export type RoundsReport =
  | {
      readonly left: PlaneSideReport;
      readonly right: PlaneSideReport;
      readonly minimum: Point;
      readonly minimumLoss: number;
      readonly limit: Point | null;
    }
  | {
      readonly left: NetworkSideReport;
      readonly right: LinearSideReport;
      readonly angles: readonly number[];
      readonly labels: readonly number[];
      readonly clients: readonly number[];
      readonly largest: number;
      readonly smallestEigenvalue: number;
      readonly gap: readonly number[];
      readonly drift: readonly number[];
    };

interface Kept {
  readonly losses: number[];
  readonly gap: number[];
  readonly drift: number[];
  last: Float64Array;
}

/** Passes every state to `take`. A side at rest stays, one that diverges stops. */
function runRounds(
  instance: FedInstance,
  values: RunValues,
  steps: number,
  take: (side: SideName, state: Float64Array, k: number) => void,
) {
  const run = createRun(instance, values);
  const { left, right } = instance.sides;
  const batch = Math.max(1, Math.min(BATCH, Math.floor(MOST_NUMBERS / (left.dimension + right.dimension))));
  const keep = (): Kept => ({ losses: [], gap: [], drift: [], last: new Float64Array(0) });
  const kept = { left: keep(), right: keep() };

  function follow(side: SideName, { count, width, iterates, series }: SideFrame): void {
    const { losses, gap, drift } = kept[side];
    for (let row = 0; row < count; row++) {
      const state = iterates.subarray(row * width, (row + 1) * width);
      take(side, state, losses.length);
      losses.push(series.loss![row]!);
      gap.push(series.gap?.[row] ?? Number.NaN);
      drift.push(series.drift?.[row] ?? Number.NaN);
    }
    if (count > 0) kept[side].last = iterates.slice((count - 1) * width);
  }

  let frame = run.first();
  for (let taken = 0; ; ) {
    for (const side of SIDES) follow(side, frame[side]);
    const next = Math.min(batch, steps - taken);
    if (next === 0) break;
    frame = run.advance(next);
    taken += next;
  }
  const told = (side: SideName) => {
    const { losses, gap, drift, last } = kept[side];
    const { status, endedAt } = frame[side];
    while (status !== 'diverged' && losses.length <= steps) {
      take(side, last, losses.length);
      losses.push(losses.at(-1)!);
    }
    return { common: { losses, status, endedAt }, gap, drift };
  };
  return { left: told('left'), right: told('right') };
}

function runPlane(instance: FedInstance, info: PlaneInfo, values: RunValues, steps: number): RoundsReport {
  const iterates = { left: [] as Point[], right: [] as Point[] };
  const run = runRounds(instance, values, steps, (side, [x, y]) => iterates[side].push([x!, y!]));
  const told = (name: SideName): PlaneSideReport => {
    const { local, rest, bias, excess, slowest, bound, factors } = info.sides[name];
    const known = rest && { bias, excess };
    const { losses, ...ended } = run[name].common;
    return {
      K: local,
      losses,
      ...ended,
      iterates: iterates[name],
      rest,
      bias: known?.bias ?? null,
      excess: known?.excess ?? null,
      slowest,
      bound,
      ...(factors && { factors }),
    };
  };
  const { at, least } = info.mean;
  return {
    left: told('left'),
    right: told('right'),
    minimum: at,
    minimumLoss: least,
    limit: info.sides.left.limit,
  };
}

function runNetwork(
  instance: FedInstance,
  { prepared, info }: NetworkSides,
  values: RunValues,
  steps: number,
  at: readonly number[],
): RoundsReport {
  const { data } = prepared;
  const printed = new Set(at);
  const residuals: Record<SideName, Record<string, number[]>> = { left: {}, right: {} };
  const run = runRounds(instance, values, steps, (side, state, k) => {
    if (!printed.has(k)) return;
    const outputs = side === 'left' ? outputsOf(data.inputs, Float64Array.from(state)) : null;
    residuals[side][k] = outputs
      ? Array.from(outputs, (output, i) => output - data.labels[i]!)
      : [...state.subarray(0, data.samples)];
  });
  const told = (name: SideName): NetworkSideReport => {
    const { losses, ...ended } = run[name].common;
    return { K: info.local, losses, ...ended, residuals: residuals[name] };
  };
  const { expected: slowest, factor, bracket, rest, largest, smallest } = info;
  return {
    left: told('left'),
    right: {
      ...told('right'),
      slowest,
      factor,
      bracket,
      rest: rest && { ...rest, residual: [...rest.residual] },
    },
    angles: [...info.angles],
    labels: [...info.labels],
    clients: [...info.owners],
    largest,
    smallestEigenvalue: smallest,
    gap: run.left.gap,
    drift: run.left.drift.slice(1),
  };
}

export function reportOf(instance: FedInstance, values: RunValues): Report {
  const { info, network } = instance;
  const { eta, server } = info.level === 'plane' ? info.sides.left : info;
  return {
    heading: { level: info.level, localStep: eta, serverStep: server },
    // The plane prints every state.
    listsStates: true,
    refuse({ format, gap }) {
      if (gap !== null) return '--gap: expected a right side that is solved to a gap; got rounds';
      return format === 'csv' ? '--format: expected json for federated averaging; got csv' : null;
    },
    run(steps, _, at) {
      if (info.level === 'plane') return runPlane(instance, info, values, steps);
      return runNetwork(instance, network!, values, steps, at ?? [...USUAL.filter((k) => k <= steps), steps]);
    },
  };
}
