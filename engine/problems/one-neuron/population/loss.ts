import atan2 from '@stdlib/math-base-special-atan2';
import type { Landscape } from '../../../contract.ts';
import { dot, norm } from '../../../kernels/vector.ts';

/** Angle t between w and the plant. */
interface Angle {
  readonly t: number;
  readonly sine: number;
  readonly cosine: number;
}

const OPPOSITE: Angle = { t: Math.PI, sine: 0, cosine: -1 };

/** Angle below which sin t - t cos t loses digits and its series is used. */
const SMALL = 0.25;

/**
 * Creates the blended loss of one ReLU neuron over infinitely many samples a ~ N(0, I) with the plant's own labels, f_b = (1-b) f + b g, in
 * closed form for any d:
 *   g(w) = ||w - w*||^2 / 4                                  (a round bowl),
 *   f(w) = g(w) - ||w|| ||w*|| (sin t - t cos t) / (2 pi),   t = angle(w, w*).
 * Source: docs/mathematics.md, section 4. f is g minus this shortfall, and t comes from half angles, so both losses keep their relative
 * accuracy near the plant. At w = 0 the gradient of f has no limit and is set to 0, as over samples.
 */
export function createPopulationLoss(plant: Float64Array, blend: number): Landscape {
  const d = plant.length;
  const plantNorm = norm(plant);
  const direction = plant.map((value) => value / plantNorm);
  /** Weight of the angle-dependent part; 0 for a plant of 0. */
  const share = plantNorm === 0 ? 0 : 1 - blend;

  /** Uses lengths of difference and sum of the unit vectors, 2 sin(t/2) and 2 cos(t/2): exact near 0 and pi. */
  function angleOf(w: Float64Array, length: number): Angle {
    if (length === 0 || share === 0) return OPPOSITE;
    let apart = 0;
    let joint = 0;
    for (let j = 0; j < d; j++) {
      const unit = w[j]! / length;
      apart += (unit - direction[j]!) * (unit - direction[j]!);
      joint += (unit + direction[j]!) * (unit + direction[j]!);
    }
    const [p, q] = [Math.sqrt(apart), Math.sqrt(joint)];
    return { t: 2 * atan2(p, q), sine: (p * q) / 2, cosine: (joint - apart) / 4 };
  }

  function lossAt(w: Float64Array, length: number, angle: Angle): number {
    let square = 0;
    for (let j = 0; j < d; j++) square += (w[j]! - plant[j]!) * (w[j]! - plant[j]!);
    return square / 4 - (share * length * plantNorm * shortfall(angle)) / (2 * Math.PI);
  }

  function loss(w: Float64Array): number {
    const length = norm(w);
    return lossAt(w, length, angleOf(w, length));
  }

  function evaluate(gradient: Float64Array, w: Float64Array): number {
    const length = norm(w);
    const angle = angleOf(w, length);
    const alongPlant = (share * angle.t) / (2 * Math.PI);
    const alongWeights = length === 0 ? 0 : (share * plantNorm * angle.sine) / (2 * Math.PI * length);
    for (let j = 0; j < d; j++)
      gradient[j] = (w[j]! - plant[j]!) / 2 + alongPlant * plant[j]! - alongWeights * w[j]!;
    return lossAt(w, length, angle);
  }

  /**
   * I/2 - share ||w*|| sin t / (2 pi ||w||) (I - e e^T + u u^T), e = w / ||w||, u the unit vector perpendicular to it towards the plant.
   * I/2 at w = 0, where f has no curvature.
   */
  function curvature(matrix: Float64Array, w: Float64Array): void {
    matrix.fill(0);
    for (let j = 0; j < d; j++) matrix[j * d + j] = 0.5;
    const length = norm(w);
    if (length === 0 || share === 0) return;
    const unit = w.map((value) => value / length);
    const along = dot(plant, unit);
    const across = plant.map((value, j) => value - along * unit[j]!);
    const height = norm(across); // ||w*|| sin t
    if (height === 0) return;
    const factor = (share * height) / (2 * Math.PI * length);
    for (let j = 0; j < d; j++)
      for (let k = 0; k < d; k++) {
        const turn = (across[j]! / height) * (across[k]! / height) - unit[j]! * unit[k]!;
        matrix[j * d + k] = matrix[j * d + k]! - factor * ((j === k ? 1 : 0) + turn);
      }
  }

  const landscape: Landscape = {
    dimension: d,
    samples: Number.POSITIVE_INFINITY,
    nonNegative: true,
    unbounded: false,
    loss,
    evaluate,
    // The batch is the full mean.
    batchGradient: (gradient, w) => void evaluate(gradient, w),
    curvature,
    // At w != 0 half of all units are on. At 0 all are off, and only the relaxation pulls.
    isDead: (w) => blend === 0 && norm(w) === 0,
    runsOff: () => false,
    // E a a^T = I: no coordinates are better.
    gain: (gradient, _, at) => dot(gradient, gradient) / 2 / at,
    planar: () => null,
    follow: () => landscape,
  };
  return landscape;
}

/** sin t - t cos t = t^3/3 - t^5/30 + t^7/840 - ... */
function shortfall({ t, sine, cosine }: Angle): number {
  if (t > SMALL) return sine - t * cosine;
  const square = t * t;
  const series = 1 / 3 - square * (1 / 30 - square * (1 / 840 - square * (1 / 45_360 - square / 3_991_680)));
  return t * square * series;
}
