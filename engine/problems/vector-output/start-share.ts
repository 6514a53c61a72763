/**
 * An upper bound of the share of Gaussian starts from which descent with c <= 1 can succeed, where A A^T = I and labels are one-hot
 * (docs/mathematics.md): every class that is kept (sqrt(n_k) > n beta) needs a neuron whose n_k pre-activations all start positive.
 */
export function startShare(classes: Int32Array, outputs: number, neurons: number, beta: number): number {
  const sizes = new Float64Array(outputs);
  for (const k of classes) sizes[k] = sizes[k]! + 1;
  let share = 1;
  for (const size of sizes) {
    if (!(Math.sqrt(size) > classes.length * beta)) continue;
    const miss = 1 - 2 ** -size;
    let all = 1;
    for (let j = 0; j < neurons; j++) all *= miss;
    share *= 1 - all;
  }
  return share;
}
