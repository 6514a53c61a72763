export interface CostBin {
  readonly least: number;
  readonly largest: number;
  /** Permutation numbers in lexicographic order. */
  readonly indices: readonly number[];
}

const PARTS = 40;

/** Bins costs (in lexicographic order) by equal width, without empty bins. */
export function costBins(costs: ArrayLike<number>): CostBin[] {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < costs.length; i++) {
    least = Math.min(least, costs[i]!);
    largest = Math.max(largest, costs[i]!);
  }
  const bins = Array.from({ length: PARTS }, () => ({
    least: Number.POSITIVE_INFINITY,
    largest: Number.NEGATIVE_INFINITY,
    indices: [] as number[],
  }));
  const wide = (largest - least) / PARTS || 1;
  for (let i = 0; i < costs.length; i++) {
    const cost = costs[i]!;
    const bin = bins[Math.min(PARTS - 1, Math.floor((cost - least) / wide))]!;
    bin.least = Math.min(bin.least, cost);
    bin.largest = Math.max(bin.largest, cost);
    bin.indices.push(i);
  }
  return bins.filter(({ indices }) => indices.length > 0);
}

/** Returns the permutation of 0 .. n - 1 with this lexicographic number. */
export function permutationAt(index: number, n: number): number[] {
  const left = Array.from({ length: n }, (_, k) => k);
  let block = 1;
  for (let k = 2; k < n; k++) block *= k;
  let rest = index;
  return Array.from({ length: n }, (_, i) => {
    const [taken] = left.splice(Math.floor(rest / block), 1);
    rest %= block;
    block /= Math.max(1, n - 1 - i);
    return taken!;
  });
}
