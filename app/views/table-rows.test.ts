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
