import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapArea, type Rect } from '../../charts/geometry.ts';
import { type NamedCurve, placeCurveNames } from './curve-names.ts';

const ROOM: Rect = { x: 40, y: 24, width: 350, height: 120 };
const SIZE = 18;
const right = ROOM.x + ROOM.width;

/** Returns a curve through flat pixels with a name 90 pixels wide. */
function curve(...line: number[]): NamedCurve {
  return { wide: 90, lines: [line], x: line.at(-2)!, y: line.at(-1)! };
}

const place = (curves: NamedCurve[], taken: Rect[] = []) => placeCurveNames(curves, ROOM, SIZE, 9, taken);
const box = ({ x, y }: { x: number; y: number }): Rect => ({
  x,
  y: y - SIZE / 2,
  width: 90,
  height: SIZE,
});

describe('names of curves', () => {
  it('stand behind the ends where there is space', () => {
    const places = place([curve(40, 30, 140, 60), curve(40, 30, 100, 120)]);
    expect(places).toEqual([
      { x: 149, y: 60 },
      { x: 109, y: 120 },
    ]);
  });

  it('stand over the upper and under the lower of two curves that reach the edge side by side', () => {
    const upper = curve(40, 40, right - 14, 100);
    const lower = curve(40, 48, right - 14, 108);
    const at = (x: number, from: number) => from + ((x - 40) * 60) / (ROOM.width - 14);
    const [over, under] = place([upper, lower]) as [{ x: number; y: number }, { x: number; y: number }];
    expect(over.y).toBeLessThan(at(over.x + 45, 40));
    expect(under.y).toBeGreaterThan(at(under.x + 45, 48));
    for (const { x, y } of [over, under])
      for (const from of [40, 48])
        for (const end of [at(x, from), at(x + 90, from)])
          expect(Math.abs(end - y), `${x}, ${y}`).toBeGreaterThan(SIZE / 2);
  });

  it('keep off what is taken', () => {
    const flat = curve(40, 110, right - 14, 110);
    const [free] = place([flat]);
    const [moved] = place([flat], [box(free!)]);
    expect(overlapArea(box(moved!), box(free!))).toBe(0);
  });

  it('of a curve without a line stand at its place', () => {
    expect(place([{ wide: 90, lines: [], x: right, y: 50 }])).toEqual([{ x: right - 90, y: 50 }]);
    expect(place([])).toEqual([]);
  });

  it('lie within the room and apart, whatever the curves', () => {
    const heights = fc.array(fc.double({ min: 24, max: 144, noNaN: true }), { minLength: 6, maxLength: 6 });
    const wide = fc.double({ min: 60, max: 336, noNaN: true });
    const curves = fc
      .tuple(heights, wide)
      .map(([ys, width]) => curve(...ys.flatMap((y, i) => [40 + (i * width) / 5, y])));
    fc.assert(
      fc.property(curves, curves, (one, two) => {
        const boxes = place([one, two]).map(box);
        for (const { x, y } of boxes) {
          expect(x).toBeGreaterThanOrEqual(ROOM.x);
          expect(x + 90).toBeLessThanOrEqual(right + 1e-9);
          expect(y).toBeGreaterThanOrEqual(ROOM.y - 1e-9);
          expect(y + SIZE).toBeLessThanOrEqual(ROOM.y + ROOM.height + 1e-9);
        }
        expect(overlapArea(boxes[0]!, boxes[1]!)).toBeLessThan(0.15 * 90 * SIZE);
      }),
      { numRuns: 100 },
    );
  });
});
