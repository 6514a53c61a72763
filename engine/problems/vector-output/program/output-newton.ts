import { solveSymmetric } from '../../../kernels/cholesky.ts';
import { dot, norm } from '../../../kernels/vector.ts';
import { orthogonalColumns } from '../singular-values.ts';
import type { Atom, AtomFactory, ProgramData } from './atoms.ts';

/** `wall`: an atom stopped at its face's edge and is pinned there, or nearly vanished; `rest`: a further step leaves only rounding. */
export type NewtonOutcome = 'moved' | 'wall' | 'rest';

/** Predicted decrease relative to the objective below which one more full step leaves only rounding. */
const DONE = 2 ** -70;
/**
 * Share of the mean diagonal added to the Hessian. The larger one ignores nearly flat directions, where steps are noise, and repairs their
 * effect on the residual.
 */
export const SHIFT = 2 ** -46;
export const FIRM_SHIFT = 2 ** -27;
/** A row is beyond its wall from this share of its length. */
const BEYOND = 1e-15;
/** Share of its length that an atom on a ray keeps instead of reversing. */
const LEFT = 1e-3;

/**
 * Newton's method on all (t_j, v_j) of
 *   J = 1/(2n) ||sum_j G_j t_j v_j^T - Y||^2 + beta/2 sum_j (||t_j||^2 + ||v_j||^2),
 * a step a call. J is a quartic along a line, so steps are measured by its coefficients, not by differences of values. A Hessian that is
 * not positive definite is shifted.
 */
