import { expect, it } from 'vitest';
import { basinAreas, rasteriseBasins } from './basin-picture.ts';

const view = { x0: 0, x1: 4, y0: 0, y1: 4 };
/** Lowest row first: basin 1 is the right column. */
const labels = [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1];

it('colours by end, the first row on top, with a line where another basin begins', () => {
  const rgba = rasteriseBasins({ view, size: 2, labels: [0, 1, 1, 1] }, ['#010203', '#FF0000'], '#0000FF');
  expect([...rgba]).toEqual([0, 0, 255, 255, 255, 0, 0, 255, 1, 2, 3, 255, 0, 0, 255, 255]);
});

it('counts shares and names a basin where it has most room', () => {
  const [large, small] = basinAreas({ view, size: 4, labels });
  expect([large!.end, large!.share, small!.end, small!.share]).toEqual([0, 0.75, 1, 0.25]);
  expect(large!.places[0]!.at[0]).toBe(1.5);
  expect([1.5, 2.5]).toContain(large!.places[0]!.at[1]);
  expect(small!.places[0]!.at[0]).toBe(3.5);
  expect(small!.places).toHaveLength(5);
  const rooms = large!.places.map(({ room }) => room);
  expect(rooms).toEqual([...rooms].sort((a, b) => b - a));
});

it('gives a basin that fills the view its middle', () => {
  const [only] = basinAreas({ view, size: 5, labels: new Array(25).fill(7) });
  expect(only).toMatchObject({ end: 7, share: 1 });
  expect(only!.places[0]).toEqual({ at: [2, 2], room: 2 });
});
