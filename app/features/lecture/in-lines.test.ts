import { expect, test } from 'vitest';
import { inLines } from './in-lines.ts';

test('a heading of two lines breaks between sentences, and never where that takes a third line', () => {
  const end = 'Left: stuck, 1.98 from the star. Right: at the star after 76 steps.';
  expect(inLines(end)).toEqual(['Left: stuck, 1.98 from the star.', ' Right: at the star after 76 steps.']);
  expect(inLines('左边：停在离星标 1.98 处，不再移动。右边：经过 76 步到达星标。')).toHaveLength(2);
  expect(inLines('Both are at the minimum. The left won.')).toHaveLength(1);
  expect(inLines('No. The right settles at its only fixed point, wherever it began.')).toHaveLength(1);
});
