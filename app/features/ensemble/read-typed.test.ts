import { expect, test } from 'vitest';
import { readPlaces, readWhole, typedWords } from './read-typed.ts';

test.each([
  ['4,8', [4, 8]],
  ['4 8', [4, 8]],
  ['  4 , 8 ', [4, 8]],
  ['8\t4\n12', [4, 8, 12]],
  ['4， 8', [4, 8]],
  ['4, 4 8', [4, 8]],
  ['-1 .5 2e1', [-1, 0.5, 20]],
  ['48', [48]],
])('places typed as %j are %j: a space parts numbers as a comma does, and joins none', (text, places) => {
  expect(readPlaces(text)).toEqual(places);
});

test.each(['', ' ', '4,,8', '4,', '4 x', '4;8', '- 4', '4 - 8', '1/2', Array(65).fill('1').join(' ')])(
  'places typed as %j are none',
  (text) => expect(readPlaces(text)).toBeNull(),
);

test('64 places are an axis', () => {
  expect(readPlaces(Array.from({ length: 64 }, (_, i) => i).join(' '))).toHaveLength(64);
});

test('a whole number is one within its bounds, both included, and nothing is no number', () => {
  expect(['0', ' 9 ', '007'].map((text) => readWhole(text, 0, 9))).toEqual([0, 9, 7]);
  for (const text of ['', ' ', '10', '-1', '1.5', '1e1', '0x1', 'a', '1 2', '99999999999999999999'])
    expect(readWhole(text, 0, 9)).toBeNull();
  expect(readWhole('0', 1, 9)).toBeNull();
});

test('what was typed is repeated in one line that is no longer than a line', () => {
  expect(typedWords(' 4\n x ')).toBe('4 x');
  expect(typedWords('1'.repeat(500))).toHaveLength(40);
});
