import { allocate } from '../allocate.ts';
import type { Instance, Landscape, SideName, Solver, Vector } from '../contract.ts';
import type { RuleSettings } from '../optimizers/create-optimizer.ts';
import type { ValuesOf } from '../params.ts';
import { createDescent } from './descent.ts';
import type { RUN_PARAMS, RuleName } from './run-params.ts';
import type { Status } from './status.ts';

/** The values of `RUN_PARAMS`; `runValues` takes them from a scenario's. */
export type RunValues = ValuesOf<typeof RUN_PARAMS>;

/** A batch of steps of one side; arrays hold one entry a step, iterates `width` numbers a step in original units. */
export interface SideFrame {
  /** Steps in it. */
  readonly count: number;
  /** Numbers of one iterate: the weights, or the state of a solver. */
  readonly width: number;
  readonly iterates: Vector;
  readonly losses: Vector;
  /** What both sides are compared by, where this side's loss is not (an annealed one); else empty. */
  readonly objectives: Vector;
  /** The best certified lower bound of a solver; else empty. */
  readonly bounds: Vector;
  /** ||grad|| in the scaled units in which the step is taken; NaN of a solver. */
  readonly gradientNorms: Vector;
  /** ||w - w*|| in original units; NaN without a plant. */
  readonly distances: Vector;
  readonly status: Status;
  /** The step at which the status was first met; null while moving. */
  readonly endedAt: number | null;
  /** The first step within the criterion of `reached`, which the side may have left again since; null before, and without a plant. */
  readonly arrivedAt: number | null;
}

/** A batch of steps of both sides, from step `first` on. A side that diverged or was solved has fewer steps than the other, or none. */
export interface Frame {
  readonly first: number;
  readonly left: SideFrame;
  readonly right: SideFrame;
}

/** The step at which a side has shown what it came to: its first arrival, though it may have left again, else its end; null before. */
export function shownEnd({
  status,
  endedAt,
  arrivedAt,
}: Pick<SideFrame, 'status' | 'endedAt' | 'arrivedAt'>): number | null {
  return status === 'diverged' ? endedAt : (arrivedAt ?? endedAt);
}

/** What a side is set to: fixed for the run. */
export interface SideSettings {
  /** What it does: a mini-batch of all samples, or of infinitely many, is gradient descent (`calledRule`). */
  readonly rule: RuleName;
  /** Absolute step length. */
  readonly step: number;
  /** Gradient evaluations (over all n samples) that a step costs. */
  readonly evaluationsPerStep: number;
}

/** A race under way. It keeps no history: what `first` and `advance` return is all there is of those steps. */
export interface Run {
  readonly settings: Readonly<Record<SideName, SideSettings>>;
  /** Step 0, the start. Throws where steps were taken already. */
  first(): Frame;
  /**
   * The next `steps` steps. 100 x advance(1) gives the same bits as advance(100). Throws before `first`, and RangeError where
   * `steps` is no whole number of at least 1.
   */
  advance(steps: number): Frame;
}

/** The step length of a side: the absolute one where given, else c/L; c where L is 0 and every step stands still. */
export function stepLength(c: number, step: number | null, smoothness: number): number {
  return step ?? (smoothness > 0 ? c / smoothness : c);
}

/** What a rule does on so many samples: mini-batches that hold all of them are gradient descent, summed in another order. */
export function calledRule({ rule, batch }: Pick<RunValues, 'rule' | 'batch'>, samples: number): RuleName {
  return rule === 'sgd' && (samples === Number.POSITIVE_INFINITY || batch >= samples) ? 'gd' : rule;
}

/** What each side's optimizer is set to: the same, unless the right side is unlocked. */
export function sideSettings(
  { smoothness, createSolver }: Instance,
  values: RunValues,
): Readonly<Record<SideName, RuleSettings & { readonly rule: RuleName }>> {
  const left = { ...values, step: stepLength(values.c, values.step, smoothness) };
  const right = { ...left, rule: values.rrule, step: stepLength(values.rc, values.rstep, smoothness) };
  // A side that is solved has neither rule nor step.
  return { left, right: values.unlock && !createSolver ? right : left };
}

