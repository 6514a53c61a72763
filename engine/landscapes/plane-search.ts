import type { Landscape, PairInstance, SideName, Vector } from '../contract.ts';
import type { Values } from '../params.ts';
import { createRun, type RunValues, shownEnd } from '../run/create-run.ts';
import type { PlaneChoice } from '../scenario/planes.ts';
import {
  createEndsPlane,
  createPathsPlane,
  createWeightsPlane,
  type NamedPlane,
  type SlicePlaces,
} from './slice-plane.ts';

/** Most steps of a run whose iterates define a plane. */
export const PLANE_STEPS = 1000;

/** Multiplications per step of the search. */
const MOST_WORK = 2e7;

/** A plane's kind and, for two weights, their zero-based indexes. */
export interface PlaneRequest {
  readonly kind: PlaneChoice;
  readonly pair: readonly [number, number];
}

/** Returns the plane that the values name; the first two weights without a valid pair. */
export function planeRequest({ dimension: d }: PairInstance, values: Values): PlaneRequest {
  const [i, j] = ((values.pair as readonly number[] | null) ?? [1, 2]).map((index) => Math.round(index) - 1);
  const names = i !== undefined && j !== undefined && i !== j && i < d && j < d;
  return { kind: values.plane as PlaneChoice, pair: names ? [i, j] : [0, 1] };
}

/** Runs both sides in slices, to stop in between. */
export interface PlaneSearch {
  /** Continues; false when finished. */
  step(): boolean;
  /** Returns the plane so far. */
  plane(): NamedPlane;
  /** Returns each run's end or current state; null if diverged. */
  ends(): Readonly<Record<SideName, Float64Array | null>>;
}

/**
 * Searches the plane, running both sides to their ends or `PLANE_STEPS` steps: the plane of two weights needs no run, but its window does.
 * It depends on the scenario alone. The target is the plant, if any. Needs d >= 2.
 */
export function createPlaneSearch(
  instance: PairInstance,
  values: RunValues,
  { kind, pair }: PlaneRequest,
): PlaneSearch {
  const { start, plant: target, dimension: d, samples } = instance;
  const run = createRun(instance, values);
  const paths = { left: startPath(start), right: startPath(start) };
  const work = (samples.labels.length || 1) * d;
  const batch = Math.max(1, Math.min(PLANE_STEPS, Math.floor(MOST_WORK / work)));
  const diverged = { left: false, right: false };
  let taken = 0;
  let ended = false;
  run.first();

  function runOn(): void {
    const steps = Math.min(batch, PLANE_STEPS - taken);
    const frame = run.advance(steps);
    taken += steps;
    for (const side of ['left', 'right'] as const) {
      paths[side].add(frame[side].iterates, shownEnd(frame[side]));
      diverged[side] = frame[side].status === 'diverged';
    }
    ended = shownEnd(frame.left) !== null && shownEnd(frame.right) !== null;
  }

  function places(): SlicePlaces {
    return {
      start,
      target,
      leftEnd: paths.left.end(),
      rightEnd: paths.right.end(),
      leftMove: firstMove(instance, 'left'),
      rightMove: firstMove(instance, 'right'),
    };
  }

  return {
    step() {
      if (ended || taken >= PLANE_STEPS) return false;
      runOn();
      return true;
    },
    ends: () => ({
      left: diverged.left ? null : paths.left.end(),
      right: diverged.right ? null : paths.right.end(),
    }),
    plane() {
      if (kind === 'weights') return createWeightsPlane(Float64Array.from(target ?? start), pair[0], pair[1]);
      if (kind === 'paths') return createPathsPlane([paths.left.whole(), paths.right.whole()], places());
      return createEndsPlane(places());
    },
  };
}

function startPath(start: Vector) {
  const d = start.length;
  const pieces: Vector[] = [start];
  let endedAt: number | null = null;
  const whole = (): Float64Array => {
    const joined = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    const last = endedAt === null ? joined.length : Math.min(joined.length, (endedAt + 1) * d);
    return joined.subarray(0, last);
  };
  return {
    add(iterates: Vector, at: number | null): void {
      pieces.push(iterates);
      endedAt = at;
    },
    whole,
    end: (): Float64Array => whole().slice(-d),
  };
}

/** Returns minus the gradient at the start, in original units. */
function firstMove(instance: PairInstance, side: SideName): Float64Array {
  const landscape: Landscape = instance[side];
  const w = new Float64Array(instance.dimension);
  const gradient = new Float64Array(instance.dimension);
  instance.scaling.toScaled(w, instance.start);
  landscape.evaluate(gradient, w);
  const move = new Float64Array(instance.dimension);
  instance.scaling.toOriginal(move, gradient);
  return move.map((value) => -value);
}
