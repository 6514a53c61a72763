/** Finds a direction's sector among rays sorted by angle. */
export interface Locator {
  /** Returns the last ray at or before the direction; 0 for the origin and non-finite points. */
  locate(x: number, y: number): number;
  /** Writes `locate` of each (xs[k], ys[k]) to `sectors`; much faster if the tables exceed the cache. */
  locateAll(sectors: Int32Array, xs: Float64Array, ys: Float64Array): void;
}

/** Buckets beyond one or two per ray: 2^17 take half a megabyte. */
const ROOMY = 1 << 17;

/** Builds the locator of rays (`directions` flat, by angle from 0 on): pseudo-angle buckets give a guess, exact comparisons the answer. */
export function createLocator(directions: Float64Array): Locator {
  const rays = directions.length / 2;
  if (rays === 0) return { locate: () => 0, locateAll: (sectors) => sectors.fill(0) };
  let buckets = 1;
  // With many buckets the guess is nearly always right.
  while (buckets < rays || (buckets < 16 * rays && buckets < ROOMY)) buckets *= 2;
  const scale = buckets / 4;
  // The last ray with a pseudo-angle below the bucket's end, else ray 0.
  const guesses = new Int32Array(buckets);
  for (let ray = 0; ray < rays; ray++)
    guesses[bucketOf(directions[2 * ray]!, directions[2 * ray + 1]!)] = ray;
  for (let b = 1; b < buckets; b++) guesses[b] = Math.max(guesses[b]!, guesses[b - 1]!);

  function bucketOf(x: number, y: number): number {
    return Math.min(buckets - 1, Math.floor(pseudoAngle(x, y) * scale));
  }

  /** True if the ray is at or before the direction, counted from angle 0. */
  function isBefore(ray: number, x: number, y: number, half: 0 | 1): boolean {
    const rx = directions[2 * ray]!;
    const ry = directions[2 * ray + 1]!;
    const rayHalf = halfOf(rx, ry);
    return rayHalf === half ? rx * y - ry * x >= 0 : rayHalf < half;
  }

  function correct(guess: number, x: number, y: number): number {
    const half = halfOf(x, y);
    let ray = guess;
    while (ray + 1 < rays && isBefore(ray + 1, x, y, half)) ray++;
    while (ray >= 0 && !isBefore(ray, x, y, half)) ray--;
    return ray < 0 ? rays - 1 : ray;
  }

  function locate(x: number, y: number): number {
    return hasDirection(x, y) ? correct(guesses[bucketOf(x, y)]!, x, y) : 0;
  }

  return {
    locate,
    locateAll(sectors, xs, ys) {
      const count = sectors.length;
      for (let k = 0; k < count; k++) sectors[k] = bucketOf(xs[k]!, ys[k]!);
      for (let k = 0; k < count; k++) sectors[k] = guesses[sectors[k]!]!;
      touch(directions, 2, sectors);
      for (let k = 0; k < count; k++)
        sectors[k] = hasDirection(xs[k]!, ys[k]!) ? correct(sectors[k]!, xs[k]!, ys[k]!) : 0;
    },
  };
}

const touched = new Float64Array(1);

/**
 * Reads the records (`width` numbers each) of `sectors` to cache them: no instruction waits for a value, so memory requests overlap. A loop
 * that branches on its reads waits for each.
 */
export function touch(table: Float64Array, width: number, sectors: Int32Array): void {
  let sum = 0;
  for (let k = 0; k < sectors.length; k++) {
    const at = width * sectors[k]!;
    sum += table[at]! + table[at + width - 1]!;
  }
  touched[0] = sum;
}

function hasDirection(x: number, y: number): boolean {
  const size = Math.abs(x) + Math.abs(y);
  return size > 0 && size < Number.POSITIVE_INFINITY;
}

/** Returns 0 for angles in [0, pi), 1 otherwise. */
function halfOf(x: number, y: number): 0 | 1 {
  return y > 0 || (y === 0 && x > 0) ? 0 : 1;
}

/** Returns a number from 0 to 4 that grows with the angle. */
function pseudoAngle(x: number, y: number): number {
  const ratio = x / (Math.abs(x) + Math.abs(y));
  return y >= 0 ? 1 - ratio : 3 + ratio;
}
