import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/gan.json';
import { anyPlay, anyStart, playSource } from '../../../fixtures/plane-plays.ts';
import { GAME_RULES, type GameRule, type Play } from '../rules.ts';
import { createPlaneGame } from './game.ts';
import { spectralRadius, verdictOf } from './map.ts';

/** Returns fewer states on divergence. */
function statesOf(play: Play, x: number, start: readonly [number, number], rounds: number): Float64Array[] {
  const game = createPlaneGame(play, x, start);
  const states: Float64Array[] = [];
  for (let k = 0; k <= rounds && game.status !== 'diverged'; k++) {
    const state = new Float64Array(2);
    game.read(state);
    states.push(state);
    game.step();
  }
  return states;
}

/** Section 5: x = 1, from (2, 0). */
function distancesOf(play: Play): (k: number) => number {
  const distances = statesOf(play, 1, [2, 0], 200).map(([w, d]) => Math.hypot(w! - 1, d!));
  return (k) => distances[k]!;
}

describe('a game of the plane', () => {
  it('is that of NumPy, round by round', () => {
    let ended = 0;
    for (const { rule, eta, mu, rho, x, start, iterates, distance } of reference.plane) {
      const play = { rule: rule as GameRule, eta, mu, rho };
      const states = statesOf(play, x, start as [number, number], 200);
      for (const [k, [w, d]] of Object.entries(iterates) as [string, number[]][]) {
        const state = states[Number(k)];
        const size = Math.max(1, Math.abs(w! - x), Math.abs(d!));
        // One game diverges before round 50.
        if (!state) expect([++ended > 0, size > 1e6]).toEqual([true, true]);
        else expect(Math.max(Math.abs(state[0]! - w!), Math.abs(state[1]! - d!))).toBeLessThan(1e-12 * size);
      }
      for (const [k, far] of Object.entries(distance)) {
        const state = states[Number(k)];
        if (state)
          expect(Math.hypot(state[0]! - x, state[1]!) / Math.max(1, far)).toBeCloseTo(Math.min(1, far), 12);
      }
    }
    expect(ended).toBe(2);
  });

  it('records the loss, the distance and the value of the game', () => {
    const { loss, distance, value } = createPlaneGame(
      { rule: 'alternating', eta: 0.1, mu: 0.1, rho: 0.5 },
      3,
      [1, -1.5],
    ).record();
    expect([loss, distance, value]).toEqual([4, 2.5, -1.5 * 2 - (0.5 * 2.25) / 2]);
  });

  it.each(GAME_RULES)('goes on from its memory with the same bits: %s', (rule) => {
    const random = playSource(3);
    for (let draw = 0; draw < 100; draw++) {
      const [eta, mu, rho] = [random.uniform(), random.uniform(), 0.5 + random.uniform()];
      const play = { rule, eta, mu, rho };
      const [x, start] = [random.normal(), anyStart(random)];
      const straight = statesOf(play, x, start, 12);
      const game = createPlaneGame(play, x, start);
      const [at, state] = [random.integer(6), new Float64Array(2)];
      for (let k = 0; k < at; k++) game.step();
      const saved = game.memory!.save();
      for (let k = 0; k < 5; k++) game.step();
      game.memory!.restore(saved);
      for (let k = at; k < 12; k++) game.step();
      game.read(state);
      expect(state).toEqual(straight[12]);
      const other = createPlaneGame(play, x, [7, 7]);
      other.memory!.restore(saved);
      other.step();
      other.read(state);
      expect(state).toEqual(straight[at + 1]);
    }
  });
});

