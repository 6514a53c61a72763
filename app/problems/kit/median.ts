/** Of an even number of values the mean of both in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length === 0 ? Number.NaN : (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}
