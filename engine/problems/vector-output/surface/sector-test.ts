import type { OutputCurve } from '../program/output-curve.ts';
import type { SectorTold } from '../types.ts';

/**
 * Tests planar sectors for copositivity with the curve's residual: L = R/n must keep eta within beta. O(K) a sector. Reports `sector`; null
 * if all rows are zero.
 */
export function testSector(
  curve: OutputCurve,
  sector: number,
  n: number,
  outputs: number,
  beta: number,
): Omit<SectorTold, 'active'> | null {
  const count = curve.rays.length / 2;
  if (count === 0) return null;
  let least = Number.POSITIVE_INFINITY;
  for (let s = 0; s < count; s++) least = Math.min(least, slackOf(matrixOf(s)));
  const told = matrixOf(sector);
  return { ...told, slack: slackOf(told), least };

  function matrixOf(s: number) {
    const next = s + 1 === count ? 0 : s + 1;
    const rays = Float64Array.of(
      curve.rays[2 * s]!,
      curve.rays[2 * s + 1]!,
      curve.rays[2 * next]!,
      curve.rays[2 * next + 1]!,
    );
    let [xx, xy, yy] = [0, 0, 0];
    for (let k = 0, at = 2 * outputs * s; k < outputs; k++, at++) {
      const [x, y] = [curve.sums[at]! / n, curve.sums[at + outputs]! / n];
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    const [p, q, r, t] = rays as unknown as readonly [number, number, number, number];
    const square = beta * beta;
    return {
      rays,
      form: [xx, xy, yy] as const,
      a: square - (xx * p * p + 2 * xy * p * q + yy * q * q),
      b: square * (p * r + q * t) - (xx * p * r + xy * (p * t + q * r) + yy * q * t),
      c: square - (xx * r * r + 2 * xy * r * t + yy * t * t),
    };
  }
}

/** Returns the least of the three numbers that must not be negative. */
export function slackOf({ a, b, c }: Pick<SectorTold, 'a' | 'b' | 'c'>): number {
  return Math.min(a, c, b + Math.sqrt(Math.max(a, 0) * Math.max(c, 0)));
}
