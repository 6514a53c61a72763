/** Straightforward versions of the network's game. */

import type { GameData } from '../../problems/gan/game-data.ts';
import type { Play } from '../../problems/gan/rules.ts';

/** Plays a simultaneous round in place: w is k x dz, d has m numbers. Returns ||e||^2 at its beginning. */
export function plainRound(w: Float64Array, d: Float64Array, data: GameData, { eta, mu, rho }: Play): number {
  const { m, width: k, dz, n, noise, columns, mean } = data;
  const h = new Float64Array(k);
  const zeta = new Float64Array(k * dz);
  for (let j = 0; j < k; j++)
    for (let i = 0; i < n; i++) {
      let a = 0;
      for (let q = 0; q < dz; q++) a += w[j * dz + q]! * noise[i * dz + q]!;
      if (a > 0) {
        h[j] = h[j]! + a / n;
        for (let q = 0; q < dz; q++) zeta[j * dz + q] = zeta[j * dz + q]! + noise[i * dz + q]! / n;
      }
    }
  for (let j = 0; j < k; j++) {
    let pull = 0;
    for (let i = 0; i < m; i++) pull += columns[i * k + j]! * d[i]!;
    for (let q = 0; q < dz; q++) w[j * dz + q] = w[j * dz + q]! + eta * pull * zeta[j * dz + q]!;
  }
  let square = 0;
  for (let i = 0; i < m; i++) {
    let e = mean[i]!;
    for (let j = 0; j < k; j++) e -= columns[i * k + j]! * h[j]!;
    square += e * e;
    d[i] = d[i]! + mu * (e - rho * d[i]!);
  }
  return square;
}

/** Solves min ||x - V h||^2 over h >= 0 by projected gradient from h = 0, step 1/L, L = ||V||^2; a step returns its first mse. */
export function createPlainNnls({ m, width: k, columns, mean }: GameData, L: number): () => number {
  const h = new Float64Array(k);
  const slope = new Float64Array(k);
  return () => {
    slope.fill(0);
    let square = 0;
    for (let i = 0; i < m; i++) {
      let e = mean[i]!;
      for (let j = 0; j < k; j++) e -= columns[i * k + j]! * h[j]!;
      square += e * e;
      for (let j = 0; j < k; j++) slope[j] = slope[j]! + columns[i * k + j]! * e;
    }
    for (let j = 0; j < k; j++) h[j] = Math.max(0, h[j]! + slope[j]! / L);
    return square;
  };
}
