/**
 * Map between the displayed weights (original units) and those that descent moves (scaled units). Both directions fill arrays of length d.
 */
export interface Scaling {
  /** True if both units agree. */
  readonly identity: boolean;
  /** Fills `scaled` from `original`; non-finite weights stay non-finite. */
  toScaled(scaled: Float64Array, original: Float64Array): void;
  /** Fills `original` from `scaled`, likewise. */
  toOriginal(original: Float64Array, scaled: Float64Array): void;
}

/**
 * Coordinates of the plane in which nearly parallel rows (calendar years next to ones, columns of very different size) are well separated:
 * A' = A M has nearly orthogonal columns of size 1, and a.w = a'.w' for w' = M^-1 w. M is a shear and powers of two, so that directions
 * keep their order and each number of A' is rounded once.
 *
 * As a `Scaling` its scaled units are the whitened ones, its original units those of the given rows.
 */
export interface Whitening extends Scaling {
  /** True if both units agree: rows already well separated, or parallel to rounding. */
  readonly identity: boolean;
  /** A', n x 2; the given rows themselves with `identity`. */
  readonly features: Float64Array;
  /** Fills w' from w, each rounded once; non-finite weights stay non-finite. */
  toScaled(own: Float64Array, w: Float64Array): void;
  /** Fills w from w', likewise. */
  toOriginal(w: Float64Array, own: Float64Array): void;
  /** Converts a gradient with respect to w' to one with respect to w, in place. */
  toOriginalGradient(gradient: Float64Array): void;
  /** Fills the gradient with respect to w' from the one with respect to w. */
  toScaledGradient(own: Float64Array, gradient: Float64Array): void;
  /** P = M^-1 M^-T as 11, 12, 22: a step -t g in w is a step -t P g' in w'. */
  readonly metric: readonly [number, number, number];
}

/** Rows are well separated if lambda_max/lambda_min of A^T A is at most 64; tr^2/det is then at most this. */
const WELL_APART = 65 ** 2 / 64;

/** Two columns are parallel up to rounding if subtracting a multiple of the other leaves less than this. */
const PARALLEL = 64 * 2 ** -53;

/**
 * Whitens n x 2 row-major features: removes the second column (of ones, if any) from the first, which centres it, and scales both.
 * Non-finite rows, or rows that are all parallel, stay unchanged. O(n). Source: docs/mathematics.md, section 5.3.
 */
export function whiten(features: Float64Array): Whitening {
  let [g11, g12, g22] = [0, 0, 0];
  for (let at = 0; at < features.length; at += 2) {
    const [x, y] = [features[at]!, features[at + 1]!];
    g11 += x * x;
    g12 += x * y;
    g22 += y * y;
  }
  const trace = g11 + g22;
  const isApart = trace * trace <= WELL_APART * (g11 * g22 - g12 * g12);
  if (isApart || !(g22 > 0) || !Number.isFinite(trace * trace)) return unwhitened(features);

  const ratio = g12 / g22;
  const own = new Float64Array(features.length);
  let rest = 0;
  for (let at = 0; at < own.length; at += 2) {
    own[at] = plusProduct(features[at]!, -ratio, features[at + 1]!);
    own[at + 1] = features[at + 1]!;
    rest += own[at]! * own[at]!;
  }
  if (!(rest > PARALLEL * PARALLEL * g11)) return unwhitened(features);

  const n = features.length / 2;
  const first = powerOfTwo(Math.sqrt(rest / n));
  const second = powerOfTwo(Math.sqrt(g22 / n));
  for (let at = 0; at < own.length; at += 2) {
    own[at] = own[at]! / first;
    own[at + 1] = own[at + 1]! / second;
  }
  return {
    identity: false,
    features: own,
    toScaled(scaled, w) {
      const w1 = w[0]!;
      scaled[1] = second * plusProduct(w[1]!, ratio, w1);
      scaled[0] = first * w1;
    },
    toOriginal(w, scaled) {
      const w1 = scaled[0]! / first;
      w[1] = plusProduct(scaled[1]! / second, -ratio, w1);
      w[0] = w1;
    },
    toOriginalGradient(gradient) {
      const g2 = second * gradient[1]!;
      gradient[0] = first * gradient[0]! + ratio * g2;
      gradient[1] = g2;
    },
    toScaledGradient(scaled, gradient) {
      scaled[0] = plusProduct(gradient[0]!, -ratio, gradient[1]!) / first;
      scaled[1] = gradient[1]! / second;
    },
    metric: [first * first, ratio * first * second, (1 + ratio * ratio) * second * second],
  };
}

export function unwhitened(features: Float64Array): Whitening {
  return {
    identity: true,
    features,
    toScaled: (own, w) => own.set(w),
    toOriginal: (w, own) => w.set(own),
    toOriginalGradient: () => undefined,
    toScaledGradient: (own, gradient) => own.set(gradient),
    metric: [1, 0, 1],
  };
}

/** Returns a + b c, rounded nearly once (Dekker's product and Knuth's sum); |b| and |c| below 1e290. */
function plusProduct(a: number, b: number, c: number): number {
  const product = b * c;
  const sum = a + product;
  const ofProduct = sum - a;
  return sum + (a - (sum - ofProduct) + (product - ofProduct) + lostOf(b, c));
}

/** Returns the rounding error of the product b c (Dekker); |b| and |c| below 1e290. */
export function lostOf(b: number, c: number): number {
  const [b1, c1] = [leading(b), leading(c)];
  const [b2, c2] = [b - b1, c - c1];
  return b2 * c2 - (b * c - b1 * c1 - b2 * c1 - b1 * c2);
}

/** Returns the leading 26 bits (Veltkamp). */
function leading(value: number): number {
  const far = value * (2 ** 27 + 1);
  return far - (far - value);
}

/** Returns the largest power of two not above a positive, finite size. */
function powerOfTwo(size: number): number {
  let power = 1;
  while (power > size) power /= 2;
  while (2 * power <= size) power *= 2;
  return power;
}
