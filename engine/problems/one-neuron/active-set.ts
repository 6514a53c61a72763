import { distance, norm } from '../../kernels/vector.ts';

/** Bins of the sorted distances; fewer only test a few more samples. */
const BINS = 4096;
/** Below this squares underflow, so moves cannot be measured. */
const TINY = 1e-150;

/**
 * Maintains the samples that are on (a.w > 0, bit for bit as the direct sum) along a path from `on`. `features` is n x d, row-major;
 * `lengths` are row norms. As in a Verlet list (Verlet 1967; docs/mathematics.md, section 6.2), a sample cannot switch before w moves by
 * |a.w|/||a||, so only closer ones are tested; all are scanned once tests since the last scan would exceed n. Distances include the
 * rounding of a.w, so no switch is missed. Jumps cost O(n d). The choice depends on counts alone.
 */
export function createActiveSet(features: Float64Array, lengths: Float64Array, on: Uint8Array) {
  const n = lengths.length;
  const d = features.length / n;
  /** Twice the rounding of a.w, as a share of ||a|| ||w||. */
  const rounding = (d + 8) * 2 ** -52;
  const switched = new Int32Array(n);
  const reference = new Float64Array(d).fill(Number.NaN);
  const away = new Float64Array(n);
  const order = new Int32Array(n);
  /** Start of each bin in `order`, then the last one's end. */
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

  /** Returns a_i.w, summed in the direct sum's order. */
  function activation(i: number, w: Float64Array): number {
    const row = i * d;
    let z = 0;
    for (let j = 0; j < d; j++) z += features[row + j]! * w[j]!;
    return z;
  }

  /** Scans all samples and measures distances of w from their kinks. */
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

  /** Returns a bin in 0..BINS, monotone in the distance; BINS for NaN. */
  function binOf(value: number): number {
    const bin = value * scale;
    return bin < BINS ? Math.floor(bin) : BINS;
  }

  /** Sorts by bin, stably. */
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
    /** 1 for a sample on at the last point. */
    on,
    /** Samples switched by the last move come first. */
    switched,
    /** Moves to w (length d) and returns the number of switches; at a non-finite w samples may be off. */
    moveTo(w: Float64Array): number {
      count = 0;
      const reach = distance(w, reference) * (1 + 1e-12) + slack;
      // Samples between this reach and the last may have switched and must switch back.
      const within = Math.max(reach, lastReach);
      const near = within < furthest ? starts[binOf(within) + 1]! : n;
      // Negated so that NaN scans all.
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
