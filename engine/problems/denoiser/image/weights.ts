import type { Vector } from '../../../contract.ts';
import { IMAGE_PIXELS, IMAGE_SIDE as N } from '../names.ts';
import type { BrokenLaw, Certificate } from '../types.ts';
import { toFrequencies } from './fft-image.ts';

/** Channels of the net, and filters of `ridge`. */
export const CHANNELS = 16;
/** 5x5. */
export const FILTER_TAPS = 25;
/** Number and width of each phi_j's pieces. */
export const PIECES = 24;
export const KNOT = 0.02;

/** Numbers of both learned denoisers (docs/mathematics.md, section 17.4). */
export interface Weights {
  /** Kernels and offsets: W1[out][tap], b1, W2[out][in][tap], b2, W3[in][tap], b3; tap = 3a + b. */
  readonly net: readonly [w1: Vector, b1: Vector, w2: Vector, b2: Vector, w3: Vector, b3: Vector];
  readonly ridge: {
    /** filters[j][5a + b]. */
    readonly filters: Vector;
    /** slopes[j][q], of phi_j on [.02 (q - 12), .02 (q - 11)); the outer pieces extend outwards. */
    readonly slopes: Vector;
  };
}

const NET_LENGTHS = [9 * CHANNELS, CHANNELS, 9 * CHANNELS * CHANNELS, CHANNELS, 9 * CHANNELS, 1];

/** Returns one line if the weights are wrong. */
export function readWeights(json: unknown): Weights | string {
  if (!isObject(json)) return 'weights: expected net and ridge; got another JSON value';
  const { net, ridge } = json;
  if (!Array.isArray(net) || net.length !== NET_LENGTHS.length)
    return `weights.net: expected ${NET_LENGTHS.length} lists; got ${shown(Array.isArray(net) ? net.length : net)}`;
  if (!isObject(ridge)) return `weights.ridge: expected W and S; got ${shown(ridge)}`;
  const lists = [
    ...NET_LENGTHS.map((length, i) => numbersOf(net[i], `weights.net[${i}]`, length)),
    numbersOf(ridge.W, 'weights.ridge.W', CHANNELS * FILTER_TAPS),
    numbersOf(ridge.S, 'weights.ridge.S', CHANNELS * PIECES),
  ];
  const wrong = lists.find((list) => typeof list === 'string');
  if (wrong !== undefined) return wrong;
  const [w1, b1, w2, b2, w3, b3, filters, slopes] = lists as Vector[];
  return { net: [w1!, b1!, w2!, b2!, w3!, b3!], ridge: { filters: filters!, slopes: slopes! } };
}

/** Returns one line if the list is wrong. */
export function numbersOf(list: unknown, where: string, count: number): Vector | string {
  const expected = `${where}: expected ${count} finite numbers`;
  if (!Array.isArray(list)) return `${expected}; got ${shown(list)}`;
  if (list.length !== count) return `${expected}; got ${list.length}`;
  const at = list.findIndex((value) => typeof value !== 'number' || !Number.isFinite(value));
  return at < 0 ? Float64Array.from(list as number[]) : `${expected}; got ${shown(list[at])}`;
}

export const shown = (value: unknown) =>
  String(typeof value === 'number' ? value : JSON.stringify(value)).slice(0, 40);

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Certifies `ridge` on 32 x 32 pixels: with G(k) <= 1 and slopes in [0, 1] its Jacobian I - W' diag(phi') W is symmetric, between 0 and I -
 * (least slope) W'W.
 */
export function certify({ ridge: { filters, slopes } }: Weights): Certificate {
  const gains = new Float64Array(IMAGE_PIXELS);
  const [re, im] = [new Float64Array(IMAGE_PIXELS), new Float64Array(IMAGE_PIXELS)];
  for (let j = 0; j < CHANNELS; j++) {
    re.fill(0);
    for (let tap = 0; tap < FILTER_TAPS; tap++)
      re[N * Math.floor(tap / 5) + (tap % 5)] = filters[FILTER_TAPS * j + tap]!;
    toFrequencies(re, im, re);
    // Undo the unitary scaling.
    for (let k = 0; k < IMAGE_PIXELS; k++) gains[k] = gains[k]! + N * N * (re[k]! * re[k]! + im[k]! * im[k]!);
  }
  const most = (list: Vector) => list.reduce((a, b) => Math.max(a, b));
  const least = (list: Vector) => list.reduce((a, b) => Math.min(a, b));
  const largestGain = most(gains);
  const range = [least(slopes), most(slopes)] as const;
  const broken: BrokenLaw[] = [];
  // Negated, so that NaN breaks them too.
  if (!(largestGain <= 1)) broken.push({ law: 'gain', found: largestGain, bound: 1 });
  if (!(range[0] >= 0)) broken.push({ law: 'least-slope', found: range[0], bound: 0 });
  if (!(range[1] <= 1)) broken.push({ law: 'most-slope', found: range[1], bound: 1 });
  return { gains, largestGain, smallestGain: least(gains), slopes: range, broken };
}

/** Returns max_k |1 - c M(k)| sqrt(1 - eps G(k)), eps the least slope. Null if not below 1, if eps is 0 or if a law is broken. */
export function contractionRate(
  { gains, slopes: [least], broken }: Certificate,
  mask: Uint8Array,
  c: number,
): number | null {
  if (broken.length > 0 || least === 0) return null;
  let rate = 0;
  for (let k = 0; k < IMAGE_PIXELS; k++)
    rate = Math.max(rate, Math.abs(1 - c * mask[k]!) * Math.sqrt(1 - least * gains[k]!));
  return rate < 1 ? rate : null;
}
