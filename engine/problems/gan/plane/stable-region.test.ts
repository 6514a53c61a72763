import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { anyPlay, borderPlay, playSource } from '../../../fixtures/plane-plays.ts';
import { GAME_RULES } from '../rules.ts';
import { spectralRadius } from './map.ts';
import { isStable, stableRegion } from './stable-region.ts';

describe('the closed conditions', () => {
  const POINTS = runsAll ? 6_000 : 2_000;

  it.each(GAME_RULES)(`of %s are a spectral radius below 1, at ${POINTS} points`, (rule) => {
    const random = playSource(6);
    const wrong: object[] = [];
    let stable = 0;
    for (let draw = 0; draw < POINTS; draw++) {
      const play = draw % 2 ? anyPlay(rule, random) : borderPlay(rule, random, 1.6 * random.uniform() - 0.8);
      const s = spectralRadius(play);
      if (Math.abs(s - 1) <= 1e-9) continue;
      const told = isStable(rule, play.eta, play.mu, play.rho);
      if (told !== s < 1) wrong.push({ play, told });
      if (told) stable++;
    }
    expect(wrong).toEqual([]);
    expect(stable).toBeGreaterThan(POINTS / 4);
    expect(stable).toBeLessThan((5 / 6) * POINTS);
  });

  it('are those of section 1.1 at rho = 0', () => {
    for (const eta of [0.1, 0.3, 0.5, 0.9, 1.1, 3.9, 4.1]) {
      expect(isStable('simultaneous', eta, 1, 0)).toBe(false);
      expect(isStable('alternating', eta, 1, 0)).toBe(false);
      expect(isStable('extragradient', eta, 1, 0)).toBe(eta < 1);
      expect(isStable('optimistic', eta, 1, 0)).toBe(eta < 1 / 3);
    }
    expect(isStable('simultaneous', Number.NaN, 1, 1)).toBe(false);
  });
});

/** Returns the distance to a counter-clockwise convex polygon's border, negative outside. */
function inside(polygon: Float64Array, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < polygon.length; at += 2) {
    const next = (at + 2) % polygon.length;
    const [along, up] = [polygon[next]! - polygon[at]!, polygon[next + 1]! - polygon[at + 1]!];
    const length = Math.hypot(along, up);
    if (length > 0)
      least = Math.min(least, (along * (y - polygon[at + 1]!) - up * (x - polygon[at]!)) / length);
  }
  return least;
}

describe('the region', () => {
  it.each(GAME_RULES)('of %s is where it is stable', (rule) => {
    const random = playSource(7);
    const wrong: object[] = [];
    for (const mu of [0.05, 0.2, 0.7, 1, 3, 100]) {
      for (const window of [
        { eta: 0.4, rho: 1.5 },
        { eta: 2, rho: 0.3 },
        { eta: 10, rho: 10 },
      ]) {
        const polygon = stableRegion(rule, mu, window, 400);
        // Error of 400 chords.
        const chord = 4e-5 / mu;
        for (let at = 0; at < polygon.length; at += 2) {
          expect(polygon[at]).toBeGreaterThanOrEqual(0);
          expect(polygon[at]).toBeLessThanOrEqual(window.eta);
          expect(polygon[at + 1]).toBeGreaterThanOrEqual(0);
          expect(polygon[at + 1]).toBeLessThanOrEqual(window.rho);
        }
        const corner = { eta: Math.min(window.eta, 5 / mu), rho: Math.min(window.rho, 5 / mu) };
        for (let draw = 0; draw < 300; draw++) {
          const reach = draw % 2 ? window : corner;
          const [eta, rho] = [reach.eta * random.uniform(), reach.rho * random.uniform()];
          const depth = inside(polygon, eta, rho);
          if (Math.abs(depth) > chord && isStable(rule, eta, mu, rho) !== depth > 0)
            wrong.push({ eta, rho, mu, depth });
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(GAME_RULES)('of %s has its corners on the border, exactly where that is curved', (rule) => {
    const polygon = stableRegion(rule, 1, { eta: 10, rho: 10 }, 64);
    const curved = rule === 'extragradient' || rule === 'optimistic';
    expect(polygon.length > 100).toBe(curved);
    let onBorder = 0;
    for (let at = 0; at < polygon.length; at += 2) {
      const [eta, rho] = [polygon[at]!, polygon[at + 1]!];
      if (eta === 0 || (rule === 'best' && rho === 10)) continue;
      expect(Math.abs(spectralRadius({ rule, eta, mu: 1, rho }) - 1)).toBeLessThan(1e-9);
      onBorder++;
    }
    expect(onBorder).toBeGreaterThan(rule === 'best' ? 0 : curved ? 60 : 0);
  });
});
