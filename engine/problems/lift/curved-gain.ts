import type { Landscape } from '../../contract.ts';

/**
 * A landscape of two weights that says what a step can still gain: (u.g)^2 / (2 |lambda|) over both eigenvectors u of the second
 * derivative at w, against the loss. Infinite where it falls along a direction in which it does not bend (docs/mathematics.md, section 9.1).
 */
export function withGain(landscape: Landscape): Landscape {
  const matrix = new Float64Array(4);

  function gain(gradient: Float64Array, w: Float64Array, loss: number): number {
    landscape.curvature(matrix, w);
    const [a, b, c] = [matrix[0]!, matrix[1]!, matrix[3]!];
    const half = (a - c) / 2;
    const root = Math.sqrt(half * half + b * b);
    // The eigenvector of the larger eigenvalue is (half + root, b), or (b, root - half) where that is the longer.
    const [x, y] = half >= 0 ? [half + root, b] : [b, root - half];
    const square = x * x + y * y;
    const [gx, gy] = [gradient[0]!, gradient[1]!];
    if (square === 0) return share(gx * gx + gy * gy, a) / loss;
    const [along, across] = [gx * x + gy * y, gy * x - gx * y];
    const middle = (a + c) / 2;
    return (
      (share((along * along) / square, middle + root) + share((across * across) / square, middle - root)) /
      loss
    );
  }

  const told: Landscape = { ...landscape, gain, follow: () => told };
  return told;
}

function share(square: number, curvature: number): number {
  return square === 0 ? 0 : square / (2 * Math.abs(curvature));
}
