import { norm } from '../../../kernels/vector.ts';

/** Unit rows with a smaller remainder after orthogonalising depend on earlier tight rows. */
const DEPENDENT = 1e-12;
/** Tolerance of half-spaces, relative to the size of the point and the floors. */
const SLACK = 1e-14;

/** Divides rows of the features (n x d, row-major) by their lengths, except zero rows. */
export function unitRows(features: Float64Array, n: number, d: number): Float64Array {
  const units = Float64Array.from(features);
  for (let i = 0; i < n; i++) {
    const row = units.subarray(i * d, i * d + d);
    const length = norm(row);
    if (length > 0) for (let k = 0; k < d; k++) row[k] = row[k]! / length;
  }
  return units;
}

/** Returns s.x of unit row s of sample i, negated if it is off in the pattern. */
export function heightAt(units: Float64Array, mask: Uint8Array, i: number, x: Float64Array): number {
  let z = 0;
  for (let k = 0, at = i * x.length; k < x.length; k++) z += units[at++]! * x[k]!;
  return mask[i] === 1 ? z : -z;
}

/**
 * Creates projections on the cone (2 D - I) A x >= 0 of one pattern at a time. Dual active-set method of Goldfarb & Idnani 1983: the most
 * violated row becomes tight, rows with weights turning negative are released, until none is violated. Starts from the last tight rows, so
 * a point that moved little needs one pass: O(n d). `units` n x d as from `unitRows`.
 */
export function createConeProjection(units: Float64Array, d: number) {
  const n = units.length / d;
  const tight: number[] = [];
  let mask = new Uint8Array(n);
  /** Tight rows as R^T Q with orthonormal rows in Q and an upper R, both with stride d. */
  const basis = new Float64Array(d * d);
  const triangle = new Float64Array(d * d);
  const weights = new Float64Array(d + 1);
  const share = new Float64Array(d);
  const across = new Float64Array(d);
  const start = new Float64Array(d);

  const along = (q: number, x: Float64Array): number => {
    let sum = 0;
    for (let k = 0, at = q * d; k < d; k++) sum += basis[at++]! * x[k]!;
    return sum;
  };
  const addBasis = (x: Float64Array, q: number, factor: number): void => {
    for (let k = 0, at = q * d; k < d; k++) x[k] = x[k]! + factor * basis[at++]!;
  };

  /** Splits row i into its `share` of the first p basis rows and the rest, `across`; returns the length of the rest. */
  function split(i: number, p: number): number {
    const sign = mask[i] === 1 ? 1 : -1;
    for (let k = 0; k < d; k++) across[k] = sign * units[i * d + k]!;
    share.fill(0);
    // Twice, because one pass leaves rounding.
    for (let pass = 0; pass < 2; pass++)
      for (let q = 0; q < p; q++) {
        const part = along(q, across);
        share[q] = share[q]! + part;
        addBasis(across, q, -part);
      }
    return norm(across);
  }

  /** Rebuilds the basis from tight row `from` on, without dependent rows. */
  function refactor(from: number): void {
    for (let p = from; p < tight.length; ) {
      const left = p < d ? split(tight[p]!, p) : 0;
      if (left > DEPENDENT) {
        for (let q = 0; q < p; q++) triangle[q * d + p] = share[q]!;
        triangle[p * d + p] = left;
        for (let k = 0; k < d; k++) basis[p * d + k] = across[k]! / left;
        p++;
      } else letGo(p);
    }
  }

  function letGo(p: number): void {
    tight.splice(p, 1);
    weights.copyWithin(p, p + 1);
  }

  /** Solves R z = z in place. */
  function solve(z: Float64Array, p: number): void {
    for (let k = p - 1; k >= 0; k--) {
      let sum = z[k]!;
      for (let q = k + 1; q < p; q++) sum -= triangle[k * d + q]! * z[q]!;
      z[k] = sum / triangle[k * d + k]!;
    }
  }

  /** Sets x to the point nearest to `start` with the tight rows at their floors: start + weighted rows. */
  function settle(x: Float64Array, floors: Float64Array | null): void {
    const p = tight.length;
    x.set(start);
    for (let q = 0; q < p; q++) {
      let goal = floors === null ? 0 : floors[tight[q]!]!;
      for (let k = 0; k < q; k++) goal -= triangle[k * d + q]! * share[k]!;
      share[q] = goal / triangle[q * d + q]!;
      weights[q] = share[q]! - along(q, start);
    }
    for (let q = 0; q < p; q++) addBasis(x, q, weights[q]!);
    solve(weights, p);
  }

  /** Settles and releases rows with negative weights until there are none. */
  function settleFairly(x: Float64Array, floors: Float64Array | null): void {
    for (let done = false; !done; ) {
      settle(x, floors);
      done = true;
      let first = tight.length;
      for (let p = tight.length - 1; p >= 0; p--)
        if (!(weights[p]! >= 0)) {
          letGo(p);
          first = p;
          done = false;
        }
      refactor(first);
    }
  }

  /** Makes row i tight, violated by `lack`; false if no x satisfies it and all tight rows. */
  function tighten(i: number, lack: number): boolean {
    let own = 0;
    for (let rest = lack; ; ) {
      const p = tight.length;
      const left = split(i, p);
      const isFree = left > DEPENDENT && p < d;
      solve(share, p);
      let reach = isFree ? rest / (left * left) : Number.POSITIVE_INFINITY;
      let blocking = -1;
      for (let q = 0; q < p; q++)
        if (share[q]! > 0 && weights[q]! < reach * share[q]!) {
          reach = weights[q]! / share[q]!;
          blocking = q;
        }
      if (!(reach < Number.POSITIVE_INFINITY)) return false;
      for (let q = 0; q < p; q++) weights[q] = weights[q]! - reach * share[q]!;
      own += reach;
      if (isFree) rest -= reach * left * left;
      if (blocking < 0) {
        weights[p] = own;
        tight.push(i);
        refactor(p);
        return true;
      }
      letGo(blocking);
      refactor(blocking);
    }
  }

  function project(x: Float64Array, floors: Float64Array | null = null): boolean {
    start.set(x);
    let size = norm(x);
    if (floors !== null) for (let i = 0; i < n; i++) size = Math.max(size, Math.abs(floors[i]!));
    if (!(size < Number.POSITIVE_INFINITY)) return false;
    settleFairly(x, floors);
    for (let rounds = 0; rounds < 20 * d + 100; rounds++) {
      let worst = -1;
      let lack = SLACK * size;
      for (let i = 0; i < n; i++) {
        const own = (floors === null ? 0 : floors[i]!) - heightAt(units, mask, i, x);
        if (own > lack) {
          lack = own;
          worst = i;
        }
      }
      if (worst < 0) return true;
      if (tight.includes(worst) || !tighten(worst, lack)) return false;
      settleFairly(x, floors);
    }
    return false;
  }

  return {
    /** Switches the pattern (mask of length n); tries `rows` first as tight. */
    aim: (toMask: Uint8Array, rows: readonly number[]) => {
      mask = toMask as typeof mask;
      tight.splice(0, tight.length, ...rows);
      weights.fill(0);
      refactor(0);
    },
    /** Tight rows of the last point. */
    tight,
    /**
     * Moves x in place to the nearest point at or above each row's floor (default 0). False if rounding stopped the search nearby, or for
     * non-finite numbers.
     */
    project,
  };
}

export type ConeProjection = ReturnType<typeof createConeProjection>;
