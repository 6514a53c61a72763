/**
 * At most `most` of the steps 0..last for a table: the first and the last, `shown` among them, and others spread evenly
 * between; ascending, none twice.
 */
export function tableSteps(last: number, shown: number, most = 60): number[] {
  if (last + 1 <= most) return Array.from({ length: last + 1 }, (_, step) => step);
  const even = Array.from({ length: most - 1 }, (_, row) => Math.round((row * last) / (most - 2)));
  const steps = new Set([...even, Math.min(Math.max(0, shown), last)]);
  return [...steps].sort((a, b) => a - b);
}
