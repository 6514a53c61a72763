import type { PixelDenoiser, PixelModel } from '../instance.ts';
import type { PixelSide, PixelsInfo, Point, RestPoint } from '../types.ts';
import { hullRests, onlyRest } from './hull-rests.ts';
import { type RestBox, restBoxes, type Unit } from './rest-boxes.ts';

/** Distance of equal points with one index, and of points that merge into a degenerate one. */
const [SAME, HIDDEN] = [1e-9, 1e-4];
const MARGIN = 1e-3;

export type RestsAsked = Pick<PixelsInfo, 'phi' | 'y' | 'step' | 'c' | 'sigma' | 'spread'>;

/** Finds all, or their segment under a cap of 1 (docs/mathematics.md, section 17.3). */
export function pixelRests(
  model: PixelModel,
  asked: RestsAsked,
): Pick<PixelSide, 'rests' | 'segment' | 'box'> {
  const { denoiser } = model;
  const { phi, c } = asked;
  const size = Math.sqrt(phi[0] * phi[0] + phi[1] * phi[1]);
  const unit: Unit = { p: phi[0] / size, q: phi[1] / size, y: asked.y / size, c };
  if (denoiser.cap === 1) {
    const { box, ends } = hullRests(denoiser, unit);
    if (ends.length === 2) return { rests: null, segment: [ends[0]!, ends[1]!], box };
    return { rests: [restAt(model, asked, { at: ends[0]!, isProved: true })], segment: null, box };
  }
  if (denoiser.largestSlope < 1) {
    const only = polished(denoiser, unit, { z: onlyRest(denoiser, unit), isProved: true });
    return { rests: [restAt(model, asked, only)], segment: null, box: null };
  }
  const found = restBoxes(denoiser, unit, [boundsOf(asked, unit, unit.p), boundsOf(asked, unit, unit.q)]);
  const rests = found.map((one) => restAt(model, asked, polished(denoiser, unit, one)));
  return { rests: merged(rests), segment: null, box: null };
}

/** Merges duplicates of adjacent boxes, and all within a degenerate point; left to right. */
function merged(rests: readonly RestPoint[]): RestPoint[] {
  const kept: RestPoint[] = [];
  const isNear = (one: RestPoint, other: RestPoint) => {
    const far = Math.max(Math.abs(one.at[0] - other.at[0]), Math.abs(one.at[1] - other.at[1]));
    return other.index === 0 ? far <= HIDDEN : one.index === other.index && far <= SAME;
  };
  for (const one of [...rests].sort((a, b) => Math.abs(a.index) - Math.abs(b.index)))
    if (!kept.some((other) => isNear(one, other))) kept.push(one);
  return kept.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
}

/**
 * Bounds z_i: z - D(z) = sigma^2 (z - r)/v for an r in [0, 1], hence z_i = r_i - (v/sigma^2) c phi_i t and t (1 + c s^2/sigma^2) = phi . r
 * - y for t = phi . x - y.
 */
function boundsOf(
  { sigma, spread }: Pick<RestsAsked, 'sigma' | 'spread'>,
  { p, q, y, c }: Unit,
  component: number,
): readonly [number, number] {
  const ratio = (spread * spread) / (sigma * sigma);
  const most = Math.abs(component) * (Math.abs(p) + Math.abs(q) + Math.abs(y));
  const room = ((1 + ratio) * c * most) / (1 + ratio * c) + MARGIN;
  return [-room, 1 + 1.1 * room];
}

interface Found {
  readonly at: Point;
  readonly isProved: boolean;
}

/** Returns |x - T(x)| and Newton's step. */
function offsetAt({ apply, slope }: PixelDenoiser, { p, q, y, c }: Unit, [a, b]: Point) {
  const move = c * (p * a + q * b - y);
  const [z, w] = [a - move * p, b - move * q];
  const [d, e] = [slope(z), slope(w)];
  const [dx, dy] = [a - apply(z), b - apply(w)];
  // I - DT, row by row.
  const [k, l, m, n] = [1 - d * (1 - c * p * p), d * c * p * q, e * c * p * q, 1 - e * (1 - c * q * q)];
  const det = k * n - l * m;
  return { size: Math.abs(dx) + Math.abs(dy), step: [(n * dx - l * dy) / det, (k * dy - m * dx) / det] };
}

/** Takes Newton's steps while they help. */
function polished(denoiser: PixelDenoiser, unit: Unit, { z, isProved }: RestBox): Found {
  let at: Point = [denoiser.apply(z[0]), denoiser.apply(z[1])];
  let now = offsetAt(denoiser, unit, at);
  while (isProved) {
    const next: Point = [at[0] - now.step[0]!, at[1] - now.step[1]!];
    const then = offsetAt(denoiser, unit, next);
    if (!(then.size < now.size)) break;
    [at, now] = [next, then];
  }
  return { at, isProved };
}

function restAt(
  { denoiser, objective }: PixelModel,
  { phi: [p, q], y, step, c }: RestsAsked,
  { at, isProved }: Found,
): RestPoint {
  const move = step * (p * at[0] + q * at[1] - y);
  const [d, e] = [denoiser.slope(at[0] - move * p), denoiser.slope(at[1] - move * q)];
  // DT is similar to a symmetric matrix: its eigenvalues are real.
  const [a, b] = [d * (1 - step * p * p), e * (1 - step * q * q)];
  const mixed = step * p * q;
  const root = Math.sqrt((a - b) * (a - b) + 4 * d * e * mixed * mixed);
  const [low, high] = [(a + b - root) / 2, (a + b + root) / 2];
  const largest = Math.max(-low, high);
  // F is strictly convex.
  const sign = denoiser.largestSlope < 1 ? 1 : Math.sign(1 - a - b + d * e * (1 - c));
  const index = isProved ? (sign as -1 | 0 | 1) : 0;
  // Convex F: a degenerate point is a minimum too.
  const kind = index === 0 && denoiser.largestSlope <= 1 ? 'stable' : kindOf(low, high, index);
  return { at, largest, index, kind, height: objective(at[0], at[1]) };
}

function kindOf(low: number, high: number, index: number): RestPoint['kind'] {
  if (index < 0) return 'saddle';
  if (low <= -1) return 'flipping';
  if (low > 1) return 'repelling';
  return high < 1 && index > 0 ? 'stable' : 'saddle';
}

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
