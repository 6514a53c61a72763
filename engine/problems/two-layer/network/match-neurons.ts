import { norm } from '../../../kernels/vector.ts';
import { CRITERIA } from '../../../run/status.ts';
import type { DualCurve } from '../program/dual-curve.ts';

export interface NeuronMatch {
  /** Per teacher neuron its match in the network (the longest of a group); -1 if none of its sign remains. */
  readonly teacher: Int32Array;
  /** Per teacher neuron the length of its match's (a group's summed) error in |alpha| w; NaN without a match. */
  readonly distance: Float64Array;
  /** Per network neuron the teacher's that it, or its group, matches; -1 if none. */
  readonly network: Int32Array;
}

/** Neurons of one sign, matched by the sum of their |alpha| w. */
interface Group {
  readonly members: number[];
  readonly sum: Float64Array;
  longest: number;
  length: number;
}

/**
 * Matches a network to its teacher (both flat as in `forward`) modulo permutation and positive rescaling: pairs of equal sign, as many as
 * possible, with the least total distance in |alpha| w. With `groups` (see `groupNeurons`) neurons of one number are matched by their sum.
 * Zero or non-finite neurons match nothing. O(k^2 m) for k teacher neurons (Hungarian method; docs/mathematics.md, section 7.10).
 */
export function matchNeurons(
  teacher: Float64Array,
  network: Float64Array,
  columns: number,
  groups: Int32Array | null = null,
): NeuronMatch {
  const k = teacher.length / (columns + 1);
  const m = network.length / (columns + 1);
  const match: NeuronMatch = {
    teacher: new Int32Array(k).fill(-1),
    distance: new Float64Array(k).fill(Number.NaN),
    network: new Int32Array(m).fill(-1),
  };
  for (const sign of [1, -1] as const) {
    const planted = groupsOf(teacher, columns, sign, null);
    const found = groupsOf(network, columns, sign, groups);
    const costs = planted.map(({ sum }) => found.map((group) => distanceOf(sum, group.sum)));
    assign(costs, found.length).forEach((column, row) => {
      if (column < 0) return;
      const own = planted[row]!.longest;
      const group = found[column]!;
      match.teacher[own] = group.longest;
      match.distance[own] = costs[row]![column]!;
      for (const j of group.members) match.network[j] = own;
    });
  }
  return match;
}

/**
 * Returns each neuron's sector in the curve's arrangement, for `matchNeurons` of planar rows (a ray counts with the sector behind it). Two
 * of one sign and number are one function on the rows.
 */
export function groupNeurons(network: Float64Array, curve: DualCurve): Int32Array {
  const m = network.length / 3;
  return Int32Array.from({ length: m }, (_, j) =>
    curve.arrangement.locate(network[2 * j]!, network[2 * j + 1]!),
  );
}

/**
 * Flags neurons (flat as in `forward`) that add nothing at the rows (n x d, row-major): alpha = 0, or no activation above
 * `CRITERIA.activation` max||a|| ||w||. Non-finite neurons are not dead.
 */
export function deadNeurons(features: Float64Array, network: Float64Array, columns: number): Uint8Array {
  const m = network.length / (columns + 1);
  const n = features.length / columns;
  let longest = 0;
  for (let i = 0; i < n; i++)
    longest = Math.max(longest, norm(features.subarray(i * columns, i * columns + columns)));
  const dead = new Uint8Array(m);
  for (let j = 0; j < m; j++) {
    const from = j * columns;
    const level = CRITERIA.activation * longest * norm(network.subarray(from, from + columns));
    const isOn = (row: number) => {
      let z = 0;
      for (let k = 0; k < columns; k++) z += network[from + k]! * features[row * columns + k]!;
      return !(z <= level);
    };
    let i = 0;
    if (network[m * columns + j] === 0) i = n;
    else while (i < n && !isOn(i)) i++;
    if (i === n) dead[j] = 1;
  }
  return dead;
}

function groupsOf(network: Float64Array, columns: number, sign: 1 | -1, numbers: Int32Array | null): Group[] {
  const m = network.length / (columns + 1);
  const groups = new Map<number, Group>();
  for (let j = 0; j < m; j++) {
    const alpha = network[m * columns + j]!;
    const size = Math.abs(alpha);
    const v = network.slice(j * columns, j * columns + columns).map((weight) => size * weight);
    const length = norm(v);
    if (!(sign * alpha > 0 && length > 0 && length < Number.POSITIVE_INFINITY)) continue;
    const number = numbers ? numbers[j]! : j;
    const group = groups.get(number);
    if (!group) {
      groups.set(number, { members: [j], sum: v, longest: j, length });
      continue;
    }
    group.members.push(j);
    for (let k = 0; k < columns; k++) group.sum[k] = group.sum[k]! + v[k]!;
    if (length > group.length) {
      group.longest = j;
      group.length = length;
    }
  }
  return [...groups.values()];
}

function distanceOf(a: Float64Array, b: Float64Array): number {
  return norm(a.map((value, k) => value - b[k]!));
}

/**
 * Returns each row's column in a least-cost assignment, -1 if columns are missing, by shortest augmenting paths over reduced costs
 * (Hungarian method: H. W. Kuhn 1955; in the form of R. Jonker & A. Volgenant 1987).
 */
function assign(costs: readonly (readonly number[])[], columns: number): number[] {
  const rows = costs.length;
  // Equal-cost columns replace missing ones: all others are then taken.
  const width = Math.max(rows, columns);
  const cost = (row: number, column: number) => (column < columns ? costs[row]![column]! : 0);
  const rowPrice = new Float64Array(rows);
  const columnPrice = new Float64Array(width);
  const rowOf = new Int32Array(width).fill(-1);
  for (let first = 0; first < rows; first++) {
    const reach = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(width).fill(-1);
    const seen = new Uint8Array(width);
    let row = first;
    let at = -1;
    let walked = 0;
    do {
      let nearest = -1;
      for (let column = 0; column < width; column++) {
        if (seen[column]) continue;
        const length = walked + cost(row, column) - rowPrice[row]! - columnPrice[column]!;
        if (length < reach[column]!) {
          reach[column] = length;
          before[column] = at;
        }
        if (nearest < 0 || reach[column]! < reach[nearest]!) nearest = column;
      }
      at = nearest;
      walked = reach[at]!;
      seen[at] = 1;
      row = rowOf[at]!;
    } while (row >= 0);
    rowPrice[first] = rowPrice[first]! + walked;
    for (let column = 0; column < width; column++) {
      if (!seen[column] || column === at) continue;
      const shift = walked - reach[column]!;
      columnPrice[column] = columnPrice[column]! - shift;
      rowPrice[rowOf[column]!] = rowPrice[rowOf[column]!]! + shift;
    }
    while (at >= 0) {
      const earlier = before[at]!;
      rowOf[at] = earlier < 0 ? first : rowOf[earlier]!;
      at = earlier;
    }
  }
  const columnOf = new Array<number>(rows).fill(-1);
  rowOf.forEach((own, column) => {
    if (own >= 0 && column < columns) columnOf[own] = column;
  });
  return columnOf;
}
