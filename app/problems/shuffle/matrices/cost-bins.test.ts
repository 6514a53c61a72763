import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  factorial,
  permutationAt as permutationOf,
} from '../../../../engine/problems/shuffle/permutation-costs.ts';
import { costBins, permutationAt } from './cost-bins.ts';

it('bins hold every permutation once, ascending, and none overlaps another', () => {
  const costs = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(costs, (all) => {
      const bins = costBins(all);
      expect(bins.flatMap(({ indices }) => indices).sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
      bins.forEach(({ least, largest, indices }, k) => {
        const own = indices.map((i) => all[i]!);
        expect([least, largest]).toEqual([Math.min(...own), Math.max(...own)]);
        if (k > 0) expect(least).toBeGreaterThan(bins[k - 1]!.largest);
      });
    }),
  );
  expect(costBins([])).toEqual([]);
  expect(costBins([3, 3, 3])).toEqual([{ least: 3, largest: 3, indices: [0, 1, 2] }]);
});

it('numbers permutations as the engine does', () => {
  for (const n of [2, 3, 4, 5])
    for (let index = 0; index < factorial(n); index++)
      expect(permutationAt(index, n)).toEqual(permutationOf(index, n));
  expect(permutationAt(40_319, 8)).toEqual(permutationOf(40_319, 8));
});
