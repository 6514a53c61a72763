import { evaluatePlanar } from './on-sectors.ts';
import { FORM, type PlanarLoss } from './planar-loss.ts';

/** A certain end, a vanished gradient, or not finished within its steps. */
export type WalkEnd = 'minimum' | 'plateau' | 'valley' | 'origin' | 'rest' | 'moving' | 'diverged';

export interface SectorWalk {
  /**
   * Moves w (length 2, units of the planar loss) by at most `most` steps of plain descent, until its end is certain or the gradient is at
   * most `rest` times `flatness` times max(1, ||w||).
   */
  walk(w: Float64Array, most: number, rest: number): WalkEnd;
  readonly minimum: () => number;
  /** Last step's length in a walk that ended `moving`. */
  readonly lastStep: () => number;
}

/**
 * Plain gradient descent (in scaled units) from sector to sector, until its end is certain (docs/mathematics.md, section 5.5). For steps
 * below 2/L (`step` times the smoothness of every sector below 2):
 * plateau: inside one, nothing moves;
 * minimum: closer to a minimum inside this sector than that is to the sector's rays. No step increases the distance, so the run arrives. In
 * whitened units the rise of the loss replaces the distance;
 * valley: one active line and a pull along it. The run moves only across the valley, and both ends of its swing are inside the sector;
 * origin: l = 0 and a step maps both rays of the sector, hence every point, into it, and all shrink.
 * `minima` are in the loss's own units, null on a kink, which has no shortcut. `smoothness` (scaled units) judges the step, `flatness` is
 * in the loss's own units.
 */
