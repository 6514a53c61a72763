import { createRandom, fillNormal, STREAMS } from '../../kernels/random.ts';
import { norm } from '../../kernels/vector.ts';
import { addFour, multiplyFour } from '../../problems/one-neuron/data/four-rows.ts';

/** Maximum multiplications by X X^T, and the relative change below which the growing estimate of L has converged. */
const MOST_POWERS = 1000;
const POWER_CHANGE = 1e-10;

export interface PlainFista {
  /** P, the number of activation patterns. */
  readonly patterns: number;
  /** 1/L. */
  readonly stepLength: number;
  /** v of each pattern, then u of each pattern, as pairs (length 4 P); initially zero. */
  readonly weights: Float64Array;
  /** y - prediction at the weights (length n). */
  readonly residual: Float64Array;
  /** 1/(2n) ||residual||^2 + beta sum (||v|| + ||u||). Not monotone. */
  objective(): number;
  step(): void;
}

/**
 * Convex program of Pilanci & Ergen 2020 (arXiv 2002.10553) for planar rows (`features` n x 2, row-major), in means, min 1/(2n) ||sum_p D_p
 * A (v_p - u_p) - y||^2 + beta sum_p (||v_p|| + ||u_p||), (2 D_p - I) A v_p >= 0, u_p too, by FISTA (Beck & Teboulle 2009) as its users
 * would write it: all patterns enumerated, the matrix [D_1 A … D_P A] (n x 2 P) stored, a fixed step 1/L with L by power iteration,
 * momentum, no restart. The proximal step is exact: the projection on the cone between two rays, shortened. A pattern's v and u share their
 * columns, so one product serves both signs, and the residual is extrapolated with the iterate: two products of n x 2 P per iteration.
 * Input must be finite, with at least one nonzero row.
 */
export function createPlainFista(features: Float64Array, labels: Float64Array, beta: number): PlainFista {
  const n = labels.length;
  const rays = raysOf(features);
  const patterns = rays.length / 2;
  const width = 2 * patterns;
  const matrix = writeMatrix(features, rays);
  const four = new Float64Array(4);

  /** Writes X z (length n). */
  function forwards(output: Float64Array, z: Float64Array): void {
    for (let i = 0; i < n; i += 4) {
      const count = Math.min(4, n - i);
      multiplyFour(four, matrix, i, count, z);
      for (let k = 0; k < count; k++) output[i + k] = four[k]!;
    }
  }

  /** Writes X^T r (length 2 P). */
  function backwards(sum: Float64Array, r: Float64Array): void {
    sum.fill(0);
    for (let i = 0; i < n; i += 4) addFour(sum, matrix, i, Math.min(4, n - i), r.subarray(i, i + 4));
  }

  /** lambda_max([X -X]^T [X -X])/n = 2 lambda_max(X X^T)/n. */
  function smoothness(): number {
    const direction = new Float64Array(n);
    const product = new Float64Array(width);
    fillNormal(direction, createRandom(1, STREAMS.lanczos));
    let largest = 0;
    for (let k = 0; k < MOST_POWERS; k++) {
      const length = norm(direction);
      for (let i = 0; i < n; i++) direction[i] = direction[i]! / length;
      backwards(product, direction);
      forwards(direction, product);
      const before = largest;
      largest = norm(direction);
      if (Math.abs(largest - before) <= POWER_CHANGE * largest) break;
    }
    return (2 * largest) / n;
  }

  const stepLength = 1 / smoothness();
  const weights = new Float64Array(2 * width);
  const extrapolated = new Float64Array(2 * width);
  const difference = new Float64Array(width);
  const gradient = new Float64Array(width);
  const residual = labels.slice();
  const extrapolatedResidual = labels.slice();
  let momentum = 1;

  /** Takes the proximal step of one sign from the extrapolated weights and extrapolates the result. */
  function moveSide(from: number, gradientStep: number, speed: number): void {
    const threshold = stepLength * beta;
    for (let p = 0, at = from; p < patterns; p++, at += 2) {
      const q1 = extrapolated[at]! + gradientStep * gradient[2 * p]!;
      const q2 = extrapolated[at + 1]! + gradientStep * gradient[2 * p + 1]!;
      const next = p + 1 === patterns ? 0 : 2 * p + 2;
      const a1 = rays[2 * p]!;
      const a2 = rays[2 * p + 1]!;
      const b1 = rays[next]!;
      const b2 = rays[next + 1]!;
      let v1 = q1;
      let v2 = q2;
      // Outside the cone the nearest point is on the ray along which q reaches farther, or the origin.
      if (a1 * q2 - a2 * q1 < 0 || q1 * b2 - q2 * b1 < 0) {
        const alongA = a1 * q1 + a2 * q2;
        const alongB = b1 * q1 + b2 * q2;
        const length = Math.max(0, alongA, alongB);
        v1 = length * (alongA >= alongB ? a1 : b1);
        v2 = length * (alongA >= alongB ? a2 : b2);
      }
      const length = Math.sqrt(v1 * v1 + v2 * v2);
      const kept = length > threshold ? 1 - threshold / length : 0;
      v1 *= kept;
      v2 *= kept;
      extrapolated[at] = v1 + speed * (v1 - weights[at]!);
      extrapolated[at + 1] = v2 + speed * (v2 - weights[at + 1]!);
      weights[at] = v1;
      weights[at + 1] = v2;
    }
  }

  function step(): void {
    backwards(gradient, extrapolatedResidual);
    const after = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const speed = (momentum - 1) / after;
    momentum = after;
    moveSide(0, stepLength / n, speed);
    moveSide(width, -stepLength / n, speed);
    for (let j = 0; j < width; j++) difference[j] = weights[j]! - weights[width + j]!;
    forwards(extrapolatedResidual, difference);
    for (let i = 0; i < n; i++) {
      const before = residual[i]!;
      const now = labels[i]! - extrapolatedResidual[i]!;
      extrapolatedResidual[i] = now + speed * (now - before);
      residual[i] = now;
    }
  }

  function objective(): number {
    let squares = 0;
    for (let i = 0; i < n; i++) squares += residual[i]! * residual[i]!;
    let lengths = 0;
    for (let at = 0; at < weights.length; at += 2)
      lengths += Math.sqrt(weights[at]! * weights[at]! + weights[at + 1]! * weights[at + 1]!);
    return squares / (2 * n) + beta * lengths;
  }

  return { patterns, stepLength, weights, residual, objective, step };
}

