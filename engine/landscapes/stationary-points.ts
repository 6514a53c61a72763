import type { Scaling } from '../kernels/whitening.ts';
import { createZeroTest, ROUNDING } from './exact-zeros.ts';
import {
  createOriginalRays,
  type DirectionArc,
  type OriginalRays,
  type Point,
  TURN,
} from './original-rays.ts';
import { FORM, type PlanarLoss, planarScaling } from './planar-loss.ts';
import { createPullBound, judgeRays, type RaySigns, rankIn } from './ray-signs.ts';

/** A point with zero gradient, or on a kink where descent can rest; `at` in original units. */
export interface StationaryPoint {
  readonly at: Point;
  readonly loss: number;
}

/** An isolated minimum. */
export interface Minimum extends StationaryPoint {
  /** `kink`: on a ray across which the slope jumps. */
  readonly on: 'interior' | 'kink';
  /** False for the end of a valley on a smooth ray, the bottom of the quadratic beyond it. */
  readonly strict: boolean;
}

/**
 * A straight line of non-strict minima across one sector, or along one ray (then from = to, of one angle). At its ends the loss beyond the
 * ray may rise or fall.
 */
export interface Valley extends DirectionArc {
  readonly loss: number;
  /** Intersection with the ray `from` (the origin for a valley along it); null if they never meet. */
  readonly start: Point | null;
  /** Intersection with the ray `to`; null if there is none. */
  readonly end: Point | null;
  readonly through: Point;
  readonly direction: Point;
}

/** A ray of equal loss; the loss falls to at least one side and rises to none. */
export interface Crest {
  readonly direction: Point;
  readonly loss: number;
}

/** A sector of constant loss. */
export interface Plateau extends DirectionArc {
  readonly loss: number;
}

/** The loss around w = 0, where all sectors meet. */
export interface Origin {
  readonly loss: number;
  /** Fraction of directions (angles in original units) in which the loss does not fall at first order. */
  readonly stuckShare: number;
  /** True if the loss rises at first or second order in every direction. */
  readonly isMinimum: boolean;
}

/** All points where descent can rest, except the origin. */
export interface StationaryPoints {
  /** Lowest first. */
  readonly minima: readonly Minimum[];
  /** Least along a ray; the loss falls to at least one side and rises to none. */
  readonly ridgeSaddles: readonly StationaryPoint[];
  readonly valleys: readonly Valley[];
  readonly crests: readonly Crest[];
  /** For one neuron without leak the dead zone, if any. */
  readonly plateaus: readonly Plateau[];
  readonly origin: Origin;
  readonly stuckShare: number;
  /**
   * True if the lists are complete. False if rounding may hide a decisive sign (groups of rows far apart and nearly parallel within, about
   * 1e-6), and if rows or labels are not finite.
   */
  readonly certain: boolean;
}

/**
 * Finds every stationary point of a piecewise-quadratic loss over the plane, by sector and ray, in O(n). Angles and points are in original
 * units; `scaling` maps them to scaled ones. A quadratic has its minimum strictly inside a sector iff the loss falls along at least one of
 * its rays, and on each such ray the lowest point still falls into the sector. So signs on the rays decide existence, and nothing near a
 * ray is counted twice or lost.
 *
 * Plateaus never touch: a ray between two would switch no row. Rows or labels that are not finite, or whose squares overflow, give empty
 * lists and a NaN share. Source: docs/mathematics.md, section 5.4; checked against an enumeration in NumPy.
 */
