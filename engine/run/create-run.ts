import { allocate } from '../allocate.ts';
import type { DescendingSide, End, Instance, IteratingSide, Side, SideName, Vector } from '../contract.ts';
import type { Field } from '../field.ts';
import { mapField, placeOf } from '../landscapes/map-field.ts';
import type { RuleSettings } from '../optimizers/update-rules.ts';
import { defaultValues, type ValuesOf } from '../params.ts';
import { createDescent } from './descent.ts';
import { RUN_PARAMS, type RuleName } from './run-params.ts';
import { descends, sidesOf } from './sides.ts';
import { type RunSizes, sizesOf } from './sizes-of.ts';

/** Values of `RUN_PARAMS`; `runValues` extracts them from a scenario's. */
export type RunValues = ValuesOf<typeof RUN_PARAMS>;

/** Numbers of a side by name, one per step; unrecorded names are absent. The card declares problem-specific ones. */
export interface Series {
  readonly [name: string]: Vector | undefined;
  readonly loss?: Vector;
  /** Compared loss, if it is not this side's own loss. */
  readonly objective?: Vector;
  readonly bound?: Vector;
  /** ||grad|| in the scaled units of the step. */
  readonly gradientNorm?: Vector;
  /** Longest recent move (`Descent.move`); absent for gradient descent, where the gradient suffices. */
  readonly move?: Vector;
  /** ||w - w*|| in original units; NaN without a goal. */
  readonly distance?: Vector;
}

/** A batch of steps of one side. */
export interface SideFrame {
  readonly count: number;
  readonly width: number;
  /** `width` numbers per step, in original units. */
  readonly iterates: Vector;
  readonly series: Series;
  /** x, y and `off` of the state's first map point, flat, three numbers per step; absent without a map or unless requested. */
  readonly places?: Vector;
  readonly status: End;
  /** First step with this status; null while moving. */
  readonly endedAt: number | null;
  /** First step within the criterion of `reached`, which the side may have left since; null before, and without a goal. */
  readonly arrivedAt: number | null;
  /** True if the end is only a label (`EndSpec.stops`) and the side continues. */
  readonly labels?: true;
  /** Numbers that come with a problem-specific end. */
  readonly carried?: Readonly<Record<string, number>>;
}

/** A batch of steps of both sides from step `first` on. A side that diverged or was solved has fewer steps than the other, or none. */
export interface Frame {
  readonly first: number;
  readonly left: SideFrame;
  readonly right: SideFrame;
}

/** Returns the step that settles a side's result: its first arrival, else its end; null before, and if the end is only a label. */
export function shownEnd(
  side: Pick<SideFrame, 'status' | 'endedAt' | 'arrivedAt' | 'labels'>,
): number | null {
  if (side.labels && side.status !== 'global') return null;
  return side.status === 'diverged' ? side.endedAt : (side.arrivedAt ?? side.endedAt);
}

/** Settings of a side, fixed for the run. */
export interface SideSettings {
  /** Effective rule: a mini-batch of all samples, or of infinitely many, is gradient descent (`calledRule`). */
  readonly rule: RuleName;
  readonly step: number;
  /** Gradient evaluations (over all n samples) per step. */
  readonly evaluationsPerStep: number;
  /** True if it iterates by itself, without rule or step. */
  readonly iterates?: true;
}

/** A race in progress. It keeps no history: `first` and `advance` return the only copy of their steps. */
export interface Run {
  readonly settings: Readonly<Record<SideName, SideSettings>>;
  /** Returns step 0, the start. Throws if steps were already taken. */
  first(): Frame;
  /**
   * Takes the next `steps` steps. 100 x advance(1) gives the same bits as advance(100). Throws before `first`, and RangeError unless
   * `steps` is a positive integer. Returns null if `pause` asked for it; an iterating side calls `pause` between steps and, if supported,
   * within one. Call again with the same number to continue.
   */
  advance(steps: number): Frame;
  /** Same, or null if it paused. */
  advance(steps: number, pause: () => boolean): Frame | null;
}

