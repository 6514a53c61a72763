import type { OutputNeuron, RoundProgram } from '../rounds.ts';
import type { ProgramData } from './atoms.ts';

/**
 * The optimum for A A^T = I and one-hot labels (docs/mathematics.md). Round 0 is the zero network; round 1 has a neuron of weight s_k - n
 * beta for each class with s_k = sqrt(n_k) > n beta. The bound is the optimum from the start.
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

  /** u = sqrt(s - n beta) A^T p, v = sqrt(s - n beta) e_k, p the class's indicator over sqrt(n_k). */
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
