import { orderByAngle, turn } from '../kernels/angular-order.ts';
import { createRunningSums } from '../kernels/running-sums.ts';

/** Numbers of one set of samples: G = sum a a^T as g11, g12, g22, then h = sum y a. */
export const SUMS = 5;

/**
 * The circle of directions cut into sectors by the directions orthogonal to the rows: inside one sector the active set,
 * and so every blend of the losses, is one quadratic: which samples are active depends on the direction of w alone.
 *
 * Coincident rays are one (repeated, parallel and antiparallel rows together); zero rows cut nothing. Memory: about
 * 60 bytes a sample. Building is O(n); a look-up O(1) on average.
 */
export interface Arrangement {
  /** Number of rays, even; sector k is what lies behind ray k, counter-clockwise, up to the next. 0: one sector. */
  readonly rays: number;
  /** Flat directions of the rays (length 2 rays), not normalised, in order of their angle from 0 on. */
  readonly directions: Float64Array;
  /** The five sums over the active samples of each sector, flat (5 a sector, at least one sector). */
  readonly sums: Float64Array;
  /** The five sums over all samples. */
  readonly whole: Float64Array;
  /**
   * Rank of G a sector, counted rather than computed: the distinct lines among its active rows, at most 2.
   * At rank 0 the sums are exactly zero.
   */
  readonly ranks: Uint8Array;
  /** Sector of a point; of a point on a ray the one behind it. The origin and non-finite points give sector 0. */
  locate(x: number, y: number): number;
  /** Whether the point lies exactly on the ray that begins the sector; the samples orthogonal to it are then off. */
  isOnRay(sector: number, x: number, y: number): boolean;
  /** Writes the five sums over the samples that are switched on when the ray is crossed counter-clockwise. */
  sumEntering(sums: Float64Array, ray: number): void;
  /** Indexes of the rows orthogonal to the ray. */
  rowsOf(ray: number): Int32Array;
  /** Whether a row of `rowsOf(ray)` is switched on (rather than off) when the ray is crossed counter-clockwise. */
  enters(row: number, ray: number): boolean;
}

/** The five sums of a set of rows that come and go. */
function createRowSums() {
  const sums = createRunningSums(SUMS);
  return {
    addRow(a1: number, a2: number, y: number, sign: 1 | -1): void {
      sums.add(0, sign * a1 * a1);
      sums.add(1, sign * a1 * a2);
      sums.add(2, sign * a2 * a2);
      sums.add(3, sign * y * a1);
      sums.add(4, sign * y * a2);
    },
    write: sums.write,
  };
}

/**
 * Builds the arrangement of n rows (`features` n x 2, row-major) with their labels. Non-finite features give non-finite
 * sums.
 */
