import { expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import { createPlane } from '../../charts/geometry.ts';
import { startMark } from './start-mark.ts';

const plane = createPlane({ x0: 0, x1: 1, y0: 0, y1: 1 }, { x: 0, y: 0, width: 100, height: 100 });
const style = { palette: PALETTES.light, scale: 1 };

it('marks the start by a small diamond with its name beside it', () => {
  const [mark, name] = startMark(plane, [0.5, 0.5], 'start', [], style);
  expect(mark).toMatchObject({ kind: 'symbols', shape: 'diamond', points: [50, 50] });
  // A handle is a disc of 15 pixels.
  expect((mark as { size: number }).size).toBeLessThan(10);
  expect(name).toMatchObject({ kind: 'text', text: 'start' });
});

it('is left out with its name where it is out of sight', () => {
  expect(startMark(plane, [1.5, 0.5], 'start', [], style)).toEqual([]);
  expect(startMark(plane, [Number.NaN, 0], 'start', [], style)).toEqual([]);
});