/**
 * Both sides from the same start, in lockstep. Each side keeps its own copy of the start. A step that is not finite ends its
 * side as `diverged`: its frames then hold the finite steps before it. Throws RangeError where `oseed` is no seed.
 */
export function createRun(instance: Instance, values: RunValues): Run {
  const settings = sideSettings(instance, values);
  const left = createSide(instance, instance.left.follow(), settings.left, null);
  const right = instance.createSolver
    ? createSolverSide(instance.createSolver(), settings.right)
    : createSide(instance, instance.right.follow(), settings.right, instance.network ? instance.left : null);
  let next = 0;

  function frame(steps: number): Frame {
    const first = next;
    next += steps;
    return { first, left: left.run(steps, first), right: right.run(steps, first) };
  }

  return {
    settings: { left: left.settings, right: right.settings },
    first() {
      if (next !== 0) throw new Error(`expected the first call of this race; ${next} steps were taken`);
      return frame(1);
    },
    advance(steps) {
      if (next === 0) throw new Error('expected first() before advance()');
      if (!Number.isInteger(steps) || steps < 1)
        throw new RangeError(`expected a positive number of steps; got ${steps}`);
      return frame(steps);
    },
  };
}

interface Side {
  readonly settings: SideSettings;
  run(steps: number, first: number): SideFrame;
}

/** `compared` is the loss that both sides are compared by, where this one's own is another; null where it is not. */
function createSide(
  instance: Instance,
  landscape: Landscape,
  values: RuleSettings & { readonly rule: RuleName },
  compared: Landscape | null,
): Side {
  const { dimension: d } = instance;
  const descent = createDescent(instance, landscape, values);

  function run(steps: number, first: number): SideFrame {
    const iterates = allocate(steps * d);
    const losses = new Float64Array(steps);
    const objectives = new Float64Array(compared ? steps : 0);
    const gradientNorms = new Float64Array(steps);
    const distances = new Float64Array(steps);
    let count = 0;
    while (count < steps && descent.take(first + count)) {
      iterates.set(descent.shown, count * d);
      losses[count] = descent.loss;
      if (compared) objectives[count] = compared.loss(descent.weights);
      gradientNorms[count] = descent.gradientNorm;
      distances[count] = descent.distance;
      count++;
    }
    return {
      count,
      width: d,
      iterates: iterates.slice(0, count * d),
      losses: losses.slice(0, count),
      objectives: objectives.slice(0, count),
      bounds: new Float64Array(0),
      gradientNorms: gradientNorms.slice(0, count),
      distances: distances.slice(0, count),
      status: descent.status,
      endedAt: descent.endedAt,
      arrivedAt: descent.arrivedAt,
    };
  }

  const rule = calledRule(values, landscape.samples);
  return { settings: { rule, step: values.step, evaluationsPerStep: descent.evaluationsPerStep }, run };
}

/** A side that is solved: it stands where it is before the first round, and stops at its end. */
function createSolverSide(solver: Solver, { rule, step }: RuleSettings & { readonly rule: RuleName }): Side {
  const { dimension: width } = solver;
  let endedAt: number | null = null;

  function run(steps: number, first: number): SideFrame {
    // A solver takes few rounds and has large states: room is taken for those that there are.
    const losses: number[] = [];
    const bounds: number[] = [];
    const states: Float64Array[] = [];
    while (losses.length < steps && (first + losses.length === 0 || solver.status === 'moving')) {
      if (first + losses.length > 0) solver.step();
      const state = new Float64Array(width);
      solver.write(state);
      states.push(state);
      losses.push(solver.objective);
      bounds.push(solver.lowerBound);
    }
    const count = losses.length;
    const iterates = allocate(count * width);
    for (const [k, state] of states.entries()) iterates.set(state, k * width);
    if (count > 0 && solver.status !== 'moving') endedAt ??= first + count - 1;
    return {
      count,
      width,
      iterates,
      losses: Float64Array.from(losses),
      objectives: new Float64Array(0),
      bounds: Float64Array.from(bounds),
      gradientNorms: new Float64Array(count).fill(Number.NaN),
      distances: new Float64Array(count).fill(Number.NaN),
      status: solver.status,
      endedAt,
      arrivedAt: null,
    };
  }

  return { settings: { rule, step, evaluationsPerStep: 1 }, run };
}
