import { expect, it } from 'vitest';
import { pullScale, rasterisePull } from './pull-picture.ts';

const colours = { negative: '#0000FF', zero: '#FFFFFF', positive: '#FF0000' };

it('is full at the 98th percentile and names the least value', () => {
  const values = Float64Array.from({ length: 101 }, (_, i) => i - 1);
  expect(pullScale(values)).toEqual({ full: 97, least: -1 });
  expect(pullScale(new Float64Array(4))).toEqual({ full: 0, least: 0 });
});

it('shows the sign and the root of the size, the first row on top', () => {
  const rgba = rasterisePull(Float64Array.of(0, 4, -1, 1), 2, { full: 4, least: -1 }, colours);
  expect([...rgba]).toEqual([128, 128, 255, 255, 255, 128, 128, 255, 255, 255, 255, 255, 255, 0, 0, 255]);
});

it('is white where nothing pulls', () => {
  expect([...rasterisePull(new Float64Array(1), 1, { full: 0, least: 0 }, colours)]).toEqual([
    255, 255, 255, 255,
  ]);
});
