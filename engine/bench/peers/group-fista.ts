import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';

/** Maximum products with H^T H, and the relative change below which the growing estimate of L has converged. */
const MOST_POWERS = 1000;
const POWER_CHANGE = 1e-10;

/** Opponent of the program of many outputs: all sampled directions at once. */
export interface GroupFista {
  /** 1/L. */
  readonly stepLength: number;
  /** Unit directions (p x 2) and their output weights (p x K), initially zero. */
  readonly directions: Float64Array;
  readonly weights: Float64Array;
  /** Y - relu(A U) V at the weights (n x K). */
  readonly residual: Float64Array;
  /** 1/(2n) ||residual||^2 + beta sum ||v_j||: a network's F if u_j and v_j have equal lengths. Not monotone. */
  objective(): number;
  step(): void;
}

/**
 * Convex program of planar rows (n x 2) and K outputs over p evenly spaced directions u_j, min 1/(2n) ||H V - Y||^2 + beta sum_j ||v_j||, H
 * = relu(A U) (n x p), as a group lasso by FISTA (Beck & Teboulle 2009) as its users would write it: H stored, a fixed step 1/L with L by
 * power iteration, momentum, no restart. Two products of n x p x K per iteration. Input must be finite, with a nonzero row.
 */
export function createGroupFista(
  features: Float64Array,
  labels: Float64Array,
  { samples: n, beta, count: p }: { readonly samples: number; readonly beta: number; readonly count: number },
): GroupFista {
  const K = labels.length / n;
  const directions = new Float64Array(2 * p);
  for (let j = 0; j < p; j++) {
    const angle = (2 * Math.PI * (j + 0.5)) / p;
    directions[2 * j] = cos(angle);
    directions[2 * j + 1] = sin(angle);
  }
  const H = new Float64Array(n * p);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < p; j++)
      H[i * p + j] = Math.max(
        0,
        features[2 * i]! * directions[2 * j]! + features[2 * i + 1]! * directions[2 * j + 1]!,
      );

  /** Writes H z, `wide` numbers per direction. */
  function forwards(output: Float64Array, z: Float64Array, wide: number): void {
    output.fill(0);
    for (let i = 0; i < n; i++)
      for (let j = 0, at = 0; j < p; j++) {
        const h = H[i * p + j]!;
        for (let c = i * wide; c < (i + 1) * wide; c++, at++) output[c] = output[c]! + h * z[at]!;
      }
  }

  /** Writes H^T r. */
  function backwards(output: Float64Array, r: Float64Array, wide: number): void {
    output.fill(0);
    for (let i = 0; i < n; i++)
      for (let j = 0, at = 0; j < p; j++) {
        const h = H[i * p + j]!;
        for (let c = i * wide; c < (i + 1) * wide; c++, at++) output[at] = output[at]! + h * r[c]!;
      }
  }

  /** lambda_max(H^T H)/n; its eigenvector is non-negative, like H. */
  function smoothness(): number {
    const direction = new Float64Array(n).fill(1);
    const product = new Float64Array(p);
    let largest = 0;
    for (let k = 0; k < MOST_POWERS; k++) {
      const length = Math.sqrt(direction.reduce((sum, x) => sum + x * x, 0));
      for (let i = 0; i < n; i++) direction[i] = direction[i]! / length;
      backwards(product, direction, 1);
      forwards(direction, product, 1);
      const before = largest;
      largest = Math.sqrt(direction.reduce((sum, x) => sum + x * x, 0));
      if (Math.abs(largest - before) <= POWER_CHANGE * largest) break;
    }
    return largest / n;
  }

  const stepLength = 1 / smoothness();
  const weights = new Float64Array(p * K);
  const extrapolated = new Float64Array(p * K);
  const gradient = new Float64Array(p * K);
  const residual = labels.slice();
  const extrapolatedResidual = labels.slice();
  const lengthAt = (v: Float64Array, j: number) => {
    let squares = 0;
    for (let at = j * K; at < (j + 1) * K; at++) squares += v[at]! * v[at]!;
    return Math.sqrt(squares);
  };
  let momentum = 1;

  return {
    stepLength,
    directions,
    weights,
    residual,
    objective() {
      let [squares, lengths] = [0, 0];
      for (const r of residual) squares += r * r;
      for (let j = 0; j < p; j++) lengths += lengthAt(weights, j);
      return squares / (2 * n) + beta * lengths;
    },
    step() {
      backwards(gradient, extrapolatedResidual, K);
      const after = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      const speed = (momentum - 1) / after;
      momentum = after;
      for (let at = 0; at < weights.length; at++)
        extrapolated[at] = extrapolated[at]! + (stepLength / n) * gradient[at]!;
      for (let j = 0; j < p; j++) {
        const length = lengthAt(extrapolated, j);
        const kept = length > stepLength * beta ? 1 - (stepLength * beta) / length : 0;
        for (let at = j * K; at < (j + 1) * K; at++) {
          const next = kept * extrapolated[at]!;
          extrapolated[at] = next + speed * (next - weights[at]!);
          weights[at] = next;
        }
      }
      forwards(extrapolatedResidual, weights, K);
      for (let at = 0; at < residual.length; at++) {
        const now = labels[at]! - extrapolatedResidual[at]!;
        extrapolatedResidual[at] = now + speed * (now - residual[at]!);
        residual[at] = now;
      }
    },
  };
}
