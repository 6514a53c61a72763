import type { NetworkVerdictFacts } from '../messages/messages.ts';
import type { CircleNeurons } from '../plot/circle-plot.ts';
import type { Session } from '../state/create-session.ts';
import { shownStep } from '../state/facts.ts';
import type { AppState } from '../state/store.ts';

/** A left side this near to the proved bound, relatively, is called optimal. */
export const TOLERANCE = 1e-3;

/** The best lower bound that is proved so far; NaN where there is none. */
export function provedBound({ network, opened }: Pick<AppState, 'network' | 'opened'>): number {
  const { optimum, reading } = network;
  if (!optimum) return Number.NaN;
  // What a residual proves is proved for penalised biases.
  const known = [
    optimum.lowerBound,
    opened?.network?.program === 'exact' ? reading?.left.lowerBound : undefined,
  ];
  const bounds = known.filter((bound): bound is number => bound !== undefined && Number.isFinite(bound));
  return bounds.length > 0 ? Math.max(...bounds) : Number.NaN;
}

/** How far F of a side lies above the bound, relatively; NaN where either is not known. */
export function excessOver(bound: number, objective: number): number {
  if (Number.isNaN(bound) || Number.isNaN(objective)) return Number.NaN;
  const above = Math.max(0, objective - bound);
  return bound > 0 ? above / bound : above <= 1e-12 ? 0 : Number.NaN;
}

/** F of a side at its shown step. */
export function objectiveOf(session: Session, state: AppState, side: 'left' | 'right'): number {
  return session.trajectories[side].objectives[shownStep(state, side)] ?? Number.NaN;
}

export function leftVerdict(session: Session, state: AppState): NetworkVerdictFacts {
  const { status, endedAt } = state.sides.left;
  const ended = endedAt !== null && endedAt <= state.k;
  const excess = excessOver(provedBound(state), objectiveOf(session, state, 'left'));
  return {
    excess,
    optimal: excess <= TOLERANCE,
    atRest: ended && status !== 'diverged',
    diverged: ended && status === 'diverged',
    k: state.k,
    program: state.opened?.network?.program ?? null,
  };
}

/** How many neurons of a flat network add something. */
export function countKept(network: ArrayLike<number>, columns: number): number {
  const m = network.length / (columns + 1);
  let kept = 0;
  for (let j = 0; j < m; j++) if (lengthOf(network, j, columns) > 0 && network[m * columns + j] !== 0) kept++;
  return kept;
}

export function lengthOf(network: ArrayLike<number>, j: number, columns: number): number {
  let squares = 0;
  for (let i = 0; i < columns; i++) squares += network[j * columns + i]! ** 2;
  return Math.sqrt(squares);
}

/** Neurons of two columns as directions with strengths; what adds nothing has strength 0. */
export function directionsOf(network: ArrayLike<number>): CircleNeurons {
  const m = network.length / 3;
  const angles = new Float64Array(m);
  const strengths = new Float64Array(m);
  for (let j = 0; j < m; j++) {
    angles[j] = Math.atan2(network[2 * j + 1]!, network[2 * j]!);
    strengths[j] = network[2 * m + j]! * lengthOf(network, j, 2);
  }
  return { angles, strengths };
}

/** Whether all neurons that add something point the same way with one sign, to 1e-3. */
export function pointTogether(network: ArrayLike<number>, columns: number): boolean {
  const m = network.length / (columns + 1);
  let first = -1;
  for (let j = 0; j < m; j++) {
    const length = lengthOf(network, j, columns);
    const alpha = network[m * columns + j]!;
    if (!(Math.abs(alpha) * length > 1e-6)) continue;
    if (first < 0) {
      first = j;
      continue;
    }
    if (Math.sign(alpha) !== Math.sign(network[m * columns + first]!)) return false;
    let away = 0;
    for (let i = 0; i < columns; i++)
      away +=
        (network[j * columns + i]! / length -
          network[first * columns + i]! / lengthOf(network, first, columns)) **
        2;
    if (away > 1e-6) return false;
  }
  return first >= 0;
}
