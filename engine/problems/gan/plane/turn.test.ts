import { expect, test } from 'vitest';
import { GAME_RULES } from '../rules.ts';
import { createPlaneGame } from './game.ts';
import { turnOf } from './turn.ts';

const play = { eta: 0.2, mu: 0.3, rho: 0.5 };

test.each(GAME_RULES)('%s: a turn is the round that the game plays', (rule) => {
  const { from, to, before } = turnOf({ ...play, rule });
  const game = createPlaneGame({ ...play, rule }, 0, before ?? from);
  if (before) game.step();
  const state = new Float64Array(2);
  game.read(state);
  expect([...state]).toEqual([...from]);
  game.step();
  game.read(state);
  expect(state[0]).toBeCloseTo(to[0], 14);
  expect(state[1]).toBeCloseTo(to[1], 14);
});

test('extragradient looks ahead to where a simultaneous round would go', () => {
  expect(turnOf({ ...play, rule: 'extragradient' }).ahead).toEqual(
    turnOf({ ...play, rule: 'simultaneous' }).to,
  );
});
