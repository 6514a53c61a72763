import { expect, test } from 'vitest';
import { shortestInBox } from './box-squares.ts';
import { createRandom, fillNormal } from './random.ts';
import { dot, norm } from './vector.ts';

test('the shortest sum in a box has no factor that would shorten it, over 300 draws with rows that depend on others', () => {
  let atBounds = 0;
  for (let k = 0; k < 300; k++) {
    const random = createRandom(k, 3);
    const d = 2 + (k % 6);
    const draw = () => {
      const vector = new Float64Array(d);
      fillNormal(vector, random);
      return vector;
    };
    const rows = Array.from({ length: 1 + (k % 9) }, draw);
    if (k % 3 === 0) rows.push(rows[0]!.map((value) => -2 * value));
    const g = draw();
    const low = rows.map((_, i) => -1 / (1 + i));
    const high = rows.map((_, i) => (k % 2) / (1 + i));
    const { rest, factors } = shortestInBox(g, rows, low, high);
    const sum = g.map((value, j) => rows.reduce((all, row, i) => all + factors[i]! * row[j]!, value));
    expect(norm(sum.map((value, j) => value - rest[j]!))).toBeLessThan(1e-12);
    for (const [i, row] of rows.entries()) {
      const slope = dot(row, sum) / norm(row);
      expect(factors[i]).toBeGreaterThanOrEqual(low[i]!);
      expect(factors[i]).toBeLessThanOrEqual(high[i]!);
      if (factors[i]! > low[i]!) expect(slope).toBeLessThan(1e-9);
      if (factors[i]! < high[i]!) expect(slope).toBeGreaterThan(-1e-9);
      if (factors[i] === low[i] || factors[i] === high[i]) atBounds++;
    }
  }
  expect(atBounds).toBeGreaterThan(300);
});
