import type { Landscape } from '../../contract.ts';

/**
 * The convex program of two layers for one datum x = 1 with label y,
 *   1/2 (v - w - y)^2 + beta (v + w)   over v, w >= 0; Infinity elsewhere, as at what is no number.
 * v and w are what neurons of output weight above and below 0 make of the datum, ||v_i|| and ||u_i|| of the program.
 * Its gradient is the projected one (see `Landscape.project`): at 0, what points below it is 0. Its second derivative is that
 * of the edge or corner where descent has come to slide: 1 in a direction that is blocked, so that a Newton step has nothing
 * to do there and lands on the minimum of the edge.
 * Source: docs/mathematics.md, section 8.
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
    // Nothing is switched off: at (0, 0) it pulls wherever there is a way down.
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
