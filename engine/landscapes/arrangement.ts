import { orderByAngle, turn } from '../kernels/angular-order.ts';
import { createRunningSums } from '../kernels/running-sums.ts';
import { createLocator, type Locator } from './locator.ts';

/** Numbers per sample set: G = sum a a^T as g11, g12, g22, then h = sum y a. */
export const SUMS = 5;

/**
 * Circle of directions cut into sectors by the directions orthogonal to the rows. The active set depends only on the direction of w, so
 * inside a sector every blend is one quadratic.
 *
 * Coincident rays are merged; zero rows cut nothing. Memory: about 160 bytes per sample. Building is O(n); a lookup O(1) on average.
 */
export interface Arrangement extends Locator {
  /** Number of rays, even. Sector k is from ray k counter-clockwise to the next. 0 rays: one sector. */
  readonly rays: number;
  /** Flat, not normalised, by angle from 0 on. */
  readonly directions: Float64Array;
  /** The five sums over each sector's active samples, flat (at least one sector). */
  readonly sums: Float64Array;
  readonly whole: Float64Array;
  /** Exact rank of G per sector: distinct lines among active rows, at most 2. At rank 0 the sums are exactly zero. */
  readonly ranks: Uint8Array;
  /** Nonzero rows as a1, a2, y (flat) in ray order, for the cache. */
  readonly entries: Float64Array;
  /** Entries `starts[r]` up to `starts[r + 1]` are orthogonal to ray r of the upper half. */
  readonly starts: Int32Array;
  /** True if entry k becomes active (not inactive) at its ray, counter-clockwise. */
  enters(k: number, ray: number): boolean;
  /** True if the point is exactly on the sector's first ray, where samples orthogonal to it are inactive. */
  isOnRay(sector: number, x: number, y: number): boolean;
  /** Writes the five sums over the samples that become active at the ray, counter-clockwise. */
  sumEntering(sums: Float64Array, ray: number): void;
}

/** Numbers per entry: a1, a2, y. */
export const ENTRY = 3;

function createRowSums(entries: Float64Array) {
  const sums = createRunningSums(SUMS);
  return {
    add(k: number, sign: 1 | -1): void {
      const a1 = entries[ENTRY * k]!;
      const a2 = entries[ENTRY * k + 1]!;
      const y = sign * entries[ENTRY * k + 2]!;
      sums.add(0, sign * a1 * a1);
      sums.add(1, sign * a1 * a2);
      sums.add(2, sign * a2 * a2);
      sums.add(3, y * a1);
      sums.add(4, y * a2);
    },
    write: sums.write,
  };
}

/** Builds the arrangement of n rows (`features` n x 2, row-major). Non-finite features give non-finite sums. */
export function createArrangement(features: Float64Array, labels: Float64Array): Arrangement {
  const n = labels.length;
  // Nonzero rows, with the upper direction of their line.
  const cutting = new Int32Array(n);
  const lines = new Float64Array(2 * n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const a1 = features[2 * i]!;
    const a2 = features[2 * i + 1]!;
    if (a1 === 0 && a2 === 0) continue;
    writeLine(lines, count, a1, a2);
    cutting[count++] = i;
  }
  const order = orderByAngle(lines.subarray(0, 2 * count));
  const entries = new Float64Array(ENTRY * count);
  for (let k = 0; k < count; k++) {
    const row = cutting[order[k]!]!;
    entries[ENTRY * k] = features[2 * row]!;
    entries[ENTRY * k + 1] = features[2 * row + 1]!;
    entries[ENTRY * k + 2] = labels[row]!;
  }

  const starts = new Int32Array(count + 1);
  const directions = new Float64Array(4 * count);
  let half = 0;
  for (let k = 0; k < count; k++) {
    writeLine(directions, half, entries[ENTRY * k]!, entries[ENTRY * k + 1]!);
    if (half === 0 || !coincide(directions, half - 1, half)) starts[half++] = k;
  }
  starts[half] = count;
  const rays = 2 * half;
  for (let j = 0; j < rays; j++) directions[rays + j] = -directions[j]! + 0;

  const enters = (k: number, ray: number): boolean =>
    entersAbove(entries[ENTRY * k]!, entries[ENTRY * k + 1]!) === ray < half;

  const whole = new Float64Array(SUMS);
  const everything = createRowSums(entries);
  for (let k = 0; k < count; k++) everything.add(k, 1);
  everything.write(whole, 0);

  const sums = new Float64Array(SUMS * Math.max(1, rays));
  const ranks = new Uint8Array(Math.max(1, rays));
  // In sector 0 the samples entering at ray 0 are active.
  const running = createRowSums(entries);
  /** Lines with an active row. */
  let active = 0;
  for (let r = 0; r < half; r++) {
    let some = 0;
    for (let k = starts[r]!; k < starts[r + 1]!; k++)
      if (enters(k, r) === (r === 0)) {
        some = 1;
        running.add(k, 1);
      }
    active += some;
  }
  running.write(sums, 0);
  ranks[0] = Math.min(2, active);
  for (let ray = 1; ray < rays; ray++) {
    const r = ray < half ? ray : ray - half;
    let gained = 0;
    let lost = 0;
    for (let k = starts[r]!; k < starts[r + 1]!; k++) {
      const on = enters(k, ray);
      if (on) gained = 1;
      else lost = 1;
      running.add(k, on ? 1 : -1);
    }
    active += gained - lost;
    ranks[ray] = Math.min(2, active);
    // Without active rows rounding must not leave a remainder.
    if (active > 0) running.write(sums, SUMS * ray);
  }

  return {
    ...createLocator(directions.subarray(0, 2 * rays)),
    rays,
    directions: directions.subarray(0, 2 * rays),
    entries,
    enters,
    starts: starts.subarray(0, half + 1),
    sums,
    whole,
    ranks,
    isOnRay: (sector, x, y) =>
      rays > 0 && directions[2 * sector]! * y - directions[2 * sector + 1]! * x === 0,
    sumEntering(destination, ray) {
      const entering = createRowSums(entries);
      const r = ray % half;
      for (let k = starts[r]!; k < starts[r + 1]!; k++) if (enters(k, ray)) entering.add(k, 1);
      entering.write(destination, 0);
    },
  };
}

/** True if the row becomes active at its upper ray, counter-clockwise. */
function entersAbove(a1: number, a2: number): boolean {
  return a1 < 0 || (a1 === 0 && a2 > 0);
}

/** Writes the upper direction orthogonal to the row. */
function writeLine(directions: Float64Array, at: number, a1: number, a2: number): void {
  const flip = entersAbove(a1, a2) ? -1 : 1;
  directions[2 * at] = -flip * a2 + 0;
  directions[2 * at + 1] = flip * a1 + 0;
}

function coincide(lines: Float64Array, i: number, j: number): boolean {
  return turn(lines[2 * i]!, lines[2 * i + 1]!, lines[2 * j]!, lines[2 * j + 1]!) === 0;
}
