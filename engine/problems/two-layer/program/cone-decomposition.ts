import { addScaled, norm } from '../../../kernels/vector.ts';
import { type ConeProjection, heightAt } from './cone-projection.ts';

/** Most that an exact decomposition misses a half-space by, relative to the vectors' length. */
const EXACT = 1e-14;

/**
 * Writes u and w of the cone (2 D - I) A x >= 0 of a pattern with v = u - w, so that D A v = relu(A u) - relu(A w) (Mishkin, Sahiner &
 * Pilanci 2022; docs/mathematics.md, section 7.7), w as short as possible; u = 0 if -v lies in the cone. Weighing both lengths gains
 * nothing: measured, they are nearly equal. Exists if the pattern comes from a direction: `interior` (length d) must be one, strictly
 * inside except for rows orthogonal to everything. Both vectors are pushed along it by their rounding error; if the projection fails, it
 * alone decomposes v. `units` n x d are unit rows, `mask` (length n) the pattern; `projection` stays aimed at it. Non-finite vectors give a
 * violation of NaN and not exact.
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
    /** Worst miss of a half-space by u or w: -s.u/||u|| over unit rows s; 0 if both lie in the cone. */
    violation,
    /** True if that is rounding: D A v = relu(A u) - relu(A w). */
    exact: violation <= EXACT,
  };
}

/** Adds the smallest multiple of the interior direction that takes both inside. */
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
