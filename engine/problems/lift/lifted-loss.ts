import type { Landscape } from '../../contract.ts';

/**
 * Builds the convex program of two layers for one datum x = 1: 1/2 (v - w - y)^2 + beta (v + w) over v, w >= 0, else Infinity. v and w are
 * ||v_i|| and ||u_i|| of neurons with positive and negative output weight. The gradient is projected (`Landscape.project`). The Hessian is
 * that of the active edge or corner, 1 along blocked directions, so a Newton step lands on the edge's minimum. Source: docs/mathematics.md,
 * section 8.
 */
export function createLiftedLoss(y: number, beta: number): Landscape {
  function loss(p: Float64Array): number {
    const [v, w] = [p[0]!, p[1]!];
    if (!(v >= 0 && w >= 0)) return Number.POSITIVE_INFINITY;
    const residual = v - w - y;
    return (residual * residual) / 2 + beta * (v + w);
  }

  function evaluate(gradient: Float64Array, p: Float64Array): number {
    const residual = p[0]! - p[1]! - y;
    gradient[0] = residual + beta;
    gradient[1] = beta - residual;
    for (let k = 0; k < 2; k++) if (p[k]! <= 0 && gradient[k]! > 0) gradient[k] = 0;
    return loss(p);
  }

  const slope = new Float64Array(2);
  const landscape: Landscape = {
    dimension: 2,
    samples: 1,
    nonNegative: true,
    unbounded: false,
    loss,
    evaluate,
    batchGradient: (gradient, p) => void evaluate(gradient, p),
    curvature(matrix, p) {
      evaluate(slope, p);
      const isFree = (k: number) => p[k]! > 0 || slope[k]! < 0;
      matrix[0] = 1;
      matrix[3] = 1;
      matrix[1] = isFree(0) && isFree(1) ? -1 : 0;
      matrix[2] = matrix[1]!;
    },
    // Nothing dies: at (0, 0) the gradient still descends if it can.
    isDead: () => false,
    runsOff: () => false,
    planar: () => null,
    follow: () => landscape,
    project(p) {
      for (let k = 0; k < 2; k++) p[k] = Math.max(0, p[k]!);
    },
  };
  return landscape;
}
