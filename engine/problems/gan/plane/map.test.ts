import { describe, expect, it, test } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import reference from '../../../fixtures/gan.json';
import {
  anyPlay,
  anyStart,
  borderPlay,
  logsOfPowers,
  playAt,
  playSource,
} from '../../../fixtures/plane-plays.ts';
import type { RandomSource } from '../../../kernels/random.ts';
import { GAME_RULES, type GameRule, type Play, type Verdict } from '../rules.ts';
import { createPlaneGame } from './game.ts';
import { displacementOf, motionOf, roundMatrix, roundOf, spectralRadius, verdictOf } from './map.ts';

/** (p, q) with s = 1 and linearly growing powers. */
const CORNERS: Readonly<Partial<Record<GameRule, readonly [number, number]>>> = {
  simultaneous: [4, 4],
  alternating: [4, 0],
  extragradient: [1, 2],
  optimistic: [4 / 9, 4 / 3],
};

const ROUNDS = 10_000;

/** Null if `ROUNDS` rounds do not decide. */
function played(play: Play, random: RandomSource): Verdict | null {
  const game = createPlaneGame(play, random.normal(), anyStart(random));
  for (let k = 0; k < ROUNDS; k++) {
    game.step();
    const { status } = game;
    if (status === 'diverged') return 'leaves';
    if (status === 'reached') return 'arrives';
  }
  return null;
}

/** Scaled by sqrt(mu) and sqrt(eta), which balances both steps. */
function balanced(play: Play): Float64Array {
  const R = roundMatrix(play);
  const [size, scales] = [Math.sqrt(R.length), [Math.sqrt(play.mu), Math.sqrt(play.eta)]];
  return R.map((entry, at) => (entry * scales[Math.floor(at / size) % 2]!) / scales[at % 2]!);
}

/**
 * Squares repeatedly. Powers that double four times running, from R^2048 to R^32768, grow linearly or faster: it leaves. Else log |R^N|/N
 * at N = 2^45 is log s to 1e-12, as the division undoes the growth of rounding.
 */
function byPowers(play: Play): Verdict {
  const logs = logsOfPowers(balanced(play), 45);
  if ([12, 13, 14, 15].every((k) => logs[k]! - logs[k - 1]! > Math.log(1.9))) return 'leaves';
  const rate = logs[45]! / 2 ** 45;
  return Math.abs(rate) <= 1e-9 ? 'cycles' : rate < 0 ? 'arrives' : 'leaves';
}

describe('the matrix of a round', () => {
  it.each(GAME_RULES)('is what %s plays', (rule) => {
    const random = playSource(0);
    const [after, moved] = [new Float64Array(2), new Float64Array(2)];
    for (let draw = 0; draw < (runsAll ? 1_000 : 300); draw++) {
      const play = anyPlay(rule, random);
      const [x, [w, d]] = [random.normal(), anyStart(random)];
      const R = roundMatrix(play);
      const vector = rule === 'optimistic' ? [w - x, d, w - x, d] : [w - x, d];
      const [size, expected] = [vector.length, [x, 0]];
      for (let i = 0; i < 2; i++)
        for (let j = 0; j < size; j++) expected[i] = expected[i]! + R[size * i + j]! * vector[j]!;
      roundOf(play, x)(after, w, d);
      displacementOf(play, x)(moved, w, d);
      for (let i = 0; i < 2; i++) {
        const largest = Math.max(...R.map(Math.abs)) * 10;
        expect(Math.abs(after[i]! - expected[i]!)).toBeLessThan(1e-14 * largest);
        expect(moved[i]).toBe(after[i]! - [w, d][i]!);
      }
    }
  });
});

