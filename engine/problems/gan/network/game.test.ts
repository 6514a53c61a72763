import { describe, expect, it } from 'vitest';
import type { Iteration } from '../../../contract.ts';
import reference from '../../../fixtures/gan.json' with { type: 'json' };
import other from '../../../fixtures/gan-3.json' with { type: 'json' };
import { createRandom } from '../../../kernels/random.ts';
import { drawGame, type GameData, scaleOf, twoWeightsData } from '../game-data.ts';
import { GAME_RULES, type GameRule, type Play } from '../rules.ts';
import { coneFloor } from './cone-floor.ts';
import { hiddenOf } from './convex-game.ts';
import { createNetworkGame } from './game.ts';

interface Case {
  readonly name: string;
  readonly seed: number;
  readonly m: number;
  readonly k: number;
  readonly dz: number;
  readonly n: number;
  readonly rule: string;
  readonly eta: number;
  readonly mu: number;
  readonly rho: number;
  readonly floor: number;
  readonly last: number;
  readonly stoppedAt: number;
  readonly mseAt: Readonly<Record<string, number | undefined>>;
  readonly states: Readonly<
    Record<string, { mean: number[]; discriminator: number[]; weights?: number[][] } | undefined>
  >;
}

const dataOf = (one: Case) => drawGame({ ...one, width: one.k, xmean: null });
const playOf = ({ rule, eta, mu, rho }: Case): Play => ({ rule: rule as GameRule, eta, mu, rho });
/** 0 if reachable. */
const floorOf = ({ columns, m, width, mean }: GameData) => {
  const { floor, reachable } = coneFloor(columns, m, width, mean);
  return reachable ? 0 : floor;
};
const stateOf = (game: Iteration) => {
  const state = new Float64Array(game.dimension);
  game.read(state);
  return state;
};
function lossesOf(game: Iteration, rounds: number): number[] {
  const losses = [game.record().loss!];
  for (let t = 0; t < rounds && !game.ended; t++) {
    game.step();
    losses.push(game.record().loss!);
  }
  return losses;
}
const near = (value: number, given: number) =>
  expect(Math.abs(value - given)).toBeLessThan(1e-9 * Math.max(1, Math.abs(given)));

describe.each([
  ['the reference', reference.width as unknown as Case[]],
  ['another offset', other.width as unknown as Case[]],
])('%s', (_, cases) => {
  it.each(cases)('$name: rounds 0, 1, 2 and 10', (one) => {
    const data = dataOf(one);
    const game = createNetworkGame(data, playOf(one), 0);
    for (let t = 0; t <= 10; t++) {
      if (t > 0) game.step();
      const mse = one.mseAt[t];
      if (mse !== undefined) near(game.record().loss!, mse);
      const state = one.states[t];
      if (!state) continue;
      const now = stateOf(game);
      const weights = now.subarray(0, now.length - data.m);
      const hidden = hiddenOf(data, weights);
      for (const [i, value] of state.mean.entries()) {
        let mean = 0;
        for (let j = 0; j < data.width; j++) mean += data.columns[i * data.width + j]! * hidden[j]!;
        near(mean, value);
        near(now[weights.length + i]!, state.discriminator[i]!);
      }
      for (const [at, value] of (state.weights ?? []).flat().entries()) near(weights[at]!, value);
    }
  });

  it.each(cases.filter(({ last, mseAt }) => mseAt[1000] && last < 1e-9))('$name: arrives', (one) => {
    const game = createNetworkGame(dataOf(one), playOf(one), 0);
    expect(lossesOf(game, 1000).at(-1)).toBeLessThan(1e-9);
  });

  it.each(cases.filter(({ stoppedAt }) => stoppedAt < 1000))('$name: leaves', (one) => {
    const losses = lossesOf(createNetworkGame(dataOf(one), playOf(one), 0), 1000);
    expect(losses.findIndex((mse) => mse > 1e12)).toBe(one.stoppedAt);
  });
});

