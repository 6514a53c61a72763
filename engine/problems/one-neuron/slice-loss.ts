import { createRunningSums } from '../../kernels/running-sums.ts';
import type { Scaling } from '../../kernels/whitening.ts';
import type { SlicePlane, Slicer } from '../../landscapes/slice-plane.ts';
import { cellCentre } from '../../landscapes/window.ts';
import { labelConstant, offWeights } from './data/blend-weights.ts';
import type { NeuronLossInput } from './loss.ts';
import { createSlice, POINT_SUMS } from './slice.ts';

/**
 * Creates the blended loss over a plane, left with blend 0 and right with `blend`: with z^2 and y z summed over active samples and over
 * all, q and p of `offWeights` and C the sum of `labelConstant`,
 *   n f_b = Z_on/2 + q (Z_all - Z_on)/2 - Y_on - p (Y_all - Y_on) + C.
 * Agrees with the direct sum to 1e-10 of the mean of (z^2 + y^2)/2; near the plant, where losses are far smaller, the sum cancels. `input`
 * is in scaled units, the plane in original ones. Non-finite samples give non-finite losses. O(n d) to make.
 */
export function createSlicer(
  input: Omit<NeuronLossInput, 'blend'>,
  blend: number,
  scaling: Scaling,
  plane: SlicePlane,
): Slicer {
  const { features, labels, dimension, leak } = input;
  const inScaledUnits = (original: Float64Array): Float64Array => {
    const scaled = new Float64Array(dimension);
    scaling.toScaled(scaled, original);
    return scaled;
  };
  const slice = createSlice(
    features,
    labels,
    inScaledUnits(plane.centre),
    inScaledUnits(plane.p),
    inScaledUnits(plane.q),
  );
  const leftLoss = lossOfSums(labels, leak, 0);
  const rightLoss = lossOfSums(labels, leak, blend);
  let active = new Float64Array(0);
  let all = new Float64Array(0);

  return {
    plane,
    writeRows(left, right, view, size, fromRow, toRow) {
      if (!(view.x1 > view.x0))
        throw new RangeError(`expected a view with x0 < x1; got ${view.x0} and ${view.x1}`);
      if (active.length !== POINT_SUMS * size) {
        active = new Float64Array(POINT_SUMS * size);
        all = new Float64Array(POINT_SUMS * size);
      }
      const from = cellCentre(view.x0, view.x1, size, 0);
      const step = (view.x1 - view.x0) / size;
      for (let row = fromRow; row < toRow; row++) {
        slice.sumLine(active, all, from, step, cellCentre(view.y0, view.y1, size, row));
        leftLoss(left, row * size, active, all);
        rightLoss(right, row * size, active, all);
      }
    },
  };
}

function lossOfSums(labels: Float64Array, s: number, b: number) {
  const n = labels.length;
  const { quadratic: q, linear: p } = offWeights(s, b);
  const sum = createRunningSums(1);
  for (let i = 0; i < n; i++) {
    const y = labels[i]!;
    sum.add(0, labelConstant(y, s, b));
  }
  const written = new Float64Array(1);
  sum.write(written, 0);
  const constant = written[0]!;

  return (destination: Float64Array, at: number, active: Float64Array, all: Float64Array): void => {
    for (let k = 0; POINT_SUMS * k < active.length; k++) {
      const squares = active[POINT_SUMS * k]!;
      const products = active[POINT_SUMS * k + 1]!;
      const quadratic = (squares + q * (all[POINT_SUMS * k]! - squares)) / 2;
      const linear = products + p * (all[POINT_SUMS * k + 1]! - products);
      destination[at + k] = (quadratic - linear + constant) / n;
    }
  };
}
