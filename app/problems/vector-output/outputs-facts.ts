import type { SideName } from '../../../engine/contract.ts';
import type { NetworksTold } from '../../../engine/problems/vector-output/types.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt, shownNumber } from '../../session/run/kept-steps.ts';
import { standingOf } from '../../session/run/standing.ts';
import type { AppState } from '../../session/store.ts';
import type { Gap } from '../kit/gap-drawing.ts';
import { networkAt } from '../kit/pictured.ts';
import { neuronsOf, outputsOf } from './outputs-info.ts';
import type { AnswerCounts } from './words.en.ts';

type Trajectories = Snapshot['trajectories'];

/** Up to this excess over the proved bound, relatively, descent is called optimal. */
export const TOLERANCE = 1e-3;

/** The latest reading of both networks, of whatever it is; null before one has come. */
export const networksRead = ({ readings }: Pick<AppState, 'readings'>) =>
  (readings.networks?.value ?? null) as NetworksTold | null;

/** What was read of the networks that are shown; null while it is of others. */
export function readingNow(state: Pick<AppState, 'readings' | 'landscape'>): NetworksTold | null {
  return state.readings.networks?.landscape === state.landscape ? networksRead(state) : null;
}

/** The best bound that is proved up to a step of the right side, that of the singular values among them; NaN where the program proves none. */
function boundAt({ opened }: AppState, { right }: Trajectories, k: number): number {
  const info = outputsOf(opened);
  if (!info || info.program === 'sampled') return Number.NaN;
  return Math.max(info.svdBound, numberAt(right, 'bound', k));
}

export const provedBound = (state: AppState, trajectories: Trajectories): number =>
  boundAt(state, trajectories, state.k);
export const bestBound = (state: AppState, trajectories: Trajectories): number =>
  boundAt(state, trajectories, trajectories.right.last);

/** F of a side at its shown step. */
export const objectiveOf = (snapshot: Snapshot, side: SideName): number =>
  shownNumber(snapshot, side, 'loss');

/** How near a side is to the best possible at the shown step, by what is proved by then. */
export function gapOf(snapshot: Snapshot, state: AppState, side: SideName): Gap {
  const { trajectories } = snapshot;
  const bound = provedBound(state, trajectories);
  const objective = objectiveOf(snapshot, side);
  const { status } = standingOf(state, trajectories, side);
  return {
    excess: bound > 0 ? Math.max(0, objective - bound) / bound : Number.NaN,
    sampled: outputsOf(state.opened)?.program === 'sampled',
    zero: bound === 0 && shownNumber(snapshot, 'right', 'loss') === 0,
    diverged: status === 'diverged',
  };
}

/** Counts samples that a network puts in a wrong class, and in none. Null for regression and until it is known. */
export function countAnswers(state: AppState, side: SideName): AnswerCounts | null {
  const classes = outputsOf(state.opened)?.classes;
  const answers = readingNow(state)?.[side].answers;
  if (!classes || answers?.length !== classes.length) return null;
  const undecided = answers.filter((own) => own < 0).length;
  const right = answers.filter((own, i) => own === classes[i]).length;
  return { samples: classes.length, wrong: classes.length - right - undecided, undecided };
}

/** How many of the left's neurons are dead at what was read. */
export function countDead(state: AppState): number {
  return readingNow(state)?.left.dead.reduce((sum, flag) => sum + flag, 0) ?? 0;
}

/** How many neurons the right side has at the shown step. */
export function countKept(snapshot: Snapshot, state: AppState): number {
  const info = outputsOf(state.opened);
  return info ? neuronsOf(networkAt(snapshot, 'right'), 'right', info).count : 0;
}

/** How many samples each class has. */
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