/** Every fifth has a column or a noise sample of zeros. */
function randomGame(seed: number): GameData {
  const random = createRandom(seed, 9);
  const [m, width, dz, n] = [
    1 + random.integer(4),
    1 + random.integer(10),
    1 + random.integer(3),
    1 + random.integer(9),
  ];
  const data = drawGame({ seed, m, width, dz, n, xmean: null });
  if (seed % 5 === 0) {
    for (let i = 0; i < m; i++) data.columns[i * width] = 0;
    data.noise.fill(0, 0, dz);
  }
  return data;
}
const randomPlay = (seed: number, data: GameData, rule: GameRule): Play => {
  const random = createRandom(seed, 10);
  const eta = (0.2 + 2 * random.uniform()) / (scaleOf(data) || 1);
  return { rule, eta, mu: 0.1 + random.uniform(), rho: 0.1 + 1.5 * random.uniform() };
};

/** Plays a round by the formulas; `before` are the previous gradients. */
function plainRound(data: GameData, play: Play, state: number[], before: number[] | null) {
  const { m, width: k, dz, n, noise, columns, mean } = data;
  const { rule, eta, mu, rho } = play;
  const size = k * dz;
  const gradients = (at: readonly number[]) => {
    const e = [...mean];
    const g = at.map(() => 0);
    for (let s = 0; s < n; s++)
      for (let j = 0; j < k; j++) {
        let a = 0;
        for (let q = 0; q < dz; q++) a += at[j * dz + q]! * noise[s * dz + q]!;
        if (!(a > 0)) continue;
        let pull = 0;
        for (let i = 0; i < m; i++) {
          e[i] = e[i]! - (columns[i * k + j]! * a) / n;
          pull += columns[i * k + j]! * at[size + i]!;
        }
        for (let q = 0; q < dz; q++) g[j * dz + q] = g[j * dz + q]! + (pull * noise[s * dz + q]!) / n;
      }
    for (let i = 0; i < m; i++) g[size + i] = e[i]! - rho * at[size + i]!;
    return { e, g };
  };
  const move = (g: readonly number[]) => state.map((w, at) => w + (at < size ? eta : mu) * g[at]!);
  const generator = (d: readonly number[]) => {
    const { g } = gradients([...state.slice(0, size), ...d]);
    return [...state.slice(0, size).map((w, at) => w + eta * g[at]!), ...d];
  };
  const { e, g } = gradients(state);
  if (rule === 'simultaneous') return { state: move(g), g };
  if (rule === 'alternating') return { state: generator(move(g).slice(size)), g };
  if (rule === 'best') return { state: generator(e.map((value) => value / rho)), g };
  if (rule === 'extragradient') return { state: move(gradients(move(g)).g), g };
  return { state: move(g.map((value, at) => 2 * value - (before ?? g)[at]!)), g };
}

