import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import type { Vector } from '../../../contract.ts';
import type { Play } from '../rules.ts';
import type { Ellipse } from '../types.ts';
import { roundMatrix, verdictOf } from './map.ts';

/** -trace from which R is -I up to rounding. */
const HALF_TURN = 2 - 1e-9;

/**
 * Returns the ellipse through the start that a round leaves invariant: for R = [[A, B], [C, D]] with det R = 1 and |trace R| < 2, C v_1^2 +
 * (D - A) v_1 v_2 - B v_2^2 (docs/mathematics.md, section 14.1). Null without a cycle, at the saddle, for jumps between two points, for
 * `best`, and for `optimistic`, which only converges to an ellipse without a formula in (w, d).
 */
export function invariantEllipse(play: Play, x: number, start: readonly [number, number]): Ellipse | null {
  if (play.rule === 'optimistic' || verdictOf(play) !== 'cycles') return null;
  const [A, B, C, D] = roundMatrix(play) as unknown as readonly [number, number, number, number];
  if (!(A + D > -HALF_TURN && 4 * -C * B > (A - D) * (A - D))) return null;
  const sign = C < 0 ? 1 : -1;
  const [a, b, c] = [sign * -C, sign * (A - D), sign * B];
  const [e, d] = [start[0] - x, start[1]];
  const level = a * e * e + b * e * d + c * d * d;
  return level > 0 ? { a, b, c, level } : null;
}

/** Returns `count` points and the first again, as w, d in turn. */
export function ellipsePoints({ a, b, c, level }: Ellipse, x: number, count: number): Vector {
  const points = new Float64Array(2 * count + 2);
  // a (e + b d/(2a))^2 + (c - b^2/(4a)) d^2 = level
  const [along, up] = [Math.sqrt(level / a), Math.sqrt(level / (c - (b * b) / (4 * a)))];
  for (let k = 0; k <= count; k++) {
    const angle = (2 * Math.PI * (k % count)) / count;
    const d = up * sin(angle);
    points[2 * k] = x + along * cos(angle) - (b * d) / (2 * a);
    points[2 * k + 1] = d;
  }
  return points;
}
