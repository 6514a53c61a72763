import type { Iteration } from '../../../contract.ts';
import type { GameData } from '../game-data.ts';
import type { Play } from '../rules.ts';
import { createTwoPlayers, type Generator, type TwoPlayers } from '../two-players.ts';

/** Products between two possible pauses: about a tenth of a millisecond. */
const PRODUCTS = 100_000;

/**
 * Plays with W k x dz, h_j the mean of relu(w_j.z_i), zeta_j that of the active z_i. A state is W row by row, then d; starts at the data's
 * by default.
 */
export function createNetworkGame(
  data: GameData,
  play: Play,
  floor: number,
  start: TwoPlayers['start'] | null = null,
  basis: TwoPlayers['basis'] = null,
): Iteration {
  const { dz, n } = data;
  return createTwoPlayers({
    data,
    play,
    floor,
    generator: {
      block: dz,
      stride: Math.max(1, Math.floor(PRODUCTS / (n * dz))),
      pass: createPass(data),
    },
    start: start ?? { weights: data.weights, discriminator: data.discriminator ?? new Float64Array(data.m) },
    basis,
  });
}

/** Takes four samples at a time, so that no sum waits for another. */
export function createPass({ noise, n, dz }: GameData): Generator['pass'] {
  return (h, zeta, w, from, to) => {
    for (let j = from; j < to; j++) {
      const row = j * dz;
      for (let q = 0; q < dz; q++) zeta[row + q] = 0;
      let sum = 0;
      let i = 0;
      for (; i + 3 < n; i += 4) {
        const z0 = i * dz;
        const z1 = z0 + dz;
        const z2 = z1 + dz;
        const z3 = z2 + dz;
        let a0 = 0;
        let a1 = 0;
        let a2 = 0;
        let a3 = 0;
        for (let q = 0; q < dz; q++) {
          const own = w[row + q]!;
          a0 += own * noise[z0 + q]!;
          a1 += own * noise[z1 + q]!;
          a2 += own * noise[z2 + q]!;
          a3 += own * noise[z3 + q]!;
        }
        // NaN stays NaN in the sum.
        sum += Math.max(a0, 0) + Math.max(a1, 0) + (Math.max(a2, 0) + Math.max(a3, 0));
        const on0 = a0 > 0 ? 1 : 0;
        const on1 = a1 > 0 ? 1 : 0;
        const on2 = a2 > 0 ? 1 : 0;
        const on3 = a3 > 0 ? 1 : 0;
        for (let q = 0; q < dz; q++)
          zeta[row + q] =
            zeta[row + q]! +
            (on0 * noise[z0 + q]! + on1 * noise[z1 + q]! + (on2 * noise[z2 + q]! + on3 * noise[z3 + q]!));
      }
      for (; i < n; i++) {
        const z = i * dz;
        let a = 0;
        for (let q = 0; q < dz; q++) a += w[row + q]! * noise[z + q]!;
        sum += Math.max(a, 0);
        if (a > 0) for (let q = 0; q < dz; q++) zeta[row + q] = zeta[row + q]! + noise[z + q]!;
      }
      h[j] = sum / n;
      for (let q = 0; q < dz; q++) zeta[row + q] = zeta[row + q]! / n;
    }
  };
}
