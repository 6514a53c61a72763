import type { OffWeights } from './blend-weights.ts';
import type { NeuronLossInput } from './loss.ts';

/** Writes the gradients of both sides (x, y each, left first) at their weights, likewise. */
export type PairSlopes = (slopes: Float64Array, weights: Float64Array) => void;

/** What a sample that is off pulls with, by whether it is on (1) or not (0). */
const factors = ({ linear }: OffWeights) => Float64Array.of(linear, 1);

/**
 * The gradients of two blends of the loss in the plane in one pass, for both sides: the sums of `createNeuronLoss`, sample by sample in the
 * same order, so that the bits are the same; two sides give the processor two chains of sums that do not wait for each other, and nothing
 * branches by the sign of an activation. Weights and samples are to be below 1e150. The memory of `input` may be filled anew between two calls.
 */
export function pairSlopes(
  { features, labels, leak: s }: Omit<NeuronLossInput, 'blend'>,
  ofLeft: OffWeights,
  ofRight: OffWeights,
): PairSlopes {
  const n = labels.length;
  const [leftFactors, rightFactors] = [factors(ofLeft), factors(ofRight)];
  const outputs = Float64Array.of(s, 1);

  function general(slopes: Float64Array, weights: Float64Array): void {
    const [lx, ly, rx, ry] = [weights[0]!, weights[1]!, weights[2]!, weights[3]!];
    let [leftX, leftY, rightX, rightY] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const a = features[2 * i]!;
      const b = features[2 * i + 1]!;
      const label = labels[i]!;
      const z = a * lx + b * ly;
      const on = +(z > 0);
      const slope = (z * outputs[on]! - label) * leftFactors[on]!;
      leftX += slope * a;
      leftY += slope * b;
      const u = a * rx + b * ry;
      const up = +(u > 0);
      const incline = (u * outputs[up]! - label) * rightFactors[up]!;
      rightX += incline * a;
      rightY += incline * b;
    }
    slopes[0] = leftX / n;
    slopes[1] = leftY / n;
    slopes[2] = rightX / n;
    slopes[3] = rightY / n;
  }

  /** Without leak, right the relaxation: relu(z) is (z + |z|)/2, and on the right a sample that is off pulls as one that is on. */
  function relaxed(slopes: Float64Array, weights: Float64Array): void {
    const [lx, ly, rx, ry] = [weights[0]!, weights[1]!, weights[2]!, weights[3]!];
    let [leftX, leftY, rightX, rightY] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const a = features[2 * i]!;
      const b = features[2 * i + 1]!;
      const label = labels[i]!;
      const z = a * lx + b * ly;
      const slope = (0.5 * (z + Math.abs(z)) - label) * leftFactors[+(z > 0)]!;
      leftX += slope * a;
      leftY += slope * b;
      const u = a * rx + b * ry;
      const incline = 0.5 * (u + Math.abs(u)) - label;
      rightX += incline * a;
      rightY += incline * b;
    }
    slopes[0] = leftX / n;
    slopes[1] = leftY / n;
    slopes[2] = rightX / n;
    slopes[3] = rightY / n;
  }

  return s === 0 && ofRight.linear === 1 ? relaxed : general;
}

/**
 * Writes the mean of (relu_s(a.w) - y)^2 / 2 at a side's weights to its place: no blend of the losses that has no negative loss is below it, but
 * for rounding.
 */
export function misfits({ features, labels, leak: s }: Omit<NeuronLossInput, 'blend'>) {
  const n = labels.length;
  return (result: Float64Array, weights: Float64Array, side: 0 | 1): void => {
    const x = weights[2 * side]!;
    const y = weights[2 * side + 1]!;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const z = features[2 * i]! * x + features[2 * i + 1]! * y;
      const residual = Math.max(z, s * z) - labels[i]!;
      squares += residual * residual;
    }
    result[side] = squares / (2 * n);
  };
}
