import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import { cellCentre } from '../../../landscapes/window.ts';
import type { LinesAsked } from '../types.ts';

/**
 * Maps eta/n over oriented lines {x: x.(cos a, sin a) = offset} at the centres of width x height cells: ||R^T relu(A u)||/n at u = (cos a,
 * sin a, -offset)/sqrt(1 + offset^2). Rows by ascending offset, angles from 0 within a row. `features` n x 3, the last column ones;
 * `residual` n x K. O(width height n K).
 */
export function mapLines(
  features: Float64Array,
  residual: Float64Array,
  { reach, width, height }: Omit<LinesAsked, 'right'>,
): Float64Array<ArrayBuffer> {
  const n = features.length / 3;
  const outputs = residual.length / n;
  const map = new Float64Array(width * height);
  const along = new Float64Array(n);
  const sum = new Float64Array(outputs);
  for (let column = 0; column < width; column++) {
    const angle = cellCentre(0, 2 * Math.PI, width, column);
    const [x, y] = [cos(angle), sin(angle)];
    for (let i = 0; i < n; i++) along[i] = features[3 * i]! * x + features[3 * i + 1]! * y;
    for (let row = 0; row < height; row++) {
      const offset = cellCentre(-reach, reach, height, row);
      sum.fill(0);
      for (let i = 0; i < n; i++) {
        const z = along[i]! - offset * features[3 * i + 2]!;
        if (z > 0) for (let j = 0; j < outputs; j++) sum[j] = sum[j]! + z * residual[i * outputs + j]!;
      }
      let squares = 0;
      for (let j = 0; j < outputs; j++) squares += sum[j]! * sum[j]!;
      map[row * width + column] = Math.sqrt(squares / (1 + offset * offset)) / n;
    }
  }
  return map;
}
