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

/** The values of `RUN_PARAMS`; `runValues` takes them from a scenario's. */
export type RunValues = ValuesOf<typeof RUN_PARAMS>;

/** Numbers of a side by name, one a step; a name that it does not record is absent. The card declares a problem's own. */
export interface Series {
  readonly [name: string]: Vector | undefined;
  readonly loss?: Vector;
  /** What both sides are compared by, where this side's loss is another number. */
  readonly objective?: Vector;
  /** The best certified lower bound so far. */
  readonly bound?: Vector;
  /** ||grad|| in the scaled units in which the step is taken. */
  readonly gradientNorm?: Vector;
  /** The longest of the last moves (`Descent.move`); absent of gradient descent, of which the gradient tells. */
  readonly move?: Vector;
  /** ||w - w*|| in original units; NaN without a goal. */
  readonly distance?: Vector;
}

/** A batch of steps of one side. */
export interface SideFrame {
  /** Steps in it. */
  readonly count: number;
  /** Numbers of one state. */
  readonly width: number;
  /** `width` numbers a step, in original units. */
  readonly iterates: Vector;
  readonly series: Series;
  /** x, y and `off` of the state's first point on the side's map, flat, three numbers a step; absent of a side without one, or not asked for. */
  readonly places?: Vector;
  readonly status: End;
  /** The step at which the status was first met; null while moving. */
  readonly endedAt: number | null;
  /** The first step within the criterion of `reached`, which the side may have left again since; null before, and without a goal. */
  readonly arrivedAt: number | null;
  /** Whether its end only labels (`EndSpec.stops`): the side goes on. */
  readonly labels?: true;
  /** The numbers that come with an end of the problem's own. */
  readonly carried?: Readonly<Record<string, number>>;
}

/** A batch of steps of both sides, from step `first` on. A side that diverged or was solved has fewer steps than the other, or none. */
export interface Frame {
  readonly first: number;
  readonly left: SideFrame;
  readonly right: SideFrame;
}

/** The step at which a side has shown what it came to: its first arrival, else its end; null before, and where an end only labels. */
export function shownEnd(
  side: Pick<SideFrame, 'status' | 'endedAt' | 'arrivedAt' | 'labels'>,
): number | null {
  if (side.labels && side.status !== 'global') return null;
  return side.status === 'diverged' ? side.endedAt : (side.arrivedAt ?? side.endedAt);
}

/** What a side is set to: fixed for the run. */
export interface SideSettings {
  /** What it does: a mini-batch of all samples, or of infinitely many, is gradient descent (`calledRule`). */
  readonly rule: RuleName;
  /** Absolute step length. */
  readonly step: number;
  /** Gradient evaluations (over all n samples) that a step costs. */
  readonly evaluationsPerStep: number;
  /** Whether it moves by itself, by neither rule nor step. */
  readonly iterates?: true;
}

/** A race under way. It keeps no history: what `first` and `advance` return is all there is of those steps. */
export interface Run {
  readonly settings: Readonly<Record<SideName, SideSettings>>;
  /** Step 0, the start. Throws where steps were taken already. */
  first(): Frame;
  /**
   * The next `steps` steps. 100 x advance(1) gives the same bits as advance(100). Throws before `first`, and RangeError where `steps` is no
   * whole number of at least 1. Null where `pause` said so, which a side that iterates asks between two steps and in the middle of one that
   * can stop there: called again with the same number it goes on, each time a little further.
   */
  advance(steps: number): Frame;
  /** The same, or null where it paused. */
  advance(steps: number, pause: () => boolean): Frame | null;
}

/** The step length of a side: the absolute one where given, else c/L; c where L is 0 and every step stands still. */
export function stepLength(c: number, step: number | null, smoothness: number): number {
  return step ?? (smoothness > 0 ? c / smoothness : c);
}

/** What a rule does on so many samples: mini-batches that hold all of them are gradient descent, summed in another order. */
export function calledRule({ rule, batch }: Pick<RunValues, 'rule' | 'batch'>, samples: number): RuleName {
  return rule === 'sgd' && (samples === Number.POSITIVE_INFINITY || batch >= samples) ? 'gd' : rule;
}

/** What each side's optimizer is set to: the same, unless the right side is unlocked. A side that iterates has neither rule nor step. */
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
 * Both sides in lockstep, each from a copy of its start. A step that is not finite ends its side as `diverged`: its frames then hold the
 * finite steps before it. What a problem without descent has no values of is its default. `places` asks for those of its frames. Throws
 * RangeError where `oseed` is no seed.
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
  /** What the left came to in a batch in which the right has paused. */
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
  /** Null where it paused: called again alike it goes on. */
  run(steps: number, first: number, pause?: () => boolean): SideFrame | null;
}

/** A side that says beside each state where it stands on its map. */
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

/** What was recorded, by name; without a record the names of `sample`. */
function seriesOf(records: readonly Readonly<Record<string, number>>[], sample = {}): Record<string, Vector> {
  const names = Object.keys(records[0] ?? sample);
  return Object.fromEntries(
    names.map((name) => [name, Float64Array.from(records, (record) => record[name]!)]),
  );
}

/** A side that iterates: it stands where it is before the first step, and stops at its end. */
function iterating(side: IteratingSide, { rule, step }: RuleSettings & { readonly rule: RuleName }): Running {
  const iteration = side.iterate();
  const { dimension: width } = iteration;
  let status: End = 'moving';
  let endedAt: number | null = null;
  // It may take few steps and have large states: room is taken for those that there are.
  let states: Float64Array[] = [];
  let records: Readonly<Record<string, number>>[] = [];

  /** Notes the state of step k; false where there is none. */
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
