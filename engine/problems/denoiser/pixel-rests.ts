import { certifiedRoots, type SlopeBounds } from './certified-roots.ts';
import type { PixelDenoiser, PixelModel } from './instance.ts';
import type { PixelSide, PixelsInfo, Point, RestPoint } from './types.ts';

/** A component of phi that is this much smaller than the other one measures nothing, as far as rounding lets tell. */
const NOTHING = 1e-9;
/** What rounding adds to sums of a few numbers of size 1. */
const ROUNDING = 2e-15;

/** What rest points depend on. */
export type RestsAsked = Pick<PixelsInfo, 'phi' | 'y' | 'step' | 'c' | 'sigma' | 'spread'>;

/** Every rest point of a side, or the segment that they are with a cap of 1 (docs/mathematics.md, section 17.3). */
export function pixelRests(
  model: PixelModel,
  asked: RestsAsked,
): Pick<PixelSide, 'rests' | 'segment' | 'box'> {
  const { denoiser } = model;
  const box = boxOf(denoiser);
  const segment = box && segmentOf(asked, denoiser, box);
  if (segment) return { rests: null, segment, box };
  const [p, q] = asked.phi;
  const found = isNothing(q, p)
    ? alone(denoiser, asked, p, (x, other) => [x, other])
    : isNothing(p, q)
      ? alone(denoiser, asked, q, (x, other) => [other, x])
      : together(denoiser, asked);
  return { rests: found.map((one) => restAt(model, asked, one)), segment, box };
}

function isNothing(one: number, other: number): boolean {
  return Math.abs(one) <= NOTHING * Math.abs(other);
}

/** A rest point as it is found. */
interface Found {
  readonly at: Point;
  readonly isDegenerate: boolean;
}

/** What D is the identity on. */
function boxOf({ cap, crossing }: PixelDenoiser): PixelSide['box'] {
  return cap === 1 ? [1 - crossing!, crossing!] : null;
}

/** The line phi . x = y in the box; null where it misses it. With a pixel that is not measured, the rest points that are a segment all the same. */
function segmentOf(
  { phi: [p, q], y, ...asked }: RestsAsked,
  denoiser: PixelDenoiser,
  [low, high]: NonNullable<PixelSide['box']>,
): readonly [Point, Point] | null {
  const inBox = (x: number) => Math.min(high, Math.max(low, x));
  const restOfOne = (mean: number) =>
    inBox(mean) === mean ? mean : restsOfOne(denoiser, asked, asked.c, mean)[0]!.at;
  if (isNothing(q, p)) {
    const x = restOfOne(y / p);
    return [
      [x, low],
      [x, high],
    ];
  }
  if (isNothing(p, q)) {
    const x = restOfOne(y / q);
    return [
      [low, x],
      [high, x],
    ];
  }
  const ends = [(y - q * low) / p, (y - q * high) / p];
  const [from, to] = [Math.max(low, Math.min(...ends)), Math.min(high, Math.max(...ends))];
  if (!(from <= to)) return null;
  const on = (x: number): Point => [x, inBox((y - p * x) / q)];
  return [on(from), on(to)];
}

/** x_1 - t and so on are linear in D' of the pixel that is swept: both values at its bounds. */
function corners(at: (slope: number) => number, [least, most]: SlopeBounds): SlopeBounds {
  const [a, b] = [at(least), at(most)];
  return a < b ? [a, b] : [b, a];
}

/** Slopes fall with the distance from 1/2. */
function slopesOver(denoiser: PixelDenoiser, low: number, high: number): SlopeBounds {
  const [a, b] = [denoiser.slope(low), denoiser.slope(high)];
  const least = Math.min(a, b);
  return low <= 0.5 && high >= 0.5 ? [least, denoiser.largestSlope] : [least, Math.max(a, b)];
}

