import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import { barsOf, drawPairs, MOST_BARS } from './pair-strip.ts';

const binsOf = (values: readonly number[]) => {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  return {
    values: Float64Array.from(distinct),
    counts: Float64Array.from(distinct, (value) => values.filter((one) => one === value).length),
  };
};

const differences = fc.array(
  fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
    fc.constantFrom(0, Infinity, -Infinity),
  ),
  { minLength: 1, maxLength: 60 },
);

test('every run has its bar, in ascending order, the right’s above zero', () => {
  fc.assert(
    fc.property(differences, fc.constantFrom<1 | -1>(1, -1), (values, better) => {
      const { heights, runsOfBar, most } = barsOf(binsOf(values), better);
      expect(runsOfBar).toBe(1);
      expect(heights.map((height) => height + 0)).toEqual(
        values.map((value) => better * value + 0).sort((a, b) => a - b),
      );
      expect(most).toBeLessThan(Infinity);
    }),
  );
});

test('many runs share bars', () => {
  const bars = barsOf({ values: Float64Array.of(-1, 2), counts: Float64Array.of(250, 750) }, 1);
  expect([bars.heights.length, bars.runsOfBar]).toEqual([MOST_BARS, 4]);
  expect(bars.heights.filter((height) => height > 0)).toHaveLength(188);
});

test('bars stay in the picture; every difference shows, up or down, in its side’s colour', () => {
  fc.assert(
    fc.property(differences, (values) => {
      const bars = barsOf(binsOf(values), 1);
      const palette = PALETTES.light;
      const marks = drawPairs({ width: 300, height: 72, scale: 1, palette, bars });
      const line = marks.at(-1)!;
      if (line.kind !== 'rect') throw new Error('expected the zero line');
      const zero = line.rect.y + 0.5;
      for (const [i, mark] of marks.slice(0, -1).entries()) {
        if (mark.kind !== 'rect') throw new Error('expected a bar');
        const { y, height } = mark.rect;
        const value = bars.heights[i]!;
        expect(height).toBeGreaterThanOrEqual(1);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + height).toBeLessThanOrEqual(72);
        expect(value > 0 ? y + height : y).toBe(zero);
        expect(mark.fill).toBe(value > 0 ? palette.rightPath : value < 0 ? palette.leftPath : palette.muted);
      }
    }),
  );
});
