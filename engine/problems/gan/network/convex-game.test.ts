import { describe, expect, it } from 'vitest';
import type { Iteration } from '../../../contract.ts';
import reference from '../../../fixtures/gan.json' with { type: 'json' };
import other from '../../../fixtures/gan-3.json' with { type: 'json' };
import { createRandom } from '../../../kernels/random.ts';
import { columnNorm, drawGame, type GameData } from '../game-data.ts';
import { GAME_RULES, type GameRule, type Play } from '../rules.ts';
import { coneFloor } from './cone-floor.ts';
import { createConvexGame, hiddenOf } from './convex-game.ts';

type Case = Omit<(typeof reference.convex)[number], 'states' | 'mseAt'> & {
  readonly states: Readonly<
    Record<string, { h: number[]; discriminator: number[]; mse: number } | undefined>
  >;
  readonly mseAt: Readonly<Record<string, number>>;
};

const stateOf = (game: Iteration) => {
  const state = new Float64Array(game.dimension);
  game.read(state);
  return state;
};
const draw = (seed: number, m: number, width: number) =>
  drawGame({ seed, m, width, dz: 2, n: 20, xmean: null });
/** 0 if reachable. */
const floorOf = ({ columns, m, width, mean }: GameData) => {
  const { floor, reachable } = coneFloor(columns, m, width, mean);
  return reachable ? 0 : floor;
};

describe.each([
  ['the reference', reference.convex as unknown as Case[]],
  ['another offset', other.convex as unknown as Case[]],
])('%s', (_, cases) => {
  it.each(cases)('$name', (one) => {
    const data = drawGame({ ...one, width: one.k, xmean: null });
    const { eta, mu, rho, rule, states } = one;
    expect(one.c / columnNorm(data) / eta).toBeCloseTo(1, 13);
    const game = createConvexGame(data, { eta, mu, rho, rule: rule as GameRule }, 0);
    for (let t = 0; t <= 1000; t++) {
      if (t > 0) game.step();
      const state = states[t];
      if (!state) continue;
      for (const [at, value] of stateOf(game).entries())
        expect(value).toBeCloseTo([...state.h, ...state.discriminator][at]!, 9);
      expect(game.record().loss).toBeCloseTo(state.mse, 10);
    }
    expect(game.record().loss).toBeCloseTo(one.last, 10);
  });
});

describe.each(GAME_RULES)('%s', (rule) => {
  /** Plays a round by the formulas. */
  function plainRound(
    { width: k, mean, columns }: GameData,
    play: Play,
    state: number[],
    before: number[] | null,
  ) {
    const { eta, mu, rho } = play;
    const gradients = (at: readonly number[]) => {
      const d = at.slice(k);
      const e = [...mean].map((x, i) =>
        at.slice(0, k).reduce((sum, h, j) => sum - columns[i * k + j]! * h, x),
      );
      const climb = at
        .slice(0, k)
        .map((_, j) => d.reduce((sum, own, i) => sum + columns[i * k + j]! * own, 0));
      return { e, g: [...climb, ...e.map((own, i) => own - rho * d[i]!)] };
    };
    const move = (g: readonly number[]) =>
      state.map((own, at) => (at < k ? Math.max(0, own + eta * g[at]!) : own + mu * g[at]!));
    const withD = (d: readonly number[]) => {
      const { g } = gradients([...state.slice(0, k), ...d]);
      return [...move(g).slice(0, k), ...d];
    };
    const { e, g } = gradients(state);
    const next = {
      simultaneous: () => move(g),
      alternating: () => withD(move(g).slice(k)),
      best: () => withD(e.map((own) => own / rho)),
      extragradient: () => move(gradients(move(g)).g),
      optimistic: () => move(g.map((own, at) => 2 * own - (before ?? g)[at]!)),
    }[rule]();
    return { state: next, g };
  }

  it('plays as the text has it, and never gets below the floor', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed, 9);
      const data = draw(seed, 1 + random.integer(5), 1 + random.integer(12));
      const { m, width: k } = data;
      const floor = floorOf(data);
      const play = { rule, eta: 1 / columnNorm(data), mu: 0.4, rho: 0.3 + random.uniform() };
      const game = createConvexGame(data, play, floor);
      let state = [...hiddenOf(data, data.weights), ...new Float64Array(m)];
      let before: number[] | null = null;
      for (let t = 0; t < 60; t++) {
        game.step();
        expect(game.record().loss).toBeGreaterThanOrEqual(floor * (1 - 1e-12));
        if (t >= 8) continue;
        const next = plainRound(data, play, state, before);
        [state, before] = [next.state, next.g];
        for (const [at, value] of stateOf(game).entries()) expect(value).toBeCloseTo(state[at]!, 11);
        expect(state.slice(0, k).every((h) => h >= 0)).toBe(true);
      }
    }
  });
});

describe('with the best discriminator', () => {
  it('mse never grows and arrives at the floor, for c below 2 rho', () => {
    let atFloor = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed, 9);
      const data = draw(seed, 1 + random.integer(3), 1 + random.integer(8));
      const floor = floorOf(data);
      const rho = 0.05 + 2 * random.uniform();
      const c = rho * (0.3 + 1.65 * random.uniform());
      const play = { rule: 'best', eta: c / columnNorm(data), mu: 0.5, rho } as const;
      const game = createConvexGame(data, play, floor);
      let last = game.record().loss!;
      const first = last;
      for (let t = 0; t < 30_000 && last - floor > 1e-7 * first; t++) {
        game.step();
        const { loss } = game.record();
        expect(loss).toBeLessThanOrEqual(last * (1 + 1e-14));
        last = loss!;
      }
      expect(last - floor).toBeLessThanOrEqual(1e-7 * first);
      if (floor > 0.1 * first) {
        expect(game.status).toBe('atFloor');
        atFloor++;
      }
    }
    expect(atFloor).toBeGreaterThan(5);
  });

  it('does not arrive at c = 2.1 rho, with one column', () => {
    const data = drawGame({ seed: 4, m: 1, width: 1, dz: 1, n: 2, xmean: [1] });
    data.columns[0] = 1;
    const play = { rule: 'best', eta: 2.1, mu: 0.5, rho: 1 } as const;
    const game = createConvexGame(data, play, 0);
    for (let t = 0; t < 500; t++) game.step();
    expect(game.record().loss).toBeGreaterThan(1e-3);
  });
});
