/**
 * The two tiers of tests. `npm test` runs what a newcomer and CI need; `npm run test:all` sets TEST_TIER=all and runs more: files named
 * `*.all.test.ts` and `*.all.spec.ts`, end-to-end tests tagged `@all`, and every case of a `spread`.
 */

/** True under `npm run test:all`. */
export const runsAll = process.env.TEST_TIER === 'all';

/**
 * Returns the cases of the current tier: all under `npm run test:all`, else `count` evenly spaced ones in order, with the first and the
 * last. Throws RangeError if `count` is below 2.
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