export function createOutputNewton(data: ProgramData, factory: AtomFactory) {
  const { features, labels, samples: n, beta } = data;
  const d = features.length / n;
  const outputs = labels.length / n;
  const residual = new Float64Array(n * outputs);
  const first = new Float64Array(n * outputs);
  const second = new Float64Array(n * outputs);
  const products = new WeakMap<Float64Array, WeakMap<Float64Array, Float64Array>>();

  /** Makes ||t|| = ||v|| without changing the term. */
  function balance({ t, v }: Atom): void {
    const [x, y] = [norm(t), norm(v)];
    if (!(x > 0 && y > 0)) return;
    const s = Math.sqrt(y / x);
    for (let j = 0; j < t.length; j++) t[j] = t[j]! * s;
    for (let c = 0; c < outputs; c++) v[c] = v[c]! / s;
  }

  /** Adds factor (G x) y^T to an n x K matrix. */
  function addTerm(
    matrix: Float64Array,
    { rows, on }: Atom,
    x: Float64Array,
    y: Float64Array,
    factor: number,
  ): void {
    const q = x.length;
    for (let k = 0; k < on.length; k++) {
      const i = on[k]!;
      let h = 0;
      for (let j = 0; j < q; j++) h += rows[i * q + j]! * x[j]!;
      h *= factor;
      for (let c = 0, at = i * outputs; c < outputs; c++, at++) matrix[at] = matrix[at]! + h * y[c]!;
    }
  }

  /** Returns G_a^T G_b/n, row-major; cached while both stay on their faces. */
  function productsOf(a: Atom, b: Atom): Float64Array {
    let known = products.get(a.rows);
    if (!known) {
      known = new WeakMap();
      products.set(a.rows, known);
    }
    const before = known.get(b.rows);
    if (before) return before;
    const [height, width] = [a.t.length, b.t.length];
    const gram = new Float64Array(height * width);
    for (const i of a.on)
      for (let j = 0; j < height; j++)
        for (let k = 0; k < width; k++)
          gram[j * width + k] = gram[j * width + k]! + (a.rows[i * height + j]! * b.rows[i * width + k]!) / n;
    known.set(b.rows, gram);
    return gram;
  }

  /** Returns C = G^T R/n, transposed: K x q. */
  function pullOf({ rows, on, t }: Atom): Float64Array {
    const q = t.length;
    const pull = new Float64Array(outputs * q);
    for (const i of on)
      for (let c = 0; c < outputs; c++) {
        const r = residual[i * outputs + c]! / n;
        for (let j = 0; j < q; j++) pull[c * q + j] = pull[c * q + j]! + r * rows[i * q + j]!;
      }
    return pull;
  }

  /**
   * Makes the matrix positive semidefinite: each atom's block [[beta I, -C], [-C^T, beta I]] gets the absolute values of its eigenvalues
   * beta - s and beta + s, s a singular value of C. Only s > beta changes anything.
   */
  function straighten(matrix: Float64Array, size: number, pulls: readonly Float64Array[], starts: number[]) {
    pulls.forEach((pull, p) => {
      const q = pull.length / outputs;
      const turned = orthogonalColumns(pull, q);
      const start = starts[p]!;
      const b = new Float64Array(outputs);
      for (let k = 0; k < q; k++) {
        for (let c = 0; c < outputs; c++) b[c] = turned[c * q + k]!;
        const s = norm(b);
        if (!(s > beta)) continue;
        const pair = new Float64Array(q + outputs);
        for (let c = 0; c < outputs; c++) pair[q + c] = b[c]! / s;
        for (let j = 0; j < q; j++)
          for (let c = 0; c < outputs; c++) pair[j] = pair[j]! + (pull[c * q + j]! * b[c]!) / (s * s);
        // (s - beta)(a, b)(a, b)^T turns the pair's eigenvalue beta - s into s - beta.
        for (let j = 0; j < q + outputs; j++)
          for (let e = 0; e <= j; e++) {
            const at = (start + j) * size + start + e;
            matrix[at] = matrix[at]! + (s - beta) * pair[j]! * pair[e]!;
          }
      }
    });
  }

  /** Writes the Hessian's lower triangle and -gradient. */
  function writeSystem(
    matrix: Float64Array,
    right: Float64Array,
    atoms: readonly Atom[],
    pulls: readonly Float64Array[],
    starts: number[],
  ) {
    const size = right.length;
    atoms.forEach((a, p) => {
      const [row, qa] = [starts[p]!, a.t.length];
      for (let o = 0; o <= p; o++) {
        const b = atoms[o]!;
        const [column, qb] = [starts[o]!, b.t.length];
        const gram = productsOf(a, b);
        const along = dot(a.v, b.v);
        let heights = 0;
        for (let j = 0; j < qa; j++) {
          const at = (row + j) * size + column;
          let onward = 0;
          for (let k = 0; k < qb; k++) {
            matrix[at + k] = gram[j * qb + k]! * along;
            onward += gram[j * qb + k]! * b.t[k]!;
          }
          heights += a.t[j]! * onward;
          for (let c = 0; c < outputs; c++) matrix[at + qb + c] = onward * a.v[c]!;
        }
        for (let k = 0; k < qb; k++) {
          let back = 0;
          for (let j = 0; j < qa; j++) back += a.t[j]! * gram[j * qb + k]!;
          for (let c = 0; c < outputs; c++) matrix[(row + qa + c) * size + column + k] = back * b.v[c]!;
        }
        for (let c = 0; c < outputs; c++)
          for (let e = 0; e < outputs; e++)
            matrix[(row + qa + c) * size + column + qb + e] = c === e ? heights : 0;
      }
      for (let j = 0; j < qa + outputs; j++) {
        const at = (row + j) * (size + 1);
        matrix[at] = matrix[at]! + beta;
      }
      for (let j = 0; j < qa; j++) right[row + j] = -beta * a.t[j]!;
      for (let c = 0; c < outputs; c++) right[row + qa + c] = -beta * a.v[c]!;
      for (let j = 0; j < qa; j++)
        for (let c = 0; c < outputs; c++) {
          const pull = pulls[p]![c * qa + j]!;
          const at = (row + qa + c) * size + row + j;
          matrix[at] = matrix[at]! - pull;
          right[row + j] = right[row + j]! + pull * a.v[c]!;
          right[row + qa + c] = right[row + qa + c]! + pull * a.t[j]!;
        }
    });
  }

  /** Returns the share of the step at which the atom meets its face's edge, and that wall's row; -1 at the end of a ray. */
  function roomOf(atom: Atom, step: Float64Array): readonly [share: number, row: number] {
    const { face, t, free } = atom;
    if (t.length === 1) {
      const left = t[0]! + step[0]! > 0 ? 0 : LEFT;
      return [step[0]! < 0 ? ((1 - left) * t[0]!) / -step[0]! : Number.POSITIVE_INFINITY, -1];
    }
    const u = factory.directionOf(atom, t);
    const du = factory.directionOf(atom, step);
    const level = norm(u) + norm(du);
    let share = Number.POSITIVE_INFINITY;
    let row = -1;
    for (let f = 0; f < free.length; f++) {
      const i = free[f]!;
      const sign = face.active[i] === 1 ? 1 : -1;
      let z = 0;
      let dz = 0;
      for (let k = 0; k < d; k++) {
        z += features[i * d + k]! * u[k]!;
        dz += features[i * d + k]! * du[k]!;
      }
      if (!(sign * dz < 0)) continue;
      // If rounding has put it beyond its wall, it stops here.
      const own = Math.max(0, sign * z) / (-sign * dz);
      if (own < 1 && sign * (z + dz) >= -BEYOND * factory.lengths[i]! * level) continue;
      if (own < share) [share, row] = [own, i];
    }
    return [share, row];
  }

  /** Returns -gradient and Newton's step from the residual; null if no shift makes the Hessian positive definite. */
  function solveAt(atoms: readonly Atom[], least: number) {
    const starts: number[] = [];
    let size = 0;
    for (const { t } of atoms) {
      starts.push(size);
      size += t.length + outputs;
    }
    const matrix = new Float64Array(size * size);
    const right = new Float64Array(size);
    const pulls = atoms.map(pullOf);
    writeSystem(matrix, right, atoms, pulls, starts);
    let trace = 0;
    for (let j = 0; j < size; j++) trace += matrix[j * size + j]!;
    const solution = new Float64Array(size);
    const work = new Float64Array(size * size);
    let shift = (least * trace) / size;
    for (let tries = 0; !solveSymmetric(solution, matrix, right, shift, work); tries++) {
      if (tries === 0) {
        straighten(matrix, size, pulls, starts);
        continue;
      }
      shift *= 16;
      if (!(shift < Number.POSITIVE_INFINITY)) return null;
    }
    const moves = atoms.map(({ t }, p) => {
      const from = starts[p]! + t.length;
      return [solution.subarray(starts[p]!, from), solution.subarray(from, from + outputs)] as const;
    });
    return { right, solution, moves };
  }

  /** Takes one step; moves, pins and drops atoms in place (at least one). */
  function step(atoms: Atom[], least: number): NewtonOutcome {
    residual.set(labels);
    let weights = 0;
    for (const atom of atoms) {
      balance(atom);
      addTerm(residual, atom, atom.t, atom.v, -1);
      weights += dot(atom.t, atom.t) + dot(atom.v, atom.v);
    }
    const system = solveAt(atoms, least);
    if (!system) return 'rest';
    const { right, solution, moves } = system;
    const decrease = dot(right, solution);
    if (!(decrease > 0)) return 'rest';
    const done = decrease <= DONE * (dot(residual, residual) / (2 * n) + (beta / 2) * weights);

    first.fill(0);
    second.fill(0);
    let share = Number.POSITIVE_INFINITY;
    let row = -1;
    let stopped = -1;
    moves.forEach(([dt, dv], p) => {
      const atom = atoms[p]!;
      addTerm(first, atom, dt, atom.v, 1);
      addTerm(first, atom, atom.t, dv, 1);
      addTerm(second, atom, dt, dv, 1);
      const [own, wall] = roomOf(atom, dt);
      if (own < share) [share, row, stopped] = [own, wall, p];
    });
    const square = (dot(first, first) / 2 - dot(residual, second)) / n + (beta / 2) * dot(solution, solution);
    const cube = dot(first, second) / n;
    const fourth = dot(second, second) / (2 * n);
    const change = (s: number) => s * (-decrease + s * (square + s * (cube + s * fourth)));
    let length = Math.min(1, share);
    while (change(length) > -1e-4 * length * decrease) {
      length /= 2;
      if (length < 1e-12) return 'rest';
    }
    // Longer steps gain more along a bent valley; at a minimum doubling never does.
    while (2 * length < share && change(2 * length) < change(length)) length *= 2;
    moves.forEach(([dt, dv], p) => {
      const { t, v } = atoms[p]!;
      for (let j = 0; j < t.length; j++) t[j] = t[j]! + length * dt[j]!;
      for (let c = 0; c < outputs; c++) v[c] = v[c]! + length * dv[c]!;
    });
    if (length !== share) return done ? 'rest' : 'moved';
    if (row >= 0) {
      const next = factory.pinned(atoms[stopped]!, row);
      atoms.splice(stopped, 1, ...(next ? [next] : []));
    }
    return 'wall';
  }

  /**
   * Returns the residual (n x K, overwritten by `step`) after one step on the present faces, from which it subtracts the step's change: of
   * weights rounded after the step, no residual of a large network is good to the digits that a small beta leaves. Keeps the atoms. Null as
   * `solveAt`.
   */
  function refine(atoms: readonly Atom[]): Float64Array | null {
    residual.set(labels);
    for (const atom of atoms) addTerm(residual, atom, atom.t, atom.v, -1);
    const system = solveAt(atoms, FIRM_SHIFT);
    if (!system) return null;
    system.moves.forEach(([dt, dv], p) => {
      const atom = atoms[p]!;
      addTerm(residual, atom, dt, atom.v, -1);
      addTerm(residual, atom, atom.t, dv, -1);
      addTerm(residual, atom, dt, dv, -1);
    });
    return residual;
  }

  return { step, balance, refine };
}
