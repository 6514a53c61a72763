import atan2 from '@stdlib/math-base-special-atan2';
import type { Scaling } from '../kernels/whitening.ts';
import type { Arrangement } from './arrangement.ts';

/** A point, or a unit direction. */
export type Point = readonly [number, number];

/** Directions of a sector, counter-clockwise between unit rays; a full turn has from = to. */
export interface DirectionArc {
  readonly from: Point;
  readonly to: Point;
  /** In [0, 2 pi). */
  readonly fromAngle: number;
  /** At least `fromAngle`; may exceed 2 pi. */
  readonly toAngle: number;
}

export const TURN = 2 * Math.PI;

/** Converts rays from their own units (here: scaled) to original units. */
export function createOriginalRays({ rays, directions }: Arrangement, scaling: Scaling) {
  const scaled = new Float64Array(2);
  const original = new Float64Array(2);

  function convert(x: number, y: number): void {
    scaled[0] = x;
    scaled[1] = y;
    scaling.toOriginal(original, scaled);
  }

  const toDirection = (x: number, y: number): Point => {
    convert(x, y);
    return normalised(original[0]!, original[1]!);
  };

  return {
    after: (sector: number) => (sector + 1 === rays ? 0 : sector + 1),
    before: (ray: number) => (ray === 0 ? rays : ray) - 1,
    /** Scaled units. */
    unit: (ray: number) => normalised(directions[2 * ray]!, directions[2 * ray + 1]!),
    toPoint(x: number, y: number): Point {
      convert(x, y);
      return [original[0]! + 0, original[1]! + 0];
    },
    /** Converts a direction to a unit vector in original units. */
    toDirection,
    toArc([fromX, fromY]: Point, [toX, toY]: Point): DirectionArc {
      const from = toDirection(fromX, fromY);
      const to = toDirection(toX, toY);
      const fromAngle = angleOf(from);
      const toAngle = angleOf(to);
      // A sector spans at most pi: a smaller negative difference is rounding.
      const isBehind = fromAngle - toAngle > 1;
      return { from, to, fromAngle, toAngle: isBehind ? toAngle + TURN : Math.max(fromAngle, toAngle) };
    },
    /** Returns the angle in [0, pi], in original units, between a ray and a direction. Allocates nothing. */
    opening(ray: number, x: number, y: number): number {
      convert(directions[2 * ray]!, directions[2 * ray + 1]!);
      const u1 = original[0]!;
      const u2 = original[1]!;
      convert(x, y);
      return Math.abs(atan2(u1 * original[1]! - u2 * original[0]!, u1 * original[0]! + u2 * original[1]!));
    },
  };
}

export type OriginalRays = ReturnType<typeof createOriginalRays>;

function normalised(x: number, y: number): Point {
  const length = Math.sqrt(x * x + y * y);
  return [x / length + 0, y / length + 0];
}

/** In [0, 2 pi). */
function angleOf([x, y]: Point): number {
  const angle = atan2(y, x);
  const turned = angle < 0 ? angle + TURN : angle;
  return turned < TURN ? turned : 0;
}
