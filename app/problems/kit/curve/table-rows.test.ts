import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableSteps } from './table-rows.ts';

test('a short run has every step', () => {
  expect(tableSteps(0, 0)).toEqual([0]);
  expect(tableSteps(59, 3)).toEqual(Array.from({ length: 60 }, (_, step) => step));
});

test('a long run has its ends, the shown step and at most 60 rows, evenly thinned', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 100_000 }), fc.nat(), (last, at) => {
      const shown = at % (last + 1);
      const steps = tableSteps(last, shown);
      expect(steps.length).toBeLessThanOrEqual(60);
      expect(steps[0]).toBe(0);
      expect(steps.at(-1)).toBe(last);
      expect(steps).toContain(shown);
      const gaps = steps.slice(1).map((step, i) => step - steps[i]!);
      expect(Math.min(...gaps)).toBeGreaterThan(0);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.ceil(last / 58) + 1);
    }),
    { seed: 20_190_924 },
  );
});

test('of a run that keeps 1 step in 16 it has kept ones alone, and the last', () => {
  expect(tableSteps(100, 32, 16)).toEqual([0, 16, 32, 48, 64, 80, 96, 100]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.nat(), (last, at) => {
      const shown = 16 * Math.floor((at % (last + 1)) / 16);
      const steps = tableSteps(last, shown, 16);
      expect(steps.length).toBeLessThanOrEqual(60);
      expect(steps).toContain(shown);
      expect(steps.at(-1)).toBe(last);
      for (const step of steps.slice(0, -1)) expect(step % 16).toBe(0);
      expect(new Set(steps).size).toBe(steps.length);
    }),
    { seed: 20_190_924 },
  );
});
