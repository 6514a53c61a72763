import type { Landscape, Optimizer } from '../contract.ts';
import { allFinite, distance, dot, norm } from '../kernels/vector.ts';
import type { Scaling } from '../kernels/whitening.ts';
import { CRITERIA } from '../run/status.ts';
import { type PlanarLoss, planarScaling } from './planar-loss.ts';
import { createSectorWalk, type SectorWalk } from './sector-walk.ts';
import type { StationaryPoints } from './stationary-points.ts';
import { cellCentre, type GridView } from './window.ts';

/** End of a descent; `index` counts within its kind's list in `StationaryPoints`, 0 if there is no list. */
export interface BasinEnd {
  readonly kind: 'minimum' | 'valley' | 'plateau' | (typeof LONE_ENDS)[number];
  readonly index: number;
}

/** Single ends. `elsewhere`: the gradient vanished at no other (a saddle). */
export const LONE_ENDS = ['origin', 'elsewhere', 'moving', 'unbounded', 'diverged'] as const;

/** Steps after which a descent is `moving`. */
export const MOST_BASIN_STEPS = 10_000;

/** Distance, relative to max(1, ||w||), at which a vanished gradient names an end; else `elsewhere`. Whitened units. */
const NEAR = 1e-3;

/** Distance of arrival at the origin, relative to the farthest minimum. */
const AT_ORIGIN = 1e-6;

/** Gradient that is rounding, relative to the smoothness and max(1, ||w||). */
const VANISHED = 1e-15;

export interface BasinInput {
  readonly landscape: Landscape;
  readonly planar: PlanarLoss;
  readonly scaling: Scaling;
  readonly smoothness: number;
  /** In original units. */
  readonly stationary: StationaryPoints;
  /** Called for each descent. */
  readonly createOptimizer: (landscape: Landscape) => Optimizer;
  /** Of plain gradient descent, null for other rules. */
  readonly plainStep: number | null;
}

/** Ends of descent on one loss over the plane, by start. */
export interface Basins {
  /** Minima by loss, valleys, plateaus, then the single ones. */
  readonly ends: readonly BasinEnd[];
  /** Returns the end (index into `ends`) from a start in original units. */
  endOf(x: number, y: number): number;
}

/**
 * Follows descents over the plane. Plain gradient descent walks from sector to sector until its end is certain (`sector-walk.ts`). Every
 * other run continues until its gradient vanishes, or for `MOST_BASIN_STEPS` steps; if it is then within two steps of a kink minimum, on
 * which no fixed step settles, that is its end. Distances are in whitened units, because with years next to ones the gradient is small
 * against the smoothness long before the end.
 */
