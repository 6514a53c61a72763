import { describe, expect, it } from 'vitest';
import { notchOf, numberAtNotch, type SliderWay, turnedTo } from './slider-way.ts';

const SHARE: SliderWay = { low: 0, high: 1, decadesFrom: 0.01 };
const STEPS: SliderWay = { low: 0, high: 2000, decadesFrom: 10, isWhole: true };
const WAYS: readonly (readonly [SliderWay, number])[] = [
  [SHARE, 100],
  [STEPS, 100],
  [{ low: 0, high: 10, decadesFrom: 0.01 }, 400],
  [{ low: 1e-6, high: 10, decadesFrom: 0.01 }, 400],
  [{ low: 0.01, high: 100, decadesFrom: 0.01 }, 400],
  [{ low: 0.01, high: 1.25 }, 100],
  [{ low: 1, high: 40, isWhole: true }, 39],
  [{ low: 1, high: 40, isWhole: true }, 100],
  [{ low: 1, high: 0.3 }, 100],
  [{ low: 40, high: 1, isWhole: true }, 39],
  [{ low: 100, high: 0.01, decadesFrom: 100 }, 400],
];

describe('the way of a slider', () => {
  it('by decades has 0 at its left end, then the least number above it, and its largest at the right', () => {
    expect([0, 1, 50.5, 100].map((notch) => numberAtNotch(SHARE, notch, 100))).toEqual([0, 0.01, 0.1, 1]);
    expect([0, 1, 100].map((notch) => numberAtNotch(STEPS, notch, 100))).toEqual([0, 10, 2000]);
    expect([0, 0.004, 0.01, 0.1, 1, 3].map((number) => notchOf(SHARE, number, 100))).toEqual([
      0, 1, 1, 51, 100, 124,
    ]);
  });

  it('without anything below its decades begins with them', () => {
    const way: SliderWay = { low: 0.01, high: 100, decadesFrom: 0.01 };
    expect([0, 200, 400].map((notch) => numberAtNotch(way, notch, 400))).toEqual([0.01, 1, 100]);
    expect([0.001, 0.01, 1, 100].map((number) => notchOf(way, number, 400))).toEqual([0, 0, 200, 400]);
  });

  it.each(WAYS)(
    'goes from its left end to its right one, rising or falling, and from each notch a key leads to another number: %o in %i',
    (way, notches) => {
      let number = way.low;
      const passed = [number];
      const sign = Math.sign(way.high - way.low);
      while (number !== way.high) {
        const next = turnedTo(way, number, notchOf(way, number, notches) + 1, notches);
        expect(sign * next).toBeGreaterThan(sign * number);
        number = next;
        passed.push(number);
      }
      while (number !== way.low) {
        const next = turnedTo(way, number, notchOf(way, number, notches) - 1, notches);
        expect(sign * next).toBeLessThan(sign * number);
        number = next;
      }
      if (way.isWhole) expect(passed.every(Number.isInteger)).toBe(true);
    },
  );
});
