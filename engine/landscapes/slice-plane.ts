import { createRandom, fillNormal, STREAMS } from '../kernels/random.ts';
import { addScaled, distance, dot, norm } from '../kernels/vector.ts';
import type { GridView } from './window.ts';

/** The plane centre + s p + t q, in original units; p and q are orthonormal. */
export interface SlicePlane {
  readonly centre: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
}

/** Meaning of an axis: a point of the runs, an initial move, a direction of spread of the paths, a weight, or chance. */
export type PlaneAxis =
  | 'target'
  | 'left-end'
  | 'right-end'
  | 'left-move'
  | 'right-move'
  | 'spread'
  | 'weight'
  | 'chance';

/** A plane with its axes' meaning (of the second, the component orthogonal to the first). */
export interface NamedPlane extends SlicePlane {
  readonly along: readonly [PlaneAxis, PlaneAxis];
}

/** Losses of both sides over one plane. */
export interface Slicer {
  readonly plane: SlicePlane;
  /**
   * Writes rows [fromRow, toRow) of both losses at the cell centres of a `size` x `size` grid over the view (x is s, y is t), row-major,
   * row 0 at the lowest t. A row has the same bits in any batch. Throws RangeError if the view has no width.
   */
  writeRows(
    left: Float64Array,
    right: Float64Array,
    view: GridView,
    size: number,
    fromRow: number,
    toRow: number,
  ): void;
}

/** Points that span a plane; original units, length d each. */
export interface SlicePlaces {
  readonly start: Float64Array;
  readonly target: Float64Array | null;
  readonly leftEnd: Float64Array;
  readonly rightEnd: Float64Array;
  /** Minus the gradient at the start, of any length, in original units. */
  readonly leftMove: Float64Array;
  readonly rightMove: Float64Array;
}

/**
 * Minimum component of a direction orthogonal to the earlier ones: of a point relative to the larger of its and the start's length, of a
 * move relative to itself.
 */
const APART = 1e-6;

/** Maximum iterates per run for principal directions. */
const THINNED = 64;

/** Round limit; slower only if two directions are about equally good. */
const MOST_ROUNDS = 1000;

/** Returns (s, t) of w's projection onto the plane; non-finite for non-finite weights. */
export function coordinatesOf(plane: SlicePlane, w: Float64Array): [s: number, t: number] {
  const { centre, p, q } = plane;
  let s = 0;
  let t = 0;
  for (let j = 0; j < w.length; j++) {
    const away = w[j]! - centre[j]!;
    s += away * p[j]!;
    t += away * q[j]!;
  }
  return [s, t];
}

/** Writes the point at (s, t), in original units (length d). */
export function pointAt(destination: Float64Array, plane: SlicePlane, s: number, t: number): void {
  destination.set(plane.centre);
  addScaled(destination, plane.p, s);
  addScaled(destination, plane.q, t);
}

/** Returns the distance of w from the plane, in original units. */
export function distanceFrom(plane: SlicePlane, w: Float64Array): number {
  const foot = new Float64Array(w.length);
  pointAt(foot, plane, ...coordinatesOf(plane, w));
  return distance(foot, w);
}

/**
 * Returns the plane through start, target and the first point off their line among left end, right end, first moves of left and right, and
 * seeded normals. The target is the origin, so that nearby points keep all digits; the start is on the negative s axis, and the third point
 * has t > 0. Without a target, or with one at the start, the candidates span both axes; without one the start is the origin. Skips
 * non-finite candidates. Throws RangeError if d < 2.
 */
export function createEndsPlane(places: SlicePlaces): NamedPlane {
  return spanPlane(places.target ?? places.start, candidatesOf(places));
}

/**
 * Returns the plane of weights i and j (its coordinates) with the others fixed at `through`. Throws RangeError unless i and j are two
 * indexes.
 */
export function createWeightsPlane(through: Float64Array, i: number, j: number): NamedPlane {
  const d = through.length;
  const axis = (index: number): Float64Array => {
    if (!Number.isInteger(index) || index < 0 || index >= d || i === j)
      throw new RangeError(`expected two different weights of 0 to ${d - 1}; got ${i} and ${j}`);
    return new Float64Array(d).fill(1, index, index + 1);
  };
  const centre = Float64Array.from(through);
  const [p, q] = [axis(i), axis(j)];
  centre[i] = 0;
  centre[j] = 0;
  return { centre, p, q, along: ['weight', 'weight'] };
}

/**
 * Returns the principal plane of the runs: through the mean of the iterates of all `paths` (each k x d, row-major, original units; thinned
 * evenly to 64 with both ends) along the two directions of largest spread. The origin is the projection of the target (else the start); the
 * start has s < 0 and t < 0 relative to the mean. Candidates of `createEndsPlane` replace missing spread; non-finite iterates are skipped.
 * Throws RangeError if d < 2.
 */
