/** The circle of directions in pixels: its centre stands for eta = 0, the circle of radius beta for eta/n = beta. */
export interface Circle {
  readonly cx: number;
  readonly cy: number;
  /** Radii of the outermost mark and of beta. */
  readonly rim: number;
  readonly beta: number;
}

/** Where beta and the unit of weights stand on the way from the centre, and from beta, to the rim. */
const BETA = 0.58;
export const UNIT = 0.72;

/** The circle in a panel of this size, whose lower `foot` pixels are taken. */
export function circleIn(width: number, height: number, scale: number, foot = 0): Circle {
  const room = Math.max(0, height - foot);
  const rim = Math.max(1, Math.min(width, room) / 2 - 16 * scale);
  return { cx: width / 2, cy: room / 2, rim, beta: BETA * rim };
}

/** Odd and increasing: linear up to 1, where it is `knee`, with the same slope there; tends to 1. */
function compress(t: number, knee: number): number {
  return t <= 1 ? knee * t : 1 - (1 - knee) / (1 + (knee / (1 - knee)) * (t - 1));
}

/** The radius of eta/n, as so many times beta: true to scale up to beta, compressed beyond it. */
export const radiusOfShare = ({ rim }: Circle, share: number): number => rim * compress(share, BETA);

/** The radius of a weight: outwards from beta; `unit` stands at UNIT of the way to the rim. */
export const radiusOfWeight = ({ rim, beta }: Circle, weight: number, unit: number): number =>
  beta + (rim - beta) * compress(weight / unit, UNIT);

/** The pixel of a direction, which need not be of unit length, at a radius; not finite where the direction is zero. */
export function pixelOf(circle: Circle, x: number, y: number, radius: number): [number, number] {
  const length = Math.hypot(x, y);
  return [circle.cx + (radius * x) / length, circle.cy - (radius * y) / length];
}

/** An arc counter-clockwise as a polyline, `radius` at each angle. */
export function arcOf(circle: Circle, from: number, to: number, radius: (angle: number) => number): number[] {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 0.02));
  return Array.from({ length: steps + 1 }, (_, k) => {
    const angle = from + ((to - from) * k) / steps;
    return pixelOf(circle, Math.cos(angle), Math.sin(angle), radius(angle));
  }).flat();
}
