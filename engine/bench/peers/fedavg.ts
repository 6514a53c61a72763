/** Straightforward federated averaging of a network. */

import type { RoundSettings } from '../../problems/federated/names.ts';
import { type CircleData, samplesOf } from '../../problems/federated/network/circle-data.ts';

/** W (m x 3) -= eta times the gradient over these samples, sample by sample and neuron by neuron. */
export function plainLocalStep(
  w: Float64Array,
  rows: Iterable<number>,
  { inputs: x, labels }: CircleData,
  eta: number,
): void {
  const m = w.length / 3;
  const gradient = new Float64Array(w.length);
  const z = new Float64Array(m);
  for (const i of rows) {
    let f = 0;
    for (let r = 0; r < m; r++) {
      z[r] = w[3 * r]! * x[3 * i]! + w[3 * r + 1]! * x[3 * i + 1]! + w[3 * r + 2]! * x[3 * i + 2]!;
      if (z[r]! > 0) f += (r % 2 === 0 ? 1 : -1) * z[r]!;
    }
    const residual = f / Math.sqrt(m) - labels[i]!;
    for (let r = 0; r < m; r++) {
      if (!(z[r]! > 0)) continue;
      const pull = ((r % 2 === 0 ? 1 : -1) * residual) / Math.sqrt(m);
      for (let q = 0; q < 3; q++) gradient[3 * r + q] = gradient[3 * r + q]! + pull * x[3 * i + q]!;
    }
  }
  for (let j = 0; j < w.length; j++) w[j] = w[j]! - eta * gradient[j]!;
}

export function plainRound(
  w: Float64Array,
  data: CircleData,
  { local, eta, server }: RoundSettings,
): Float64Array {
  const mean = new Float64Array(w.length);
  for (let c = 0; c < data.count; c++) {
    const own = w.slice();
    for (let step = 0; step < local; step++) plainLocalStep(own, samplesOf(data.owners, c), data, eta);
    for (let j = 0; j < mean.length; j++) mean[j] = mean[j]! + own[j]! / data.count;
  }
  return w.map((value, j) => value + server * (mean[j]! - value));
}
