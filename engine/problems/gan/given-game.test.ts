import { expect, it } from 'vitest';
import { givenGames } from './given-game.ts';

it('a small file with one long row among many short ones is refused before memory is taken for all of them', () => {
  const z = [new Array<number>(300_000).fill(1), ...new Array<number[]>(300_000).fill([])];
  expect(givenGames({ z }, { level: 'network' })).toBe(
    'z: expected 300000 numbers in every row; got 0 in row 2',
  );
});
