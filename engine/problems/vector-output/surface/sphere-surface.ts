import { largestEigenvalue } from '../../../kernels/eigen.ts';
import type { DualSurface, Face, Touch } from '../program/faces.ts';
import { dot3, enumerateSphere, type SphereCells, writeCross } from './sphere-cells.ts';

/** Half an ulp of 1. */
const ROUNDING = 2 ** -53;

/** Distance below which a point is on an end or wall; also the level of slopes. */
const INSIDE = 16 * ROUNDING;

const SPACE = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);

/** Candidate for a local maximum, inside its face. */
interface Candidate {
  readonly kind: 'cell' | 'arc' | 'vertex';
  readonly index: number;
  /** Relative to the size of the terms. */
  readonly height: number;
  readonly direction: Float64Array;
}

/**
 * eta over the unit sphere of R^3 on every face of the rows' arrangement (n x 3, row-major, finite). In a cell it is sqrt(u^T S S^T u), S
 * the 3 x K sum of a_i R_i^T over active rows; its maximum is a top eigenvector inside a cell or arc, or a vertex (docs/mathematics.md,
 * "Many outputs"). Each S is summed directly, not from its neighbour's.
 *
 * `maximum` is a value of eta, the largest up to (n + 64) 2^-53 sum_i |a_i||R_i|: n roundings a sum, and those of walls. `localMaxima` has
 * every global maximum and omits points that rise into a neighbour by more than that. `update` and the maximum cost O(W^3 K) for W walls.
 * Surfaces of the same rows can share `sphere`.
 */