export function findStationaryPoints(planar: PlanarLoss, scaling: Scaling): StationaryPoints {
  const { arrangement, samples } = planar;
  const { rays, whole } = arrangement;
  const minima: Minimum[] = [];
  const ridgeSaddles: StationaryPoint[] = [];
  const valleys: Valley[] = [];
  const crests: Crest[] = [];
  const plateaus: Plateau[] = [];
  const loss = planar.lossIn(0, 0, 0);
  let certain = false;
  const found = (stuckShare: number, isMinimum: boolean): StationaryPoints => ({
    minima: minima.sort((a, b) => a.loss - b.loss),
    ridgeSaddles,
    valleys,
    crests,
    plateaus,
    origin: { loss, stuckShare, isMinimum },
    stuckShare,
    certain,
  });

  const pullBound = createPullBound(planar);
  if (!Number.isFinite(pullBound(whole[0]! + whole[2]!))) return found(Number.NaN, false);
  if (rays === 0) {
    certain = true;
    plateaus.push({ from: [1, 0], to: [1, 0], fromAngle: 0, toAngle: TURN, loss });
    return found(1, false);
  }

  const signs = judgeRays(planar);
  certain = signs.certain;
  const { isNothing, isTrusted, isOwn } = createZeroTest(planar);
  const { pull, flat, ahead, behind } = signs;
  const originalRays = createOriginalRays(arrangement, planarScaling(planar, scaling));
  const { after, before, unit, toPoint, toDirection, toArc } = originalRays;
  const form = new Float64Array(FORM);
  const gradient = new Float64Array(2);

  /**
   * Classifies a ray: both sides rise (`least`), or one falls and none rises (`ridge`). A side without slope rises at second order if Q has
   * the rank for it; otherwise the ray only ends a valley or plateau: `end` if the loss is smooth across it and rises on the other side at
   * second order.
   */
  function kindOf(ray: number, rank: number): 'least' | 'ridge' | 'end' | null {
    const [one, other] = [ahead[ray]!, behind[ray]!];
    const [flatAhead, flatBehind] = [
      one === 0 && rankIn(planar, ray) < rank,
      other === 0 && rankIn(planar, before(ray)) < rank,
    ];
    if (flatAhead || flatBehind) return one === other && flatAhead !== flatBehind ? 'end' : null;
    if (one >= 0 && other >= 0) return 'least';
    return one <= 0 && other <= 0 ? 'ridge' : null;
  }

  function addRayPoint(ray: number): void {
    const kind = kindOf(ray, 2);
    if (!kind) return;
    planar.form(form, ray);
    const [u1, u2] = unit(ray);
    const curvature = form[0]! * u1 * u1 + 2 * form[1]! * u1 * u2 + form[2]! * u2 * u2;
    let r = (form[3]! * u1 + form[4]! * u2) / curvature;
    planar.evaluateIn(gradient, ray, r * u1, r * u2);
    r -= (samples * (gradient[0]! * u1 + gradient[1]! * u2)) / curvature;
    // Near a plant both losses are sums of squares; the smaller has less rounding.
    const [x, y] = [r * u1, r * u2];
    const loss = Math.min(planar.lossIn(ray, x, y), planar.lossIn(before(ray), x, y));
    const point = { at: toPoint(x, y), loss };
    if (kind === 'ridge') ridgeSaddles.push(point);
    else
      minima.push({
        ...point,
        on: ahead[ray] === 0 && behind[ray] === 0 ? 'interior' : 'kink',
        strict: kind === 'least',
      });
  }

  /** Adds a flat ray with l.u = 0 (constant loss), unless it only bounds a plateau. */
  function addRayLine(ray: number): void {
    const kind = kindOf(ray, 1);
    const u = unit(ray);
    const direction = toDirection(...u);
    if (kind === 'ridge') crests.push({ direction, loss });
    if (kind === 'least')
      valleys.push({ ...toArc(u, u), loss, start: [0, 0], end: null, through: direction, direction });
  }

  /** Adds the minimum inside a sector; false if Q is singular to rounding. */
  function addInnerMinimum(sector: number): boolean {
    const [q11, q12, q22, l1, l2] = form as unknown as [number, number, number, number, number];
    const determinant = q11 * q22 - q12 * q12;
    if (!(determinant > ROUNDING * q11 * q22)) return false;
    let x = (q22 * l1 - q12 * l2) / determinant;
    let y = (q11 * l2 - q12 * l1) / determinant;
    // Refine by the gradient, far more accurate near a plant: the loss there is 0, not 1e-17.
    planar.evaluateIn(gradient, sector, x, y);
    const [g1, g2] = [samples * gradient[0]!, samples * gradient[1]!];
    x -= (q22 * g1 - q12 * g2) / determinant;
    y -= (q11 * g2 - q12 * g1) / determinant;
    minima.push({ at: toPoint(x, y), loss: planar.lossIn(sector, x, y), on: 'interior', strict: true });
    return true;
  }

  /** Adds a valley: if Q is t a a^T and l a positive multiple of a, a.w > 0 over the sector, the line Q w = l crosses it. */
  function addValley(sector: number): void {
    const [q11, q12, q22, l1, l2] = form as unknown as [number, number, number, number, number];
    const [from, to] = [unit(sector), unit(after(sector))];
    // Bisector, also of a half turn: the sum of the rays plus their difference turned back by a quarter.
    const middle: Point = [from[0] + to[0] + (to[1] - from[1]), from[1] + to[1] - (to[0] - from[0])];
    const [c1, c2] = q11 >= q22 ? [q11, q12] : [q12, q22];
    const length = Math.sqrt(c1 * c1 + c2 * c2) * (c1 * middle[0] + c2 * middle[1] > 0 ? 1 : -1);
    const [a1, a2] = [c1 / length, c2 / length];
    const bound = pullBound(q11 + q22);
    const tolerance = ROUNDING * bound;
    const pullAlong = l1 * a1 + l2 * a2;
    const [isLine, isParallel] = [pullAlong > tolerance, Math.abs(a1 * l2 - a2 * l1) <= tolerance];
    if ((isParallel && !isOwn(sector, bound)) || Math.abs(pullAlong) <= tolerance)
      certain &&= isNothing(l1, l2, bound) || isTrusted(1);
    if (!isLine || !isParallel) return;
    const height = pullAlong / (q11 + q22);
    const onLine = ([u1, u2]: Point, isParallel: boolean): Point | null => {
      const r = height / (a1 * u1 + a2 * u2);
      return isParallel ? null : toPoint(r * u1, r * u2);
    };
    const r = height / (a1 * middle[0] + a2 * middle[1]);
    valleys.push({
      ...toArc(from, to),
      loss: planar.lossIn(sector, r * middle[0], r * middle[1]),
      start: onLine(from, flat[sector] === 1),
      end: onLine(to, flat[after(sector)] === 1),
      through: onLine(middle, false)!,
      direction: toDirection(-a2, a1),
    });
  }

  let isMinimum = rays > 2;
  for (let ray = 0; ray < rays; ray++) {
    const next = after(ray);
    if (pull[ray] === 1 && flat[ray] === 0) addRayPoint(ray);
    if (pull[ray] === 0 && flat[ray] === 1) addRayLine(ray);
    if (pull[ray] === 1 || (pull[ray] === 0 && flat[ray] === 1)) isMinimum = false;

    const rank = rankIn(planar, ray);
    const fallsInside =
      (pull[ray] === 1 || pull[next] === 1) &&
      (pull[ray] !== 1 || ahead[ray] === -1) &&
      (pull[next] !== 1 || behind[next] === -1);
    if (rank < 2 || fallsInside) {
      planar.form(form, ray);
      if (rank === 0) {
        const isPlateau = isZeroPull(form, pullBound(0));
        if (isPlateau) certain &&= isNothing(form[3]!, form[4]!, pullBound(0)) || isTrusted(1);
        if (isPlateau) plateaus.push({ ...toArc(unit(ray), unit(next)), loss: planar.lossIn(ray, 0, 0) });
      } else if (rank === 1) addValley(ray);
      else if (!addInnerMinimum(ray)) {
        certain = false;
        addValley(ray);
      }
    }
  }
  return found(findStuckShare(planar, signs, originalRays), isMinimum);
}

