import type { Landscape } from '../contract.ts';
import { dot, norm } from '../kernels/vector.ts';
import { CRITERIA } from '../run/status.ts';

/** Completes a network's regularised loss to a landscape: never negative, no planar form, no memory. */
export function networkLandscape(
  own: Pick<
    Landscape,
    'dimension' | 'samples' | 'loss' | 'evaluate' | 'batchGradient' | 'curvature' | 'isDead'
  >,
): Landscape {
  const landscape: Landscape = {
    ...own,
    nonNegative: true,
    unbounded: false,
    runsOff: () => false,
    planar: () => null,
    follow: () => landscape,
  };
  return landscape;
}

/** Adds the outer square of a Jacobian row to the upper triangle of the first `trained` weights. */
export function addSquare(matrix: Float64Array, jacobian: Float64Array, trained: number): void {
  const dimension = jacobian.length;
  for (let p = 0; p < trained; p++) {
    const factor = jacobian[p]!;
    if (factor === 0) continue;
    for (let q = p, at = p * dimension + p; q < trained; q++, at++)
      matrix[at] = matrix[at]! + factor * jacobian[q]!;
  }
}

/** Divides the upper triangle by n, adds beta to its diagonal and mirrors it; weights from `trained` on stay as they are. */
export function finishCurvature(
  matrix: Float64Array,
  dimension: number,
  trained: number,
  n: number,
  beta: number,
): void {
  for (let p = 0; p < trained; p++)
    for (let q = p; q < trained; q++) {
      const value = matrix[p * dimension + q]! / n + (p === q ? beta : 0);
      matrix[p * dimension + q] = value;
      matrix[q * dimension + p] = value;
    }
}

/** Returns a test: true if no row (n x d, row-major) activates the weights by more than rounding; zeros are inactive. */
export function createInactiveTest(features: Float64Array, n: number, d: number) {
  const rowOf = (i: number) => features.subarray(i * d, i * d + d);
  let longest = 0;
  for (let i = 0; i < n; i++) longest = Math.max(longest, norm(rowOf(i)));
  return (w: Float64Array): boolean => {
    const level = CRITERIA.activation * longest * norm(w);
    for (let i = 0; i < n; i++) if (!(dot(w, rowOf(i)) <= level)) return false;
    return true;
  };
}
