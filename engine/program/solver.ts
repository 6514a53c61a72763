import type { Aim, Iteration, Vector } from '../contract.ts';
import { sizeOf } from '../run/sizes-of.ts';
import { CRITERIA, type Status } from '../run/status.ts';

/** Convex program solved in rounds; one solver per run. */
export interface Solver {
  /** State length; zeros fill the unused end. */
  readonly dimension: number;
  /** Writes the state (length `dimension`). */
  write(state: Float64Array): void;
  readonly objective: number;
  /** Best certified bound so far; NaN if none. */
  readonly lowerBound: number;
  /** `moving`, or the end, after which nothing changes. */
  readonly status: Status;
  /** Takes a round, or the rest of a paused one; no effect once ended. Calls `pause` only after progress in this call. */
  step(pause?: () => boolean): 'done' | 'paused';
}

/** Adapts a solver to a side of rounds. `more` returns further numbers of the state. */
export function iterationOf(
  solver: Solver,
  more: () => Readonly<Record<string, number>> = () => ({}),
): Iteration {
  return {
    dimension: solver.dimension,
    read: (into) => solver.write(into),
    record: () => ({ loss: solver.objective, bound: solver.lowerBound, ...more() }),
    get status() {
      return solver.status;
    },
    get ended() {
      return solver.status !== 'moving';
    },
    step: (pause) => solver.step(pause),
  };
}

export interface Counted {
  readonly solver: Solver;
  readonly rounds: number;
  /** Takes one round; false, without effect, once ended. */
  step(): boolean;
}

export function countRounds(solver: Solver): Counted {
  let rounds = 0;
  return {
    solver,
    get rounds() {
      return rounds;
    },
    step() {
      if (solver.status !== 'moving') return false;
      solver.step();
      rounds++;
      return true;
    },
  };
}

export function stateOf(solver: Solver): Vector {
  const state = new Float64Array(solver.dimension);
  solver.write(state);
  return state;
}

/** Returns (objective - bound)/objective, or 0 if the objective is 0. NaN bounds give NaN. */
export function relativeGap(objective: number, bound: number): number {
  return objective > 0 ? Math.max(0, objective - bound) / objective : 0;
}

/** Solves to the end and measures a loss F relative to the proven bound; null without a solver or a positive bound. */
export function aimAtBound(solver: Solver | null, labels: Vector): Aim | null {
  while (solver?.status === 'moving') solver.step();
  const optimum = solver?.lowerBound ?? Number.NaN;
  if (!(optimum > CRITERIA.global * sizeOf(labels) ** 2)) return null;
  return { name: 'gap', ofPrepared: true, measure: (_, __, F) => Math.max(0, F / optimum - 1) };
}