/** Returns the distinct unit directions orthogonal to a row (flat), counter-clockwise. A pattern is constant between two of them. */
function raysOf(features: Float64Array): Float64Array {
  const rays: { angle: number; x: number; y: number }[] = [];
  for (let at = 0; at < features.length; at += 2) {
    const length = norm(features.subarray(at, at + 2));
    if (length === 0) continue;
    for (const side of [1, -1]) {
      const x = (-side * features[at + 1]!) / length;
      const y = (side * features[at]!) / length;
      rays.push({ angle: Math.atan2(y, x), x, y });
    }
  }
  rays.sort((a, b) => a.angle - b.angle);
  return Float64Array.from(
    rays
      .filter(({ angle }, k) => k === 0 || angle - rays[k - 1]!.angle > 1e-14)
      .flatMap(({ x, y }) => [x, y]),
  );
}

/** Writes [D_1 A … D_P A], row-major: D_p by the direction halfway between rays p and p + 1. */
function writeMatrix(features: Float64Array, rays: Float64Array): Float64Array {
  const n = features.length / 2;
  const width = rays.length;
  const matrix = new Float64Array(n * width);
  for (let p = 0; p < width; p += 2) {
    const next = (p + 2) % width;
    let m1 = rays[p]! + rays[next]!;
    let m2 = rays[p + 1]! + rays[next + 1]!;
    if (m1 * m1 + m2 * m2 < 1e-20) {
      // Rows on one line have two patterns, a half turn each.
      m1 = -rays[p + 1]!;
      m2 = rays[p]!;
    }
    for (let i = 0; i < n; i++)
      if (features[2 * i]! * m1 + features[2 * i + 1]! * m2 > 0) {
        matrix[i * width + p] = features[2 * i]!;
        matrix[i * width + p + 1] = features[2 * i + 1]!;
      }
  }
  return matrix;
}