function isZeroPull(form: Float64Array, bound: number): boolean {
  return Math.max(Math.abs(form[3]!), Math.abs(form[4]!)) <= ROUNDING * bound;
}

/**
 * Returns the fraction of directions (angles in original units) with l.u <= 0. l.u is continuous, so its signs on the rays locate the
 * changes (docs/mathematics.md, section 5.4).
 */
function findStuckShare(planar: PlanarLoss, signs: RaySigns, originalRays: OriginalRays): number {
  const { rays, directions } = planar.arrangement;
  const { pull, ahead } = signs;
  const { after, opening } = originalRays;
  const form = new Float64Array(FORM);

  /** A half turn with l.u = 0 at both rays has the sign of the slope ahead. */
  const isStuck = (sector: number): boolean =>
    pull[sector]! <= 0 &&
    pull[after(sector)]! <= 0 &&
    !(rays === 2 && pull[sector] === 0 && ahead[sector]! < 0);

  /** Returns a sector's stuck angle if the sign changes inside: l.u = 0 a quarter turn from l. */
  function partOf(sector: number): number {
    const starts = pull[sector]!;
    if (starts * pull[after(sector)]! >= 0) return 0;
    planar.form(form, sector);
    return starts < 0 ? opening(sector, form[4]!, -form[3]!) : opening(after(sector), -form[4]!, form[3]!);
  }

  let stuck = 0;
  /** First ray of the current stuck run, or -1. Runs are measured whole, cut at half turns. */
  let since = -1;
  for (let sector = 0; sector < rays; sector++) {
    const next = after(sector);
    if (!isStuck(sector)) stuck += partOf(sector);
    else if (since < 0) since = sector;
    if (since >= 0 && (next === 0 || next === rays / 2 || !isStuck(next))) {
      stuck += opening(since, directions[2 * next]!, directions[2 * next + 1]!);
      since = -1;
    }
  }
  return Math.min(1, stuck / TURN);
}
