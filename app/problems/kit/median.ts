/** Returns the mean of the two middle values for an even count; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length === 0 ? Number.NaN : (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}
