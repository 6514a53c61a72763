/** Circle in pixels: centre at eta = 0, radius `beta` at eta/n = beta. */
export interface Circle {
  readonly cx: number;
  readonly cy: number;
  readonly rim: number;
  readonly beta: number;
}

/** Radius of beta over `rim`; place of the unit weight between both. */
const BETA = 0.58;
export const UNIT = 0.72;

/** Leaves the panel's lower `foot` pixels free. */
export function circleIn(width: number, height: number, scale: number, foot = 0): Circle {
  const room = Math.max(0, height - foot);
  const rim = Math.max(1, Math.min(width, room) / 2 - 16 * scale);
  return { cx: width / 2, cy: room / 2, rim, beta: BETA * rim };
}

/** Compresses t >= 0 to [0, 1): linear up to `knee` at t = 1, with a continuous slope. */
function compress(t: number, knee: number): number {
  return t <= 1 ? knee * t : 1 - (1 - knee) / (1 + (knee / (1 - knee)) * (t - 1));
}

/** Returns the radius of eta/n in multiples of beta, compressed beyond 1. */
export const radiusOfShare = ({ rim }: Circle, share: number): number => rim * compress(share, BETA);

/** Returns the radius of a weight, outwards from beta. */
export const radiusOfWeight = ({ rim, beta }: Circle, weight: number, unit: number): number =>
  beta + (rim - beta) * compress(weight / unit, UNIT);

/** Returns a direction's pixel at a radius; not finite for direction 0. */
export function pixelOf(circle: Circle, x: number, y: number, radius: number): [number, number] {
  const length = Math.hypot(x, y);
  return [circle.cx + (radius * x) / length, circle.cy - (radius * y) / length];
}

/** Returns a counter-clockwise arc, flat. */
export function arcOf(circle: Circle, from: number, to: number, radius: (angle: number) => number): number[] {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 0.02));
  return Array.from({ length: steps + 1 }, (_, k) => {
    const angle = from + ((to - from) * k) / steps;
    return pixelOf(circle, Math.cos(angle), Math.sin(angle), radius(angle));
  }).flat();
}
