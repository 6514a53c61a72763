import type { KinkedTerms, Landscape, PairInstance, SideName, Vector } from '../contract.ts';
import { solveSymmetric } from '../kernels/cholesky.ts';
import { type ColumnFrame, orthonormalColumns } from '../kernels/orthonormal-columns.ts';
import { createRandom, fillNormal, STREAMS } from '../kernels/random.ts';
import { norm } from '../kernels/vector.ts';
import type { Scaling } from '../kernels/whitening.ts';
import { findAll, foundAtOnce, type Search } from '../search.ts';
import { descendOnFaces } from './faces.ts';
import { type Kinks, kinksOf, levelAt } from './kinks.ts';
import { describePlane, type PlaneStructure } from './plane-structure.ts';
import type { StationaryPoints } from './stationary-points.ts';

/** A point with its loss; `at` in original units. */
export interface Place {
  readonly at: Vector;
  readonly loss: number;
}

/**
 * The right side's minimum, null if it has none, and the left's lowest known point: the excess loss is measured from them unless the labels
 * are the plant's.
 */
export interface References {
  readonly left: Place;
  readonly right: Place | null;
  /** Seeded starts of the search, 0 if both are certified. */
  readonly restarts: number;
  /**
   * True at a minimum: the plant, a closed form, the lowest of the plane's stationary points if those are certain, or a zero subgradient of
   * a convex loss. Else the best known point.
   */
  readonly certified: Readonly<Record<SideName, boolean>>;
  /** Rounding of the loss near the point: a smaller excess is meaningless. 0 at the plant. */
  readonly rounding: Readonly<Record<SideName, number>>;
}

export const RESTARTS = 32;

/** Fewer for large data: a descent takes half a second at n d = 3,000,000. */
const RESTARTS_OF_LARGE = 8;
const LARGE = 1_000_000;

/** Gradient norm, relative to L max(1, ||w||), of a found minimum. */
const TIGHT = 1e-13;

/** Gradient norm, relative to that at the origin, above which the right's end is no minimum. */
const LEVEL = 1e-6;

/** Shortest subgradient, relative to its terms, of a minimum of the pieces that meet there. */
const CERTAIN = 1e-9;

/** Near kinks damped steps creep: stop at this relative gain. */
const LEAST_GAIN = 1e-4;

/** Shifts above this, relative to L, mean a damped step. */
const DAMPED = 1e-6;

/** A few dozen are typical. */
const MOST_ROUNDS = 1000;

/**
 * Descends in place from w (scaled units) by Levenberg's method: Newton steps with a shift that grows tenfold if a step does not descend
 * (ending in short gradient steps), else shrinks. Returns the final loss, on a convex landscape the minimum.
 */
export function descendByNewton(
  landscape: Landscape,
  w: Float64Array,
  smoothness: number,
  patience = 0,
): number {
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
    const before = loss;
    loss = landscape.evaluate(gradient, w);
    if (before - loss < patience * loss && shift > DAMPED * smoothness) return loss;
    shift = Math.max(least, shift / 100);
  }
  return loss;
}

/**
 * Polishes beyond the resolution of the loss: plain Newton steps that at least halve the gradient and raise the loss only within rounding.
 * Returns the final loss.
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

const frames = new WeakMap<Float64Array, ColumnFrame>();

/** Transforms the kinks to orthonormal columns, so that a zero slope is zero in every direction. */
function framedKinks(terms: KinkedTerms): { readonly kinks: Kinks; readonly frame: ColumnFrame } {
  const { features, labels } = terms;
  const n = labels.length;
  const frame = frames.get(features) ?? orthonormalColumns(features, n, features.length / n);
  frames.set(features, frame);
  return { kinks: kinksOf({ ...terms, features: frame.features }), frame };
}

interface End {
  readonly loss: number;
  readonly level: boolean;
  readonly certified: boolean;
}

/**
 * Descends in place by Newton's method, or along the faces if a minimum may lie on a kink, where no gradient vanishes. Without a kink there
 * the bits are Newton's.
 */
function createDescent(landscape: Landscape, smoothness: number): (w: Float64Array) => End {
  const gradient = new Float64Array(landscape.dimension);
  let known: ReturnType<typeof framedKinks> | undefined;
  let steepness: number | undefined;
  return (w) => {
    if (landscape.terms) known ??= framedKinks(landscape.terms);
    /** True at a minimum of the pieces that meet. */
    const onFaces = ({ kinks, frame }: ReturnType<typeof framedKinks>): boolean => {
      const from = frame.of(w);
      const to = from.slice();
      const level = descendOnFaces(kinks, to) <= CERTAIN;
      frame.move(w, from, to);
      return level;
    };
    if (known?.kinks.holding) {
      descendByNewton(landscape, w, smoothness, LEAST_GAIN);
      const level = onFaces(known);
      return { loss: landscape.loss(w), level, certified: level && known.kinks.convex };
    }
    if (steepness === undefined) {
      landscape.evaluate(gradient, new Float64Array(w.length));
      steepness = norm(gradient);
    }
    let loss = descendByNewton(landscape, w, smoothness);
    // If proving unboundedness was too expensive, an end may be far out.
    landscape.evaluate(gradient, w);
    const level = norm(gradient) <= LEVEL * steepness;
    if (!level || !known) return { loss, level, certified: false };
    let certain = levelAt(known.kinks, known.frame.of(w)) <= CERTAIN;
    if (!certain) {
      certain = onFaces(known);
      loss = landscape.loss(w);
    }
    return { loss, level, certified: certain && known.kinks.convex };
  };
}

