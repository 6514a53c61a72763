/** Solves assignment problems of one size n without allocating. */
export interface Assigner {
  /** Last p: row i has column p[i]. Deterministic in ties; the identity if an entry was not finite. */
  readonly permutation: Int32Array;
  /** Last u and v, n numbers each: weight_ij - u_i - v_j >= 0 up to rounding, and 0 along p. */
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  /**
   * Finds the p with the least sum of sign weight_{i p_i} (n x n row-major; sign -1: the largest sum) and returns that; NaN if an entry is
   * not finite.
   */
  assign(weights: Float64Array, sign: 1 | -1): number;
  /**
   * After `assign` with the same arguments, returns the gap from p's sum to the second-least: the least weight of a cycle of reduced
   * weights. Infinity for n = 1.
   */
  secondBest(weights: Float64Array, sign: 1 | -1): number;
}

/** Shortest augmenting paths, row by row (Jonker & Volgenant, Computing, 1987). O(n^3). */
export function createAssigner(n: number): Assigner {
  const permutation = new Int32Array(n);
  const rows = new Float64Array(n);
  const columns = new Float64Array(n);
  const rowOf = new Int32Array(n);
  const from = new Int32Array(n);
  const shortest = new Float64Array(n);
  const reached = new Uint8Array(n);
  const paths = new Float64Array(n * n);

  function assign(weights: Float64Array, sign: 1 | -1): number {
    rowOf.fill(-1);
    rows.fill(0);
    columns.fill(0);
    for (let i = 0; i < n; i++) permutation[i] = i;
    for (let k = 0; k < n * n; k++) if (!Number.isFinite(weights[k]!)) return Number.NaN;
    for (let i = 0; i < n; i++) augment(weights, sign, i);
    for (let j = 0; j < n; j++) permutation[rowOf[j]!] = j;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += sign * weights[i * n + permutation[i]!]!;
    return sum;
  }

  /** Dijkstra's search over reduced weights from `start` to a free column; updates the duals. */
  function augment(weights: Float64Array, sign: number, start: number): void {
    shortest.fill(Number.POSITIVE_INFINITY);
    reached.fill(0);
    let row = start;
    let far = 0;
    let end = -1;
    while (end < 0) {
      let next = -1;
      for (let j = 0; j < n; j++) {
        if (reached[j]) continue;
        const length = far + sign * weights[row * n + j]! - rows[row]! - columns[j]!;
        if (length < shortest[j]!) {
          shortest[j] = length;
          from[j] = row;
        }
        if (next < 0 || shortest[j]! < shortest[next]!) next = j;
      }
      far = shortest[next]!;
      reached[next] = 1;
      if (rowOf[next]! < 0) end = next;
      else row = rowOf[next]!;
    }
    rows[start] = rows[start]! + far;
    for (let j = 0; j < n; j++) {
      if (!reached[j] || j === end) continue;
      const owner = rowOf[j]!;
      rows[owner] = rows[owner]! + far - shortest[j]!;
      columns[j] = columns[j]! - far + shortest[j]!;
    }
    // Flip the path, from its end back.
    for (let j = end; ; ) {
      const i = from[j]!;
      let before = -1;
      for (let k = 0; k < n; k++) if (rowOf[k] === i) before = k;
      rowOf[j] = i;
      if (i === start) return;
      j = before;
    }
  }

  function secondBest(weights: Float64Array, sign: 1 | -1): number {
    // Cost of row i taking the column of row k. Other permutations are sets of such cycles.
    for (let i = 0; i < n; i++)
      for (let k = 0; k < n; k++) {
        const j = permutation[k]!;
        const reduced = sign * weights[i * n + j]! - rows[i]! - columns[j]!;
        paths[i * n + k] = i === k ? Number.POSITIVE_INFINITY : Math.max(0, reduced);
      }
    for (let via = 0; via < n; via++)
      for (let i = 0; i < n; i++) {
        const half = paths[i * n + via]!;
        for (let k = 0; k < n; k++) {
          const length = half + paths[via * n + k]!;
          if (length < paths[i * n + k]!) paths[i * n + k] = length;
        }
      }
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < n; i++) least = Math.min(least, paths[i * n + i]!);
    return least;
  }

  return { permutation, rows, columns, assign, secondBest };
}
