/** For tests of sentences with measured numbers. */
import { expect } from 'vitest';

/** Returns a sentence's numbers in order. */
const numbersIn = (text: string) =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((n) => Number(n.replaceAll(',', '')));

/** Returns a law: the sentence of a key contains these numbers in each of the tables. */
export const expectNumbersIn =
  <Key extends string>(...tables: readonly Readonly<Record<Key, unknown>>[]) =>
  (key: Key, numbers: readonly number[]): void => {
    for (const table of tables) {
      const found = numbersIn(String(table[key]));
      for (const number of numbers) expect(found, `${key}: ${table[key]}`).toContain(number);
    }
  };