/**
 * Searches both references. Planted labels: the plant, with loss 0. Closed-form minima: those. In the plane: the lowest stationary point,
 * which is the minimum (a loss bounded below over sectors has one). Otherwise first the right's minimum; then the left's lowest point among
 * 0, the end from the right's minimum and the ends of seeded starts (of the minimum's length). A blend below 1 is not convex, so the right
 * also continues from each of the left's ends. A convex side needs no other start. Equal sides share the result. It does not depend on the
 * scenario's start, so moving that keeps the references. A step does one descent. `structure` is the instance's.
 */
export function createReferenceSearch(
  instance: PairInstance,
  structure: PlaneStructure | null = describePlane(instance),
): Search<References> {
  const { left, right, scaling, smoothness, plant, planted } = instance;
  const d = instance.dimension;

  if (planted && plant) {
    const at: Place = { at: plant, loss: 0 };
    return known({ left: at, right: at }, () => 0);
  }
  const rounding = (side: SideName, place: Place) => roundingAt(instance, instance[side], place);
  if (instance.minima) return known(instance.minima, rounding);
  if (structure) {
    const lowest = lowestOf(left, structure.left, scaling);
    const found = { left: lowest, right: right.unbounded ? null : lowestOf(right, structure.right, scaling) };
    return known(found, rounding, {
      left: structure.left.certain,
      right: found.right !== null && structure.right.certain,
    });
  }

  const w = new Float64Array(d);
  const random = createRandom(0, STREAMS.restarts);
  const same = right === left;
  let length = 1;
  let lowest: Place = { at: new Float64Array(d), loss: left.loss(w) };
  let minimum: Place | null = null;
  const certified = { left: false, right: false };
  let next = 0;

  const place = (loss: number): Place => {
    const at = new Float64Array(d);
    scaling.toOriginal(at, w);
    return { at, loss };
  };

  const onLeft = createDescent(left, smoothness);
  function descendLeft(): void {
    const end = onLeft(w);
    if (end.certified || end.loss < lowest.loss) lowest = place(end.loss);
    certified.left ||= end.certified;
  }

  const onRight = createDescent(right, smoothness);
  function descendRight(): void {
    if (right.unbounded || same || certified.right) return;
    const end = onRight(w);
    if (!end.level) return;
    if (minimum === null || end.loss < minimum.loss) minimum = place(end.loss);
    certified.right ||= end.certified;
  }

  function drawStart(): void {
    fillNormal(w, random);
    for (let j = 0; j < d; j++) w[j] = (w[j]! * length) / Math.sqrt(d);
  }

  const restarts = instance.samples.count * d > LARGE ? RESTARTS_OF_LARGE : RESTARTS;
  const descents: (() => void)[] = [
    () => {
      descendRight();
      if (norm(w) > 0) length = norm(w);
    },
    descendLeft,
    descendRight,
    ...Array.from({ length: restarts }, () => [
      () => {
        drawStart();
        descendLeft();
      },
      descendRight,
    ]).flat(),
  ];

  return {
    step() {
      descents[next++]?.();
      const done = certified.left && (certified.right || same || right.unbounded);
      return !done && next < descents.length;
    },
    found() {
      const found = { left: lowest, right: same ? lowest : minimum };
      const all = { left: certified.left, right: same ? certified.left : certified.right };
      return described(found, rounding, all, all.left ? 0 : restarts);
    },
  };
}

function described(
  places: Pick<References, 'left' | 'right'>,
  rounding: (side: SideName, place: Place) => number,
  certified: References['certified'] = { left: true, right: places.right !== null },
  restarts = 0,
): References {
  const { left, right } = places;
  return {
    left,
    right,
    restarts,
    certified,
    rounding: { left: rounding('left', left), right: right ? rounding('right', right) : 0 },
  };
}

function known(...places: Parameters<typeof described>): Search<References> {
  return foundAtOnce(described(...places));
}

/** Last-digit perturbations of the weights, and the safety factor. */
const TRIALS = 16;
const CAREFUL = 4;

/** Accuracy of the weights at an end, relative to their length; matters only if the loss is near 0. */
const WELL = 1e-12;

/** Returns the loss's change by last digits of the weights, at least its own last digit. */
function roundingAt({ scaling, smoothness }: PairInstance, landscape: Landscape, { at }: Place): number {
  const w = new Float64Array(at.length);
  scaling.toScaled(w, at);
  const loss = landscape.loss(w);
  let most = Number.EPSILON * Math.abs(loss);
  for (let trial = 1; trial <= TRIALS; trial++) {
    const near = w.map((value, j) => value * (1 + (((trial * (j + 1)) % 3) - 1) * Number.EPSILON));
    most = Math.max(most, Math.abs(landscape.loss(near) - loss));
  }
  const away = WELL * norm(w);
  return CAREFUL * most + smoothness * away * away;
}

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

/** Finds both references in one call: immediately in the plane, else by up to 35 descents. */
export function findReferences(instance: PairInstance): References {
  return findAll(createReferenceSearch(instance));
}
