import type { End, SideName } from '../../contract.ts';
import { multiply } from '../../kernels/vector.ts';
import type { Report } from '../../problem.ts';
import { createRun, type RunValues, type SideFrame } from '../../run/create-run.ts';
import { givenGames } from './given-game.ts';
import type { GameInstance } from './instance.ts';
import { hiddenOf } from './network/convex-game.ts';
import type { GameRule, Verdict } from './rules.ts';
import { pushOf } from './saddle-push.ts';

export const readFile = givenGames;

/** Memory limits of a batch. */
const BATCH = 1000;
const MOST_NUMBERS = 1e6;

/** Default rounds to print, besides the last. */
const USUAL = [0, 1, 2, 10, 100, 1000];

export type StateReport =
  | { readonly w: number; readonly d: number }
  | {
      readonly mean: readonly number[];
      readonly discriminator: readonly number[];
      readonly mse: number;
      /** k rows of dz; h on the convex side. */
      readonly weights?: readonly (readonly number[])[];
      readonly h?: readonly number[];
    };

/** Fields that a side lacks are absent. */
export interface GameSideReport {
  readonly rule: GameRule;
  readonly rho: number;
  /** Null for `best`, which sets d to e/rho. */
  readonly mu: number | null;
  readonly eta: number;
  /** Values after rounds 0, 1, ... */
  readonly mse: readonly number[];
  readonly states: Readonly<Record<string, StateReport>>;
  readonly status: End;
  readonly endedAt: number | null;
  readonly distances?: readonly number[];
  /** Spectral radius; null for a generator. */
  readonly factor: number | null;
  readonly verdict?: Verdict;
  readonly width?: number;
  readonly scale?: number;
  readonly floor?: number;
  readonly certificate?: {
    readonly h: readonly number[];
    readonly d: readonly number[];
    readonly violation: number;
    readonly reachable: boolean;
  };
  readonly reachableProbability?: number;
  /** eta sigma_max^2 at the last round. */
  readonly push?: number;
}

interface Kept {
  readonly mse: number[];
  readonly distances: number[];
  readonly states: Record<string, StateReport>;
  last: Float64Array;
}

function runGames(instance: GameInstance, values: RunValues, steps: number, at: readonly number[]) {
  const run = createRun(instance, values);
  const printed = new Set(at);
  const { left, right } = instance.sides;
  const batch = Math.max(1, Math.min(BATCH, Math.floor(MOST_NUMBERS / (left.dimension + right.dimension))));
  const keep = (): Kept => ({ mse: [], distances: [], states: {}, last: new Float64Array(0) });
  const kept = { left: keep(), right: keep() };

  function take(side: SideName, { count, width, iterates, series }: SideFrame): void {
    const { mse, distances, states } = kept[side];
    for (let row = 0; row < count; row++) {
      const state = iterates.subarray(row * width, (row + 1) * width);
      if (printed.has(mse.length)) states[mse.length] = stateOf(instance, side, state, series.loss![row]!);
      mse.push(series.loss![row]!);
      distances.push(series.distance?.[row] ?? Number.NaN);
    }
    if (count > 0) kept[side].last = iterates.slice((count - 1) * width);
  }

  let frame = run.first();
  for (let taken = 0; ; ) {
    take('left', frame.left);
    take('right', frame.right);
    const next = Math.min(batch, steps - taken);
    if (next === 0) break;
    frame = run.advance(next);
    taken += next;
  }
  const told = (side: SideName) => sideReport(instance, side, kept[side], frame[side]);
  return { left: told('left'), right: told('right') };
}

function stateOf(instance: GameInstance, side: SideName, state: Float64Array, mse: number): StateReport {
  if (!instance.generators) return { w: state[0]!, d: state[1]! };
  const { data } = instance.generators[side];
  const { m, width, dz, columns } = data;
  const played = state.subarray(0, state.length - m);
  const isConvex = instance.info.sides[side].kind === 'convex';
  const mean = new Float64Array(m);
  multiply(mean, columns, isConvex ? played : hiddenOf(data, played));
  const told = { mean: [...mean], discriminator: [...state.subarray(state.length - m)], mse };
  if (isConvex) return { h: [...played], ...told };
  const weights = Array.from({ length: width }, (_, j) => [...played.subarray(j * dz, (j + 1) * dz)]);
  return { ...told, weights };
}

function sideReport(
  { info, generators }: GameInstance,
  name: SideName,
  { mse, distances, states, last }: Kept,
  { status, endedAt }: SideFrame,
): GameSideReport {
  const side = info.sides[name];
  const { rule, rho, mu, eta } = side;
  const common = { rule, rho, mu: rule === 'best' ? null : mu, eta, mse, states, status, endedAt };
  if (side.kind === 'plane') return { ...common, distances, factor: side.factor, verdict: side.verdict };
  const { width, scale, certificate, reachableProbability } = side;
  const { floor, h, d, violation, reachable } = certificate;
  const { data } = generators![name];
  return {
    ...common,
    width,
    scale,
    factor: null,
    floor,
    certificate: { h: [...h], d: [...d], violation, reachable },
    reachableProbability,
    ...(side.kind === 'network' && { push: pushOf(data, last.subarray(0, width * data.dz), eta) }),
  };
}

export function reportOf(instance: GameInstance, values: RunValues): Report {
  const { level, versus } = instance.info;
  return {
    heading: { level, versus: versus === 'signs' ? null : versus },
    listsStates: true,
    refuse({ format, gap }) {
      if (gap !== null) return '--gap: expected a right side that is solved to a gap; got a game';
      return format === 'csv' ? '--format: expected json for a game; got csv' : null;
    },
    run: (steps, _, at) =>
      runGames(instance, values, steps, at ?? [...USUAL.filter((k) => k <= steps), steps]),
  };
}
