import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { spread } from './tier.mjs';

export type Outcomes<Told> = Readonly<Record<string, Told>>;

/** Formats outcomes, a line each in `cases` order. Throws RangeError on a number that JSON lacks. */
export function formatOutcomes<Told>(cases: readonly (string | number)[], told: Outcomes<Told>): string {
  const finite = (_: string, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`expected a finite number; got ${value}`);
    return value;
  };
  return `{\n${cases.map((one) => `${JSON.stringify(`${one}`)}: ${JSON.stringify(told[`${one}`], finite)}`).join(',\n')}\n}\n`;
}

/**
 * Returns all cases' outcomes: runs `count` evenly spread cases (all under `npm run test:all`) and takes the others from `kept`. If an
 * outcome or the list of cases differs from `kept`, runs every case.
 */
export async function measureAgain<Case extends string | number, Told>(
  kept: Outcomes<Told>,
  cases: readonly Case[],
  run: (one: Case) => Told | Promise<Told>,
  count: number,
): Promise<Outcomes<Told>> {
  const runAll = async (some: readonly Case[]) => {
    const told: Record<string, Told> = {};
    for (const one of some) told[`${one}`] = await run(one);
    return told;
  };
  const isOf = cases.length === Object.keys(kept).length && cases.every((one) => `${one}` in kept);
  if (!isOf) return runAll(cases);
  const told = { ...kept, ...(await runAll(spread(cases, count))) };
  return formatOutcomes(cases, told) === formatOutcomes(cases, kept) ? told : runAll(cases);
}

/**
 * Returns the outcome of each run that a measured sentence counts, by case; for tests. A few numbers per run are stored in
 * `engine/fixtures/measured-<name>.json`. `npm test` reruns `count` cases, `npm run test:all` all; the test fails unless each gives
 * exactly the stored outcome. `TEST_TIER=all npx vitest run <test> -u` rewrites the file. Throws RangeError on a non-finite outcome.
 */
export async function measured<Case extends string | number, Told>(
  name: string,
  cases: readonly Case[],
  run: (one: Case) => Told | Promise<Told>,
  count = 12,
): Promise<ReadonlyMap<Case, Told>> {
  const path = `${import.meta.dirname}/../engine/fixtures/measured-${name}.json`;
  const kept: Outcomes<Told> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const text = formatOutcomes(cases, await measureAgain(kept, cases, run, count));
  await expect(text).toMatchFileSnapshot(path);
  // Sentences use only stored digits.
  const told = JSON.parse(text) as Outcomes<Told>;
  return new Map(cases.map((one) => [one, told[`${one}`]!]));
}
