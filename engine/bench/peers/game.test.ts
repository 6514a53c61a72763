import { expect, it } from 'vitest';
import { columnNorm, drawGame, scaleOf } from '../../problems/gan/game-data.ts';
import { coneFloor } from '../../problems/gan/network/cone-floor.ts';
import { createNetworkGame } from '../../problems/gan/network/game.ts';
import { createPlainNnls, plainRound } from './game.ts';

const data = drawGame({ seed: 11, m: 2, width: 3, dz: 2, n: 20, xmean: null });

it('the plain round is the round of the game', () => {
  const play = { rule: 'simultaneous', eta: 1 / scaleOf(data), mu: 0.5, rho: 1 } as const;
  const game = createNetworkGame(data, play, 0);
  const [w, d] = [data.weights.slice(), new Float64Array(2)];
  for (let t = 0; t < 30; t++) {
    expect(plainRound(w, d, data, play)).toBeCloseTo(game.record().loss!, 10);
    game.step();
  }
});

it('plain projected gradient comes to the floor', () => {
  const step = createPlainNnls(data, columnNorm(data));
  for (let t = 0; t < 3000; t++) step();
  expect(step()).toBeCloseTo(coneFloor(data.columns, 2, 3, data.mean).floor, 10);
});
