import type { Vector } from '../../../contract.ts';
import type { CornerEdges } from '../types.ts';
import { triangleRelaxation } from './relaxation.ts';

/** Points of an edge, its two ends included. */
export const EDGE_POINTS = 41;

/** Returns the edges of the dearest corner of E = x'Qx (3 x 3 row-major) under a penalty `lambda` >= 0. */
export function cornerEdges(quadratic: Vector, lambda: number): CornerEdges {
  const { cost, penalty } = triangleRelaxation(quadratic);
  let corner = 0;
  for (const k of [1, 2]) if (quadratic[4 * k]! > quadratic[4 * corner]!) corner = k;
  const others = [(corner + 1) % 3, (corner + 2) % 3] as const;
  const [x, gradient] = [new Float64Array(3), new Float64Array(3)];
  const along = (other: number) =>
    Float64Array.from({ length: EDGE_POINTS }, (_, i) => {
      const share = i / (EDGE_POINTS - 1);
      x.fill(0);
      x[corner] = 1 - share;
      x[other] = share;
      return cost(gradient, x) + lambda * penalty(x);
    });
  return { corner, others, values: [along(others[0]), along(others[1])] };
}
