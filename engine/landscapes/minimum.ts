import type { Instance, Landscape, Scaling, Vector } from '../contract.ts';
import { solveSymmetric } from '../kernels/cholesky.ts';
import { createRandom, fillNormal, STREAMS } from '../kernels/random.ts';
import { norm } from '../kernels/vector.ts';
import { describePlane, type PlaneStructure } from './plane-structure.ts';
import type { StationaryPoints } from './stationary-points.ts';

/** A place with its loss; `at` in original units. */
export interface Place {
  readonly at: Vector;
  readonly loss: number;
}

/**
 * What takes the plant's place where there is none, and what the excess loss is measured from where the labels are not
 * the plant's: the right side's minimum, null where it has none, and the left's lowest known place.
 */
export interface References {
  readonly left: Place;
  readonly right: Place | null;
  /**
   * Seeded starts of the search for the left's place, 0 where it is known without: the plant, or certified in the plane. The end from the right's minimum and
   * the origin are looked at besides.
   */
  readonly restarts: number;
}

/** Seeded starts from which the left's lowest place is sought. */
export const RESTARTS = 32;

/** Of large data fewer, by the numbers alone: a descent takes half a second at n d = 3,000,000. */
const RESTARTS_OF_LARGE = 8;
const LARGE = 1_000_000;

/** Gradient norm, against L max(1, ||w||), at which a minimum counts as found. */
const TIGHT = 1e-13;

/** Gradient norm, against that at the origin, above which the right side's end is no minimum. */
const LEVEL = 1e-6;

/** Rounds of one descent; on a piecewise quadratic a few dozen are the rule. */
const MOST_ROUNDS = 1000;

/**
 * Descends in place from w (scaled units) by Levenberg's steps: Newton on the piece that w lies in, damped by a shift
 * that grows tenfold where a step does not go down (to short gradient steps in the end) and shrinks where it does.
 * Returns the loss at the end. On a convex landscape the end is the minimum.
 */
export function descendByNewton(landscape: Landscape, w: Float64Array, smoothness: number): number {
  const d = landscape.dimension;
  const gradient = new Float64Array(d);
  const matrix = new Float64Array(d * d);
  const work = new Float64Array(d * d);
  const move = new Float64Array(d);
  const trial = new Float64Array(d);
  const least = 1e-12 * smoothness;
  const most = 1e10 * smoothness;
  let loss = landscape.evaluate(gradient, w);
  let shift = least;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!(norm(gradient) > TIGHT * smoothness * Math.max(1, norm(w)))) break;
    landscape.curvature(matrix, w);
    let moved = false;
    while (!moved && shift <= most) {
      if (solveSymmetric(move, matrix, gradient, shift, work)) {
        for (let j = 0; j < d; j++) trial[j] = w[j]! - move[j]!;
        moved = landscape.loss(trial) < loss;
      }
      if (!moved) shift *= 10;
    }
    if (!moved) return polished(landscape, w, gradient, loss, least);
    w.set(trial);
    loss = landscape.evaluate(gradient, w);
    shift = Math.max(least, shift / 100);
  }
  return loss;
}

/**
 * Where the loss can show no more descent (its last digits are rounding) the gradient still can: plain Newton steps that
 * halve it at least, without raising the loss by more than rounding. Returns the loss at the end.
 */
function polished(
  landscape: Landscape,
  w: Float64Array,
  gradient: Float64Array,
  loss: number,
  shift: number,
): number {
  const d = w.length;
  const matrix = new Float64Array(d * d);
  const work = new Float64Array(d * d);
  const trial = new Float64Array(d);
  const slope = new Float64Array(d);
  for (let round = 0; round < 5; round++) {
    landscape.curvature(matrix, w);
    if (!solveSymmetric(trial, matrix, gradient, shift, work)) break;
    for (let j = 0; j < d; j++) trial[j] = w[j]! - trial[j]!;
    const there = landscape.evaluate(slope, trial);
    if (!(2 * norm(slope) < norm(gradient) && there <= loss + 1e-14 * Math.abs(loss))) break;
    w.set(trial);
    gradient.set(slope);
    loss = Math.min(loss, there);
  }
  return landscape.loss(w);
}

