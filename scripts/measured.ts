import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { spread } from './tier.mjs';

/** Outcomes of runs by their names. */
export type Outcomes<Told> = Readonly<Record<string, Told>>;

/** Text of a file of outcomes, a line for each in the order of `cases`. Throws RangeError on a number that JSON has not. */
export function formatOutcomes<Told>(cases: readonly (string | number)[], told: Outcomes<Told>): string {
  const finite = (_: string, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`expected a finite number; got ${value}`);
    return value;
  };
  return `{\n${cases.map((one) => `${JSON.stringify(`${one}`)}: ${JSON.stringify(told[`${one}`], finite)}`).join(',\n')}\n}\n`;
}

/**
 * Returns outcomes of all cases: of `count` at even distances (all under `npm run test:all`) those that are run now, of the others
 * what is kept. As soon as one of these differs from what is kept, or the cases do, all are run.
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
 * For tests of sentences that count what came of many runs. What came of each, a few numbers, is kept in
 * `engine/fixtures/measured-<name>.json`; a sentence is computed of all that are kept. `npm run test:all` runs every case again and
 * `npm test` a spread of `count`: each has to come to what is kept, exactly. To be called in a test. After a change of digits or of
 * cases `TEST_TIER=all npx vitest run <test> -u` writes the file again.
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
  // As the file has them, so that no digit counts that is not kept.
  const told = JSON.parse(text) as Outcomes<Told>;
  return new Map(cases.map((one) => [one, told[`${one}`]!]));
}
