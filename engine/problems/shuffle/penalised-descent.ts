import type { Iteration, SideName, Vector } from '../../contract.ts';
import type { Projector, Relaxation } from './instance.ts';
import { SHUFFLE_ENDS } from './names.ts';
import { isBest } from './permutation-costs.ts';
import type { Best, Rounded } from './types.ts';

export interface Descending {
  /** c/L. */
  readonly step: number;
  readonly lambda: number;
  readonly ramp: number;
  readonly start: Vector;
  readonly best: Best | null;
}

interface StepBy {
  readonly relaxation: Relaxation;
  readonly projector: Projector;
  readonly step: number;
  readonly lambda: number;
}

/** Returns lambda_k: 0 on the left; on the right it grows to lambda over `ramp` steps. */
export function lambdaAt(
  { lambda, ramp }: Pick<Descending, 'lambda' | 'ramp'>,
  side: SideName,
  k: number,
): number {
  if (side === 'left') return 0;
  return k < ramp ? lambda * (k / ramp) : lambda;
}

/** Writes the next state and adds lambda grad P to `gradient`, that of E. */
export function stepFrom(
  next: Float64Array,
  gradient: Float64Array,
  state: Float64Array,
  { relaxation, projector, step, lambda }: StepBy,
): void {
  if (lambda > 0) relaxation.addPenalty(gradient, state, lambda);
  for (let i = 0; i < state.length; i++) next[i] = state[i]! - step * gradient[i]!;
  projector.project(next);
}

/**
 * True if neither the step to `next` (after `stepFrom`) nor one of 1/L moves the state by more than `SHUFFLE_ENDS.move`. A projected step
 * grows with its length, so the longer decides.
 */
export function stays(
  state: Float64Array,
  next: Float64Array,
  gradient: Float64Array,
  { relaxation, step }: Pick<StepBy, 'relaxation' | 'step'>,
): boolean {
  if (!isNear(next, state)) return false;
  const { smoothness } = relaxation;
  if (!(smoothness > 0 && step < 1 / smoothness)) return true;
  const full = state.map((value, i) => value - gradient[i]! / smoothness);
  relaxation.projector().project(full);
  return isNear(full, state);
}

function isNear(to: Float64Array, from: Float64Array): boolean {
  let squares = 0;
  for (let i = 0; i < to.length; i++) squares += (to[i]! - from[i]!) * (to[i]! - from[i]!);
  return Math.sqrt(squares) <= SHUFFLE_ENDS.move;
}

/** Returns E; NaN if equally near permutations differ in cost, or may (n > 8). */
export function costOf({ cost, tie, tiedCosts }: Rounded, best: Best | null): number {
  if (!tie) return cost;
  return tiedCosts && best && tiedCosts[1] - tiedCosts[0] <= best.within ? cost : Number.NaN;
}

/**
 * Projected descent of E (left) or E + lambda_k P (right): x <- proj(x - (c/L)(grad E + lambda_k grad P)). Ends as on the card. Computes
 * the next state in advance, because it decides if a side rests.
 */
export function createPenalisedDescent(relaxation: Relaxation, side: SideName, asked: Descending): Iteration {
  const { dimension, n, smoothness } = relaxation;
  const { step, ramp, start, best } = asked;
  let projector: Projector = relaxation.projector();
  const state = Float64Array.from(start);
  const next = new Float64Array(dimension);
  const gradient = new Float64Array(dimension);
  let k = 0;
  let cost = 0;
  let penalty = 0;
  let bound = Number.NEGATIVE_INFINITY;
  let first = Number.NaN;
  let rounded: Rounded | null = null;
  let status = 'moving';
  let carried: Readonly<Record<string, number>> = {};

  function round(): Rounded {
    rounded ??= relaxation.round(state);
    return rounded;
  }

  function look(): void {
    rounded = null;
    cost = relaxation.cost(gradient, state);
    penalty = relaxation.penalty(state);
    if (Number.isNaN(first)) first = cost;
    if (side === 'left') {
      let slope = 0;
      for (let i = 0; i < dimension; i++) slope += gradient[i]! * state[i]!;
      bound = Math.max(bound, cost + relaxation.least(gradient) - slope);
    }
    stepFrom(next, gradient, state, { relaxation, projector, step, lambda: lambdaAt(asked, side, k) });
    status = side === 'left' ? relaxed() : penalised();
  }

  /** Ends the left once the gap E - bound is small, with room for rounding. */
  function relaxed(): string {
    const near = Math.max(SHUFFLE_ENDS.gap * Math.max(cost, first), SHUFFLE_ENDS.rounding * n * smoothness);
    if (!(cost - bound <= near)) return 'moving';
    const { cost: found, margin, tiedCosts } = round();
    if (margin <= SHUFFLE_ENDS.unsure && !isAtRest()) return 'moving';
    const known = best?.cost ?? Number.NaN;
    if (Number.isNaN(costOf(round(), best))) {
      const [least, largest] = tiedCosts ?? [Number.NaN, Number.NaN];
      carried = { least, largest, best: known };
      return 'tie';
    }
    carried = { cost: found, best: known };
    return isBest(found, best) ? 'best' : 'rounds';
  }

  const isAtRest = () => stays(state, next, gradient, { relaxation, step });

  function penalised(): string {
    if (k < ramp || !isAtRest()) return 'moving';
    const { cost: found, permutation, tie } = round();
    // In a tie no permutation is nearest.
    const threshold = tie ? Number.NaN : relaxation.threshold(permutation);
    if (!(penalty <= SHUFFLE_ENDS.penalty)) {
      carried = { penalty, threshold };
      return 'between';
    }
    carried = { cost: found, best: best?.cost ?? Number.NaN, threshold };
    return isBest(found, best) ? 'best' : 'permutation';
  }

  look();
  return {
    dimension,
    get carried() {
      return carried;
    },
    read: (into) => into.set(state),
    record() {
      const found = costOf(round(), best);
      const lambda = lambdaAt(asked, side, k);
      return {
        loss: cost,
        penalty,
        rounded: found,
        missed: best ? Math.max(0, found - best.cost) : Number.NaN,
        objective: cost + lambda * penalty,
        lambda,
        ...(side === 'left' && { bound }),
      };
    },
    get status() {
      return status;
    },
    get ended() {
      return status !== 'moving';
    },
    step() {
      if (status !== 'moving') return 'done';
      state.set(next);
      k++;
      look();
      return 'done';
    },
    memory: {
      save: () => ({
        k,
        bound,
        first,
        state: state.slice(),
        next: next.slice(),
        kept: projector.kept.slice(),
      }),
      restore(saved) {
        const memory = saved as { k: number; bound: number; first: number } & Record<
          'state' | 'next' | 'kept',
          Vector
        >;
        ({ k, bound, first } = memory);
        state.set(memory.state);
        projector = relaxation.projector();
        look();
        next.set(memory.next);
        projector.kept.set(memory.kept);
      },
    },
  };
}