/** A search that is done in steps, one descent each, so that whoever runs it can stop in between. */
export interface ReferenceSearch {
  /** Does the next descent; false when there is none left. */
  step(): boolean;
  /** The lowest places found so far. */
  found(): References;
}

/**
 * Searches both references: the plant itself, with loss 0, for planted labels; minima in closed form where the problem has
 * them; in the plane the lowest of all stationary
 * points, which is the minimum (a loss that is bounded below over sectors has one). Else first the right's minimum; then the
 * left's lowest place: 0, the end from the right's minimum or that of a seeded start (of the minimum's length); last
 * the right once more from the left's place, since a blend below 1 is not convex. None depends on the scenario's start:
 * a link opens with the same references wherever the start was moved. `structure` is that of the instance, where known.
 */
export function createReferenceSearch(
  instance: Instance,
  structure: PlaneStructure | null = describePlane(instance),
): ReferenceSearch {
  const { left, right, scaling, smoothness, plant, planted } = instance;
  const d = instance.dimension;
  const w = new Float64Array(d);
  const random = createRandom(0, STREAMS.restarts);
  let length = 1;
  const gradient = new Float64Array(d);
  right.evaluate(gradient, w);
  const steepness = norm(gradient);
  let lowest: Place = { at: new Float64Array(d), loss: left.loss(w) };
  let minimum: Place | null = null;
  let next = 0;

  const place = (loss: number): Place => {
    const at = new Float64Array(d);
    scaling.toOriginal(at, w);
    return { at, loss };
  };

  function descendLeft(): void {
    const loss = descendByNewton(left, w, smoothness);
    if (loss < lowest.loss) lowest = place(loss);
  }

  function descendRight(): void {
    if (right.unbounded) return;
    const loss = descendByNewton(right, w, smoothness);
    // Where the proof that it falls for ever was too dear a descent ends far out, and not where it is level.
    right.evaluate(gradient, w);
    if (!(norm(gradient) <= LEVEL * steepness)) return;
    if (minimum === null || loss < minimum.loss) minimum = place(loss);
  }

  function drawStart(): void {
    fillNormal(w, random);
    for (let j = 0; j < d; j++) w[j] = (w[j]! * length) / Math.sqrt(d);
  }

  if (planted && plant) {
    const at: Place = { at: plant, loss: 0 };
    return { step: () => false, found: () => ({ left: at, right: at, restarts: 0 }) };
  }
  if (instance.minima) {
    const found = { ...instance.minima, restarts: 0 };
    return { step: () => false, found: () => found };
  }
  if (structure) {
    const found = {
      left: lowestOf(instance.left, structure.left, scaling),
      right: right.unbounded ? null : lowestOf(right, structure.right, scaling),
      restarts: 0,
    };
    return { step: () => false, found: () => found };
  }

  const restarts = instance.samples.count * d > LARGE ? RESTARTS_OF_LARGE : RESTARTS;
  const descents: (() => void)[] = [
    () => {
      descendRight();
      if (norm(w) > 0) length = norm(w);
    },
    descendLeft,
    ...Array.from({ length: restarts }, () => () => {
      drawStart();
      descendLeft();
    }),
    () => {
      scaling.toScaled(w, lowest.at);
      descendRight();
    },
  ];

  return {
    step() {
      descents[next++]?.();
      return next < descents.length;
    },
    found: () => ({ left: lowest, right: minimum, restarts }),
  };
}

/** The lowest of the stationary points, its loss as the landscape itself has it. */
function lowestOf(landscape: Landscape, points: StationaryPoints, scaling: Scaling): Place {
  const places = [
    ...points.minima.map(({ at }) => at),
    ...points.valleys.map(({ through }) => through),
    ...points.plateaus.map(({ from, to }) => [from[0] + to[0], from[1] + to[1]] as const),
    [0, 0] as const,
  ].map((at) => Float64Array.from(at));
  const w = new Float64Array(2);
  let lowest: Place | null = null;
  for (const at of places) {
    scaling.toScaled(w, at);
    const loss = landscape.loss(w);
    if (lowest === null || loss < lowest.loss) lowest = { at, loss };
  }
  return lowest!;
}

/** Both references in one go: in the plane at once, else by up to 35 descents (Newton's, on the piece they are in). */
export function findReferences(instance: Instance): References {
  const search = createReferenceSearch(instance);
  while (search.step());
  return search.found();
}