/** Returns the absolute step length if given, else c/L; c if L is 0, where no step moves. */
export function stepLength(c: number, step: number | null, smoothness: number): number {
  return step ?? (smoothness > 0 ? c / smoothness : c);
}

/** Returns the effective rule for this sample count: mini-batches of all samples are gradient descent, summed in another order. */
export function calledRule({ rule, batch }: Pick<RunValues, 'rule' | 'batch'>, samples: number): RuleName {
  return rule === 'sgd' && (samples === Number.POSITIVE_INFINITY || batch >= samples) ? 'gd' : rule;
}

/** Returns each side's optimizer settings, equal unless the right side is unlocked. An iterating side has neither rule nor step. */
export function sideSettings(
  instance: Instance,
  values: RunValues,
): Readonly<Record<SideName, RuleSettings & { readonly rule: RuleName }>> {
  const sides = sidesOf(instance);
  const locked = (side: Side) => ({ ...values, step: stepLength(values.c, values.step, side.stepUnit) });
  const unlocked = { rule: values.rrule, step: stepLength(values.rc, values.rstep, sides.right.stepUnit) };
  const right = locked(sides.right);
  return {
    left: locked(sides.left),
    right: values.unlock && descends(sides.right) ? { ...right, ...unlocked } : right,
  };
}

/**
 * Runs both sides in lockstep, each from a copy of its start. A non-finite step ends its side as `diverged`, and its frames keep the finite
 * steps before it. Values that the problem lacks take defaults. `places` requests those of the frames. Throws RangeError if `oseed` is not
 * a seed.
 */
export function createRun(
  instance: Instance,
  values: {
    readonly [Name in keyof RunValues]?: (Name extends 'rule' ? string : RunValues[Name]) | undefined;
  },
  places = false,
): Run {
  const settings = sideSettings(instance, { ...defaultValues(RUN_PARAMS), ...values } as RunValues);
  const sides = sidesOf(instance);
  const sizes = sizesOf(instance);
  const running = (name: SideName): Running => {
    const side = sides[name];
    const run = descends(side) ? descending(side, settings[name], sizes) : iterating(side, settings[name]);
    const field = places ? mapField(side)?.field : undefined;
    return field ? placing(run, field) : run;
  };
  const [left, right] = [running('left'), running('right')];
  let next = 0;
  /** The left's finished batch while the right is paused. */
  let waiting: SideFrame | null = null;

  function frame(steps: number, pause?: () => boolean): Frame | null {
    waiting ??= left.run(steps, next, pause);
    const other = waiting && right.run(steps, next, pause);
    if (!waiting || !other) return null;
    const whole = { first: next, left: waiting, right: other };
    waiting = null;
    next += steps;
    return whole;
  }

  return {
    settings: { left: left.settings, right: right.settings },
    first() {
      if (next !== 0) throw new Error(`expected the first call of this race; ${next} steps were taken`);
      return frame(1)!;
    },
    advance(steps: number, pause?: () => boolean) {
      if (next === 0) throw new Error('expected first() before advance()');
      if (!Number.isInteger(steps) || steps < 1)
        throw new RangeError(`expected a positive number of steps; got ${steps}`);
      return frame(steps, pause)!;
    },
  };
}

interface Running {
  readonly settings: SideSettings;
  /** Returns null if it paused; the same call then continues. */
  run(steps: number, first: number, pause?: () => boolean): SideFrame | null;
}

/** Adds the map point of each state to a side's frames. */
function placing({ settings, run }: Running, field: Field): Running {
  return {
    settings,
    run(...asked) {
      const frame = run(...asked);
      if (!frame) return null;
      const { iterates, width, count, series } = frame;
      const places = allocate(3 * count);
      const [x, y] = (field.along ?? []).map((name) => series[name]);
      for (let k = 0; k < count; k++) {
        const state = iterates.subarray(k * width, (k + 1) * width);
        places.set(x && y ? [x[k]!, y[k]!, 0] : placeOf(field, state), 3 * k);
      }
      return { ...frame, places };
    },
  };
}

