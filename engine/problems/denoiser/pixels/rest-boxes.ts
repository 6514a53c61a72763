import type { PixelDenoiser } from '../instance.ts';
import type { Point } from '../types.ts';

/** phi = (p, q) of length 1, as T depends on its direction only. */
export interface Unit {
  readonly p: number;
  readonly q: number;
  readonly y: number;
  readonly c: number;
}

/** A solution of z = D(z) - c (phi . D(z) - y) phi; if not proved, rounding hides how many. */
export interface RestBox {
  readonly z: Point;
  readonly isProved: boolean;
}

const ROUNDING = 1e-15;
/** Unproved boxes of this size are not split further. */
const SMALLEST = 1e-8;
/** A box that shrinks below this share is not split. */
const SHRINKS = 0.7;

type Pair = readonly [number, number];
type Bounds = readonly [low: number, high: number];
type Box = readonly [Bounds, Bounds];
/** 2 x 2, row by row. */
type Matrix = readonly [number, number, number, number];

const times = ([a, b, c, d]: Matrix, [x, y]: Pair): Pair => [a * x + b * y, c * x + d * y];
const sizes = ([a, b, c, d]: Matrix): Matrix => [Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d)];
const scaled = ([a, b, c, d]: Matrix, [x, y]: Pair): Matrix => [a * x, b * y, c * x, d * y];

/** Slopes fall with the distance from 1/2. */
function slopesOver({ slope, largestSlope }: PixelDenoiser, [low, high]: Bounds): Bounds {
  const [a, b] = [slope(low), slope(high)];
  return [Math.min(a, b), low <= 0.5 && high >= 0.5 ? largestSlope : Math.max(a, b)];
}

/**
 * Finds every such z within the bounds, unordered, a few twice. The derivatives of E(z) = z - D(z) + c (phi . D(z) - y) phi have exact
 * bounds on a box: drop boxes where E cannot be 0, shrink others (interval Newton), else split.
 */
export function restBoxes(denoiser: PixelDenoiser, { p, q, y, c }: Unit, bounds: Box): RestBox[] {
  // The Jacobian is I + bent diag(D').
  const bent: Matrix = [c * p * p - 1, c * p * q, c * p * q, c * q * q - 1];
  const found: RestBox[] = [];
  const boxes: Box[] = [bounds];
  for (let box = boxes.pop(); box; box = boxes.pop()) boxes.push(...searched(box));
  return found;

  function searched(box: Box): readonly Box[] {
    const seen = lookAt(box);
    if (!seen) return [];
    const { image, rounding, size, off } = seen;
    if (isWithin(image, box)) {
      found.push({ z: narrowed(image), isProved: true });
      return [];
    }
    const kept = common(box, image);
    // NaN if det is 0.
    if (kept.some(([low, high]) => low > high)) return [];
    const rest: Box = kept.every(([low, high]) => low <= high) ? kept : box;
    const widths = rest.map(([low, high]) => high - low) as [number, number];
    const widest = Math.max(...widths);
    const isBlurred = hidesMore(seen);
    if (isBlurred || widest <= SMALLEST * size) {
      // A solution on the border is proved in a larger box.
      const room = isBlurred ? 4 * Math.max(widest, ...rounding) : 4 * widest;
      const about = middleOf(rest).map((z): Bounds => [z - room, z + room]) as [Bounds, Bounds];
      const again = lookAt(about);
      const isProved = again !== null && isWithin(again.image, about);
      found.push({ z: isProved ? narrowed(again.image) : middleOf(rest), isProved });
      return [];
    }
    if (widths.every((width, i) => width < SHRINKS * (box[i]![1] - box[i]![0]))) return [rest];
    return cut(rest, off[0] * widths[0] - off[1] * widths[1] || widths[0] - widths[1]);
  }

  /** Narrows to the single solution, down to rounding. */
  function narrowed(box: Box): Pair {
    let now = box;
    for (;;) {
      const seen = lookAt(now);
      if (!seen || hidesMore(seen)) return middleOf(now);
      const next = common(now, seen.image);
      if (!next.some(([low, high], i) => high - low < 0.999 * (now[i]![1] - now[i]![0])))
        return middleOf(now);
      now = next;
    }
  }

  /** Returns null if the box has no solution. */
  function lookAt(box: Box) {
    const [z, w] = middleOf(box);
    const radius: Pair = [(box[0][1] - box[0][0]) / 2, (box[1][1] - box[1][0]) / 2];
    const [a, b] = [denoiser.apply(z), denoiser.apply(w)];
    const t = c * (p * a + q * b - y);
    const value: Pair = [z - a + t * p, w - b + t * q];
    const size = 1 + Math.abs(z) + Math.abs(w);
    const blur = ROUNDING * (size + c * Math.abs(y));

    const [first, second] = [slopesOver(denoiser, box[0]), slopesOver(denoiser, box[1])];
    /** Middle and half width of the slopes' bounds. */
    const slopes: Pair = [(first[0] + first[1]) / 2, (second[0] + second[1]) / 2];
    const off: Pair = [(first[1] - first[0]) / 2, (second[1] - second[0]) / 2];
    const jacobian = scaled(bent, slopes);
    const [k, l, m, n] = [jacobian[0] + 1, jacobian[1], jacobian[2], jacobian[3] + 1];
    const reach = times(sizes([k, l, m, n]), radius);
    const more = times(sizes(scaled(bent, off)), radius);
    if (Math.abs(value[0]) > reach[0] + more[0] + blur || Math.abs(value[1]) > reach[1] + more[1] + blur)
      return null;

    const det = k * n - l * m;
    const inverse: Matrix = [n / det, -l / det, -m / det, k / det];
    /** Deviation from Newton's step per unit of distance from the middle. */
    const left: Matrix = scaled(sizes(product(inverse, bent)), off);
    const newton = times(inverse, value);
    const [far, rounding] = [times(left, radius), times(sizes(inverse), [blur, blur])];
    /** Contains all solutions of the box. If within the box, exactly one exists: the step contracts the box into itself. */
    const image = [z - newton[0], w - newton[1]].map((to, i): Bounds => {
      const room = far[i]! + rounding[i]!;
      return [to - room, to + room];
    }) as [Bounds, Bounds];
    return { image, far, rounding, size, off };
  }
}

function hidesMore({ far, rounding }: { readonly far: Pair; readonly rounding: Pair }): boolean {
  return far[0] <= rounding[0] && far[1] <= rounding[1];
}

function common(one: Box, other: Box): [Bounds, Bounds] {
  return [0, 1].map(
    (i): Bounds => [Math.max(one[i]![0], other[i]![0]), Math.min(one[i]![1], other[i]![1])],
  ) as [Bounds, Bounds];
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner.every(([low, high], i) => low > outer[i]![0] && high < outer[i]![1]);
}

const product = ([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): Matrix => [
  a * e + b * g,
  a * f + b * h,
  c * e + d * g,
  c * f + d * h,
];

function middleOf([[a, b], [c, d]]: Box): Pair {
  return [(a + b) / 2, (c + d) / 2];
}

/** Halves across the first axis if `first` >= 0. */
function cut([one, two]: Box, first: number): readonly Box[] {
  const halves = ([low, high]: Bounds): readonly [Bounds, Bounds] => [
    [low, (low + high) / 2],
    [(low + high) / 2, high],
  ];
  return first >= 0 ? halves(one).map((half) => [half, two]) : halves(two).map((half) => [one, half]);
}
