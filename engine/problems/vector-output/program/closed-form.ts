import type { OutputNeuron, RoundProgram } from '../rounds.ts';
import type { ProgramData } from './atoms.ts';

/**
 * The optimum where A A^T = I and labels are one-hot (docs/mathematics.md): round 0 is the zero network, round 1 has a neuron of weight
 * s_k - n beta for every class of n_k samples with s_k = sqrt(n_k) > n beta. The bound is the optimum itself from the start on, and nothing
 * is solved.
 */
export function createClosedForm({ features, labels, samples: n, beta }: ProgramData): RoundProgram {
  const d = features.length / n;
  const outputs = labels.length / n;
  const sizes = new Float64Array(outputs);
  for (let at = 0; at < labels.length; at++) sizes[at % outputs] = sizes[at % outputs]! + labels[at]!;
  let optimum = 0;
  for (const size of sizes) {
    const s = Math.sqrt(size);
    optimum += Math.min(s, n * beta) ** 2 / (2 * n) + beta * Math.max(0, s - n * beta);
  }
  let neurons: readonly OutputNeuron[] = [];
  const isZero = sizes.every((size) => !(Math.sqrt(size) > n * beta));
  let objective = isZero ? optimum : sizes.reduce((sum, size) => sum + size, 0) / (2 * n);

  /** u = sqrt(s - n beta) A^T p, v = sqrt(s - n beta) e_k, p being the class's indicator over sqrt(n_k). */
  function neuronOf(k: number): OutputNeuron {
    const s = Math.sqrt(sizes[k]!);
    const root = Math.sqrt(s - n * beta);
    const u = new Float64Array(d);
    const v = new Float64Array(outputs);
    v[k] = root;
    for (let i = 0; i < n; i++)
      if (labels[i * outputs + k]! > 0)
        for (let j = 0; j < d; j++) u[j] = u[j]! + (root * features[i * d + j]!) / s;
    return { u, v };
  }

  return {
    get neurons() {
      return neurons;
    },
    get objective() {
      return objective;
    },
    lowerBound: optimum,
    get taken() {
      return neurons;
    },
    atRest: false,
    *round() {
      neurons = [...sizes.keys()].filter((k) => Math.sqrt(sizes[k]!) > n * beta).map(neuronOf);
      objective = optimum;
    },
  };
}
