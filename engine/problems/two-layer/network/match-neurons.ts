import { norm } from '../../../kernels/vector.ts';
import { CRITERIA } from '../../../run/status.ts';
import type { DualCurve } from '../program/dual-curve.ts';

/** Which of a network's neurons stands for which of the teacher's. */
export interface NeuronMatch {
  /** For each teacher's neuron its match in the network (of a group the longest), -1 where none of its sign is left. */
  readonly teacher: Int32Array;
  /** For each teacher's neuron the length of what its match (of a group the sum) misses in |alpha| w; NaN without a match. */
  readonly distance: Float64Array;
  /** For each neuron of the network the teacher's that it, or its group, was matched to; -1 where there is none. */
  readonly network: Int32Array;
}

/** Neurons of one sign that are matched as one: the sum of their |alpha| w. */
interface Group {
  readonly members: number[];
  readonly sum: Float64Array;
  longest: number;
  length: number;
}

/**
 * Matches a network to its teacher (both flat as `forward` has it) modulo permutation and positive rescaling: by
 * |alpha| w, each pair of one sign of alpha, as many pairs as there can be and among them those with the least total
 * distance. With `groups` (a number a neuron, see `groupNeurons`) neurons of one number are matched as one by their
 * sum, else each for itself. Neurons that add nothing or are not finite match nothing. O(k^2 m) for k neurons of the
 * teacher (Hungarian method; docs/mathematics.md, section 7.10).
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
 * A number a neuron for `matchNeurons` of planar rows: the sector of the curve's arrangement that it lies in (a ray
 * goes with the sector behind it). Two of one sign and one number are one function on the rows.
 */
export function groupNeurons(network: Float64Array, curve: DualCurve): Int32Array {
  const m = network.length / 3;
  return Int32Array.from({ length: m }, (_, j) =>
    curve.arrangement.locate(network[2 * j]!, network[2 * j + 1]!),
  );
}

/**
 * 1 for each neuron (flat as `forward` has it) that adds nothing at the rows (n x d, row-major) and is not pulled back:
 * alpha = 0, or no activation above `CRITERIA.activation` max||a|| ||w||. Non-finite neurons are not dead.
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
 * The columns of a least-cost assignment, one a row, -1 where the columns do not suffice: the Hungarian method, a shortest augmenting path
 * a row over reduced costs. Source: H. W. Kuhn 1955; in the form of R. Jonker & A. Volgenant 1987.
 */
function assign(costs: readonly (readonly number[])[], columns: number): number[] {
  const rows = costs.length;
  // Columns of equal cost stand for those that are missing: all of the others are then taken.
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
    // Walks to the nearest column that is free.
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