export function createArrangement(features: Float64Array, labels: Float64Array): Arrangement {
  const n = labels.length;
  // The lines orthogonal to the rows, each by its direction in the upper half-plane.
  const cutting = Int32Array.from({ length: n }, (_, i) => i).filter(
    (i) => features[2 * i] !== 0 || features[2 * i + 1] !== 0,
  );
  const lines = new Float64Array(2 * cutting.length);
  for (let k = 0; k < cutting.length; k++) {
    const a1 = features[2 * cutting[k]!]!;
    const a2 = features[2 * cutting[k]! + 1]!;
    const flip = a1 < 0 || (a1 === 0 && a2 > 0) ? -1 : 1;
    lines[2 * k] = -flip * a2 + 0;
    lines[2 * k + 1] = flip * a1 + 0;
  }
  const order = orderByAngle(lines);

  // Rows by line: `rows[starts[r] .. starts[r + 1])` are orthogonal to ray r of the upper half.
  const rows = new Int32Array(order.length);
  const starts: number[] = [];
  for (let k = 0; k < order.length; k++) {
    rows[k] = cutting[order[k]!]!;
    const from = starts[starts.length - 1];
    if (from === undefined || !coincide(lines, order[from]!, order[k]!)) starts.push(k);
  }
  const half = starts.length;
  starts.push(order.length);
  const rays = 2 * half;
  const directions = new Float64Array(2 * rays);
  for (let r = 0; r < half; r++)
    for (let j = 0; j < 2; j++) {
      directions[2 * r + j] = lines[2 * order[starts[r]!]! + j]!;
      directions[2 * (r + half) + j] = -directions[2 * r + j]! + 0;
    }

  /** Whether the row is switched on (rather than off) when the ray is crossed counter-clockwise. */
  const enters = (row: number, ray: number): boolean =>
    features[2 * row + 1]! * directions[2 * ray]! - features[2 * row]! * directions[2 * ray + 1]! > 0;

  const rowsOf = (ray: number): Int32Array => {
    const r = ray % half;
    return rows.subarray(starts[r]!, starts[r + 1]!);
  };

  const sums = new Float64Array(SUMS * Math.max(1, rays));
  const ranks = new Uint8Array(Math.max(1, rays));
  const whole = new Float64Array(SUMS);
  const everything = createRowSums();
  for (let i = 0; i < n; i++) everything.addRow(features[2 * i]!, features[2 * i + 1]!, labels[i]!, 1);
  everything.write(whole, 0);

  if (rays > 0) {
    // Sector 0 lies behind ray 0: what enters there is on; at the other rays, still ahead, what enters is still off.
    const running = createRowSums();
    /** Lines with a row that is active. */
    let lines = 0;
    for (let ray = 0; ray < half; ray++) {
      let some = 0;
      for (const row of rowsOf(ray))
        if (enters(row, ray) === (ray === 0)) {
          some = 1;
          running.addRow(features[2 * row]!, features[2 * row + 1]!, labels[row]!, 1);
        }
      lines += some;
    }
    running.write(sums, 0);
    ranks[0] = Math.min(2, lines);
    for (let ray = 1; ray < rays; ray++) {
      let [gained, lost] = [0, 0];
      for (const row of rowsOf(ray)) {
        const on = enters(row, ray);
        if (on) gained = 1;
        else lost = 1;
        running.addRow(features[2 * row]!, features[2 * row + 1]!, labels[row]!, on ? 1 : -1);
      }
      lines += gained - lost;
      ranks[ray] = Math.min(2, lines);
      running.write(sums, SUMS * ray);
    }
    // Where no row is left rounding must leave nothing either.
    for (let ray = 0; ray < rays; ray++) if (ranks[ray] === 0) sums.fill(0, SUMS * ray, SUMS * (ray + 1));
  }

  const locate = createLocator(directions);
  return {
    rays,
    directions,
    sums,
    whole,
    ranks,
    locate,
    isOnRay: (sector, x, y) =>
      rays > 0 && directions[2 * sector]! * y - directions[2 * sector + 1]! * x === 0,
    sumEntering(destination, ray) {
      const entering = createRowSums();
      for (const row of rowsOf(ray))
        if (enters(row, ray)) entering.addRow(features[2 * row]!, features[2 * row + 1]!, labels[row]!, 1);
      entering.write(destination, 0);
    },
    rowsOf,
    enters,
  };
}

function coincide(lines: Float64Array, i: number, j: number): boolean {
  return turn(lines[2 * i]!, lines[2 * i + 1]!, lines[2 * j]!, lines[2 * j + 1]!) === 0;
}

/** 0 for angles in [0, pi), 1 for the rest. */
function halfOf(x: number, y: number): 0 | 1 {
  return y > 0 || (y === 0 && x > 0) ? 0 : 1;
}

/** Monotone in the angle, from 0 at 0 to 4 at a whole turn. */
function pseudoAngle(x: number, y: number): number {
  const ratio = x / (Math.abs(x) + Math.abs(y));
  return y >= 0 ? 1 - ratio : 3 + ratio;
}

/**
 * Finds the last ray at or before a direction: buckets of the pseudo-angle give a first guess, exact comparisons by half
 * and cross product the answer.
 */
function createLocator(directions: Float64Array): (x: number, y: number) => number {
  const rays = directions.length / 2;
  if (rays === 0) return () => 0;
  let buckets = 1;
  while (buckets < rays) buckets *= 2;
  // The last ray whose pseudo-angle lies before the bucket's end.
  const guess = new Int32Array(buckets).fill(-1);
  for (let ray = 0; ray < rays; ray++)
    guess[bucketOf(directions[2 * ray]!, directions[2 * ray + 1]!, buckets)] = ray;
  for (let b = 1; b < buckets; b++) if (guess[b] === -1) guess[b] = guess[b - 1]!;

  /** Whether the ray lies at or before the direction, counted from angle 0. */
  const isBefore = (ray: number, x: number, y: number, half: 0 | 1): boolean => {
    const rx = directions[2 * ray]!;
    const ry = directions[2 * ray + 1]!;
    const rayHalf = halfOf(rx, ry);
    return rayHalf === half ? rx * y - ry * x >= 0 : rayHalf < half;
  };

  return (x, y) => {
    const half = halfOf(x, y);
    const bucket = bucketOf(x, y, buckets);
    if (!(bucket >= 0)) return 0;
    let ray = guess[bucket]!;
    while (ray + 1 < rays && isBefore(ray + 1, x, y, half)) ray++;
    while (ray >= 0 && !isBefore(ray, x, y, half)) ray--;
    return ray < 0 ? rays - 1 : ray;
  };
}

function bucketOf(x: number, y: number, buckets: number): number {
  return Math.min(buckets - 1, Math.floor((pseudoAngle(x, y) * buckets) / 4));
}
