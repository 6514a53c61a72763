import { unwhitened, type Whitening } from '../../kernels/whitening.ts';
import { type Arrangement, SUMS } from '../../landscapes/arrangement.ts';
import { touch } from '../../landscapes/locator.ts';
import type { PlanarLoss } from '../../landscapes/planar-loss.ts';
import { labelConstant, offWeights } from './data/blend-weights.ts';
import type { NeuronLossInput } from './loss.ts';
import { createPlantedSums, PLANTED_SUMS, type PlantedSums } from './population/planted-sums.ts';

/**
 * Creates the blended loss of one neuron in the plane from sectors' sums. With G and h over active samples, G_all and k over all, q and p
 * of `offWeights` and C the sum of `labelConstant`,
 *   n f_b(w) = w.Q.w/2 - l.w + C,  Q = G + q (G_all - G),  l = h + p (k - h)
 * (docs/mathematics.md, section 5.1). Agrees with the direct sum to 1e-10 of ||y||^2/(2n). With `plant` (length 2, the labels' own) values
 * come from differences to the plant, with full relative accuracy near it; blends can share `planted`. Arrangement and plant are in the
 * units of `whitening`, by default those of the input.
 */
export function createPlanarLoss(
  input: NeuronLossInput,
  arrangement: Arrangement,
  plant: Float64Array | null,
  planted: PlantedSums | null = plant && createPlantedSums(arrangement, plant),
  whitening: Whitening = unwhitened(input.features),
): PlanarLoss {
  const { labels, leak: s, blend: b } = input;
  const n = labels.length;
  const { sums, whole } = arrangement;
  const { quadratic: q, linear: p } = offWeights(s, b);
  const common = {
    arrangement,
    whitening,
    samples: n,
    linearShare: p,
    quadraticShare: q,
    form(destination: Float64Array, sector: number): void {
      const at = SUMS * sector;
      for (let j = 0; j < SUMS; j++)
        destination[j] = sums[at + j]! + (j < 3 ? q : p) * (whole[j]! - sums[at + j]!);
    },
  };
  if (planted) return { ...common, ...aboutPlant(input, arrangement, planted, p, q) };

  let constant = 0;
  for (const y of labels) {
    constant += labelConstant(y, s, b);
  }

  function evaluateIn(gradient: Float64Array, sector: number, x: number, y: number): number {
    const at = SUMS * sector;
    const q11 = sums[at]! + q * (whole[0]! - sums[at]!);
    const q12 = sums[at + 1]! + q * (whole[1]! - sums[at + 1]!);
    const q22 = sums[at + 2]! + q * (whole[2]! - sums[at + 2]!);
    const l1 = sums[at + 3]! + p * (whole[3]! - sums[at + 3]!);
    const l2 = sums[at + 4]! + p * (whole[4]! - sums[at + 4]!);
    const g1 = q11 * x + q12 * y;
    const g2 = q12 * x + q22 * y;
    gradient[0] = (g1 - l1) / n;
    gradient[1] = (g2 - l2) / n;
    return ((g1 * x + g2 * y) / 2 - (l1 * x + l2 * y) + constant) / n;
  }

  const spare = new Float64Array(2);
  return {
    ...common,
    evaluateIn,
    lossIn: (sector, x, y) => evaluateIn(spare, sector, x, y),
    // Next to the functions it calls, so that the compiler keeps numbers in registers rather than on the heap.
    lossesIn(losses, at, sectors, xs, ys) {
      touch(sums, SUMS, sectors);
      for (let k = 0; k < sectors.length; k++)
        losses[at + k] = evaluateIn(spare, sectors[k]!, xs[k]!, ys[k]!);
    },
  };
}

/**
 * Computes the same for labels of the plant w*, z = a.w and z* = a.w*, sample by sample:
 *   on at both (z - z*)^2/2 · off at both q (z - z*)^2/2 · now only (z^2 - 2 s z z* + q z*^2)/2 ·
 *   at the plant only (q z^2 - 2 p z z* + z*^2)/2;
 * no term is negative, so nothing cancels (docs/mathematics.md, section 5.2).
 */
function aboutPlant(
  { labels, leak: s }: NeuronLossInput,
  arrangement: Arrangement,
  { plant, sums, atPlant }: PlantedSums,
  p: number,
  q: number,
): Pick<PlanarLoss, 'evaluateIn' | 'lossIn' | 'lossesIn'> {
  const n = labels.length;
  const { whole } = arrangement;
  const u = plant[0]!;
  const v = plant[1]!;
  const [atPlant11, atPlant12, atPlant22] = [atPlant[0]!, atPlant[1]!, atPlant[2]!];
  const [off11, off12, off22] = [whole[0]! - atPlant11, whole[1]! - atPlant12, whole[2]! - atPlant22];

  // Scalars, because destructured arrays would cost as much as the arithmetic.
  function evaluateIn(gradient: Float64Array, sector: number, x: number, y: number): number {
    const at = PLANTED_SUMS * sector;
    const n11 = sums[at]!;
    const n12 = sums[at + 1]!;
    const n22 = sums[at + 2]!;
    const p11 = sums[at + 3]!;
    const p12 = sums[at + 4]!;
    const p22 = sums[at + 5]!;
    // On at both, and off at both with weight q: one quadratic in w - w*.
    const m11 = atPlant11 - p11 + q * (off11 - n11);
    const m12 = atPlant12 - p12 + q * (off12 - n12);
    const m22 = atPlant22 - p22 + q * (off22 - n22);
    const dx = x - u;
    const dy = y - v;
    const m1 = m11 * dx + m12 * dy;
    const m2 = m12 * dx + m22 * dy;
    const nw1 = n11 * x + n12 * y;
    const nw2 = n12 * x + n22 * y;
    const nu1 = n11 * u + n12 * v;
    const nu2 = n12 * u + n22 * v;
    const pw1 = p11 * x + p12 * y;
    const pw2 = p12 * x + p22 * y;
    const pu1 = p11 * u + p12 * v;
    const pu2 = p12 * u + p22 * v;
    gradient[0] = (m1 + (nw1 - s * nu1) + (q * pw1 - p * pu1)) / n;
    gradient[1] = (m2 + (nw2 - s * nu2) + (q * pw2 - p * pu2)) / n;
    const same = m1 * dx + m2 * dy;
    const nowOnly = nw1 * x + nw2 * y - 2 * s * (nu1 * x + nu2 * y) + q * (nu1 * u + nu2 * v);
    const plantOnly = q * (pw1 * x + pw2 * y) - 2 * p * (pu1 * x + pu2 * y) + (pu1 * u + pu2 * v);
    return (same + nowOnly + plantOnly) / (2 * n);
  }

  const spare = new Float64Array(2);
  return {
    evaluateIn,
    lossIn: (sector, x, y) => evaluateIn(spare, sector, x, y),
    lossesIn(losses, at, sectors, xs, ys) {
      touch(sums, PLANTED_SUMS, sectors);
      for (let k = 0; k < sectors.length; k++)
        losses[at + k] = evaluateIn(spare, sectors[k]!, xs[k]!, ys[k]!);
    },
  };
}
