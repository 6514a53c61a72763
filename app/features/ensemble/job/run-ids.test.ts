import { expect, test } from 'vitest';
import { idsOf, newId } from './run-ids.ts';

test('the newest of a kind comes first, what an earlier version stored last', () => {
  const ids = [newId('runs', 2000, 0.3), 'runs', newId('diagram', 5000, 0.1), newId('runs', 10_000, 0.2)];
  expect(idsOf('runs', ids)).toEqual([ids[3], ids[0], 'runs']);
  expect(newId('runs', 1, 0.1)).not.toBe(newId('runs', 1, 0.2));
});