describe.each(GAME_RULES)('%s', (rule) => {
  it('plays as the text has it, sample by sample, from any start', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const data = randomGame(seed);
      const play = randomPlay(seed, data, rule);
      const random = createRandom(seed, 11);
      const start = {
        weights: data.weights.map(() => random.normal()),
        discriminator: data.mean.map(() => random.normal()),
      };
      const game = createNetworkGame(data, play, 0, start);
      let state = [...start.weights, ...start.discriminator];
      let before: number[] | null = null;
      for (let t = 0; t < 5 && !game.ended; t++) {
        game.step();
        const next = plainRound(data, play, state, before);
        [state, before] = [next.state, next.g];
        const off = stateOf(game).map(
          (value, at) => Math.abs(value - state[at]!) / Math.max(1, Math.abs(state[at]!)),
        );
        expect(Math.max(...off)).toBeLessThan(1e-9);
      }
    }
  });

  it('never gets below the floor, and records L', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const data = randomGame(seed);
      const floor = floorOf(data);
      const play = randomPlay(seed, data, rule);
      const game = createNetworkGame(data, play, floor);
      let [least, off] = [Number.POSITIVE_INFINITY, 0];
      for (let t = 0; t <= 150 && !game.ended; t++) {
        const { loss, value } = game.record();
        least = Math.min(least, loss!);
        const state = stateOf(game);
        const size = data.width * data.dz;
        const hidden = hiddenOf(data, state.subarray(0, size));
        let [expected, terms, square] = [0, 0, 0];
        for (const [i, d] of state.subarray(size).entries()) {
          let e = data.mean[i]!;
          for (let j = 0; j < data.width; j++) e -= data.columns[i * data.width + j]! * hidden[j]!;
          expected += d * e - (play.rho / 2) * d * d;
          terms += Math.abs(d * e) + (play.rho / 2) * d * d;
          square += e * e;
        }
        off = Math.max(
          off,
          Math.abs(value! - expected) / (terms || 1),
          Math.abs(loss! - square) / (square || 1),
        );
        game.step();
      }
      expect(least).toBeGreaterThanOrEqual(floor * (1 - 1e-12));
      expect(off).toBeLessThan(1e-13);
    }
  });

  it('has the same bits wherever it pauses, and goes on alike from what was saved', () => {
    const data = drawGame({ seed: 3, m: 3, width: 23, dz: 20, n: 1000, xmean: null });
    const play = { rule, eta: 0.5 / scaleOf(data), mu: 0.5, rho: 1 };
    const [whole, pausing, saved] = [0, 1, 2].map(() => createNetworkGame(data, play, 0)) as [
      Iteration,
      Iteration,
      Iteration,
    ];
    let [pauses, asked] = [0, 0];
    let kept: unknown;
    for (let t = 0; t < 6; t++) {
      whole.step();
      while (pausing.step(() => asked++ % (t + 1) === 0) === 'paused') pauses++;
      expect(stateOf(pausing)).toEqual(stateOf(whole));
      expect(pausing.record()).toEqual(whole.record());
      if (t === 2) kept = whole.memory!.save();
    }
    expect(pauses).toBeGreaterThan(6);
    // Within a round.
    saved.step(() => true);
    saved.memory!.restore(kept);
    for (let t = 3; t < 6; t++) saved.step();
    expect(stateOf(saved)).toEqual(stateOf(whole));
    saved.memory!.restore(kept);
    for (let t = 3; t < 6; t++) saved.step();
    expect(stateOf(saved)).toEqual(stateOf(whole));
  });

  it('ends as diverged where it leaves, and stays there', () => {
    const data = drawGame({ seed: 7, m: 2, width: 8, dz: 2, n: 20, xmean: null });
    for (const [eta, mu] of [
      [1e9, 1e3],
      [100, 1],
    ] as const) {
      const game = createNetworkGame(data, { rule, eta, mu, rho: 0.5 }, 0);
      const start = game.memory!.save();
      const losses = lossesOf(game, 1000);
      expect([game.status, game.ended]).toEqual(['diverged', true]);
      const bound = 1e12 * Math.max(losses[0]!, data.mean[0]! ** 2 + data.mean[1]! ** 2);
      for (const mse of losses.slice(0, -1)) expect(mse).toBeLessThanOrEqual(bound);
      expect(losses.at(-1)! <= bound && stateOf(game).every(Number.isFinite)).toBe(false);
      const last = stateOf(game);
      expect(game.step()).toBe('done');
      expect(stateOf(game)).toEqual(last);
      game.memory!.restore(start);
      expect([game.status, game.ended]).toEqual(['moving', false]);
      expect(lossesOf(game, 1000)).toEqual(losses);
    }
  });
});

