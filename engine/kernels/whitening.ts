/**
 * The map between the weights that people see (original units) and those that descent moves (scaled units).
 * Both directions take and fill arrays of length d.
 */
export interface Scaling {
  /** Whether both are the same. */
  readonly identity: boolean;
  /** Fills `scaled` from `original`; non-finite weights stay non-finite. */
  toScaled(scaled: Float64Array, original: Float64Array): void;
  /** Fills `original` from `scaled`, likewise. */
  toOriginal(original: Float64Array, scaled: Float64Array): void;
}

/**
 * Coordinates of the plane in which rows that are nearly parallel (calendar years beside ones, columns of very different size)
 * are well apart: A' = A M has columns that are nearly orthogonal and of size 1, and a.w = a'.w' for w' = M^-1 w. M is a
 * shear and powers of two, so that directions keep their order and each number of A' is rounded once.
 *
 * It is a `Scaling`: the whitened units are the scaled ones, those of the given rows the original ones.
 */
export interface Whitening extends Scaling {
  /** Whether both units are the same: where the rows are well apart as they are, and where they are parallel to rounding. */
  readonly identity: boolean;
  /** A', n x 2; the given rows themselves with `identity`. */
  readonly features: Float64Array;
  /** Fills w' from w, each rounded once; weights that are not finite stay so. */
  toScaled(own: Float64Array, w: Float64Array): void;
  /** Fills w from w', likewise. */
  toOriginal(w: Float64Array, own: Float64Array): void;
  /** Turns a gradient with respect to w' into the one with respect to w, in place. */
  toOriginalGradient(gradient: Float64Array): void;
  /** Fills a gradient with respect to w' from the one with respect to w. */
  toScaledGradient(own: Float64Array, gradient: Float64Array): void;
  /** P = M^-1 M^-T as 11, 12, 22: a step of -t g in w is one of -t P g' in w'. */
  readonly metric: readonly [number, number, number];
}

/** Rows count as well apart where lambda_max/lambda_min of A^T A is at most 64: tr^2/det is then at most this. */
const WELL_APART = 65 ** 2 / 64;

/** A column that a multiple of the other leaves less than this of is parallel to it, up to rounding. */
const PARALLEL = 64 * 2 ** -53;

/**
 * The whitening of n x 2 row-major features: the second column (that of ones, where there is one) is taken out of the first, which
 * centres it, and both are scaled. Rows that are not finite, or that all are parallel, are left as they are. O(n).
 * Source: docs/mathematics.md, section 5.3.
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

/** Rows that are left as they are. */
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

/** a + b c, rounded nearly once (Dekker's product and Knuth's sum); |b| and |c| below 1e290. */
function plusProduct(a: number, b: number, c: number): number {
  const product = b * c;
  const sum = a + product;
  const ofProduct = sum - a;
  return sum + (a - (sum - ofProduct) + (product - ofProduct) + lostOf(b, c));
}

/** What the product b c loses by being rounded (Dekker); |b| and |c| below 1e290. */
export function lostOf(b: number, c: number): number {
  const [b1, c1] = [leading(b), leading(c)];
  const [b2, c2] = [b - b1, c - c1];
  return b2 * c2 - (b * c - b1 * c1 - b2 * c1 - b1 * c2);
}

/** The leading 26 bits (Veltkamp). */
function leading(value: number): number {
  const far = value * (2 ** 27 + 1);
  return far - (far - value);
}

/** The largest power of two that is not above a positive, finite size. */
function powerOfTwo(size: number): number {
  let power = 1;
  while (power > size) power /= 2;
  while (2 * power <= size) power *= 2;
  return power;
}
