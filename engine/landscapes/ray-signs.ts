import { areParallel, createZeroTest, ROUNDING } from './exact-zeros.ts';
import { FORM, type PlanarLoss } from './planar-loss.ts';

export type Sign = -1 | 0 | 1;

export function signOf(value: number, tolerance: number): Sign {
  return value > tolerance ? 1 : value < -tolerance ? -1 : 0;
}

/** Behaviour of the loss at each ray u of the arrangement, as signs (flat, one per ray; see `judgeRays`). */
export interface RaySigns {
  /** Sign of l.u: 1 if the loss falls from the origin along the ray at first order. */
  readonly pull: Int8Array;
  /** 1 if Q u = 0: only rows orthogonal to the ray contribute to Q, and the loss is linear along it. */
  readonly flat: Uint8Array;
  /**
   * Signs of the slopes away from the ray, counter-clockwise (ahead) and clockwise (behind), at the lowest point of the ray: r = l.u /
   * u.Q.u; anywhere along a flat ray. Meaningless if `pull` is not 1 and the ray not flat.
   */
  readonly ahead: Int8Array;
  readonly behind: Int8Array;
  /** False if a sign may be 0 by rounding alone, or if rows of one ray are parallel only up to rounding. */
  readonly certain: boolean;
}

/** Counts the rank of Q in a sector; all rows count if inactive rows contribute to Q. */
export function rankIn({ arrangement, quadraticShare }: PlanarLoss, sector: number): number {
  return quadraticShare > 0 ? Math.min(2, arrangement.rays / 2) : arrangement.ranks[sector]!;
}

/** Q is too nearly singular to locate its minimum if only this fraction of its size remains. */
const SINGULAR = 2 ** 10 * ROUNDING;

/** Bounds the length of l in a sector if its terms y a did not cancel (Cauchy-Schwarz); `size` is the trace of Q. */
export function createPullBound({ arrangement, linearShare, samples, lossIn }: PlanarLoss) {
  const { whole } = arrangement;
  // 2 n f(0) is at least ||y||^2 for every blend.
  const labels = Math.sqrt(2 * samples * lossIn(0, 0, 0));
  const everywhere = linearShare * Math.sqrt(whole[0]! + whole[2]!);
  return (size: number): number => labels * (Math.sqrt(size) + everywhere);
}

/**
 * Judges every ray once, so that the ray and both sectors use the same signs: a minimum near a ray then belongs to exactly one of the
 * three. All sums must be finite. Memory: four bytes per ray.
 */
export function judgeRays(planar: PlanarLoss): RaySigns {
  const { arrangement, linearShare } = planar;
  const { rays, directions } = arrangement;
  const pull = new Int8Array(rays);
  const flat = new Uint8Array(rays);
  const ahead = new Int8Array(rays);
  const behind = new Int8Array(rays);
  const pullBound = createPullBound(planar);
  const form = new Float64Array(FORM);
  const { isNothing, isTrusted, isOwn } = createZeroTest(planar);
  let certain = areParallel(arrangement);

  planar.form(form, Math.max(0, rays - 1));
  let sizeBehind = form[0]! + form[2]!;
  let l1Behind = form[3]!;
  let l2Behind = form[4]!;
  let rankBehind = rankIn(planar, Math.max(0, rays - 1));
  for (let ray = 0; ray < rays; ray++) {
    planar.form(form, ray);
    const q11 = form[0]!;
    const q12 = form[1]!;
    const q22 = form[2]!;
    const l1 = form[3]!;
    const l2 = form[4]!;
    const d1 = directions[2 * ray]!;
    const d2 = directions[2 * ray + 1]!;
    const length = Math.sqrt(d1 * d1 + d2 * d2);
    const u1 = d1 / length;
    const u2 = d2 / length;
    const before = (ray || rays) - 1;
    const rank = rankIn(planar, ray);
    const size = q11 + q22;
    const most = Math.max(size, sizeBehind);
    const bound = pullBound(most);

    // Both sectors have the same l.u and Q u; v, a quarter turn from u, points ahead.
    const along = l1 * u1 + l2 * u2;
    const across = l2 * u1 - l1 * u2;
    // Zero labels give equal sums, and a smooth loss has no jump: make it exactly 0, so that a fall ahead is a rise behind despite
    // rounding.
    const jump = linearShare === 1 ? 0 : (l2 - l2Behind) * u1 - (l1 - l1Behind) * u2;
    const mixed = 2 * q12 * u1 * u2;
    const curvature = q11 * u1 * u1 + mixed + q22 * u2 * u2;
    const terms = q11 * u1 * u1 + Math.abs(mixed) + q22 * u2 * u2;
    // Lines active on the ray are active on both sides, and one more on at least one side.
    const isFlat = Math.max(rank, rankBehind) < 2 || !(curvature > ROUNDING * terms);
    const tilt = isFlat ? 0 : ((q22 - q11) * u1 * u2 + q12 * (u1 * u1 - u2 * u2)) / curvature;
    const reach = isFlat ? 0 : Math.max(0, along) / curvature;
    const slope = along * tilt - across;
    // An error of l.u or u.Q.u shifts r, and thereby the slope by `tilt` times that.
    const tolerance = ROUNDING * (most * reach + bound) * (1 + Math.abs(tilt));
    pull[ray] = signOf(along, ROUNDING * bound);
    flat[ray] = isFlat ? 1 : 0;
    ahead[ray] = signOf(slope, tolerance);
    behind[ray] = signOf(-slope - jump, tolerance);

    if (isFlat && Math.max(rank, rankBehind) > 1) certain = false;
    if (rank > 1 && !(q11 * q22 - q12 * q12 > SINGULAR * size * size)) certain = false;
    const vanishes = isNothing(l1, l2, bound) || isNothing(l1Behind, l2Behind, bound);
    if (pull[ray] === 0 && !vanishes && !(isFlat && linearShare === 0) && !isTrusted(1)) certain = false;
    if (pull[ray] === 1 || isFlat) {
      // With Q and l of a single row the loss is least along a line, which a smooth ray does not interrupt.
      const [one, other] = [rank < 2 && isOwn(ray, bound), rankBehind < 2 && isOwn(before, bound)];
      const isSmooth = isNothing(l1 - l1Behind, l2 - l2Behind, bound);
      const isLevel = !isFlat && (one || other) && ((one && other) || isSmooth);
      const isKnown = isLevel || isTrusted(((most * reach + bound) * (1 + Math.abs(tilt))) / bound);
      if (ahead[ray] === 0 && !isKnown && !(one && !isFlat) && !isNothing(l1, l2, bound)) certain = false;
      if (behind[ray] === 0 && !isKnown && !(other && !isFlat) && !isNothing(l1Behind, l2Behind, bound))
        certain = false;
    }

    sizeBehind = size;
    l1Behind = l1;
    l2Behind = l2;
    rankBehind = rank;
  }
  return { pull, flat, ahead, behind, certain };
}