/** Both pixels measured: z_1 is left, as in `docs/mathematics.md`. */
function together(denoiser: PixelDenoiser, { phi: [p, q], y, step, c, sigma, spread }: RestsAsked): Found[] {
  // z - D(z) = sigma^2 (z - r)/v with an r in [0, 1]: so t is bounded, and with it z_1.
  const ratio = (spread * spread) / (sigma * sigma);
  const room =
    ((1 + ratio) * step * Math.abs(p) * (Math.abs(p) + Math.abs(q) + Math.abs(y))) / (1 + ratio * c);
  const state = (z: number) => {
    const x = denoiser.apply(z);
    const t = (x - z) / (step * p);
    const other = (y + t - p * x) / q;
    return { x, t, other, z: other - step * q * t };
  };
  /** How fast t, x_2 and z_2 change with z_1 where D' is `slope`. */
  const along = (slope: number) => {
    const t = (slope - 1) / (step * p);
    const other = (t - p * slope) / q;
    return { other, z: other - step * q * t };
  };
  const value = (z: number) => {
    const now = state(z);
    return denoiser.apply(now.z) - now.other;
  };
  const slopes = (low: number, high: number): SlopeBounds => {
    const first = slopesOver(denoiser, low, high);
    const [down, up] = corners((slope) => along(slope).z, first);
    const from = state(low).z;
    const width = high - low;
    const second = slopesOver(denoiser, from + Math.min(0, down * width), from + Math.max(0, up * width));
    const m = (other: number) => corners((slope) => other * along(slope).z - along(slope).other, first);
    const [a, b] = [m(second[0]), m(second[1])];
    return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
  };
  const largest = 1 + Math.abs(y) + Math.abs(p) + Math.abs(q) + 1 / (step * Math.abs(p));
  const roots = certifiedRoots({
    from: -room - 1e-3,
    to: 1 + room + 1e-3,
    value,
    slopes,
    rounding: (ROUNDING * largest) / Math.min(1, Math.abs(q)),
  });
  return roots.map(({ at, isDegenerate }) => {
    const { x, other } = state(at);
    return { at: [x, other], isDegenerate };
  });
}

/** One pixel is measured; the other one rests where D leaves it. */
function alone(
  denoiser: PixelDenoiser,
  asked: RestsAsked,
  phi: number,
  at: (x: number, other: number) => Point,
): Found[] {
  const measured = restsOfOne(denoiser, asked, asked.c, asked.y / phi);
  const others = restsOfOne(denoiser, asked, 0, 0);
  return measured.flatMap((one) =>
    others.map((other) => ({
      at: at(one.at, other.at),
      isDegenerate: one.isDegenerate || other.isDegenerate,
    })),
  );
}

/** Where x = D(x - c (x - mean)) for one pixel. */
function restsOfOne(
  denoiser: PixelDenoiser,
  { sigma, spread }: Pick<RestsAsked, 'sigma' | 'spread'>,
  c: number,
  mean: number,
) {
  const ratio = (spread * spread) / (sigma * sigma);
  const room = ((1 + ratio) * c * (1 + Math.abs(mean))) / (1 + ratio * c);
  const roots = certifiedRoots({
    from: -room - 1e-3,
    to: 1 + room + 1e-3,
    value: (z) => (1 - c) * denoiser.apply(z) + c * mean - z,
    slopes: (low, high) => corners((slope) => (1 - c) * slope - 1, slopesOver(denoiser, low, high)),
    rounding: ROUNDING * (1 + c) * (1 + Math.abs(mean)),
  });
  return roots.map(({ at, isDegenerate }) => ({ at: denoiser.apply(at), isDegenerate }));
}

/** What there is to say of a rest point. */
function restAt(
  { denoiser, objective }: PixelModel,
  { phi: [p, q], y, step, c }: RestsAsked,
  { at, isDegenerate }: Found,
): RestPoint {
  const move = step * (p * at[0] + q * at[1] - y);
  const [d, e] = [denoiser.slope(at[0] - move * p), denoiser.slope(at[1] - move * q)];
  // DT is similar to a symmetric matrix: its eigenvalues are real.
  const trace = d * (1 - step * p * p) + e * (1 - step * q * q);
  const product = d * e * (1 - c);
  const root = Math.sqrt(Math.max(0, trace * trace - 4 * product));
  const [low, high] = [(trace - root) / 2, (trace + root) / 2];
  const largest = Math.max(-low, high);
  const index = isDegenerate ? 0 : (Math.sign((1 - low) * (1 - high)) as -1 | 0 | 1);
  return { at, largest, index, kind: kindOf(low, high, index), height: objective(at[0], at[1]) };
}

function kindOf(low: number, high: number, index: number): RestPoint['kind'] {
  if (index < 0) return 'saddle';
  if (low <= -1) return 'flipping';
  if (low > 1) return 'repelling';
  return high < 1 && index > 0 ? 'stable' : 'saddle';
}

/** What is known of a side before it moves. */
export function pixelSide(model: PixelModel, asked: RestsAsked): PixelSide {
  const { cap, largestSlope, crossing } = model.denoiser;
  const rate = largestSlope * Math.max(1, Math.abs(asked.c - 1));
  return {
    cap,
    largestSlope,
    crossing,
    guaranteedBelow: 1 + 1 / largestSlope,
    rate: rate < 1 ? rate : null,
    ...pixelRests(model, asked),
  };
}