describe('how it stands', () => {
  const play = (rule: GameRule, rho: number, step = 0.2): Play => ({ rule, eta: step, mu: step, rho });

  it('cycles from the first round on, without an end', () => {
    const game = createPlaneGame(play('alternating', 0), 1, [2, 0]);
    for (let k = 0; k < 1_000; k++) {
      expect([game.status, game.ended]).toEqual(['cycles', false]);
      game.step();
    }
    expect(game.carried).toEqual({ factor: 1 });
  });

  it('diverges in the first round beyond 1e6 times the start, and stays there', () => {
    const game = createPlaneGame(play('simultaneous', 0, 1), 0, [0, 3]);
    // Grows by sqrt(2) a round: 2^20 > 1e6 > 2^19.5.
    for (let k = 0; k < 40; k++) {
      expect([k, game.status, game.ended]).toEqual([k, 'moving', false]);
      game.step();
    }
    expect([game.status, game.ended, game.record().distance]).toEqual(['diverged', true, 3 * 2 ** 20]);
    game.step();
    expect(game.record().distance).toBe(3 * 2 ** 20);
    expect(game.carried).toBeUndefined();
  });

  it('diverges where a state is not finite', () => {
    const game = createPlaneGame(play('best', 1e-300, 1e300), 0, [1e3, 0]);
    game.step();
    expect([game.status, game.ended]).toEqual(['diverged', true]);
    // Infinity - Infinity.
    const ahead = createPlaneGame(play('extragradient', 1, 1e306), 0, [0, 1e3]);
    ahead.step();
    expect([ahead.status, ahead.ended, ahead.record().distance]).toEqual(['diverged', true, Number.NaN]);
  });

  it('has reached as soon as both criteria are met, and goes on', () => {
    const game = createPlaneGame(play('simultaneous', 1), 1, [2, 0]);
    const state = new Float64Array(2);
    const lines = new Set<string>();
    for (let k = 0; k < 400; k++) {
      game.read(state);
      const met = (state[0]! - 1) ** 2 <= 1e-12 && Math.abs(state[1]!) <= 1e-6;
      expect([k, game.status, game.ended]).toEqual([k, met ? 'reached' : 'moving', false]);
      lines.add(game.status);
      game.step();
    }
    expect(lines.size).toBe(2);
  });

  it('compares d with a millionth of max(1, |x|), and w - x with a millionth of the start', () => {
    const statusAt = (x: number, e: number, d: number) => {
      const game = createPlaneGame(play('simultaneous', 1), x, [x + 100, 0]);
      game.memory!.restore({ ...(game.memory!.save() as object), w: x + e, d });
      return game.status;
    };
    expect(statusAt(0, 0.99e-4, 0.99e-6)).toBe('reached');
    expect(statusAt(0, 1.01e-4, 0.99e-6)).toBe('moving');
    expect(statusAt(0, 0.99e-4, -1.01e-6)).toBe('moving');
    expect(statusAt(-500, 0.99e-4, 499e-6)).toBe('reached');
    expect(statusAt(-500, 0.99e-4, 501e-6)).toBe('moving');
  });

  it('compares with d of the start where that has no loss, and rests at the saddle', () => {
    const game = createPlaneGame(play('simultaneous', 1), 1, [1, 1]);
    expect(game.status).toBe('moving');
    for (let k = 0; k < 300 && game.status === 'moving'; k++) game.step();
    expect(game.status).toBe('reached');
    for (const rule of GAME_RULES) {
      const still = createPlaneGame(play(rule, 0.1), 0.7, [0.7, 0]);
      for (let k = 0; k < 3; k++) {
        expect([still.status, still.ended, still.record().distance]).toEqual(['reached', false, 0]);
        still.step();
      }
    }
  });
});

describe('without a brake', () => {
  it.each([
    ['simultaneous', (p: number) => Math.sqrt(1 + p)],
    ['extragradient', (p: number) => Math.sqrt(1 - p + p * p)],
  ] as const)('every round of %s multiplies mu (w - x)^2 + eta d^2 alike', (rule, factor) => {
    const random = playSource(4);
    for (let draw = 0; draw < 300; draw++) {
      const { eta, mu } = anyPlay(rule, random);
      const [x, start] = [random.normal(), anyStart(random)];
      const metric = ([w, d]: Float64Array) => Math.sqrt(mu * (w! - x) ** 2 + eta * d! * d!);
      const states = statesOf({ rule, eta, mu, rho: 0 }, x, start, 20);
      for (let k = 1; k < states.length; k++) {
        const before = metric(states[k - 1]!);
        // Near w = x, rounding of w counts.
        const rounding = 1e-13 + (1e-14 * Math.sqrt(mu)) / before;
        expect(Math.abs(metric(states[k]!) / before / factor(eta * mu) - 1)).toBeLessThan(rounding);
      }
      expect(Math.abs(spectralRadius({ rule, eta, mu, rho: 0 }) / factor(eta * mu) - 1)).toBeLessThan(1e-14);
    }
  });
});

describe('the presets', () => {
  const steps = { eta: 0.2, mu: 0.2 };
  it.each([
    ['gan-spiral, left', { rule: 'simultaneous', rho: 0 }, 'leaves', [1.22, 2.67, 50.5], 1.0198],
    ['gan-spiral, right', { rule: 'simultaneous', rho: 1 }, 'arrives', [0.466, 0.0134, 3.2e-8], 0.9165],
    ['gan-border, left', { rule: 'simultaneous', rho: 0.2 }, 'cycles', [0.97, 1.049, 0.954], 1],
    ['gan-cycle, left', { rule: 'alternating', rho: 0 }, 'cycles', [1.05, 0.956, 1.05], 1],
    ['gan-cycle, right', { rule: 'alternating', rho: 1 }, 'arrives', [0.408, 0.0033, 2.8e-10], null],
    ['gan-look-ahead, right', { rule: 'extragradient', rho: 0 }, 'arrives', [0.822, 0.376, 0.0199], null],
  ] as const)('%s', (_, values, verdict, expected, factor) => {
    const play = { ...steps, ...values };
    const distance = distancesOf(play);
    expect(distance(0)).toBe(1);
    [10, 50, 200].forEach((k, i) => {
      const figures = expected[i]!.toExponential().replace(/e.*|\D/g, '').length;
      expect(Number(distance(k).toPrecision(figures))).toBe(expected[i]);
    });
    expect(verdictOf(play)).toBe(verdict);
    if (factor !== null) expect(Number(spectralRadius(play).toFixed(4))).toBe(factor);
  });

  it('have a factor of exactly 1 where they cycle', () => {
    expect(spectralRadius({ rule: 'simultaneous', ...steps, rho: 0.2 })).toBe(1);
    expect(spectralRadius({ rule: 'alternating', ...steps, rho: 0 })).toBe(1);
  });
});