describe('the spectral radius', () => {
  it('is that of NumPy', () => {
    expect(reference.plane).toHaveLength(35);
    for (const { rule, eta, mu, rho, spectralRadius: expected, verdict } of reference.plane) {
      const play = { rule: rule as GameRule, eta, mu, rho };
      // Double eigenvalues, which NumPy misses by 1e-9: 1 + b with b = -0.2, and l^2 - 0.6 l - 0.2 = 0.
      const double = rho === 2 && (rule === 'simultaneous' || rule === 'optimistic');
      const exact = rule === 'simultaneous' ? 0.8 : (0.6 + Math.sqrt(1.16)) / 2;
      expect(Math.abs(spectralRadius(play) - (double ? exact : expected))).toBeLessThan(1e-12);
      expect(verdictOf(play)).toBe(verdict);
    }
  });

  it('is exact at and near double eigenvalues, where a general routine errs by 1e-8', () => {
    const radius = (rule: GameRule, p: number, q: number) => spectralRadius({ rule, eta: p, mu: 1, rho: q });
    // b = -t twice; dyadic t have an exact t^2.
    const doubles = Array.from({ length: 250 }, (_, k) => (k < 50 ? k / 100 : k / 64));
    for (const t of doubles) {
      expect(Math.abs(radius('simultaneous', t * t, 2 * t) - Math.abs(1 - t))).toBeLessThan(1e-15);
      expect(Math.abs(radius('extragradient', t * t, 2 * t) / (1 - t + t * t) - 1)).toBeLessThan(1e-15);
      const optimistic = (Math.abs(1 - 2 * t) + Math.sqrt(1 + 4 * t * t)) / 2;
      expect(Math.abs(radius('optimistic', t * t, 2 * t) / optimistic - 1)).toBeLessThan(1e-15);
    }
    // l = 1 - t twice; rounding of q = 2 t - t^2 counts.
    for (let k = 0; k < 100; k++) {
      const [small, t] = [k / 1e5, k / 64];
      expect(Math.abs(radius('alternating', small * small, small * (2 - small)) - (1 - small))).toBeLessThan(
        1e-10,
      );
      expect(Math.abs(radius('alternating', t * t, t * (2 - t)) - Math.abs(1 - t))).toBeLessThan(1e-15);
    }
    // (1 +- i)/2, each twice: S = 0.
    expect(radius('optimistic', 1 / 4, 0)).toBe(Math.sqrt(2) / 2);
  });

  it.each(GAME_RULES)('of %s is the growth of the powers of its matrix', (rule) => {
    const random = playSource(1);
    for (let draw = 0; draw < (runsAll ? 1_000 : 300); draw++) {
      const play = draw % 2 ? borderPlay(rule, random, 0.1 * random.normal()) : anyPlay(rule, random);
      const rate = logsOfPowers(roundMatrix(play), 45)[45]! / 2 ** 45;
      const s = spectralRadius(play);
      if (s > 1e-9) expect(Math.abs(Math.log(s) - rate)).toBeLessThan(1e-11);
    }
  });
});

