/**
 * Returns the largest mean arc weight of a digraph's cycles, weights n x n row-major (arc i -> k at i n + k; -Infinity if absent); every
 * node must be reachable from node 0. Karp's theorem (Discrete Mathematics, 1978): max over v of min over k < n of (D_n(v) - D_k(v))/(n -
 * k), D_k(v) the largest weight of a walk of k arcs from node 0 to v. -Infinity without a cycle; O(n^3).
 */
export function largestCycleMean(weights: Float64Array, n: number): number {
  const most = new Float64Array((n + 1) * n).fill(Number.NEGATIVE_INFINITY);
  most[0] = 0;
  for (let k = 1; k <= n; k++)
    for (let v = 0; v < n; v++)
      for (let u = 0; u < n; u++)
        most[k * n + v] = Math.max(most[k * n + v]!, most[(k - 1) * n + u]! + weights[u * n + v]!);
  let largest = Number.NEGATIVE_INFINITY;
  for (let v = 0; v < n; v++) {
    const end = most[n * n + v]!;
    if (end === Number.NEGATIVE_INFINITY) continue;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < n; k++) least = Math.min(least, (end - most[k * n + v]!) / (n - k));
    largest = Math.max(largest, least);
  }
  return largest;
}
