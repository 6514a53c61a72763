/** Straightforward permutations: alternating projections, a step with lists, costs summed one by one. */

/**
 * Applies Dykstra's alternating projections to an n x n matrix (row-major), onto row and column sums of 1 and entries >= 0, until no entry
 * moves by more than `close`.
 */
export function dykstra(matrix: Float64Array, n: number, close: number): Float64Array {
  const x = matrix.slice();
  const correction = new Float64Array(n * n);
  const rows = new Float64Array(n);
  const columns = new Float64Array(n);
  for (;;) {
    rows.fill(0);
    columns.fill(0);
    let all = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        rows[i] = rows[i]! + x[i * n + j]!;
        columns[j] = columns[j]! + x[i * n + j]!;
        all += x[i * n + j]!;
      }
    let most = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const at = i * n + j;
        const summed = x[at]! + (2 - rows[i]! - columns[j]!) / n + (all - n) / (n * n) + correction[at]!;
        const next = Math.max(0, summed);
        correction[at] = summed - next;
        most = Math.max(most, Math.abs(next - x[at]!));
        x[at] = next;
      }
    if (most <= close) return x;
  }
}

/** Takes one projected step of x'Qx + 6 lambda (1 - ||x||) over three weights; q is 3 x 3. */
export function plainTriangleStep(
  x: readonly number[],
  q: readonly (readonly number[])[],
  lambda: number,
  step: number,
): number[] {
  const length = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
  const y = x.map((value, k) => {
    const slope = 2 * q[k]!.reduce((sum, entry, l) => sum + entry * x[l]!, 0) - (6 * lambda * value) / length;
    return value - step * slope;
  });
  // Projection onto the simplex by sorting (Held, Wolfe and Crowder, Mathematical Programming, 1974).
  const sorted = [...y].sort((a, b) => b - a);
  let [sum, shift] = [0, 0];
  for (const [k, value] of sorted.entries()) {
    sum += value;
    if (value - (sum - 1) / (k + 1) > 0) shift = (sum - 1) / (k + 1);
  }
  return y.map((value) => Math.max(0, value - shift));
}

/** Returns ||A - P'BP||^2 of every permutation, each summed over all entries. */
export function plainCosts(a: Float64Array, b: Float64Array, n: number): number[] {
  const costs: number[] = [];
  const extend = (permutation: readonly number[]): void => {
    if (permutation.length === n) {
      let sum = 0;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) sum += (a[i * n + j]! - b[permutation[i]! * n + permutation[j]!]!) ** 2;
      costs.push(sum);
      return;
    }
    for (let j = 0; j < n; j++) if (!permutation.includes(j)) extend([...permutation, j]);
  };
  extend([]);
  return costs;
}