export function createBasins(input: BasinInput): Basins {
  const { landscape, planar, scaling, smoothness, stationary, plainStep } = input;
  const { minima, valleys, plateaus } = stationary;
  const { whitening } = planar;
  const units = planarScaling(planar, scaling);
  const flatness = whitening.identity ? smoothness : flatnessOf(planar);
  const ends: BasinEnd[] = [
    ...minima.map((_, index) => ({ kind: 'minimum', index }) as const),
    ...valleys.map((_, index) => ({ kind: 'valley', index }) as const),
    ...plateaus.map((_, index) => ({ kind: 'plateau', index }) as const),
    ...LONE_ENDS.map((kind) => ({ kind, index: 0 })),
  ];
  const firstArc = minima.length;
  const firstLone = firstArc + valleys.length + plateaus.length;
  const lone = (kind: (typeof LONE_ENDS)[number]) => firstLone + LONE_ENDS.indexOf(kind);

  const ownPoint = ([x, y]: readonly [number, number]): Float64Array => {
    const own = new Float64Array(2);
    units.toScaled(own, Float64Array.of(x, y));
    return own;
  };
  const places = minima.map(({ at }) => ownPoint(at));
  const arcs = [...valleys, ...plateaus].map(({ from, to }) => [ownPoint(from), ownPoint(to)] as const);
  const sectors =
    plainStep === null
      ? null
      : createSectorWalk(
          planar,
          places.map((place, i) => (minima[i]!.on === 'kink' ? null : place)),
          plainStep,
          smoothness,
          flatness,
        );
  const reach = Math.max(0, ...places.map(norm));
  /** Units of the planar loss. */
  const w = new Float64Array(2);
  const before = new Float64Array(2);
  const gradient = new Float64Array(2);
  const slope = new Float64Array(2);
  const start = new Float64Array(2);
  /** Scaled units. */
  const moved = new Float64Array(2);

  /** Returns the nearest end after the gradient has vanished. */
  function nearestEnd(): number {
    let best = lone('elsewhere');
    let least = NEAR * Math.max(1, norm(w));
    const offer = (index: number, away: number): void => {
      if (away >= least) return;
      best = index;
      least = away;
    };
    for (const [i, place] of places.entries()) offer(i, distance(w, place));
    // Every cone touches the origin: test it first.
    if (best === lone('elsewhere') && norm(w) < AT_ORIGIN * Math.max(1, reach)) return lone('origin');
    for (const [i, [from, to]] of arcs.entries()) offer(firstArc + i, distanceFromCone(w, from, to));
    if (best === lone('elsewhere')) offer(lone('origin'), norm(w));
    return best;
  }

  function nearestArc(): number {
    const away = arcs.map(([from, to]) => distanceFromCone(w, from, to));
    return away.length === 0 ? lone('elsewhere') : firstArc + away.indexOf(Math.min(...away));
  }

  /** Returns the nearest kink minimum within two steps; else `moving`. */
  function unsettledEnd(lastStep: number): number {
    whitening.toOriginal(moved, w);
    if (landscape.runsOff(moved)) return lone('unbounded');
    let best = lone('moving');
    let least = 2 * lastStep;
    for (const [i, place] of places.entries()) {
      const away = distance(w, place);
      if (away > least || minima[i]!.on !== 'kink') continue;
      best = i;
      least = away;
    }
    return best;
  }

  function walk(of: SectorWalk, rest: number = CRITERIA.gradient): number {
    const end = of.walk(w, MOST_BASIN_STEPS, rest);
    if (end === 'minimum') return of.minimum();
    if (end === 'origin' || end === 'diverged') return lone(end);
    // Even if the origin is nearer.
    if (end === 'plateau' || end === 'valley') return nearestArc();
    if (end === 'moving') return unsettledEnd(of.lastStep());
    const nearest = nearestEnd();
    // Slow: continue to rounding.
    return nearest === lone('elsewhere') && rest > VANISHED ? walk(of, VANISHED) : nearest;
  }

  function follow(): number {
    const own = landscape.follow();
    const optimizer = input.createOptimizer(own);
    let lastStep = 0;
    for (let k = 0; k < MOST_BASIN_STEPS; k++) {
      const loss = own.evaluate(gradient, moved);
      whitening.toScaledGradient(slope, gradient);
      if (!Number.isFinite(loss) || !allFinite(w) || !Number.isFinite(norm(slope))) return lone('diverged');
      const length = Math.max(1, norm(w));
      const drift = optimizer.carriesVelocity ? lastStep : 0;
      if (norm(slope) <= CRITERIA.gradient * flatness * length && drift <= CRITERIA.gradient * length)
        return nearestEnd();
      before.set(w);
      optimizer.step(moved, gradient);
      whitening.toScaled(w, moved);
      lastStep = distance(w, before);
    }
    return unsettledEnd(lastStep);
  }

  return {
    ends,
    endOf(x, y) {
      start[0] = x;
      start[1] = y;
      scaling.toScaled(moved, start);
      if (landscape.runsOff(moved)) return lone('unbounded');
      whitening.toScaled(w, moved);
      return sectors ? walk(sectors) : follow();
    },
  };
}

/** Returns lambda_max(A^T A)/n in the units of the planar loss. */
function flatnessOf({ arrangement: { whole }, samples }: PlanarLoss): number {
  const difference = whole[0]! - whole[2]!;
  const root = Math.sqrt(difference * difference + 4 * whole[1]! * whole[1]!);
  return (whole[0]! + whole[2]! + root) / (2 * samples);
}

/** Returns the distance from a closed cone (counter-clockwise, below a half turn). */
function distanceFromCone(w: Float64Array, from: Float64Array, to: Float64Array): number {
  // A single ray; all-zero rows have only the whole plane.
  if (from[0] === to[0] && from[1] === to[1]) return distanceFromRay(w, from);
  const behind = cross(from, w);
  const ahead = cross(w, to);
  if (behind >= 0 && ahead >= 0) return 0;
  return Math.min(distanceFromRay(w, from), distanceFromRay(w, to));
}

function distanceFromRay(w: Float64Array, direction: Float64Array): number {
  return dot(w, direction) > 0 ? Math.abs(cross(direction, w)) / norm(direction) : norm(w);
}

function cross(a: Float64Array, b: Float64Array): number {
  return a[0]! * b[1]! - a[1]! * b[0]!;
}

/**
 * Writes cells [from, to) of the ends at the cell centres of a `size` x `size` grid over the view (original units), row-major, row 0 at the
 * lowest second weight. Not rows, as one cell may take 10,000 steps.
 */
export function sampleBasins(
  destination: Uint16Array,
  basins: Basins,
  view: GridView,
  size: number,
  from: number,
  to: number,
): void {
  for (let cell = from; cell < to; cell++)
    destination[cell] = basins.endOf(
      cellCentre(view.x0, view.x1, size, cell % size),
      cellCentre(view.y0, view.y1, size, Math.floor(cell / size)),
    );
}