describe('the verdict', () => {
  const DRAWN = runsAll ? 2_000 : 300;
  const BORDER = runsAll ? 200 : 70;

  it.each(GAME_RULES)(`of %s is how ${DRAWN} games and more end`, (rule) => {
    const random = playSource(2);
    const plays = [
      ...Array.from({ length: DRAWN }, () => anyPlay(rule, random)),
      ...Array.from({ length: BORDER }, () => borderPlay(rule, random)),
      ...Array.from({ length: 2 * BORDER }, (_, k) =>
        borderPlay(rule, random, (k % 2 ? 1 : -1) * 10 ** -(1 + (k % 7))),
      ),
      ...[0.5, 1, 2].flatMap((mu) => (CORNERS[rule] ? [playAt(rule, ...CORNERS[rule], mu)] : [])),
    ];
    const [told, decided] = [
      { arrives: 0, cycles: 0, leaves: 0 },
      { played: 0, powers: 0 },
    ];
    const wrong: object[] = [];
    for (const play of plays) {
      const how = played(play, random);
      const verdict = verdictOf(play);
      decided[how ? 'played' : 'powers']++;
      told[verdict]++;
      const expected = how ?? byPowers(play);
      if (verdict !== expected) wrong.push({ play, verdict, expected });
    }
    expect(wrong).toEqual([]);
    expect(told.arrives).toBeGreaterThan(DRAWN / 10);
    expect(told.leaves).toBeGreaterThan(DRAWN / 10);
    expect(told.cycles).toBeGreaterThanOrEqual(BORDER);
    expect(decided.played).toBeGreaterThan(DRAWN / 2);
  });

  it('is `leaves` at the four corners, within 1e-9 of them, and not much further', () => {
    for (const [rule, [p, q]] of Object.entries(CORNERS) as [GameRule, [number, number]][]) {
      expect(Math.abs(spectralRadius(playAt(rule, p, q, 1)) - 1)).toBeLessThan(1e-12);
      for (const [i, j] of [
        [0, 0],
        [9e-10, 0],
        [0, -9e-10],
        [-9e-10, 9e-10],
      ] as const)
        expect(verdictOf(playAt(rule, p + i, Math.max(0, q + j), 1))).toBe('leaves');
    }
    // Near a corner s is 1 up to rounding.
    const close = 1 / 2 ** 26;
    expect(spectralRadius(playAt('simultaneous', 4 - 2 * close, 4 - close, 1))).toBe(1);
    expect(spectralRadius(playAt('alternating', 4 - 2 * close, close, 1))).toBe(1);
    expect(spectralRadius(playAt('extragradient', 1 - close, 2 - close, 1))).toBe(1);
    expect(verdictOf(playAt('simultaneous', 4 - close, 4 - close, 1))).toBe('cycles');
    expect(verdictOf(playAt('simultaneous', 4 - 2 * close, 4 - close, 1))).toBe('cycles');
    expect(verdictOf(playAt('alternating', 4 - close, 0, 1))).toBe('cycles');
    expect(verdictOf(playAt('alternating', 4 - 2 * close, close, 1))).toBe('cycles');
    expect(verdictOf(playAt('extragradient', 1 - close, 2 - close, 1))).toBe('cycles');
    expect(verdictOf(playAt('optimistic', 4 / 9 - 2 * close, 4 / 3 - 3 * close, 1))).toBe('cycles');
  });

  it('counts the repeated eigenvalue -1 with both eigenvectors as cycling', () => {
    const play = { rule: 'extragradient', eta: 2, mu: 1, rho: 1 } as const;
    expect([...roundMatrix(play)]).toEqual([-1, 0, -0, -1]);
    expect([spectralRadius(play), verdictOf(play)]).toEqual([1, 'cycles']);
    expect(verdictOf({ rule: 'best', eta: 0.6, mu: 1, rho: 0.3 })).toBe('cycles');
  });
});

describe('what the verdict leaves out', () => {
  const at = (rule: GameRule, p: number, q: number, mu = 1) =>
    motionOf({ rule, eta: p / mu, mu, rho: q / mu });

  test.each([0.1, 0.5, 0.9])('extragradient on q = 1 + p rests at fixed points, p = %d', (p) => {
    const play: Play = { rule: 'extragradient', eta: p, mu: 1, rho: 1 + p };
    expect([verdictOf(play), motionOf(play)]).toEqual(['cycles', 'rests']);
    const round = roundOf(play, 0);
    const state = Float64Array.of(1, 0.3);
    for (let k = 0; k < 1000; k++) round(state, state[0]!, state[1]!);
    expect(Math.abs(state[1]!)).toBeGreaterThan(0.1);
    const [w, d] = [state[0]!, state[1]!];
    round(state, w, d);
    expect(Math.hypot(state[0]! - w, state[1]! - d) / Math.hypot(w, d)).toBeLessThan(1e-14);
  });

  test('corners drift, however p and q come about; what is near 1 alone does not', () => {
    for (const [rule, [p, q]] of Object.entries(CORNERS))
      for (const mu of [0.01, 0.3, 1, 7]) expect(at(rule as GameRule, p, q, mu)).toBe('drifts');
    expect(at('simultaneous', 1e-7, 0)).toBe('leaves');
    expect(at('extragradient', 2, 1)).toBe('cycles');
    expect(at('extragradient', 1.5, 2.5)).toBe('leaves');
  });
});
