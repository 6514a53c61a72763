/** Neurons as directions; not drawn if not finite. */
export interface CircleNeurons {
  /** Angles of first-layer weights in radians, counter-clockwise from the features' first column. */
  readonly angles: ArrayLike<number>;
  /** |alpha| ||w|| with alpha's sign (a block's ||v|| with its sign). Zero is padding: not drawn. */
  readonly strengths: ArrayLike<number>;
}

/** Shares of the way from base circle to rim: the band's edge, the unit of strength. */
export const BAND = 0.45;
export const UNIT = 0.78;

export const TURN = 2 * Math.PI;

export interface Circle {
  readonly cx: number;
  readonly cy: number;
  /** Radii in pixels: rim, zero, difference. */
  readonly rim: number;
  readonly base: number;
  readonly room: number;
}

export function circleIn(width: number, height: number, scale: number): Circle {
  const rim = Math.max(1, Math.min(width, height) / 2 - 20 * scale);
  return { cx: width / 2, cy: height / 2, rim, base: 0.55 * rim, room: 0.45 * rim };
}

/** Odd and increasing: linear up to |t| = 1, where it is `knee`, with continuous slope; tends to 1. */
function compress(t: number, knee: number): number {
  const size = Math.abs(t);
  if (size <= 1) return knee * t;
  return Math.sign(t) * (1 - (1 - knee) / (1 + (knee / (1 - knee)) * (size - 1)));
}

export function radiusOfValue({ base, room }: Circle, value: number, beta: number): number {
  return base + room * compress(value / beta, BAND);
}

export function radiusOfStrength({ base, room }: Circle, strength: number, unit: number): number {
  return base + room * compress(Math.sign(strength) * Math.sqrt(Math.abs(strength) / unit), UNIT);
}

export function pixelAt({ cx, cy }: Circle, angle: number, radius: number): [x: number, y: number] {
  return [cx + radius * Math.cos(angle), cy - radius * Math.sin(angle)];
}

/** Returns all neurons' flat pixels; not finite for those not drawn. */
export function pixelsOf(
  circle: Circle,
  { angles, strengths }: CircleNeurons,
  unit: number,
): Float64Array<ArrayBuffer> {
  const pixels = new Float64Array(2 * angles.length);
  for (let j = 0; j < angles.length; j++) {
    const [angle, strength] = [angles[j]!, strengths[j]!];
    const radius = strength === 0 ? Number.NaN : radiusOfStrength(circle, strength, unit);
    pixels.set(pixelAt(circle, angle, radius), 2 * j);
  }
  return pixels;
}

export function arc(circle: Circle, radius: number, from: number, to: number): number[] {
  const steps = Math.max(2, Math.ceil((Math.abs(to - from) * radius) / 4));
  const pixelOf = (k: number) => pixelAt(circle, from + ((to - from) * k) / steps, radius);
  return Array.from({ length: steps + 1 }, (_, k) => pixelOf(k)).flat();
}

/** Returns the largest finite size, 1 if all are zero. */
export function largest(lists: readonly (ArrayLike<number> | null | undefined)[]): number {
  let most = 0;
  for (const list of lists)
    for (let k = 0; k < (list?.length ?? 0); k++) {
      const size = Math.abs(list![k]!);
      if (size > most && size < Number.POSITIVE_INFINITY) most = size;
    }
  return most || 1;
}
