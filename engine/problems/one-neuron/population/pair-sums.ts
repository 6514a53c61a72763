import type { OffWeights } from '../data/blend-weights.ts';
import type { NeuronLossInput } from '../loss.ts';

/** Indices of left and right in memory; each has two numbers, x and y. */
export const SIDES = [0, 1] as const;
export type Place = (typeof SIDES)[number];

export interface PairSums {
  /** Reads `features` and `labels`. */
  load(): void;
  /** Writes a side's gradient at its weights. */
  slope(slopes: Float64Array, weights: Float64Array, side: Place): void;
  slopes(slopes: Float64Array, weights: Float64Array): void;
  /** Mean of (relu_s(a.w) - y)^2 / 2: up to rounding a lower bound of every blend without negative loss. */
  misfit(x: number, y: number): number;
}

/** Factor of a sample's pull: off (index 0), on (1). */
const factors = ({ linear }: OffWeights) => Float64Array.of(linear, 1);

/**
 * Computes gradients of two planar blends with the sums of `createNeuronLoss` in the same order, so with the same bits. Both sides in one
 * pass give two independent chains, without a branch on an activation's sign. Weights and samples must be below 1e150. Call `load` after
 * changing the arrays of `input`.
 */
export function pairSums(
  { features, labels, leak: s }: Omit<NeuronLossInput, 'blend'>,
  ofLeft: OffWeights,
  ofRight: OffWeights,
): PairSums {
  const n = labels.length;
  const pulls = [factors(ofLeft), factors(ofRight)] as const;
  const outputs = Float64Array.of(s, 1);
  /** x, y and label per sample, interleaved. */
  const samples = new Float64Array(3 * n);
  const { length } = samples;

  function slope(slopes: Float64Array, weights: Float64Array, side: Place): void {
    const rows = samples;
    const factors = pulls[side];
    const x = weights[2 * side]!;
    const y = weights[2 * side + 1]!;
    let sumX = 0;
    let sumY = 0;
    for (let at = 0; at < length; at += 3) {
      const a = rows[at]!;
      const b = rows[at + 1]!;
      const z = a * x + b * y;
      const on = +(z > 0);
      const pull = (z * outputs[on]! - rows[at + 2]!) * factors[on]!;
      sumX += pull * a;
      sumY += pull * b;
    }
    slopes[2 * side] = sumX / n;
    slopes[2 * side + 1] = sumY / n;
  }

  /** Assumes no leak and the relaxation on the right: relu(z) is (z + |z|)/2, and on the right all samples pull equally. */
  function relaxed(slopes: Float64Array, weights: Float64Array): void {
    const rows = samples;
    const [factors] = pulls;
    const lx = weights[0]!;
    const ly = weights[1]!;
    const rx = weights[2]!;
    const ry = weights[3]!;
    let leftX = 0;
    let leftY = 0;
    let rightX = 0;
    let rightY = 0;
    for (let at = 0; at < length; at += 3) {
      const a = rows[at]!;
      const b = rows[at + 1]!;
      const label = rows[at + 2]!;
      const z = a * lx + b * ly;
      const slope = (0.5 * (z + Math.abs(z)) - label) * factors[+(z > 0)]!;
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

  function inTurn(slopes: Float64Array, weights: Float64Array): void {
    slope(slopes, weights, 0);
    slope(slopes, weights, 1);
  }

  return {
    load() {
      for (let i = 0; i < n; i++) {
        samples[3 * i] = features[2 * i]!;
        samples[3 * i + 1] = features[2 * i + 1]!;
        samples[3 * i + 2] = labels[i]!;
      }
    },
    slope,
    slopes: s === 0 && ofRight.linear === 1 ? relaxed : inTurn,
    misfit(x, y) {
      const rows = samples;
      let squares = 0;
      for (let at = 0; at < length; at += 3) {
        const z = rows[at]! * x + rows[at + 1]! * y;
        const residual = z * outputs[+(z > 0)]! - rows[at + 2]!;
        squares += residual * residual;
      }
      return squares / (2 * n);
    },
  };
}
