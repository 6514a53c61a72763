import type { Vector } from '../../../contract.ts';
import type { Field } from '../../../field.ts';
import { dot, norm } from '../../../kernels/vector.ts';
import type { GameData } from '../game-data.ts';
import type { Generator } from '../instance.ts';
import type { Certificate } from '../types.ts';
import { hiddenOf } from './convex-game.ts';

/** Share of a length that is rounding. */
const DEPENDENT = 1e-9;

/**
 * Returns two orthonormal directions (2 x m, row-major), m >= 2: the axes for m = 2; else from the first two independent ones of
 * `directions`, then of the axes. Skips zero and non-finite directions.
 */
export function planeBasis(m: number, directions: readonly Float64Array[]): Vector {
  const basis = new Float64Array(2 * m);
  if (m === 2) return Float64Array.of(1, 0, 0, 1);
  const axes = Array.from({ length: m }, (_, k) => Float64Array.from({ length: m }, (__, j) => +(j === k)));
  let found = 0;
  for (const direction of [...directions, ...axes]) {
    if (found === 2) break;
    const left = Float64Array.from(direction);
    const whole = norm(left);
    for (let b = 0; b < found; b++) {
      const along = dot(left, basis.subarray(b * m, (b + 1) * m));
      for (let k = 0; k < m; k++) left[k] = left[k]! - along * basis[b * m + k]!;
    }
    const length = norm(left);
    if (!(length > DEPENDENT * whole)) continue;
    for (let k = 0; k < m; k++) basis[found * m + k] = left[k]! / length;
    found++;
  }
  return basis;
}

/** Returns V h. */
export function mixed({ m, width, columns }: GameData, h: Float64Array): Vector {
  return Float64Array.from({ length: m }, (_, i) => dot(columns.subarray(i * width, (i + 1) * width), h));
}

/** Spans x and d* or, if x is reachable, x and the start's g; null for m = 1. */
export function shownPlane(data: GameData, { d, reachable }: Certificate): Vector | null {
  if (data.m === 1) return null;
  return planeBasis(data.m, [data.mean, reachable ? mixed(data, hiddenOf(data, data.weights)) : d]);
}

/** Returns coordinates in the basis; for m = 1, shown as (g, d), on d = 0. */
function seen(vector: Float64Array, basis: Vector | null): readonly [x: number, y: number] {
  const m = vector.length;
  if (!basis) return [vector[0]!, 0];
  return [dot(basis.subarray(0, m), vector), dot(basis.subarray(m), vector)];
}

const ROOM = 1.25;

/**
 * Builds a map without heights and arrows. Both sides share a square window with the origin, x, the nearest points, both starts and the
 * columns' tips.
 */
export function outputField(sides: readonly Generator[]): Field {
  const [low, high] = [
    [0, 0],
    [0, 0],
  ];
  for (const { data, certificate } of sides) {
    const basis = shownPlane(data, certificate);
    const columns = Array.from({ length: data.width }, (_, j) =>
      Float64Array.from({ length: data.m }, (__, i) => data.columns[i * data.width + j]!),
    );
    const start = mixed(data, hiddenOf(data, data.weights));
    for (const vector of [data.mean, start, mixed(data, certificate.h), ...columns])
      for (const [axis, value] of seen(vector, basis).entries()) {
        if (!Number.isFinite(value)) continue;
        low[axis] = Math.min(low[axis]!, value);
        high[axis] = Math.max(high[axis]!, value);
      }
    // For m = 1 the second axis is d, which starts at 0 and grows towards x - g.
    const off = data.m === 1 ? Math.abs(data.mean[0]! - start[0]!) : 0;
    low[1] = Math.min(low[1]!, -off);
    high[1] = Math.max(high[1]!, off);
  }
  const [x, y] = [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2];
  const half = (ROOM * Math.max(high[0]! - low[0]!, high[1]! - low[1]!)) / 2 || 2;
  const view = [x - half, x + half, y - half, y + half] as const;
  return { domain: { kind: 'plane', view }, place: () => [], along: ['g1', 'g2'] };
}
