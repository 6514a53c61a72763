import type { KinkedTerms } from '../contract.ts';
import { addScaled, dot, norm } from '../kernels/vector.ts';

/**
 * Merges parallel rows of a piecewise quadratic: `count` terms of z = a.w, divided by n. Rows merge if their quotients agree to the last
 * bit, antiparallel ones too; zero rows are dropped. O(n d).
 */
export function kinksOf({ features, labels, linear, quadratic }: KinkedTerms) {
  const n = labels.length;
  const d = features.length / n;
  const rows: Float64Array[] = [];
  const terms: { off: [number, number]; on: [number, number] }[] = [];
  /** Hash by a weighted sum of the quotients; rows with equal hashes are compared. */
  const known = new Map<number, number[]>();
  const unit = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    const row = features.subarray(i * d, i * d + d);
    const lead = row.find((value) => value !== 0);
    if (lead === undefined) continue;
    let key = 0;
    for (let j = 0; j < d; j++) {
      unit[j] = row[j]! / lead;
      key += unit[j]! * ((j * 0.618033988749895) % 1);
    }
    const same = known.get(key) ?? [];
    known.set(key, same);
    let at = same.find((k) => {
      const other = rows[k]!;
      const leadThere = other.find((value) => value !== 0)!;
      return unit.every((value, j) => value === other[j]! / leadThere);
    });
    if (at === undefined) {
      at = rows.length;
      same.push(at);
      rows.push(row);
      terms.push({ off: [0, 0], on: [0, 0] });
    }
    const times = lead / rows[at]!.find((value) => value !== 0)!;
    const square = times * times;
    const y = labels[i]!;
    const term = terms[at]!;
    const [on, off] = times > 0 ? [term.on, term.off] : [term.off, term.on];
    on[0] += square;
    on[1] -= times * y;
    off[0] += quadratic * square;
    off[1] -= linear * times * y;
  }
  const column = (side: 'off' | 'on', of: 0 | 1) => Float64Array.from(terms, (term) => term[side][of]);
  const slopes = { off: column('off', 1), on: column('on', 1) };
  return {
    /** count x d, one per kink. */
    rows,
    lengths: Float64Array.from(rows, norm),
    /** A term is curvature z^2/2 + slope z, for z <= 0 and z > 0. */
    curvatures: { off: column('off', 0), on: column('on', 0) },
    slopes,
    samples: n,
    /** True if no slope falls at its kink. */
    convex: terms.every(({ off, on }) => on[1] >= off[1]),
    /** True if some slope rises, so that a minimum may lie on its kink. */
    holding: terms.some(({ off, on }) => on[1] > off[1]),
  };
}

export type Kinks = ReturnType<typeof kinksOf>;

/** Returns the gradient's length relative to the sum of its absolute terms; 0 without any pull. */
export function levelAt({ rows, lengths, curvatures, slopes }: Kinks, w: Float64Array): number {
  const gradient = new Float64Array(w.length);
  let size = 0;
  for (const [i, row] of rows.entries()) {
    const z = dot(row, w);
    const side = z > 0 ? 'on' : 'off';
    const bend = curvatures[side][i]! * z;
    size += lengths[i]! * (Math.abs(bend) + Math.abs(slopes[side][i]!));
    addScaled(gradient, row, bend + slopes[side][i]!);
  }
  return size === 0 ? 0 : norm(gradient) / size;
}