export function createSphereSurface(
  features: Float64Array,
  outputs: number,
  sphere: SphereCells = enumerateSphere(features),
): DualSurface {
  const n = features.length / 3;
  const { walls, normals, wallOf, along, sides, frames, arcs, vertices } = sphere;
  const cells = walls > 0 ? sides.length / walls : 0;
  const stride = 3 * outputs;
  /** Each wall's sums of a_i R_i^T, 3 x K, over rows along its normal, then against it; R divided by `size`. */
  const shares = new Float64Array(2 * walls * stride);
  const isEmpty = new Uint8Array(2 * walls).fill(1);
  for (let i = 0; i < n; i++) if (wallOf[i]! >= 0) isEmpty[shareOf(wallOf[i]!, along[i]!)] = 0;
  const sums = new Float64Array(cells * stride);
  /** sum_i |a_i||R_i|, so that no height exceeds 1. */
  let size = 0;
  const level = (n + 64) * ROUNDING;
  const form = new Float64Array(9);
  const top = new Float64Array(3);
  const image = new Float64Array(outputs);

  function update(residual: Float64Array): void {
    size = 0;
    for (let i = 0; i < n; i++) {
      let squares = 0;
      for (let j = 0; j < outputs; j++) squares += residual[i * outputs + j]! ** 2;
      size += Math.sqrt(dot3(features, 3 * i, features, 3 * i) * squares);
    }
    shares.fill(0);
    sums.fill(0);
    if (!(size > 0)) return;
    for (let i = 0; i < n; i++) {
      if (wallOf[i]! < 0) continue;
      const base = stride * shareOf(wallOf[i]!, along[i]!);
      for (let k = 0; k < 3; k++)
        for (let j = 0, at = base + k * outputs; j < outputs; j++, at++)
          shares[at] = shares[at]! + features[3 * i + k]! * (residual[i * outputs + j]! / size);
    }
    for (let cell = 0; cell < cells; cell++)
      for (let wall = 0; wall < walls; wall++) {
        const share = shareOf(wall, sides[cell * walls + wall]!);
        if (isEmpty[share] === 1) continue;
        for (let j = 0, from = share * stride, to = cell * stride; j < stride; j++, from++, to++)
          sums[to] = sums[to]! + shares[from]!;
      }
  }

  /** Writes S^T u to `image`, S starting at `at`; returns its length. */
  function writeImage(at: number, u: Float64Array, from = sums): number {
    let squares = 0;
    for (let j = 0, k = at; j < outputs; j++, k++) {
      const value = from[k]! * u[0]! + from[k + outputs]! * u[1]! + from[k + 2 * outputs]! * u[2]!;
      image[j] = value;
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  /** Returns u^T S g, S starting at `at`, g being `image`. */
  function pull(from: Float64Array, at: number, u: Float64Array): number {
    let sum = 0;
    for (let j = 0, k = at; j < outputs; j++, k++)
      sum += image[j]! * (from[k]! * u[0]! + from[k + outputs]! * u[1]! + from[k + 2 * outputs]! * u[2]!);
    return sum;
  }

  /** Returns the top eigenvector of S S^T, of either sign; null if not inside the cell, or not above the floor. */
  function insideCell(cell: number, floor: number): Float64Array | null {
    const base = cell * stride;
    let frobenius = 0;
    for (let p = 0; p < 3; p++)
      for (let q = p; q < 3; q++) {
        let sum = 0;
        for (let j = 0; j < outputs; j++)
          sum += sums[base + p * outputs + j]! * sums[base + q * outputs + j]!;
        form[3 * p + q] = sum;
        form[3 * q + p] = sum;
        frobenius += (p === q ? 1 : 2) * sum * sum;
      }
    // Bounds every eigenvalue.
    if (!(frobenius > floor ** 4)) return null;
    largestEigenvalue(form, 3, top);
    const sign = dot3(normals, 0, top, 0) > 0 === sides[cell * walls]! > 0 ? 1 : -1;
    for (let wall = 0; wall < walls; wall++)
      if (!(sign * sides[cell * walls + wall]! * dot3(normals, 3 * wall, top, 0) > INSIDE)) return null;
    return top.map((value) => sign * value);
  }

  /** Does the same on an arc, with the form in its circle's plane. */
  function insideArc(index: number, floor: number): Float64Array | null {
    const { wall, cells: beside, ends } = arcs[index]!;
    const base = beside[0] * stride;
    const frame = 6 * wall;
    let [a, b, c] = [0, 0, 0];
    for (let j = 0, k = base; j < outputs; j++, k++) {
      const [s0, s1, s2] = [sums[k]!, sums[k + outputs]!, sums[k + 2 * outputs]!];
      const x = s0 * frames[frame]! + s1 * frames[frame + 1]! + s2 * frames[frame + 2]!;
      const y = s0 * frames[frame + 3]! + s1 * frames[frame + 4]! + s2 * frames[frame + 5]!;
      a += x * x;
      b += x * y;
      c += y * y;
    }
    if (!(a + c > floor * floor)) return null;
    const value = (a + c) / 2 + Math.sqrt(((a - c) / 2) ** 2 + b * b);
    let [x, y] = a >= c ? [value - c, b] : [b, value - a];
    const longest = Math.max(Math.abs(x), Math.abs(y));
    if (!(longest > 0)) return null;
    [x, y] = [x / longest, y / longest];
    const sign = ends[0] * y - ends[1] * x > 0 ? 1 : -1;
    const length = sign * Math.sqrt(x * x + y * y);
    [x, y] = [x / length, y / length];
    if (!(ends[0] * y - ends[1] * x > INSIDE && x * ends[3] - y * ends[2] > INSIDE)) return null;
    return Float64Array.from({ length: 3 }, (_, k) => x * frames[frame + k]! + y * frames[frame + 3 + k]!);
  }

  /** Calls `take` above the floor on each face, vertices first, then arcs, then cells; it returns the next floor. */
  function visit(floor: number, take: (candidate: Candidate) => number): void {
    let above = floor;
    const offer = (kind: Candidate['kind'], index: number, cell: number, direction: Float64Array | null) => {
      if (!direction) return;
      const height = writeImage(cell * stride, direction);
      if (height > above) above = take({ kind, index, height, direction });
    };
    for (const [index, { at, cell }] of vertices.entries()) offer('vertex', index, cell, at);
    for (const [index, { cells: beside }] of arcs.entries())
      offer('arc', index, beside[0], insideArc(index, above));
    for (let cell = 0; cell < cells; cell++) offer('cell', cell, cell, insideCell(cell, above));
  }

  /** True if eta rises by more than rounding from the candidate into an adjacent face. */
  function rises({ kind, index, height, direction }: Candidate): boolean {
    if (kind === 'cell') return false;
    const most = level * height;
    if (kind === 'arc') {
      const { wall, cells: beside } = arcs[index]!;
      writeImage(beside[0] * stride, direction);
      const normal = normals.subarray(3 * wall, 3 * wall + 3);
      return pull(sums, beside[0] * stride, normal) > most || pull(sums, beside[1] * stride, normal) < -most;
    }
    const { walls: through, cell } = vertices[index]!;
    writeImage(cell * stride, direction);
    // Along a wall, each way, rows of other walls through the vertex are on if they rise that way; in between the slope is linear.
    const tangent = new Float64Array(3);
    const turned = sides.slice(cell * walls, (cell + 1) * walls);
    for (const along of through)
      for (const way of [1, -1]) {
        writeCross(tangent, 0, normals, 3 * along, direction, 0);
        const length = way * Math.sqrt(dot3(tangent, 0, tangent, 0));
        for (let k = 0; k < 3; k++) tangent[k] = tangent[k]! / length;
        for (const wall of through) turned[wall] = dot3(normals, 3 * wall, tangent, 0) > 0 ? 1 : -1;
        let slope = 0;
        for (let wall = 0; wall < walls; wall++)
          if (wall !== along) slope += pull(shares, stride * shareOf(wall, turned[wall]!), tangent);
        if (slope > most) return true;
      }
    return false;
  }

  function faceOf({ kind, index, direction }: Candidate): Face {
    const on = (cell: number, off: readonly number[]) =>
      Uint8Array.from({ length: n }, (_, i) => {
        const wall = wallOf[i]!;
        return wall >= 0 && sides[cell * walls + wall] === along[i] && !off.includes(wall) ? 1 : 0;
      });
    if (kind === 'cell') return { dimension: 3, basis: SPACE, active: on(index, []) };
    if (kind === 'vertex') {
      const { walls: through, cell } = vertices[index]!;
      return { dimension: 1, basis: direction, active: on(cell, through) };
    }
    const { wall, cells: beside } = arcs[index]!;
    const basis = Float64Array.from({ length: 6 }, (_, k) => frames[6 * wall + 3 * (k % 2) + (k >> 1)]!);
    return { dimension: 2, basis, active: on(beside[0], [wall]) };
  }

  return {
    columns: 3,
    isExact: true,
    update,
    maximum() {
      let best = 0;
      visit(0, ({ height }) => {
        best = height;
        return height;
      });
      return best * size;
    },
    localMaxima(least, most) {
      // Values below rounding may be zero.
      const floor = size > 0 ? Math.max(level, least / size) : level;
      const found: Candidate[] = [];
      visit(floor, (candidate) => {
        found.push(candidate);
        return floor;
      });
      found.sort((a, b) => b.height - a.height);
      const touches: Touch[] = [];
      for (const candidate of found) {
        if (touches.length >= most) break;
        if (rises(candidate)) continue;
        const { direction, height } = candidate;
        touches.push({ direction: direction.slice(), eta: height * size, face: faceOf(candidate) });
      }
      return touches;
    },
  };
}

/** Indexes a wall's rows along its normal (1) or against it (-1). */
function shareOf(wall: number, side: number): number {
  return 2 * wall + (side > 0 ? 0 : 1);
}