describe('how it stands', () => {
  const game = (floor: number, w: number, d = 0) =>
    createNetworkGame(
      twoWeightsData([1, 1], -0.5, [w, 0]),
      { rule: 'best', eta: 0.1, mu: 0.5, rho: 1 },
      floor,
      { weights: Float64Array.of(w, 0), discriminator: Float64Array.of(d) },
    );

  it('is at the floor from a millionth above it on, and only where there is one', () => {
    const standing = (floor: number, w: number) => game(floor, w).status;
    expect(standing(0.25, 0)).toBe('atFloor');
    // e = -(0.5 + w/2).
    expect(standing(0.25, 0.99e-6 / 2)).toBe('atFloor');
    expect(standing(0.25, 1.01e-6 / 2)).toBe('moving');
    expect(standing(0, 0)).toBe('moving');
    expect(game(0.25, 0)).toMatchObject({ ended: false, carried: { floor: 0.25 } });
  });

  it('has reached where mse and discriminator are both small', () => {
    const data = { ...twoWeightsData([1, -1], 0, [1, 1]), mean: Float64Array.of(1) };
    const of = (w: number, d: number) => {
      const iteration = createNetworkGame(data, { rule: 'simultaneous', eta: 0, mu: 1e-300, rho: 0 }, 0, {
        weights: Float64Array.of(w, 0),
        discriminator: Float64Array.of(d),
      });
      return iteration.status;
    };
    // Only 0 is small at the start.
    expect([of(2, 0), of(2, 0.99e-6), of(2, 1.01e-6), of(1, 0)]).toEqual([
      'reached',
      'reached',
      'moving',
      'moving',
    ]);
  });

  it('has reached at a millionth of a millionth of the mse of the start', () => {
    // Only w_1 moves: e halves every round.
    const play = { rule: 'best', eta: 2e7, mu: 0.5, rho: 1e7 } as const;
    const one = createNetworkGame(twoWeightsData([1, -1], 4, [1, 0]), play, 0);
    const losses = lossesOf(one, 19);
    expect(losses.at(-1)).toBeCloseTo(losses[0]! / 4 ** 19, 15);
    expect(one.status).toBe('moving');
    one.step();
    expect(one.status).toBe('reached');
  });

  it('has left only where ||e|| is far above that of the start and ||x||', () => {
    const data = twoWeightsData([1, -1], 1, [2.000001, 0]);
    const play = { rule: 'best', eta: 10, mu: 0.5, rho: 1 } as const;
    const one = createNetworkGame(data, play, 0);
    // e grows by 1.5 per round, from 5e-7.
    const losses = lossesOf(one, 200);
    expect(Math.max(...losses)).toBeGreaterThan(1);
    expect(one.status).not.toBe('diverged');
  });

  it('has left where the discriminator is not finite, though the mse is', () => {
    const data = drawGame({ seed: 1, m: 2, width: 3, dz: 2, n: 4, xmean: [3, -4] });
    data.noise.fill(0);
    const one = createNetworkGame(data, { rule: 'simultaneous', eta: 1e-3, mu: 1e3, rho: 10 }, 0);
    const losses = lossesOf(one, 1000);
    expect(new Set(losses)).toEqual(new Set([25]));
    expect(one.status).toBe('diverged');
    expect(losses.length).toBeLessThan(100);
  });

  it('without noise moves the discriminator alone', () => {
    const data = { ...drawGame({ seed: 1, m: 2, width: 3, dz: 2, n: 4, xmean: [3, -4] }) };
    data.noise.fill(0);
    const one = createNetworkGame(data, { rule: 'simultaneous', eta: 1, mu: 0.5, rho: 1 }, 0);
    expect(lossesOf(one, 60)).toEqual(Array(61).fill(25));
    expect(stateOf(one).slice(0, 6)).toEqual(data.weights);
    expect(stateOf(one)[6]).toBeCloseTo(3, 14);
  });
});

describe('neurons', () => {
  /** Counts games with a silent neuron after 1,000 rounds. */
  const withDead = (n: number) => {
    let games = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const data = drawGame({ seed, m: 2, width: 3, dz: 2, n, xmean: null });
      const play = { rule: 'simultaneous', eta: 1 / scaleOf(data), mu: 0.5, rho: 1 } as const;
      const game = createNetworkGame(data, play, 0);
      for (let t = 0; t < 1000; t++) game.step();
      if (hiddenOf(data, stateOf(game).subarray(0, 6)).includes(0)) games++;
    }
    return games;
  };

  it('die in 40 of 60 games with three noise samples, in none with twenty', () => {
    expect([withDead(3), withDead(20)]).toEqual([40, 0]);
  });
});

describe('two weights', () => {
  it.each(reference.twoWeights)('$name: mse is 2 rho Phi', ({ v, x, values }) => {
    for (const { at, phi } of values) {
      const data = twoWeightsData(v as [number, number], x, at as [number, number]);
      const game = createNetworkGame(data, { rule: 'simultaneous', eta: 0.1, mu: 0.5, rho: 1 }, 0);
      expect(game.record().loss! / 2).toBeCloseTo(phi, 14);
    }
  });
});
