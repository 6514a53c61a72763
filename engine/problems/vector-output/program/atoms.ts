import { dot, norm } from '../../../kernels/vector.ts';
import type { OutputNeuron } from '../rounds.ts';
import type { Face } from './faces.ts';

export interface ProgramData {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** n x K, row-major. */
  readonly labels: Float64Array;
  /** n. */
  readonly samples: number;
  /** beta > 0. */
  readonly beta: number;
}

/** A term relu(A u) v^T of the output, u = B t on a face with basis B. */
export interface Atom {
  readonly face: Face;
  /** G = D A B: active rows on the basis, n x q, row-major; other rows are zero. */
  readonly rows: Float64Array;
  readonly on: Int32Array;
  /** Rows that do not vanish on the whole face. */
  readonly free: Int32Array;
  /** Length q; Newton moves t and v in place. */
  readonly t: Float64Array;
  /** Length K. */
  readonly v: Float64Array;
}

/** A row vanishes on a face if its height on the basis is below this share of its length. */
const VANISHED = 1e-12;
/** Least rise of eta beyond a wall, per radian, as a share of n beta. */
const RISES = 1e-9;

/** Makes atoms of the rows (n x d) and moves them between faces. */
export function createAtomFactory({ features, samples: n, labels, beta }: ProgramData) {
  const d = features.length / n;
  const outputs = labels.length / n;
  const lengths = Float64Array.from({ length: n }, (_, i) => norm(rowOf(i)));
  const pull = new Float64Array(outputs);
  const identity = Float64Array.from({ length: d * d }, (_, k) => (k % (d + 1) === 0 ? 1 : 0));

  function rowOf(i: number): Float64Array {
    return features.subarray(i * d, i * d + d);
  }

  /** Returns u = B t (d). */
  function directionOf({ face: { basis, dimension: q } }: Atom, t: Float64Array): Float64Array {
    const u = new Float64Array(d);
    for (let k = 0; k < d; k++) for (let j = 0; j < q; j++) u[k] = u[k]! + basis[k * q + j]! * t[j]!;
    return u;
  }

  /** Returns the largest |a_i . b_j| over the basis relative to |a_i|; 0 for a row of zeros. */
  function heightOn(i: number, basis: Float64Array, q: number): number {
    let most = 0;
    for (let j = 0; j < q; j++) {
      let z = 0;
      for (let k = 0; k < d; k++) z += features[i * d + k]! * basis[k * q + j]!;
      most = Math.max(most, Math.abs(z));
    }
    return lengths[i]! > 0 ? most / lengths[i]! : 0;
  }

  /** Creates the atom of u, projected onto the face's span, and v. */
  function create(face: Face, u: Float64Array, v: Float64Array): Atom {
    const { basis, dimension: q, active } = face;
    const rows = new Float64Array(n * q);
    const on: number[] = [];
    const free: number[] = [];
    const t = new Float64Array(q);
    for (let j = 0; j < q; j++) for (let k = 0; k < d; k++) t[j] = t[j]! + basis[k * q + j]! * u[k]!;
    for (let i = 0; i < n; i++) {
      if (heightOn(i, basis, q) > VANISHED) free.push(i);
      if (active[i] === 0) continue;
      on.push(i);
      for (let j = 0; j < q; j++)
        for (let k = 0; k < d; k++)
          rows[i * q + j] = rows[i * q + j]! + features[i * d + k]! * basis[k * q + j]!;
    }
    return { face, rows, on: Int32Array.from(on), free: Int32Array.from(free), t, v };
  }

  /** Pins the atom to the wall {a_i.u = 0} within its face; null if nothing of it remains. */
  function pinned(atom: Atom, i: number): Atom | null {
    const { basis, dimension: q, active } = atom.face;
    if (q === 1) return null;
    // A Householder reflection takes the wall's normal to the first axis; its other columns span the wall.
    const normal = new Float64Array(q);
    for (let j = 0; j < q; j++)
      for (let k = 0; k < d; k++) normal[j] = normal[j]! + features[i * d + k]! * basis[k * q + j]!;
    normal[0] = normal[0]! + (normal[0]! < 0 ? -1 : 1) * norm(normal);
    const square = dot(normal, normal);
    const wall = new Float64Array(d * (q - 1));
    for (let k = 0; k < d; k++) {
      const along = dot(basis.subarray(k * q, k * q + q), normal);
      for (let j = 1; j < q; j++)
        wall[k * (q - 1) + j - 1] = basis[k * q + j]! - (2 * along * normal[j]!) / square;
    }
    const u = directionOf(atom, atom.t);
    if (q === 2 && dot(wall, u) < 0) for (let k = 0; k < d; k++) wall[k] = -wall[k]!;
    const next = create(
      {
        dimension: q - 1,
        basis: wall,
        active: active.map((one, r) => (one === 1 && heightOn(r, wall, q - 1) > VANISHED ? 1 : 0)),
      },
      u,
      atom.v,
    );
    return norm(next.t) > VANISHED * norm(u) ? next : null;
  }

  /** Creates a neuron's atom on the smallest face that holds it. */
  function createAt({ u, v }: OutputNeuron): Atom {
    const heights = Array.from(lengths, (length, i) => dot(rowOf(i), u) / (length * norm(u)));
    const active = Uint8Array.from(heights, (height) => (height > 0 ? 1 : 0));
    let atom = create({ dimension: d, basis: identity, active }, u, Float64Array.from(v));
    heights.forEach((height, i) => {
      if (Math.abs(height) <= VANISHED && atom.free.includes(i)) atom = pinned(atom, i) ?? atom;
    });
    return atom;
  }

  /** Yields faces beyond this one's walls, each with the unit vector e that leads into it from the unit vector u. */
  function* waysOn(atom: Atom, u: Float64Array): Generator<readonly [e: Float64Array, basis: Float64Array]> {
    const { dimension: q } = atom.face;
    const free = new Set(atom.free);
    for (let i = 0; i < n; i++) {
      if (lengths[i] === 0 || free.has(i)) continue;
      const a = rowOf(i).map((x) => x / lengths[i]!);
      const across = q === d - 1 ? a : cross(a, u);
      for (const sign of [1, -1]) {
        const e = across.map((x) => sign * x);
        yield [
          e,
          q === d - 1 ? identity : Float64Array.from({ length: 2 * d }, (_, k) => (k % 2 ? e : u)[k >> 1]!),
        ];
      }
      if (q === d - 1) return;
    }
  }

  /** Moves the atom to the face beyond its wall where eta rises most, R being `residual`; null if it rises into none. */
  function movedOn(atom: Atom, residual: Float64Array): Atom | null {
    const q = atom.face.dimension;
    // A ray with more than three columns has too many faces to try.
    if (q === d || (q < d - 1 && d !== 3)) return null;
    const own = directionOf(atom, atom.t);
    const size = norm(own);
    const u = own.map((x) => x / size);
    const free = new Set(atom.free);
    let most = RISES * n * beta;
    let best: Atom | null = null;
    for (const [e, basis] of waysOn(atom, u)) {
      const active = atom.face.active.map((one, i) =>
        one === 1 || (!free.has(i) && dot(rowOf(i), e) > VANISHED * lengths[i]!) ? 1 : 0,
      );
      // S^T u and e^T S (S^T u)/||S^T u||, S the sum of a_i R_i^T over active rows.
      pull.fill(0);
      const ahead = new Float64Array(outputs);
      for (let i = 0; i < n; i++) {
        if (active[i] === 0) continue;
        const [z, rise] = [dot(rowOf(i), u), dot(rowOf(i), e)];
        for (let c = 0; c < outputs; c++) {
          pull[c] = pull[c]! + z * residual[i * outputs + c]!;
          ahead[c] = ahead[c]! + rise * residual[i * outputs + c]!;
        }
      }
      const slope = dot(ahead, pull) / norm(pull);
      if (!(slope > most)) continue;
      most = slope;
      best = create({ dimension: q + 1, basis, active }, own, atom.v);
    }
    return best;
  }

  return { create, createAt, pinned, movedOn, directionOf, lengths };
}

export type AtomFactory = ReturnType<typeof createAtomFactory>;

/** Returns a x b, normalised. */
function cross(a: Float64Array, b: Float64Array): Float64Array {
  const c = Float64Array.of(
    a[1]! * b[2]! - a[2]! * b[1]!,
    a[2]! * b[0]! - a[0]! * b[2]!,
    a[0]! * b[1]! - a[1]! * b[0]!,
  );
  const length = norm(c);
  return c.map((x) => x / length);
}
