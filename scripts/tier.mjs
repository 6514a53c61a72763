/**
 * Two tiers of tests. `npm test` runs what newcomers and CI need; `npm run test:all` (TEST_TIER=all) adds files named `*.all.test.ts` and
 * `*.all.spec.ts`, end-to-end tests tagged `@all`, and every case of a `spread`.
 */

/** True under `npm run test:all`. */
export const runsAll = process.env.TEST_TIER === 'all';

/**
 * Returns the tier's cases: all under `npm run test:all`, else `count` evenly spaced ones including first and last. Throws RangeError if
 * `count` is below 2.
 * @template T
 * @param {readonly T[]} cases
 * @param {number} count
 * @returns {readonly T[]}
 */
export function spread(cases, count) {
  if (!(count >= 2)) throw new RangeError(`expected a count of at least 2; got ${count}`);
  if (runsAll || cases.length <= count) return cases;
  return Array.from({ length: count }, (_, i) => cases[Math.round((i * (cases.length - 1)) / (count - 1))]);
}
