import { areParallel, createZeroTest, ROUNDING } from './exact-zeros.ts';
import { FORM, type PlanarLoss } from './planar-loss.ts';

export type Sign = -1 | 0 | 1;

export function signOf(value: number, tolerance: number): Sign {
  return value > tolerance ? 1 : value < -tolerance ? -1 : 0;
}

/** The loss at each ray u, as signs (flat, one per ray; see `judgeRays`). */
export interface RaySigns {
  /** 1 if the loss falls from the origin along the ray at first order: sign of l.u. */
  readonly pull: Int8Array;
  /** 1 if Q u = 0: the loss is linear along the ray. */
  readonly flat: Uint8Array;
  /**
   * Signs of the slopes away from the ray, counter-clockwise (ahead) and clockwise (behind), at its lowest point r = l.u / u.Q.u; anywhere
   * along a flat ray. Meaningless if `pull` is not 1 and the ray not flat.
   */
  readonly ahead: Int8Array;
  readonly behind: Int8Array;
  /** False if a sign may be 0 by rounding alone, or rows of one ray are not exactly parallel. */
  readonly certain: boolean;
}

/** Returns the rank of Q in a sector; all rows count if inactive ones contribute to Q. */
export function rankIn({ arrangement, quadraticShare }: PlanarLoss, sector: number): number {
  return quadraticShare > 0 ? Math.min(2, arrangement.rays / 2) : arrangement.ranks[sector]!;
}

/** Q is too nearly singular below this fraction of its size. */
const SINGULAR = 2 ** 10 * ROUNDING;

/** Bounds the length of l if its terms y a did not cancel (Cauchy-Schwarz); `size` is the trace of Q. */
export function createPullBound({ arrangement, linearShare, samples, lossIn }: PlanarLoss) {
  const { whole } = arrangement;
  // 2 n f(0) is at least ||y||^2 for every blend.
  const labels = Math.sqrt(2 * samples * lossIn(0, 0, 0));
  const everywhere = linearShare * Math.sqrt(whole[0]! + whole[2]!);
  return (size: number): number => labels * (Math.sqrt(size) + everywhere);
}

/**
 * Judges every ray once, so that a minimum near a ray belongs to exactly one of the ray and both sectors. All sums must be finite. Memory:
 * four bytes per ray.
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
    // Exactly 0 if smooth, so that a fall ahead is a rise behind despite rounding.
    const jump = linearShare === 1 ? 0 : (l2 - l2Behind) * u1 - (l1 - l1Behind) * u2;
    const mixed = 2 * q12 * u1 * u2;
    const curvature = q11 * u1 * u1 + mixed + q22 * u2 * u2;
    const terms = q11 * u1 * u1 + Math.abs(mixed) + q22 * u2 * u2;
    // Lines active on the ray are so on both sides, one more on at least one.
    const isFlat = Math.max(rank, rankBehind) < 2 || !(curvature > ROUNDING * terms);
    const tilt = isFlat ? 0 : ((q22 - q11) * u1 * u2 + q12 * (u1 * u1 - u2 * u2)) / curvature;
    const reach = isFlat ? 0 : Math.max(0, along) / curvature;
    const slope = along * tilt - across;
    // An error of l.u or u.Q.u shifts r, and the slope by `tilt` times that.
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
      // With a single row the loss is least along a line, which a smooth ray does not interrupt.
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