export function createPathsPlane(paths: readonly Float64Array[], places: SlicePlaces): NamedPlane {
  const { start, target } = places;
  const d = start.length;
  const rows = paths.flatMap((path) => thinned(path, d));
  const mean = new Float64Array(d);
  for (const row of rows) addScaled(mean, row, 1 / rows.length);
  for (const row of rows) addScaled(row, mean, -1);
  const size = norm(mean);
  const back = difference(start, mean);

  const first = principalDirection(rows, back);
  const spread = norm(first);
  if (spread > 0) for (const row of rows) addScaled(row, first, -dot(row, first) / (spread * spread));
  const second = principalDirection(rows, back);
  const plane = spanPlane(rows.length > 0 ? mean : start, [
    { axis: 'spread', direction: first, least: APART * size },
    { axis: 'spread', direction: second, least: APART * Math.max(size, spread) },
    ...candidatesOf(places),
  ]);
  const centre = new Float64Array(d);
  pointAt(centre, plane, ...coordinatesOf(plane, target ?? start));
  return { ...plane, centre };
}

/** A candidate axis, and the minimum that must remain after orthogonalisation. */
interface Candidate {
  readonly axis: PlaneAxis;
  readonly direction: Float64Array;
  readonly least: number;
}

function candidatesOf({ start, target, leftEnd, rightEnd, leftMove, rightMove }: SlicePlaces): Candidate[] {
  const to = (axis: PlaneAxis, place: Float64Array): Candidate => ({
    axis,
    direction: difference(place, start),
    least: APART * Math.max(norm(place), norm(start)),
  });
  const along = (axis: PlaneAxis, move: Float64Array): Candidate => ({
    axis,
    direction: move,
    least: APART * norm(move),
  });
  return [
    ...(target ? [to('target', target)] : []),
    to('left-end', leftEnd),
    to('right-end', rightEnd),
    along('left-move', leftMove),
    along('right-move', rightMove),
  ];
}

/** Spans a plane by the first two suitable candidates, then by seeded normals. */
function spanPlane(centre: Float64Array, candidates: readonly Candidate[]): NamedPlane {
  const d = centre.length;
  if (d < 2) throw new RangeError(`expected at least two weights to lay a plane through; got d = ${d}`);
  const random = createRandom(0, STREAMS.slice);
  const axes: Float64Array[] = [];
  const along: PlaneAxis[] = [];
  for (let k = 0; axes.length < 2; k++) {
    const axis = new Float64Array(d);
    const candidate = candidates[k];
    if (candidate) axis.set(candidate.direction);
    else fillNormal(axis, random);
    // Once leaves a small remainder.
    for (const before of [...axes, ...axes]) addScaled(axis, before, -dot(axis, before));
    const left = norm(axis);
    // Non-finite candidates fail too: they give NaN.
    if (!(left > (candidate?.least ?? APART))) continue;
    axes.push(axis.map((value) => value / left));
    along.push(candidate?.axis ?? 'chance');
  }
  return { centre: Float64Array.from(centre), p: axes[0]!, q: axes[1]!, along: [along[0]!, along[1]!] };
}

/** Copies at most `THINNED` finite iterates, evenly. */
function thinned(path: Float64Array, d: number): Float64Array[] {
  const count = path.length / d;
  const kept = Math.min(count, THINNED);
  return Array.from({ length: kept }, (_, k) => {
    const index = kept > 1 ? Math.floor((k * (count - 1)) / (kept - 1)) : 0;
    return path.slice(index * d, index * d + d);
  }).filter((iterate) => Number.isFinite(norm(iterate)));
}

/**
 * Returns the direction of largest spread of the rows about their mean, with their root mean square along it as length; zero without
 * spread. Power iteration on X^T X, without forming it. The direction points away from `back` (to the start) or, if orthogonal, has a
 * positive largest component.
 */
function principalDirection(rows: readonly Float64Array[], back: Float64Array): Float64Array {
  const d = back.length;
  const random = createRandom(0, STREAMS.slice);
  let axis = new Float64Array(d);
  for (const row of rows) addScaled(axis, row, random.normal());
  let variance = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const length = norm(axis);
    if (!(length > 0 && Number.isFinite(length))) return new Float64Array(d);
    for (let j = 0; j < d; j++) axis[j] = axis[j]! / length;
    const next = new Float64Array(d);
    for (const row of rows) addScaled(next, row, dot(row, axis) / rows.length);
    variance = norm(next);
    const turned = distance(
      axis,
      next.map((value) => value / variance),
    );
    axis = next;
    if (turned < 1e-14) break;
  }
  let sign = -dot(axis, back);
  if (!(Math.abs(sign) > APART * variance * norm(back)))
    sign = axis.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  const factor = (sign < 0 ? -1 : 1) * (Math.sqrt(variance) / variance);
  return axis.map((value) => value * factor);
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, j) => value - b[j]!);
}
