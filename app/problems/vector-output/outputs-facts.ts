import type { SideName } from '../../../engine/contract.ts';
import type { NetworksTold, RegionsAsked } from '../../../engine/problems/vector-output/types.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt, shownNumber } from '../../session/run/kept-steps.ts';
import { standingOf } from '../../session/run/standing.ts';
import { hasPart } from '../../session/scene-parts.ts';
import type { AppState } from '../../session/store.ts';
import type { Gap } from '../kit/gap/gap-drawing.ts';
import { networkAt } from '../kit/pictured.ts';
import { defineReadings } from '../kit/state/readings.ts';
import { defineViewState } from '../kit/state/view-state.ts';
import type { LinesGrid } from './lines/lines-plot.ts';
import { neuronsOf, outputsOf } from './outputs-info.ts';
import type { AnswerCounts } from './words.en.ts';

type Trajectories = Snapshot['trajectories'];

/** Relative excess over the bound up to which descent counts as optimal. */
export const TOLERANCE = 1e-3;

/** Class regions with the request's window and resolution. */
export interface RegionsRead extends Pick<RegionsAsked, 'view' | 'size'> {
  readonly left: Int8Array;
  readonly right: Int8Array;
}

export const OUTPUTS = defineReadings<{
  networks: NetworksTold;
  regions: RegionsRead;
  lines: LinesGrid;
  separate: number;
}>();

/** Detail of the objective: the lowest F of one network for each output, drawn where a scene lists it. */
export const SEPARATE = 'separate';

/** Line (x, y, offset) read on the map of lines, also among regions. */
export const POINTED = defineViewState<readonly [number, number, number] | null>('pointed', null);

/** Returns the best bound proved up to a step of the right, at least that of the singular values; NaN without proof. */
function boundAt(state: AppState, { right }: Trajectories, k: number): number {
  const info = outputsOf(state.opened);
  if (!info || info.program === 'sampled' || !hasPart(state, 'floor')) return Number.NaN;
  return Math.max(info.svdBound, numberAt(right, 'bound', k));
}

export const provedBound = (state: AppState, trajectories: Trajectories): number =>
  boundAt(state, trajectories, state.k);
export const bestBound = (state: AppState, trajectories: Trajectories): number =>
  boundAt(state, trajectories, trajectories.right.last);

export const objectiveOf = (snapshot: Snapshot, side: SideName): number =>
  shownNumber(snapshot, side, 'loss');

/** Returns the excess over the bound proved by the shown step, and why it may be undefined. */
export function gapOf(snapshot: Snapshot, state: AppState, side: SideName): Gap {
  const { trajectories } = snapshot;
  const bound = provedBound(state, trajectories);
  const objective = objectiveOf(snapshot, side);
  const { status } = standingOf(state, trajectories, side);
  const over = (value: number) => (value > 0 ? Math.max(0, objective - value) / value : Number.NaN);
  return {
    excess: over(bound),
    least: over(objectiveOf(snapshot, 'right')),
    sampled: outputsOf(state.opened)?.program === 'sampled',
    zero: bound === 0 && shownNumber(snapshot, 'right', 'loss') === 0,
    diverged: status === 'diverged',
  };
}

/** Returns null for regression and until read. */
export function countAnswers(state: AppState, side: SideName): AnswerCounts | null {
  const classes = outputsOf(state.opened)?.classes;
  const answers = OUTPUTS.now(state, 'networks')?.[side].answers;
  if (!classes || answers?.length !== classes.length) return null;
  const undecided = answers.filter((own) => own < 0).length;
  const right = answers.filter((own, i) => own === classes[i]).length;
  return { samples: classes.length, wrong: classes.length - right - undecided, undecided };
}

export function countDead(state: AppState): number {
  return OUTPUTS.now(state, 'networks')?.left.dead.reduce((sum, flag) => sum + flag, 0) ?? 0;
}

export function countKept(snapshot: Snapshot, state: AppState): number {
  const info = outputsOf(state.opened);
  return info ? neuronsOf(networkAt(snapshot, 'right'), 'right', info).count : 0;
}

export function sizesOf({
  outputs,
  classes,
}: {
  outputs: number;
  classes: ArrayLike<number> | null;
}): number[] {
  const counts = Array.from({ length: outputs }, () => 0);
  for (let i = 0; i < (classes?.length ?? 0); i++) counts[classes![i]!]!++;
  return counts;
}
