import { areParallel, createZeroTest, ROUNDING } from './exact-zeros.ts';
import { FORM, type PlanarLoss } from './planar-loss.ts';

export type Sign = -1 | 0 | 1;

/** Signs with zero meaning zero up to rounding. */
export function signOf(value: number, tolerance: number): Sign {
  return value > tolerance ? 1 : value < -tolerance ? -1 : 0;
}

/** What the loss does at each ray u of the arrangement, as signs (flat, one a ray; see `judgeRays`). */
export interface RaySigns {
  /** Sign of l.u: 1 where the loss falls from the origin along the ray at first order. */
  readonly pull: Int8Array;
  /** 1 where Q u = 0: no row but those orthogonal to the ray has a share in Q, the loss is linear along it. */
  readonly flat: Uint8Array;
  /**
   * Signs of the slopes away from the ray, counter-clockwise (ahead) and clockwise (behind), where the loss along the ray
   * is least: at r = l.u / u.Q.u; anywhere along a flat ray. They mean nothing where `pull` is not 1 and the ray not flat.
   */
  readonly ahead: Int8Array;
  readonly behind: Int8Array;
  /** False where a sign may be 0 by rounding alone, and where rows of one ray are parallel up to rounding only. */
  readonly certain: boolean;
}

/** Rank of Q in a sector, counted: where rows that are off have a share in Q, all rows count. */
export function rankIn({ arrangement, quadraticShare }: PlanarLoss, sector: number): number {
  return quadraticShare > 0 ? Math.min(2, arrangement.rays / 2) : arrangement.ranks[sector]!;
}

/** A Q of which this share of its size is left over is too near to singular for its minimum to be placed for certain. */
const SINGULAR = 2 ** 10 * ROUNDING;

/** Length that l could have in a sector if its terms y a did not cancel, by Cauchy and Schwarz; `size` is the trace of Q. */
export function createPullBound({ arrangement, linearShare, samples, lossIn }: PlanarLoss) {
  const { whole } = arrangement;
  // 2 n f(0) is at least ||y||^2 for every blend.
  const labels = Math.sqrt(2 * samples * lossIn(0, 0, 0));
  const everywhere = linearShare * Math.sqrt(whole[0]! + whole[2]!);
  return (size: number): number => labels * (Math.sqrt(size) + everywhere);
}

/**
 * Judges every ray once, so that the ray and both of its sectors are told the same: a minimum near a ray then belongs to
 * exactly one of the three. All sums must be finite. Memory: four bytes a ray.
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

    // Both sectors have the same l.u and Q u; v, a quarter turn from u, is the way ahead.
    const along = l1 * u1 + l2 * u2;
    const across = l2 * u1 - l1 * u2;
    // From labels 0 come the same sums, and for a smooth loss there is no jump: exactly 0, so that what falls ahead
    // rises behind whatever the rounding.
    const jump = linearShare === 1 ? 0 : (l2 - l2Behind) * u1 - (l1 - l1Behind) * u2;
    const mixed = 2 * q12 * u1 * u2;
    const curvature = q11 * u1 * u1 + mixed + q22 * u2 * u2;
    const terms = q11 * u1 * u1 + Math.abs(mixed) + q22 * u2 * u2;
    // Lines active on the ray itself are active on both sides, and one more is on at least one side.
    const isFlat = Math.max(rank, rankBehind) < 2 || !(curvature > ROUNDING * terms);
    const tilt = isFlat ? 0 : ((q22 - q11) * u1 * u2 + q12 * (u1 * u1 - u2 * u2)) / curvature;
    const reach = isFlat ? 0 : Math.max(0, along) / curvature;
    const slope = along * tilt - across;
    // An error of l.u or u.Q.u moves r, and with it the slope by `tilt` of it.
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
      // Q and l of one row alone: where its loss is least it is so all along a line, which a smooth ray leaves as it is.
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
