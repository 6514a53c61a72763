import type { PairInstance, SideName } from '../contract.ts';
import { ENTRY, SUMS } from '../landscapes/arrangement.ts';
import type { PlanarLoss } from '../landscapes/planar-loss.ts';
import { type RunValues, sideSettings } from '../run/create-run.ts';

/** An activation below this share of its terms is zero but for the rounding of starts and features that are decimal fractions. */
const ROUNDING = 8 * 2 ** -53;

/** Steps that are taken from tie to tie at most: some starts never leave the line of a sample. */
const MOST_TIES = 1000;

/**
 * Takes the first steps of one side from a start (original units, in place) where rounding would decide which samples are active: those on
 * whose line the weights lie up to rounding are inactive, as exact fractions have it (a sample is active iff a.w > 0). It goes on until the
 * weights lie on no such line. Other starts stay as they are, and so do all under a rule that is not plain descent or outside the plane.
 */
export function createTiedStart(
  instance: PairInstance,
  values: RunValues,
  side: SideName,
): (start: Float64Array) => void {
  const planar = instance[side].planar();
  const { rule, step } = sideSettings(instance, values)[side];
  if (!planar || rule !== 'gd') return () => {};
  const { arrangement, whitening } = planar;
  const { directions, entries, rays, starts } = arrangement;
  const w = new Float64Array(2);
  /** The same weights in the units of the sectors. */
  const own = new Float64Array(2);
  const gradient = new Float64Array(2);
  const row = new Float64Array(2);

  /** The ray that the weights lie on up to rounding; -1 where there is none, and at the origin, whose ties are exact. */
  function rayOfWeights(): number {
    if (rays === 0) return -1;
    whitening.toScaled(own, w);
    const [x, y] = own as unknown as [number, number];
    const sector = arrangement.locate(x, y);
    for (const ray of [sector, (sector + 1) % rays]) {
      const [u, v] = [directions[2 * ray]!, directions[2 * ray + 1]!];
      // a.w of a row that is orthogonal to the ray, in the units of w: whitened ones hide how large its terms were.
      row.set(entries.subarray(ENTRY * starts[ray % (rays / 2)]!).subarray(0, 2));
      whitening.toOriginalGradient(row);
      const [first, second] = [row[0]! * w[0]!, row[1]! * w[1]!];
      const size = Math.abs(first) + Math.abs(second);
      if (u * x + v * y > 0 && Math.abs(first + second) <= ROUNDING * size) return ray;
    }
    return -1;
  }

  return (start) => {
    instance.scaling.toScaled(w, start);
    let ray = rayOfWeights();
    if (ray < 0) return;
    for (let k = 0; k < MOST_TIES && ray >= 0; k++) {
      evaluateOnRay(gradient, planar, ray, own);
      whitening.toOriginalGradient(gradient);
      if (gradient[0] === 0 && gradient[1] === 0) break;
      for (const j of [0, 1]) w[j] = w[j]! - step * gradient[j]!;
      ray = rayOfWeights();
    }
    instance.scaling.toOriginal(start, w);
  };
}

/** The gradient at a point of a ray, both in the units of the sectors, where the samples orthogonal to it are inactive. */
function evaluateOnRay(gradient: Float64Array, planar: PlanarLoss, ray: number, w: Float64Array): void {
  const { arrangement, linearShare, samples: n } = planar;
  const { rays, starts } = arrangement;
  const line = ray % (rays / 2);
  let leaving = false;
  for (let k = starts[line]!; k < starts[line + 1]!; k++) leaving ||= !arrangement.enters(k, ray);
  planar.evaluateIn(gradient, leaving ? ray : (ray + rays - 1) % rays, w[0]!, w[1]!);
  // Where none leaves, those that are active on the ray are those before it: in a dead zone the gradient is exactly zero.
  if (!leaving) return;
  const entering = new Float64Array(SUMS);
  arrangement.sumEntering(entering, ray);
  for (const j of [0, 1]) gradient[j] = gradient[j]! + ((1 - linearShare) * entering[3 + j]!) / n;
}
