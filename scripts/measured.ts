import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { spread } from './tier.mjs';

export type Outcomes<Told> = Readonly<Record<string, Told>>;

/** Formats outcomes, a line each in the order of `cases`. Throws RangeError on a number that JSON lacks. */
export function formatOutcomes<Told>(cases: readonly (string | number)[], told: Outcomes<Told>): string {
  const finite = (_: string, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`expected a finite number; got ${value}`);
    return value;
  };
  return `{\n${cases.map((one) => `${JSON.stringify(`${one}`)}: ${JSON.stringify(told[`${one}`], finite)}`).join(',\n')}\n}\n`;
}

/**
 * Returns the outcomes of all cases. It runs `count` evenly spread cases (all of them under `npm run test:all`) and takes the others from
 * `kept`. If an outcome or the list of cases differs from `kept`, it runs every case.
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
 * Returns the outcome of every run that a measured sentence counts, by case. Call it in a test. The outcomes, a few numbers per run, are
 * stored in `engine/fixtures/measured-<name>.json`. `npm test` reruns `count` of the cases, `npm run test:all` every case; the test fails
 * unless each gives exactly the stored outcome. `TEST_TIER=all npx vitest run <test> -u` rewrites the file. Throws RangeError on a
 * non-finite outcome.
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
  // Read from the text, so that a sentence uses only stored digits.
  const told = JSON.parse(text) as Outcomes<Told>;
  return new Map(cases.map((one) => [one, told[`${one}`]!]));
}
