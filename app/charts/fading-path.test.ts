import { expect, it } from 'vitest';
import { fadingBands } from './fading-path.ts';
import { createPlane } from './geometry.ts';

const plane = createPlane({ x0: 0, x1: 100, y0: 0, y1: 100 }, { x: 0, y: 0, width: 100, height: 100 });

it('parts a path by its distance from the plane, each stretch by where it leads', () => {
  const projections = [0, 100, 0, 10, 100, 0.1, 20, 100, 9, 30, 100, 0];
  expect(fadingBands(projections, 3, plane, 1)).toEqual([
    {
      opacity: 1,
      lines: [
        [0, 0, 10, 0],
        [20, 0, 30, 0],
      ],
      marks: [0, 0, 10, 0, 30, 0],
    },
    { opacity: 0.3, lines: [[10, 0, 20, 0]], marks: [20, 0] },
  ]);
});

it('draws up to a step, and not past one that is not finite', () => {
  const projections = [0, 100, 0, 10, 100, 0, 20, 100, 0, Number.NaN, 0, 0, 50, 100, 0];
  expect(fadingBands(projections, 1, plane, 1)[0]!.lines).toEqual([[0, 0, 10, 0]]);
  expect(fadingBands(projections, 4, plane, 1)[0]!.lines).toEqual([[0, 0, 10, 0, 20, 0]]);
});

it('leaves out what cannot be told apart, but not the last step', () => {
  const projections = Array.from({ length: 101 }, (_, k) => [k / 100, 100, 0]).flat();
  const [band] = fadingBands(projections, 100, plane, 1);
  expect(band!.lines).toEqual([[0, 0, 1, 0]]);
  expect(band!.marks).toEqual([0, 0]);
});
