import type { Iteration } from '../../../contract.ts';
import type { GameData } from '../game-data.ts';
import type { Play } from '../rules.ts';
import { createTwoPlayers, type TwoPlayers } from '../two-players.ts';
import { createPass } from './game.ts';

/**
 * Plays in h >= 0: d.(x - V h) - rho/2 ||d||^2, convex-concave, with the value of the network's game. A state is h, then d; starts at the
 * data's h(W) and d. `play.eta` is the step for h.
 */
export function createConvexGame(
  data: GameData,
  play: Play,
  floor: number,
  basis: TwoPlayers['basis'] = null,
): Iteration {
  const { width: k } = data;
  return createTwoPlayers({
    data,
    play,
    floor,
    generator: {
      block: 1,
      stride: k,
      pass(h, zeta, w) {
        h.set(w);
        zeta.fill(1);
      },
      project(w) {
        for (let j = 0; j < k; j++) w[j] = Math.max(0, w[j]!);
      },
    },
    start: {
      weights: hiddenOf(data, data.weights),
      discriminator: data.discriminator ?? new Float64Array(data.m),
    },
    basis,
  });
}

export function hiddenOf(data: GameData, weights: Float64Array): Float64Array<ArrayBuffer> {
  const h = new Float64Array(data.width);
  createPass(data)(h, new Float64Array(weights.length), weights, 0, data.width);
  return h;
}
