import { createRunningSums } from '../../kernels/running-sums.ts';

/** Numbers per point: the sums of z^2 and y z. */
export const POINT_SUMS = 2;

/** Numbers per switching sample: kink at t = 0, its shift with t, then B and Y. */
const CUT = 4;
/** Numbers per sample that never switches: alpha, gamma, y. */
const FLAT = 3;
/** Difference arrays: B, B c, B c^2, Y, Y c. */
const STEPS = 5;

/** Columns beyond this do not fit 32 bits. */
const FAR = 1e9;

/** Slope along the lines, relative to alpha and gamma, that is rounding and defines no kink. */
const LEVEL = 1e-18;

/**
 * Samples on a plane through R^d: at (s, t) sample i has z_i = alpha_i + s beta_i + t gamma_i, so it switches once on a line of constant t
 * (docs/mathematics.md, section 6.1).
 */
export interface Slice {
  /**
   * Writes sums of z^2 and y z at s = from + step k (k >= 0) of the line at t, two numbers a point: over samples with z > 0 and over all.
   * Array lengths give the number of points; `step` is above 0. Non-finite samples give non-finite sums over all. O(n + points); lines are
   * independent.
   */
  sumLine(active: Float64Array, all: Float64Array, from: number, step: number, t: number): void;
}

/**
 * Prepares the slice through `centre` along `p` and `q` (length d, any norm) of n rows (`features` n x d, row-major) with labels, in the
 * same units. O(n d); uses up to 32 bytes a sample.
 *
 * A sample with its kink at c (in columns) adds beta^2 (k - c)^2 and y beta (k - c) to every column k on its active side. Samples active
 * right of their kink enter difference arrays there; the others start in one quadratic for the whole line and leave it there. A kink on the
 * wrong side of a column by rounding costs nothing, since z is 0 there.
 */
export function createSlice(
  features: Float64Array,
  labels: Float64Array,
  centre: Float64Array,
  p: Float64Array,
  q: Float64Array,
): Slice {
  const n = labels.length;
  const d = centre.length;
  const cuts = new Float64Array(CUT * n);
  const flats: number[] = [];
  const every = createLineSums();
  const leaving = createLineSums();
  let filled = 0;
  for (let i = 0; i < n; i++) {
    let alpha = 0;
    let beta = 0;
    let gamma = 0;
    for (let j = 0; j < d; j++) {
      const a = features[i * d + j]!;
      alpha += a * centre[j]!;
      beta += a * p[j]!;
      gamma += a * q[j]!;
    }
    const y = labels[i]!;
    every.add(alpha, beta, gamma, y);
    if (Math.abs(beta) <= LEVEL * Math.max(Math.abs(alpha), Math.abs(gamma))) {
      // Zero rows add nothing.
      if (alpha !== 0 || gamma !== 0) flats.push(alpha, gamma, y);
      continue;
    }
    if (beta < 0) leaving.add(alpha, beta, gamma, y);
    cuts[filled] = -alpha / beta;
    cuts[filled + 1] = -gamma / beta;
    cuts[filled + 2] = beta * Math.abs(beta);
    cuts[filled + 3] = y * Math.abs(beta);
    filled += CUT;
  }
  const switching = cuts.subarray(0, filled);
  const level = Float64Array.from(flats);
  let steps = new Float64Array(0);

  return {
    sumLine(active, all, from, step, t) {
      const points = active.length / POINT_SUMS;
      if (steps.length !== STEPS * (points + 1)) steps = new Float64Array(STEPS * (points + 1));
      fillSteps(steps, switching, from, step, t);
      every.write(all, from, step, t);
      leaving.write(active, from, step, t);
      let squares = 0;
      let products = 0;
      for (let i = 0; i < level.length; i += FLAT) {
        const z = level[i]! + t * level[i + 1]!;
        if (!(z > 0)) continue;
        squares += z * z;
        products += z * level[i + 2]!;
      }
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let y0 = 0;
      let y1 = 0;
      for (let k = 0; k < points; k++) {
        const at = STEPS * k;
        s0 += steps[at]!;
        s1 += steps[at + 1]!;
        s2 += steps[at + 2]!;
        y0 += steps[at + 3]!;
        y1 += steps[at + 4]!;
        active[2 * k] = active[2 * k]! + squares + step * step * (k * (k * s0 - 2 * s1) + s2);
        active[2 * k + 1] = active[2 * k + 1]! + products + step * (k * y0 - y1);
      }
    },
  };
}

/**
 * Fills a line's difference arrays: five numbers a column, of samples with a kink between the previous column and this one; the first also
 * has those further left, an extra last one those further right.
 */
function fillSteps(steps: Float64Array, cuts: Float64Array, from: number, step: number, t: number): void {
  steps.fill(0);
  const points = steps.length / STEPS - 1;
  const columns = 1 / step;
  for (let i = 0; i < cuts.length; i += CUT) {
    const c = (cuts[i]! + t * cuts[i + 1]! - from) * columns;
    // Clamped to [0, points] by bits: kinks are unpredictable, and mispredicted branches cost as much as all the rest (measured: 14 ns a
    // sample with branches, 8 without).
    let column = (c + 1) | 0;
    column &= ~(column >> 31);
    const over = column - points;
    column = points + (over & (over >> 31));
    if (!(Math.abs(c) < FAR)) column = c > 0 ? points : 0;
    const at = STEPS * column;
    const square = cuts[i + 2]!;
    const product = cuts[i + 3]!;
    const moment = square * c;
    steps[at] = steps[at]! + square;
    steps[at + 1] = steps[at + 1]! + moment;
    steps[at + 2] = steps[at + 2]! + moment * c;
    steps[at + 3] = steps[at + 3]! + product;
    steps[at + 4] = steps[at + 4]! + product * c;
  }
}

/** Sums z^2 and y z over samples of constant state along the line: a quadratic in s and t. */
function createLineSums() {
  const sums = createRunningSums(9);
  const written = new Float64Array(9);
  return {
    add(alpha: number, beta: number, gamma: number, y: number): void {
      sums.add(0, alpha * alpha);
      sums.add(1, alpha * beta);
      sums.add(2, alpha * gamma);
      sums.add(3, beta * beta);
      sums.add(4, beta * gamma);
      sums.add(5, gamma * gamma);
      sums.add(6, y * alpha);
      sums.add(7, y * beta);
      sums.add(8, y * gamma);
    },
    write(destination: Float64Array, from: number, step: number, t: number): void {
      sums.write(written, 0);
      const squares = written[0]! + t * (2 * written[2]! + t * written[5]!);
      const cross = 2 * (written[1]! + t * written[4]!);
      const products = written[6]! + t * written[8]!;
      for (let k = 0; 2 * k < destination.length; k++) {
        const s = from + step * k;
        destination[2 * k] = squares + s * (cross + s * written[3]!);
        destination[2 * k + 1] = products + s * written[7]!;
      }
    },
  };
}
