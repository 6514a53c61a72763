import { addScaled, norm } from '../../../kernels/vector.ts';

/** Relative length below which a column is dependent. */
const DEPENDENT = 1e-11;

/**
 * Maintains independent columns whose best fit to a target (length m) has positive weights. `units` has k columns of length 1 (or 0).
 * Orthogonalises twice, which keeps the rest orthogonal to the last digit.
 */
export function createColumnSet(units: Float64Array, m: number, k: number, target: Float64Array) {
  const most = Math.min(m, k);
  let members: readonly number[] = [];
  let weights: readonly number[] = [];
  const basis = Array.from({ length: most }, () => new Float64Array(m));
  /** Column c: components of member c along basis 0..c. */
  const shares = Array.from({ length: most }, () => new Float64Array(most));
  const parts = new Float64Array(most);
  const rest = Float64Array.from(target);
  const isMember = new Uint8Array(k);

  /** Orthogonalises the members from index `from` on. Returns the remaining length of the last. */
  function factor(from: number): number {
    let left = 1;
    for (let c = from; c < members.length; c++) {
      const q = basis[c]!;
      const share = shares[c]!;
      q.set(units.subarray(members[c]! * m, members[c]! * m + m));
      orthogonalise(q, share, c);
      left = norm(q);
      share[c] = left;
      for (let i = 0; i < m; i++) q[i] = q[i]! / left;
    }
    return left;
  }

  /** Subtracts components along the first `count` basis vectors, twice; writes them to `taken`. */
  function orthogonalise(vector: Float64Array, taken: Float64Array, count: number): void {
    taken.fill(0);
    for (let pass = 0; pass < 2; pass++)
      for (let c = 0; c < count; c++) {
        const q = basis[c]!;
        let part = 0;
        for (let i = 0; i < m; i++) part += q[i]! * vector[i]!;
        taken[c] = taken[c]! + part;
        addScaled(vector, q, -part);
      }
  }

  /** Returns the weights of the best fit; `rest` becomes its residual. */
  function bestFit(): number[] {
    rest.set(target);
    orthogonalise(rest, parts, members.length);
    const goal = Array.from(parts.subarray(0, members.length));
    for (let c = goal.length - 1; c >= 0; c--) {
      goal[c] = goal[c]! / shares[c]![c]!;
      for (let b = 0; b < c; b++) goal[b] = goal[b]! - goal[c]! * shares[c]![b]!;
    }
    return goal;
  }

  /** Moves to the best fit, dropping columns whose weight reaches 0 on the way. */
  function settle(): void {
    for (;;) {
      const goal = bestFit();
      let reach = 1;
      let blocking = -1;
      for (const [c, to] of goal.entries()) {
        if (to > 0) continue;
        const until = weights[c]! / (weights[c]! - to || 1);
        if (blocking < 0 || until < reach) {
          reach = until;
          blocking = c;
        }
      }
      if (blocking < 0) {
        weights = goal;
        return;
      }
      const moved = weights.map((now, c) => now + reach * (goal[c]! - now));
      const stays = moved.map((weight, c) => c !== blocking && weight > 0);
      weights = moved.filter((_, c) => stays[c]);
      members = members.filter((_, c) => stays[c]);
      factor(stays.indexOf(false));
    }
  }

  return {
    /** Residual of the fit, length m; changes with the set. */
    rest: rest as Readonly<Float64Array>,
    has: (j: number) => isMember[j] === 1,
    get members() {
      return members;
    },
    get weights() {
      return weights;
    },
    /** Adds column j unless dependent, and drops columns as needed. */
    grow(j: number): void {
      const before = members;
      members = [...before, j];
      if (!(factor(before.length) > DEPENDENT)) {
        members = before;
        return;
      }
      weights = [...weights, 0];
      settle();
      isMember.fill(0);
      for (const member of members) isMember[member] = 1;
    },
  };
}
