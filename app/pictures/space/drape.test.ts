import { describe, expect, it } from 'vitest';
import { clipToConvex, drapeLines, drapePoints, groundPlane } from './drape.ts';
import { HEIGHT, type HeightField, heightAt } from './height-field.ts';

/** A tent: highest along the middle, constant along y. */
const SIZE = 33;
const tent: HeightField = {
  size: SIZE,
  positions: Float32Array.from(
    { length: SIZE * SIZE },
    (_, i) => 1 - Math.abs(((i % SIZE) * 2) / (SIZE - 1) - 1),
  ),
};

function triples(flat: Float32Array): [number, number, number][] {
  return Array.from({ length: flat.length / 3 }, (_, i) => [
    flat[3 * i]!,
    flat[3 * i + 1]!,
    flat[3 * i + 2]!,
  ]);
}

describe('groundPlane', () => {
  it('puts the window on the ground, the second weight away from the eye', () => {
    const plane = groundPlane({ x0: -2, x1: 6, y0: 1, y1: 3 });
    expect([...plane.toPixel(-2, 1)]).toEqual([-1, 1]);
    expect([...plane.toPixel(6, 3)]).toEqual([1, -1]);
  });
});

describe('drapeLines', () => {
  it('lays a long step over the ridge instead of through it', () => {
    const places = triples(drapeLines([[-0.8, 0.5, 0.8, 0.5]], tent));
    expect(places[0]).toEqual([expect.closeTo(-0.8, 6), -0.5, expect.closeTo(0.2 * HEIGHT, 6)]);
    expect(places.at(-1)![0]).toBeCloseTo(0.8, 6);
    expect(Math.max(...places.map(([, , z]) => z))).toBeGreaterThan(0.95 * HEIGHT);
    for (const [x, y, z] of places) expect(z).toBeCloseTo(heightAt(tent, x, y), 5);
    // Each segment begins at the end of the one before.
    for (let i = 2; i < places.length; i += 2) expect(places[i]).toEqual(places[i - 1]);
  });

  it('cuts at the window and leaves out what is not finite', () => {
    const places = triples(drapeLines([[0, 0, 4, 0, Number.NaN, 0, 0.5, 0.5]], tent));
    expect(Math.max(...places.map(([x]) => x))).toBe(1);
    expect(drapeLines([[2, 2, 3, 3], [0, 0], []], tent)).toHaveLength(0);
  });

  it('lays a run that wanders without end with a bounded number of pieces', () => {
    const line = Float64Array.from({ length: 2 * 50_000 }, (_, i) => (i % 4 < 2 ? -0.9 : 0.9));
    expect(drapeLines([line], tent).length / 6).toBeLessThan(70_000);
  });
});

describe('drapePoints', () => {
  it('stands on the surface, and not off the window', () => {
    expect(triples(drapePoints([0, -0.25, 1.5, 0, 0.5, 1], tent))).toEqual([
      [0, 0.25, expect.closeTo(HEIGHT, 6)],
      [0.5, -1, expect.closeTo(HEIGHT / 2, 6)],
    ]);
  });
});

describe('clipToConvex', () => {
  const square = [0, 0, 1, 0, 1, 1, 0, 1];
  const reversed = [0, 1, 1, 1, 1, 0, 0, 0];

  it('keeps the part inside, whichever way round the polygon runs', () => {
    for (const polygon of [square, reversed]) {
      expect(clipToConvex([-1, 0.5, 3, 0.5], polygon)).toEqual([0, 0.5, 1, 0.5]);
      expect(clipToConvex([0.25, 0.25, 0.75, 0.75], polygon)).toEqual([0.25, 0.25, 0.75, 0.75]);
      expect(clipToConvex([-1, 2, 3, 2], polygon)).toBeNull();
      expect(clipToConvex([2, -1, 2, 5], polygon)).toBeNull();
    }
  });
});
