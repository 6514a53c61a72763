import { describe, expect, it } from 'vitest';
import reference from '../../fixtures/gan.json' with { type: 'json' };
import { createRandom } from '../../kernels/random.ts';
import { drawGame, type GameData, scaleOf } from './game-data.ts';
import { hiddenOf } from './network/convex-game.ts';
import { createNetworkGame, createPass } from './network/game.ts';
import { spectralRadius } from './plane/map.ts';
import { GAME_RULES, type GameRule } from './rules.ts';
import { pushOf } from './saddle-push.ts';

/** sum_j ||zeta_j||^2 v_j v_j^T, m x m. */
function stiffness(data: GameData, weights: Float64Array): number[][] {
  const { m, width: k, dz, columns } = data;
  const zeta = new Float64Array(k * dz);
  createPass(data)(new Float64Array(k), zeta, weights, 0, k);
  return Array.from({ length: m }, (_, a) =>
    Array.from({ length: m }, (_, b) => {
      let sum = 0;
      for (let j = 0; j < k; j++)
        for (let q = 0; q < dz; q++)
          sum += zeta[j * dz + q]! ** 2 * columns[a * k + j]! * columns[b * k + j]!;
      return sum;
    }),
  );
}

function clearance({ noise, n, dz, width }: GameData, weights: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < width; j++)
    for (let i = 0; i < n; i++) {
      let a = 0;
      for (let q = 0; q < dz; q++) a += weights[j * dz + q]! * noise[i * dz + q]!;
      least = Math.min(least, Math.abs(a));
    }
  return least;
}

/** W is a saddle: x = g(W). */
function saddleGame(seed: number): GameData {
  const random = createRandom(seed, 9);
  const [m, width, dz, n] = [
    1 + random.integer(2),
    4 + random.integer(6),
    1 + random.integer(3),
    2 + random.integer(6),
  ];
  const data = drawGame({ seed, m, width, dz, n, xmean: null });
  const hidden = hiddenOf(data, data.weights);
  const mean = data.mean.map((_, i) =>
    hidden.reduce((sum, h, j) => sum + data.columns[i * width + j]! * h, 0),
  );
  return { ...data, mean };
}

describe('the push at a saddle', () => {
  it.each(reference.width.filter(({ name }) => name === 'cone-right'))(
    '$name: that of the reference, at its end',
    (one) => {
      const data = drawGame({ ...one, width: one.k, xmean: null });
      const weights = one.states[1000]!.weights!.flat();
      expect(pushOf(data, Float64Array.from(weights), one.eta)).toBeCloseTo(
        one.eta * one.endSigmaSquared,
        12,
      );
    },
  );

  it('is eta times the greatest eigenvalue, and never above eta Lg', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed, 9);
      const [m, width, dz, n] = [1 + random.integer(8), 1 + random.integer(20), 1 + random.integer(5), 9];
      const data = drawGame({ seed, m, width, dz, n, xmean: null });
      const matrix = stiffness(data, data.weights);
      // Power method.
      let u = matrix.map(() => random.normal());
      let value = 0;
      for (let round = 0; round < 3000; round++) {
        const image = matrix.map((row) => row.reduce((sum, entry, i) => sum + entry * u[i]!, 0));
        const square = u.reduce((sum, own) => sum + own * own, 0);
        value = image.reduce((sum, own, i) => sum + own * u[i]!, 0) / square;
        const size = Math.max(...image.map(Math.abs)) || 1;
        u = image.map((own) => own / size);
      }
      const push = pushOf(data, data.weights, 0.3);
      expect(push).toBeCloseTo(0.3 * value, 8);
      expect(push).toBeLessThanOrEqual(0.3 * scaleOf(data) * (1 + 1e-12));
    }
    expect(
      pushOf(saddleGame(1), new Float64Array(saddleGame(1).weights.length).fill(Number.NaN), 1),
    ).toBeNaN();
  });

  it.each(GAME_RULES)('decides whether games pushed off a saddle come back: %s', (rule: GameRule) => {
    const counts = { back: 0, off: 0 };
    for (let seed = 1; counts.back + counts.off < 60; seed++) {
      const data = saddleGame(seed);
      const { m } = data;
      const matrix = stiffness(data, data.weights);
      const [a, b, c] = [matrix[0]![0]!, m === 2 ? matrix[0]![1]! : 0, m === 2 ? matrix[1]![1]! : 0];
      const root = Math.sqrt(((a - c) / 2) ** 2 + b * b);
      const sigmas = m === 1 ? [a] : [(a + c) / 2 + root, (a + c) / 2 - root];
      if (clearance(data, data.weights) < 1e-3 || Math.min(...sigmas) < 1e-2) continue;
      const random = createRandom(seed, 10);
      const [rho, mu] = [0.2 + random.uniform(), 0.2 + 2 * random.uniform()];
      const eta = (3 * rho * random.uniform()) / sigmas[0]!;
      expect(pushOf(data, data.weights, eta)).toBeCloseTo(eta * sigmas[0]!, 12);
      const factor = Math.max(
        ...sigmas.map((square) => spectralRadius({ rule, eta: eta * square, mu, rho })),
      );
      if (Math.abs(factor - 1) < 3e-3) continue;
      const start = {
        weights: data.weights.map((w) => w + 1e-7 * random.normal()),
        discriminator: data.mean.map(() => 1e-7 * random.normal()),
      };
      const game = createNetworkGame(data, { rule, eta, mu, rho }, 0, start);
      const state = new Float64Array(game.dimension);
      const distance = () => {
        game.read(state);
        const d = state.subarray(state.length - m).reduce((sum, own) => sum + own * own, 0);
        return Math.sqrt(game.record().loss! + d);
      };
      const first = distance();
      let now = first;
      for (let t = 0; t < 20_000 && now > 1e-3 * first && now < 100 * first; t++) {
        game.step();
        now = distance();
      }
      const isBack = now <= 1e-3 * first;
      expect(isBack, `seed ${seed}, factor ${factor}`).toBe(factor < 1);
      counts[isBack ? 'back' : 'off']++;
    }
    expect(Math.min(counts.back, counts.off)).toBeGreaterThan(8);
  });
});