export function createSectorWalk(
  planar: PlanarLoss,
  minima: readonly (Float64Array | null)[],
  step: number,
  smoothness: number,
  flatness: number,
): SectorWalk {
  const { arrangement, whitening, samples: n, quadraticShare } = planar;
  // A step moves by -t P g; P is the identity if the units agree.
  const [p11, p12, p22] = whitening.metric;
  const { rays, directions, ranks } = arrangement;
  const form = new Float64Array(FORM);
  const gradient = new Float64Array(2);
  const rate = step / n;
  const isSafe = step * smoothness < 2;
  let minimum = -1;
  let lastStep = 0;

  const insideOf = new Map<number, number>();
  for (const [index, at] of minima.entries()) {
    if (!at) continue;
    const sector = arrangement.locate(at[0]!, at[1]!);
    if (!arrangement.isOnRay(sector, at[0]!, at[1]!)) insideOf.set(sector, index);
  }

  /** Quadratic form of the distance from the minimum: no step increases it. */
  const measure = whitening.identity ? Float64Array.of(1, 0, 1) : form;

  /** Returns a point's squared distance from the nearer of a sector's two lines. */
  function roomSquared(sector: number, x: number, y: number): number {
    const [s11, s12, s22] = measure as unknown as [number, number, number];
    let room = Number.POSITIVE_INFINITY;
    for (const ray of rays > 0 ? [sector, (sector + 1) % rays] : []) {
      const [ux, uy] = [directions[2 * ray]!, directions[2 * ray + 1]!];
      const cross = ux * y - uy * x;
      const along = s11 * ux * ux + 2 * s12 * ux * uy + s22 * uy * uy;
      room = Math.min(room, (cross * cross * (s11 * s22 - s12 * s12)) / along);
    }
    return room;
  }

  function isInside(sector: number, x: number, y: number): boolean {
    if (rays === 0) return true;
    const next = (sector + 1) % rays;
    return (
      directions[2 * sector]! * y - directions[2 * sector + 1]! * x > 0 &&
      x * directions[2 * next + 1]! - y * directions[2 * next]! > 0
    );
  }

  /** Returns the certain end of every run inside this sector at (x, y), else null. */
  function certainEnd(sector: number, x: number, y: number): WalkEnd | null {
    const [q11, q12, q22, l1, l2] = form as unknown as [number, number, number, number, number];
    const still = l1 === 0 && l2 === 0;
    if (q11 === 0 && q12 === 0 && q22 === 0) return still ? 'plateau' : null;
    if (!isSafe) return null;
    if (quadraticShare === 0 && ranks[sector] === 1) {
      // Q = a a^T / |a|^2 times its trace. If l is along a too, a valley: the run goes straight to the bottom and at most as far beyond.
      const trace = q11 + q22;
      const beside = Math.abs(q11 * l2 - q12 * l1) + Math.abs(q12 * l2 - q22 * l1);
      if (still || beside > 1e-12 * trace * (Math.abs(l1) + Math.abs(l2))) return null;
      const [g1, g2] = [q11 * x + q12 * y - l1, q12 * x + q22 * y - l2];
      const across = 2 / (p11 * q11 + 2 * p12 * q12 + p22 * q22);
      return isInside(sector, x - across * (p11 * g1 + p12 * g2), y - across * (p12 * g1 + p22 * g2))
        ? 'valley'
        : null;
    }
    if (still && rays > 0) {
      const staysIn = (ray: number): boolean => {
        const [u, v] = [directions[2 * ray]!, directions[2 * ray + 1]!];
        const [g1, g2] = [q11 * u + q12 * v, q12 * u + q22 * v];
        return isInside(sector, u - rate * (p11 * g1 + p12 * g2), v - rate * (p12 * g1 + p22 * g2));
      };
      if (staysIn(sector) && staysIn((sector + 1) % rays)) return 'origin';
    }
    return null;
  }

  function walk(w: Float64Array, most: number, rest: number): WalkEnd {
    let x = w[0]!;
    let y = w[1]!;
    const leave = (end: WalkEnd): WalkEnd => {
      w[0] = x;
      w[1] = y;
      return end;
    };
    const restSquared = (rest * flatness) ** 2;
    for (let k = 0; k < most; ) {
      const sector = arrangement.locate(x, y);
      if ((x === 0 && y === 0) || arrangement.isOnRay(sector, x, y)) {
        // Samples on a ray or at the origin are inactive: no sector has this gradient.
        evaluatePlanar(planar, gradient, x, y);
        const g1 = gradient[0]!;
        const g2 = gradient[1]!;
        if (g1 * g1 + g2 * g2 <= restSquared * Math.max(1, x * x + y * y)) return leave('rest');
        const move1 = p11 * g1 + p12 * g2;
        const move2 = p12 * g1 + p22 * g2;
        x -= step * move1;
        y -= step * move2;
        lastStep = step * Math.sqrt(move1 * move1 + move2 * move2);
        k++;
        continue;
      }
      planar.form(form, sector);
      const certain = certainEnd(sector, x, y);
      if (certain !== null) return leave(certain);
      const q11 = form[0]!;
      const q12 = form[1]!;
      const q22 = form[2]!;
      const l1 = form[3]!;
      const l2 = form[4]!;
      const next = rays > 0 ? (sector + 1) % rays : 0;
      const ux = rays > 0 ? directions[2 * sector]! : 0;
      const uy = rays > 0 ? directions[2 * sector + 1]! : 0;
      const vx = rays > 0 ? directions[2 * next]! : 0;
      const vy = rays > 0 ? directions[2 * next + 1]! : 0;
      const index = isSafe ? (insideOf.get(sector) ?? -1) : -1;
      const mx = minima[index]?.[0] ?? 0;
      const my = minima[index]?.[1] ?? 0;
      const room = index >= 0 ? roomSquared(sector, mx, my) : 0;
      const s11 = measure[0]!;
      const s12 = 2 * measure[1]!;
      const s22 = measure[2]!;
      while (k < most) {
        if (index >= 0) {
          const dx = x - mx;
          const dy = y - my;
          if (s11 * dx * dx + s12 * dx * dy + s22 * dy * dy < room) {
            minimum = index;
            return leave('minimum');
          }
        }
        const g1 = (q11 * x + q12 * y - l1) / n;
        const g2 = (q12 * x + q22 * y - l2) / n;
        const squared = g1 * g1 + g2 * g2;
        const length = Math.max(1, x * x + y * y);
        if (!(squared < Number.POSITIVE_INFINITY && length < Number.POSITIVE_INFINITY))
          return leave('diverged');
        if (squared <= restSquared * length) return leave('rest');
        const move1 = p11 * g1 + p12 * g2;
        const move2 = p12 * g1 + p22 * g2;
        x -= step * move1;
        y -= step * move2;
        k++;
        if (rays > 0 && !(ux * y - uy * x > 0 && x * vy - y * vx > 0)) {
          lastStep = step * Math.sqrt(move1 * move1 + move2 * move2);
          break;
        }
      }
    }
    return leave('moving');
  }

  return { walk, minimum: () => minimum, lastStep: () => lastStep };
}
