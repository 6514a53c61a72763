import { addScaled, norm } from '../../../kernels/vector.ts';
import { type ConeProjection, heightAt } from './cone-projection.ts';

/** A decomposition is called exact where no half-space is missed by more than this much of the vectors' length. */
const EXACT = 1e-14;

/**
 * Decomposes a gated vector. Writes u and w of the cone (2 D - I) A x >= 0 of a pattern with v = u - w, so that D A v = relu(A u) -
 * relu(A w) (Mishkin, Sahiner & Pilanci 2022; docs/mathematics.md, section 7.7), w as short as can be; u = 0 where -v lies in the cone.
 * To weigh both lengths instead gains nothing: measured, both are several times as long as v, and as good as equal. It exists whenever
 * the pattern comes from a direction: `interior` (length d) must be one, strictly inside but for rows that are orthogonal to everything,
 * and both vectors are pushed along it by as much as rounding left them outside; where the projection fails, that alone decomposes v.
 * `units` n x d are unit rows, `mask` (length n) the pattern, `projection` is left aimed at it. Vectors that are not finite give a
 * violation that is NaN and not exact.
 */
export function decompose(
  u: Float64Array,
  w: Float64Array,
  v: Float64Array,
  units: Float64Array,
  mask: Uint8Array,
  interior: Float64Array,
  projection: ConeProjection,
) {
  const n = mask.length;
  const floors = new Float64Array(n);
  projection.aim(mask, []);
  // Heights of u and of u - v are not negative.
  for (let i = 0; i < n; i++) floors[i] = Math.max(0, heightAt(units, mask, i, v));
  if (floors.every((floor) => floor === 0)) u.fill(0);
  else {
    u.set(v);
    projection.project(u, floors);
  }
  for (let k = 0; k < v.length; k++) w[k] = u[k]! - v[k]!;
  pushInside(u, w, units, mask, interior);
  const violation = Math.max(violationOf(u, units, mask), violationOf(w, units, mask));
  return {
    /** By how much u or w misses a half-space at worst: -s.u/||u|| over unit rows s; 0 where both lie in the cone. */
    violation,
    /** True if that is rounding, so that D A v = relu(A u) - relu(A w). */
    exact: violation <= EXACT,
  };
}

/** Adds the smallest multiple of the interior direction to both that takes both inside. */
function pushInside(
  u: Float64Array,
  w: Float64Array,
  units: Float64Array,
  mask: Uint8Array,
  interior: Float64Array,
): void {
  let push = 0;
  for (let i = 0; i < mask.length; i++) {
    const low = Math.min(heightAt(units, mask, i, u), heightAt(units, mask, i, w));
    const rise = heightAt(units, mask, i, interior);
    if (low < 0 && rise > 0) push = Math.max(push, -low / rise);
  }
  if (push === 0) return;
  addScaled(u, interior, push);
  addScaled(w, interior, push);
}

function violationOf(x: Float64Array, units: Float64Array, mask: Uint8Array): number {
  const length = norm(x);
  if (length === 0) return 0;
  let worst = 0;
  for (let i = 0; i < mask.length; i++) worst = Math.max(worst, -heightAt(units, mask, i, x) / length);
  return worst;
}
