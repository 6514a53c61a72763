import type { Aim, DescendingSide, End, Instance, IteratingSide, Iteration, SideName } from '../contract.ts';
import { type RunValues, sideSettings } from '../run/create-run.ts';
import { createDescent, type Descent } from '../run/descent.ts';
import { descends, sidesOf } from '../run/sides.ts';
import { sizesOf } from '../run/sizes-of.ts';
import type { Comparison } from './compared.ts';

/** One side of one run, with the run's bits. Methods, because V8 reads accessors of many objects slowly. */
export interface Contestant {
  /** Returns the distance from the aim; Infinity once diverged, NaN for a tie (`Aim.series`). */
  away(): number;
  status(): End;
  /** Returns the status of a run that came to rest outside its criterion: `reached` is then none. */
  restsAs(): End;
  /** True at an end up to rounding: zero gradient or loss. It may still pass a saddle. */
  settled(): boolean;
  /** True if its bits prove that no new state follows. */
  over(): boolean;
  /** Returns the compared number; the worst possible once diverged, NaN if there is none. */
  compared(by: Comparison): number;
  readonly descent: Descent | null;
  readonly iteration: Iteration | null;
  /** Takes step k; step 0 is the start. */
  take(k: number): void;
}

export function createContestants(
  instance: Instance,
  values: RunValues,
  aim: Aim,
): Readonly<Record<SideName, Contestant>> {
  const settings = sideSettings(instance, values);
  const sides = sidesOf(instance);
  const sizes = sizesOf(instance);
  const descending = (side: SideName, of: DescendingSide): Contestant => {
    const path = of.landscape.follow();
    const descent = createDescent(of, path, settings[side], sizes);
    // Plain descent depends only on the weights: if they recur, the rest recurs too.
    const forgets = settings[side].rule === 'gd' && !path.atStep;
    const watch = createRepeatWatch(of.dimension);
    const objective = () => (of.compared ? of.compared.loss(descent.weights) : descent.loss);
    return {
      descent,
      iteration: null,
      away() {
        if (descent.status === 'diverged') return Number.POSITIVE_INFINITY;
        return aim.measure(side, descent.distance, aim.name === 'distance' ? descent.loss : objective());
      },
      status: () => descent.status,
      compared({ series, worst }) {
        if (descent.status === 'diverged') return worst;
        if (series === 'objective' || series === 'loss') return objective();
        return of.record?.(descent.weights)[series] ?? Number.NaN;
      },
      restsAs: () => (descent.status === 'reached' ? descent.restsAs() : descent.status),
      settled: () => hasSettled(descent),
      over() {
        if (descent.status === 'diverged') return true;
        return watch.repeats() && (forgets || descent.gradient.every((slope) => slope === 0));
      },
      take(k) {
        // Do not watch a moving side: it costs a step.
        if (descent.take(k) && descent.status !== 'moving') watch.look(k, descent.weights);
      },
    };
  };
  const contestant = (name: SideName): Contestant => {
    const side = sides[name];
    return descends(side) ? descending(name, side) : iterating(name, side, aim);
  };
  return { left: contestant('left'), right: contestant('right') };
}

/**
 * True if the side has settled. A label is not an end, and after arrival at the plant the distance still falls: test loss and gradient by
 * every other end's criteria.
 */
function hasSettled(descent: Descent): boolean {
  if (descent.status === 'moving' || descent.labels) return false;
  if (descent.status !== 'reached') return true;
  return descent.settled();
}

function iterating(name: SideName, side: IteratingSide, aim: Aim): Contestant {
  const iteration = side.iterate();
  return {
    descent: null,
    iteration,
    away() {
      if (iteration.status === 'diverged') return Number.POSITIVE_INFINITY;
      const record = iteration.record();
      if (aim.between) return record[aim.between]! >= 0 ? record[aim.between]! : Number.POSITIVE_INFINITY;
      if (aim.series) return record[aim.series]!;
      const { loss = Number.NaN, objective = loss, distance = Number.NaN } = record;
      return aim.measure(name, distance, objective);
    },
    compared({ series, worst }) {
      if (iteration.status === 'diverged') return worst;
      const record = iteration.record();
      return record[series] ?? (series === 'objective' ? record.loss : undefined) ?? Number.NaN;
    },
    status: () => iteration.status,
    restsAs: () => iteration.status,
    settled: () => iteration.status !== 'moving',
    over: () => iteration.ended,
    take(k) {
      if (k > 0 && !iteration.ended && iteration.status !== 'diverged') iteration.step();
    },
  };
}

/**
 * Detects recurring weights, bit for bit (rounding may cycle between neighbours), by Brent's method (1980): compares with a reference that
 * is replaced ever more rarely.
 */
function createRepeatWatch(dimension: number) {
  const mark = new Float64Array(dimension).fill(Number.NaN);
  let next = 0;
  let repeats = false;
  return {
    repeats: () => repeats,
    look(k: number, weights: Float64Array): void {
      repeats = weights.every((value, j) => value === mark[j]);
      if (k < next || repeats) return;
      mark.set(weights);
      next = 2 * k;
    },
  };
}
