import { expect, test } from 'vitest';
import { shownSpan } from './span.ts';

test('the span holds the frontier, is round and never shrinks as the run grows', () => {
  let before = 0;
  for (let frontier = 0; frontier <= 100_000; frontier += 37) {
    const span = shownSpan(frontier);
    expect(span).toBeGreaterThanOrEqual(frontier);
    expect(span).toBeGreaterThanOrEqual(before);
    expect(span).toBeLessThanOrEqual(Math.max(120, 2.1 * frontier));
    before = span;
  }
  expect(shownSpan(0)).toBe(120);
});
