import type { Instance, Landscape, Vector } from '../contract.ts';
import { solveSymmetric } from '../kernels/cholesky.ts';
import { createRandom, fillNormal, STREAMS } from '../kernels/random.ts';
import { norm } from '../kernels/vector.ts';

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
  /** Seeded starts among which the left's place is the lowest; 0 where it is the plant. */
  readonly restarts: number;
}

/** Seeded starts from which the left's lowest place is sought; the right's minimum is one more. */
export const RESTARTS = 32;

/** Gradient norm, against L max(1, ||w||), at which a minimum counts as found. */
const TIGHT = 1e-13;

/**
 * Descends in place from w (scaled units) by damped Newton steps on the piece that w lies in, and by a gradient step
 * 1/L where that does not go down. Returns the loss at the end. On a convex landscape the end is the minimum.
 */
export function descendByNewton(landscape: Landscape, w: Float64Array, smoothness: number): number {
  const d = landscape.dimension;
  const gradient = new Float64Array(d);
  const matrix = new Float64Array(d * d);
  const work = new Float64Array(d * d);
  const direction = new Float64Array(d);
  const trial = new Float64Array(d);
  let loss = landscape.evaluate(gradient, w);

  /** Moves to w - share x along; true where the loss went down. */
  function tryMove(along: Float64Array, share: number): boolean {
    for (let j = 0; j < d; j++) trial[j] = w[j]! - share * along[j]!;
    const there = landscape.loss(trial);
    if (!(there < loss)) return false;
    w.set(trial);
    return true;
  }

  for (let round = 0; round < 500; round++) {
    const steepness = norm(gradient);
    if (!(steepness > TIGHT * smoothness * Math.max(1, norm(w)))) break;
    landscape.curvature(matrix, w);
    const solved = solveSymmetric(direction, matrix, gradient, 1e-12 * smoothness, work);
    let moved = false;
    for (let share = 1; solved && !moved && share > 1e-4; share /= 4) moved = tryMove(direction, share);
    for (let share = 1 / smoothness; !moved && share > 1e-9 / smoothness; share /= 8)
      moved = tryMove(gradient, share);
    if (!moved) break;
    loss = landscape.evaluate(gradient, w);
  }
  return loss;
}

/** Finds both references; at the plant itself, with loss 0, for planted labels. */
export function findReferences(instance: Instance): References {
  const { left, right, scaling, smoothness, plant } = instance;
  const d = instance.dimension;
  if (instance.planted && plant)
    return { left: { at: plant, loss: 0 }, right: { at: plant, loss: 0 }, restarts: 0 };

  const place = (scaled: Float64Array, loss: number): Place => {
    const at = new Float64Array(d);
    scaling.toOriginal(at, scaled);
    return { at, loss };
  };
  const w = new Float64Array(d);
  const rightLoss = right.unbounded ? Number.NaN : descendByNewton(right, w, smoothness);
  let reference = right.unbounded ? null : place(w, rightLoss);

  // The left's candidates: the right's minimum, then seeded starts of its length (of length one where it has none).
  const length = norm(w) > 0 ? norm(w) : 1;
  let best = place(w, left.loss(w));
  const random = createRandom(0, STREAMS.restarts);
  for (let restart = -1; restart < RESTARTS; restart++) {
    if (restart >= 0) {
      fillNormal(w, random);
      const factor = length / Math.sqrt(d);
      for (let j = 0; j < d; j++) w[j] = w[j]! * factor;
    }
    const loss = descendByNewton(left, w, smoothness);
    if (loss < best.loss) best = place(w, loss);
  }
  if (reference) {
    // A blend below 1 is not convex: from 0 it may end above the valley that the left's place lies in.
    scaling.toScaled(w, best.at);
    const loss = descendByNewton(right, w, smoothness);
    if (loss < reference.loss) reference = place(w, loss);
  }
  return { left: best, right: reference, restarts: RESTARTS };
}
