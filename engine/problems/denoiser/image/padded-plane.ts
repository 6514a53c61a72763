import { IMAGE_SIDE } from '../names.ts';

// Local, as tests look an imported constant up each time, in the innermost loops.
const N = IMAGE_SIDE;

export const createPlane = (margin: number) => new Float64Array((N + 2 * margin) ** 2);

export function wrapMargin(plane: Float64Array, margin: number): void {
  const width = N + 2 * margin;
  for (let i = margin; i < N + margin; i++)
    for (let m = 0; m < margin; m++) {
      plane[i * width + m] = plane[i * width + m + N]!;
      plane[i * width + N + margin + m] = plane[i * width + margin + m]!;
    }
  const rows = margin * width;
  plane.copyWithin(0, N * width, N * width + rows);
  plane.copyWithin((N + margin) * width, rows, 2 * rows);
}

export function fillPlane(plane: Float64Array, image: Float64Array, margin: number): void {
  const width = N + 2 * margin;
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++) plane[(i + margin) * width + j + margin] = image[N * i + j]!;
  wrapMargin(plane, margin);
}
