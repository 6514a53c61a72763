import { CATALOG } from '../../../engine/catalog.ts';
import type { NetworkReading, Optimum } from '../../../engine/problems/two-layer/types.ts';
import { goesOn } from '../../../engine/run/status.ts';
import type { View } from '../../charts/geometry.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt, shownNumber } from '../../session/run/kept-steps.ts';
import { hasPart } from '../../session/scene-parts.ts';
import type { AppState } from '../../session/store.ts';
import type { Gap } from '../kit/gap/gap-drawing.ts';
import { hardlyFalls } from '../kit/gap/hardly-falls.ts';
import { defineReadings } from '../kit/state/readings.ts';
import type { CircleNeurons } from './circle/geometry.ts';
import { networkOf } from './network-info.ts';
import type { NetworkVerdictFacts } from './words.en.ts';

/** Relative excess over the proved bound up to which the left counts as optimal. */
export const TOLERANCE = 1e-3;

/** F over one left neuron's two weights, the others fixed. */
export interface NeuronGrid {
  readonly neuron: number;
  readonly view: View;
  readonly size: number;
  readonly values: Float64Array;
}

/** Both networks as read, ascending x of output curves, window of the maps. */
export interface NetworksRead {
  readonly reading: NetworkReading;
  readonly xs: Float64Array<ArrayBuffer> | null;
  readonly mapView: View | null;
}

/** The pictures' state; `reading` is null before the first. */
export interface NetworkState extends Omit<NetworksRead, 'reading'> {
  readonly reading: NetworkReading | null;
  readonly optimum: Optimum | null;
}

export const NETWORKS = defineReadings<{
  networks: NetworksRead;
  neuron: NeuronGrid;
  /** The program's optimum, computed separately if the right side is not the program. */
  optimum: Optimum;
}>();

/** Returns the shown landscape's reading, else null. */
export const readingNow = (state: Pick<AppState, 'readings' | 'landscape'>): NetworkReading | null =>
  NETWORKS.now(state, 'networks')?.reading ?? null;

type Trajectories = Snapshot['trajectories'];

/** Returns the certified lower bound at the right side's step k: its own if solved, else the program's. NaN if none. */
function boundAt(state: AppState, { right }: Trajectories, k: number): number {
  const network = networkOf(state.opened);
  if (!network || network.program === 'sampled' || !hasPart(state, 'floor')) return Number.NaN;
  if (network.solved) return numberAt(right, 'bound', k);
  return NETWORKS.now(state, 'optimum')?.lowerBound ?? Number.NaN;
}

/** Return the bound proved at the shown step, and the best of the whole run. */
export function provedBound(state: AppState, trajectories: Trajectories): number {
  return boundAt(state, trajectories, state.k);
}

export function bestBound(state: AppState, trajectories: Trajectories): number {
  return boundAt(state, trajectories, trajectories.right.last);
}

/** True if the optimum is known to be zero: relative excess is undefined. */
export function isZeroOptimum(state: AppState, { right }: Trajectories): boolean {
  const network = networkOf(state.opened);
  if (!network || network.program === 'sampled') return false;
  if (!network.solved) return NETWORKS.now(state, 'optimum')?.objective === 0;
  const { last } = right;
  return (
    state.sides.right.status === 'optimal' && last <= state.k && numberAt(right, 'objective', last) === 0
  );
}

/** Returns F's relative excess over a value, at least 0; NaN if F is unknown or the value is not above 0. */
export function excessOver(value: number, objective: number): number {
  return value > 0 ? Math.max(0, objective - value) / value : Number.NaN;
}

export function objectiveOf(session: Snapshot, side: 'left' | 'right'): number {
  return shownNumber(session, side, 'objective');
}

/** Returns the lowest F of any width that is known at the shown step; NaN if none. */
function bestKnown(session: Snapshot, state: AppState): number {
  const solved = networkOf(state.opened)?.solved ?? true;
  return solved ? objectiveOf(session, 'right') : (NETWORKS.now(state, 'optimum')?.objective ?? Number.NaN);
}

/** Returns a side's excess over the proved bound, and why it may be undefined. */
export function withinFacts(session: Snapshot, state: AppState, side: 'left' | 'right'): Gap {
  const objective = objectiveOf(session, side);
  return {
    excess: excessOver(provedBound(state, session.trajectories), objective),
    least: excessOver(bestKnown(session, state), objective),
    sampled: networkOf(state.opened)?.program === 'sampled',
    zero: isZeroOptimum(state, session.trajectories),
    diverged: state.sides[side].status === 'diverged' && state.k >= (state.sides[side].endedAt ?? 0),
  };
}

export function leftVerdict(session: Snapshot, state: AppState): NetworkVerdictFacts {
  const { status, endedAt } = state.sides.left;
  const ended = endedAt !== null && endedAt <= state.k;
  const objective = objectiveOf(session, 'left');
  const excess = excessOver(provedBound(state, session.trajectories), objective);
  return {
    excess,
    least: excessOver(bestKnown(session, state), objective),
    // Only a better network that is no wider makes the rest point spurious.
    above: excessOver(readingNow(state)?.attained ?? Number.NaN, objective),
    optimal: excess <= TOLERANCE,
    zero: isZeroOptimum(state, session.trajectories),
    // A side that hovers still moves.
    atRest: ended && status !== 'diverged' && !goesOn(status, CATALOG['two-layer']),
    slow: hardlyFalls(session, state, 'objective'),
    trained: networkOf(state.opened)?.trained ?? true,
    diverged: ended && status === 'diverged',
    k: state.k,
    program: networkOf(state.opened)?.program ?? null,
  };
}

/** Counts directions, to 1e-3 and per sign, of a flat network's contributing neurons; also the signs and those neurons. */
export function countDirections(
  network: ArrayLike<number>,
  columns: number,
): { readonly directions: number; readonly signs: number; readonly neurons: number } {
  const m = network.length / (columns + 1);
  const found: { sign: number; unit: number[] }[] = [];
  const signs = new Set<number>();
  let neurons = 0;
  for (let j = 0; j < m; j++) {
    const length = lengthOf(network, j, columns);
    const alpha = network[m * columns + j]!;
    if (!(Math.abs(alpha) * length > 1e-6)) continue;
    neurons++;
    const sign = Math.sign(alpha);
    signs.add(sign);
    const unit = Array.from({ length: columns }, (_, i) => network[j * columns + i]! / length);
    const isNear = (other: (typeof found)[number]) =>
      other.sign === sign && Math.hypot(...unit.map((value, i) => value - other.unit[i]!)) < 1e-3;
    if (!found.some(isNear)) found.push({ sign, unit });
  }
  return { directions: found.length, signs: signs.size, neurons };
}

/** Counts a flat network's contributing neurons. */
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

/** Returns two-column neurons as directions and strengths; 0 for those that contribute nothing. */
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