function descending(
  side: DescendingSide,
  values: RuleSettings & { readonly rule: RuleName },
  sizes: RunSizes,
): Running {
  const { dimension: d, compared } = side;
  const landscape = side.landscape.follow();
  const descent = createDescent(side, landscape, values, sizes);
  const rule = calledRule(values, landscape.samples);

  function run(steps: number, first: number): SideFrame {
    const iterates = allocate(steps * d);
    const loss = new Float64Array(steps);
    const objective = new Float64Array(compared ? steps : 0);
    const gradientNorm = new Float64Array(steps);
    const distance = new Float64Array(steps);
    const move = rule === 'gd' ? null : new Float64Array(steps);
    const records: Readonly<Record<string, number>>[] = [];
    let count = 0;
    while (count < steps && descent.take(first + count)) {
      iterates.set(descent.shown, count * d);
      loss[count] = descent.loss;
      if (compared) objective[count] = compared.loss(descent.weights);
      gradientNorm[count] = descent.gradientNorm;
      distance[count] = descent.distance;
      if (move) move[count] = descent.move();
      if (side.record) records.push(side.record(descent.weights));
      count++;
    }
    const series = {
      loss,
      ...(compared && { objective }),
      gradientNorm,
      distance,
      ...(move && { move }),
      ...seriesOf(records),
    };
    return {
      count,
      width: d,
      iterates: iterates.slice(0, count * d),
      series: Object.fromEntries(Object.entries(series).map(([name, all]) => [name, all.slice(0, count)])),
      status: descent.status,
      endedAt: descent.endedAt,
      arrivedAt: descent.arrivedAt,
      ...(descent.labels && { labels: true as const }),
    };
  }

  return { settings: { rule, step: values.step, evaluationsPerStep: descent.evaluationsPerStep }, run };
}

/** Collects the records by name; without records uses the names of `sample`. */
function seriesOf(records: readonly Readonly<Record<string, number>>[], sample = {}): Record<string, Vector> {
  const names = Object.keys(records[0] ?? sample);
  return Object.fromEntries(
    names.map((name) => [name, Float64Array.from(records, (record) => record[name]!)]),
  );
}

/** Runs an iterating side: it may be at an end before the first step, and it stops at its end. */
function iterating(side: IteratingSide, { rule, step }: RuleSettings & { readonly rule: RuleName }): Running {
  const iteration = side.iterate();
  const { dimension: width } = iteration;
  let status: End = 'moving';
  let endedAt: number | null = null;
  // It may take few steps with large states, so allocate only for existing ones.
  let states: Float64Array[] = [];
  let records: Readonly<Record<string, number>>[] = [];

  /** Records the state of step k; false if there is none. */
  function note(k: number): boolean {
    if (iteration.status !== status) endedAt = iteration.status === 'moving' ? null : k;
    status = iteration.status;
    if (status === 'diverged') return false;
    const state = new Float64Array(width);
    iteration.read(state);
    states.push(state);
    records.push(iteration.record());
    return true;
  }

  function run(steps: number, first: number, pause?: () => boolean): SideFrame | null {
    while (
      states.length < steps &&
      status !== 'diverged' &&
      (first + states.length === 0 || !iteration.ended)
    ) {
      const k = first + states.length;
      if (k > 0 && iteration.step(pause) === 'paused') return null;
      if (!note(k)) break;
      if (states.length < steps && pause?.()) return null;
    }
    const count = states.length;
    const iterates = allocate(count * width);
    for (const [k, state] of states.entries()) iterates.set(state, k * width);
    const series = seriesOf(records, iteration.record());
    [states, records] = [[], []];
    const { carried } = iteration;
    const labels = endedAt !== null && status !== 'diverged' && !iteration.ended;
    return {
      count,
      width,
      iterates,
      series,
      status,
      endedAt,
      arrivedAt: null,
      ...(labels && { labels }),
      ...(carried && { carried }),
    };
  }

  const { evaluationsPerStep } = side;
  return { settings: { rule, step, evaluationsPerStep, iterates: true }, run };
}
