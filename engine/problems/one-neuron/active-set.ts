import { distance, norm } from '../../kernels/vector.ts';

/** Steps of the sorted distances; a coarser list only looks at a few more of them. */
const BINS = 4096;
/** Below this, squares underflow and a move can no longer be measured. */
const TINY = 1e-150;

/**
 * Which samples are on (a.w > 0, as the direct sum has it, bit for bit) along a path. Keeps the active set of `features` (n x d,
 * row-major, `lengths` the rows' norms) from the state `on` on, in the way of a Verlet list (Verlet 1967; docs/mathematics.md, section
 * 6.2): a sample cannot switch before w has moved by |a.w|/||a||, so only those are tested that lie nearer than w has moved since all
 * were looked at. When that were more tests than looking at all of them, all are. * Distances are compared with room for the rounding of
 * a.w, so the set is that of the direct sum and no sample that has crossed is missed. Jumps are right, and cost O(n d). What is tested
 * depends on counts alone.
 */
export function createActiveSet(features: Float64Array, lengths: Float64Array, on: Uint8Array) {
  const n = lengths.length;
  const d = features.length / n;
  /** Rounding of a.w, twice, as a share of ||a|| ||w||. */
  const rounding = (d + 8) * 2 ** -52;
  const switched = new Int32Array(n);
  const reference = new Float64Array(d).fill(Number.NaN);
  const away = new Float64Array(n);
  const order = new Int32Array(n);
  /** Where each bin of `order` begins, and last where they all end. */
  const starts = new Int32Array(BINS + 2);
  let furthest = 0;
  let slack = 0;
  let scale = 0;
  let lastReach = 0;
  let tested = 0;
  let count = 0;

  function set(i: number, z: number): void {
    const now = z > 0 ? 1 : 0;
    if (now === on[i]) return;
    on[i] = now;
    switched[count++] = i;
  }

  /** a_i.w, summed as the direct sum does it. */
  function activation(i: number, w: Float64Array): number {
    const row = i * d;
    let z = 0;
    for (let j = 0; j < d; j++) z += features[row + j]! * w[j]!;
    return z;
  }

  /** Looks at all samples and measures how far w is from their kinks. */
  function lookAtAll(w: Float64Array): void {
    let i = 0;
    for (; i + 3 < n; i += 4) {
      const r0 = i * d;
      const r1 = r0 + d;
      const r2 = r1 + d;
      const r3 = r2 + d;
      let z0 = 0;
      let z1 = 0;
      let z2 = 0;
      let z3 = 0;
      for (let j = 0; j < d; j++) {
        const wj = w[j]!;
        z0 += features[r0 + j]! * wj;
        z1 += features[r1 + j]! * wj;
        z2 += features[r2 + j]! * wj;
        z3 += features[r3 + j]! * wj;
      }
      away[i] = z0;
      away[i + 1] = z1;
      away[i + 2] = z2;
      away[i + 3] = z3;
    }
    for (; i < n; i++) away[i] = activation(i, w);

    furthest = 0;
    for (i = 0; i < n; i++) {
      const z = away[i]!;
      set(i, z);
      // A row of zeros never switches.
      away[i] = lengths[i] === 0 ? Number.POSITIVE_INFINITY : Math.abs(z) / lengths[i]!;
      if (away[i]! > furthest && away[i]! < Number.POSITIVE_INFINITY) furthest = away[i]!;
    }
    reference.set(w);
    slack = rounding * norm(w) + TINY;
    scale = BINS / furthest;
    lastReach = 0;
    tested = 0;
    sortByDistance();
  }

  /** 0 to BINS, never smaller for a larger distance; BINS for what is no number. */
  function binOf(value: number): number {
    const bin = value * scale;
    return bin < BINS ? Math.floor(bin) : BINS;
  }

  /** By counting: samples in the order of their bins, within a bin as they come. */
  function sortByDistance(): void {
    starts.fill(0);
    for (let i = 0; i < n; i++) {
      const bin = binOf(away[i]!);
      starts[bin] = starts[bin]! + 1;
    }
    for (let bin = 1; bin < starts.length; bin++) starts[bin] = starts[bin]! + starts[bin - 1]!;
    for (let i = n - 1; i >= 0; i--) {
      const bin = binOf(away[i]!);
      starts[bin] = starts[bin]! - 1;
      order[starts[bin]!] = i;
    }
  }

  return {
    /** 1 where a sample is on at the point last moved to. */
    on,
    /** The samples that the last move switched, from the front. */
    switched,
    /** Moves to w (length d) and returns how many samples switched; at a w that is not finite samples may be off. */
    moveTo(w: Float64Array): number {
      count = 0;
      const reach = distance(w, reference) * (1 + 1e-12) + slack;
      // Those that lie between this reach and the last may have switched there and have to switch back.
      const within = Math.max(reach, lastReach);
      const near = within < furthest ? starts[binOf(within) + 1]! : n;
      // Written so that what is no number leads to a look at all.
      if (!(within < furthest && tested + near <= n)) {
        lookAtAll(w);
        return count;
      }
      for (let k = 0; k < near; k++) {
        const i = order[k]!;
        if (away[i]! > within) continue;
        tested++;
        set(i, activation(i, w));
      }
      lastReach = reach;
      return count;
    },
  };
}
