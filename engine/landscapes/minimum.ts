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
   * Seeded starts of the search for what is not certified, 0 where both places are. The end from the right's minimum and the origin are
   * looked at besides.
   */
  readonly restarts: number;
  /**
   * Whether a place is its side's minimum: the plant, known in closed form, the lowest of the plane's stationary points where they are certain, or where a
   * convex loss has a subgradient of zero. Else it is the best point known.
   */
  readonly certified: Readonly<Record<SideName, boolean>>;
  /** What of a loss near the place is rounding: an excess below it says nothing. 0 at the plant, where the loss is 0 exactly. */
  readonly rounding: Readonly<Record<SideName, number>>;
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

/** Shortest subgradient, against the sizes that it is summed from, at which an end counts as a minimum of the pieces that meet there. */
const CERTAIN = 1e-9;

/** Where a minimum may lie on a kink Newton's steps end when damped ones lower the loss by less than this of it: they creep to one. */
const LEAST_GAIN = 1e-4;

/** A shift above this, against L, damps a step that Newton alone would not have got down by. */
const DAMPED = 1e-6;

/** Rounds of one descent; on a piecewise quadratic a few dozen are the rule. */
const MOST_ROUNDS = 1000;

/**
 * Descends in place from w (scaled units) by Levenberg's steps: Newton on the piece that w lies in, damped by a shift
 * that grows tenfold where a step does not go down (to short gradient steps in the end) and shrinks where it does.
 * Returns the loss at the end. On a convex landscape the end is the minimum.
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

const frames = new WeakMap<Float64Array, ColumnFrame>();

/** The kinks in coordinates in which no two columns are nearly parallel, so that a slope of zero is one in every direction. */
function framedKinks(terms: KinkedTerms): { readonly kinks: Kinks; readonly frame: ColumnFrame } {
  const { features, labels } = terms;
  const n = labels.length;
  const frame = frames.get(features) ?? orthonormalColumns(features, n, features.length / n);
  frames.set(features, frame);
  return { kinks: kinksOf({ ...terms, features: frame.features }), frame };
}

/** Where a descent has ended. */
interface End {
  readonly loss: number;
  /** Whether the slope has vanished there. */
  readonly level: boolean;
  /** Whether it is certain to be the minimum. */
  readonly certified: boolean;
}

/**
 * Descends in place: by Newton's steps, or along the faces where a minimum may lie on a kink, where no gradient vanishes. What no kink
 * holds keeps the bits of Newton's end.
 */
function createDescent(landscape: Landscape, smoothness: number): (w: Float64Array) => End {
  const gradient = new Float64Array(landscape.dimension);
  let known: ReturnType<typeof framedKinks> | undefined;
  let steepness: number | undefined;
  return (w) => {
    if (landscape.terms) known ??= framedKinks(landscape.terms);
    /** Goes on along the faces. Returns whether that has ended at a minimum of the pieces that meet there. */
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
    // Where the proof that it falls for ever was too dear a descent ends far out, and not where it is level.
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
 * Searches both references: the plant itself, with loss 0, for planted labels; minima in closed form where the problem has them; in the
 * plane the lowest of all stationary points, which is the minimum (a loss that is bounded below over sectors has one). Else first the
 * right's minimum; then the left's lowest place: 0, the end from the right's minimum or that of a seeded start (of the minimum's length). A
 * blend below 1 is not convex: there the right goes on from each of the left's ends. A side that is convex needs no other start. Where both
 * sides are one loss, what is the left's is the right's. None depends on the scenario's start: a link opens with the same references
 * wherever the start was moved. A step does one descent. `structure` is that of the instance, where known.
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
      // A minimum is lower than what any other start leads to.
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

/** References with what is known of them. */
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

/** Times the last digits of the weights are moved to see what of the loss is rounding, and how many times what is seen counts. */
const TRIALS = 16;
const CAREFUL = 4;

/** How well the weights of an end are known, against their length: what matters only where the loss is next to 0. */
const WELL = 1e-12;

/** What the loss at a place moves by when the weights move by their last digits: never less than its own last digit. */
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
export function findReferences(instance: PairInstance): References {
  return findAll(createReferenceSearch(instance));
}
