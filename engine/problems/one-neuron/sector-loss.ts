import type { Landscape } from '../../contract.ts';
import { type Arrangement, SUMS } from '../../landscapes/arrangement.ts';
import { createNeuronLoss, type NeuronLossInput } from './loss.ts';

/**
 * The blended loss of one neuron in the plane from the sectors' sums: a look-up a point, whatever n is. With G and h over
 * the active samples, G_all and k over all of them,
 *   n f_b(w) = w.Q.w/2 - l.w + C,  Q = G + ((1-b)s^2 + b s)(G_all - G),  l = h + ((1-b)s + b)(k - h),
 *   C = (1-b)||y||^2/2 + b sum Phi*(y_i);  gradient (Q w - l)/n:
 * the definitions of `loss.ts`, summed over the samples that are on and off.
 *
 * Agrees with the direct sum to 1e-10 of ||y||^2/(2n); within about 1e-7 of a zero of the loss the quadratic cancels and
 * only that absolute accuracy is left. Everything but loss and gradient is the direct loss's.
 */
export function createSectorLoss(input: NeuronLossInput, arrangement: Arrangement): Landscape {
  const direct = createNeuronLoss(input);
  const { labels, leak: s, blend: b } = input;
  const n = labels.length;
  const { sums, whole } = arrangement;
  const quadraticShare = (1 - b) * s * s + b * s;
  const linearShare = (1 - b) * s + b;
  let constant = 0;
  for (const y of labels) {
    const conjugate = y >= 0 || s === 0 ? (y * y) / 2 : (y * y) / (2 * s);
    constant += ((1 - b) * y * y) / 2 + b * conjugate;
  }
  const entering = new Float64Array(SUMS);
  /** Q as q11, q12, q22 and l of the point last looked up. */
  const form = new Float64Array(SUMS);

  function lookUp(x: number, y: number): void {
    const sector = arrangement.locate(x, y);
    const isOrigin = x === 0 && y === 0;
    const onRay = !isOrigin && arrangement.isOnRay(sector, x, y);
    if (onRay) arrangement.sumEntering(entering, sector);
    for (let j = 0; j < SUMS; j++) {
      // A sample is active iff a.w > 0: none at the origin, and on a ray not those orthogonal to it.
      const active = isOrigin ? 0 : sums[SUMS * sector + j]! - (onRay ? entering[j]! : 0);
      form[j] = active + (j < 3 ? quadraticShare : linearShare) * (whole[j]! - active);
    }
  }

  function lossAt(x: number, y: number): number {
    const quadratic = (form[0]! * x * x + 2 * form[1]! * x * y + form[2]! * y * y) / 2;
    return (quadratic - (form[3]! * x + form[4]! * y) + constant) / n;
  }

  return {
    ...direct,
    loss(w) {
      lookUp(w[0]!, w[1]!);
      return lossAt(w[0]!, w[1]!);
    },
    evaluate(gradient, w) {
      const x = w[0]!;
      const y = w[1]!;
      lookUp(x, y);
      gradient[0] = (form[0]! * x + form[1]! * y - form[3]!) / n;
      gradient[1] = (form[1]! * x + form[2]! * y - form[4]!) / n;
      return lossAt(x, y);
    },
  };
}
