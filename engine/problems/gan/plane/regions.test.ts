import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHECK } from '../../../fixtures/arbitraries.ts';
import { GAME_RULES, type GameRule } from '../rules.ts';
import { CORNERS, verdictOf } from './map.ts';
import { regionOf } from './regions.ts';

/** True if the game leaves linearly. */
function isCorner(rule: GameRule, mu: number, eta: number, rho: number): boolean {
  const [p, q] = CORNERS[rule] ?? [Number.NaN, Number.NaN];
  return Math.abs(eta * mu - p) < 1e-9 && Math.abs(mu * rho - q) < 1e-9;
}

const steps = fc.integer({ min: 1, max: 3000 }).map((k) => k / 1000);
const rules = fc.constantFrom(...GAME_RULES);

function depth(polygon: ArrayLike<number>, x: number, y: number): number {
  let [least, sign] = [Number.POSITIVE_INFINITY, 0];
  for (let k = 0; k < polygon.length; k += 2) {
    const next = (k + 2) % polygon.length;
    const [ax, ay] = [polygon[k]!, polygon[k + 1]!];
    const [dx, dy] = [polygon[next]! - ax, polygon[next + 1]! - ay];
    const cross = (dx * (y - ay) - dy * (x - ax)) / Math.hypot(dx, dy);
    if (Number.isNaN(cross)) continue;
    sign ||= Math.sign(cross);
    least = Math.min(least, sign * cross);
  }
  return least;
}

test('inside the region the game arrives; on the middle of a straight border it cycles', () => {
  fc.assert(
    fc.property(rules, steps, steps, steps, steps, steps, (rule, mu, eta, rho, a, b) => {
      const window = { eta, rho };
      const { polygon, border } = regionOf(rule, mu, window);
      const at = { eta: (a / 3) * eta, rho: (b / 3) * rho };
      const inside = depth(polygon, at.eta, at.rho);
      if (inside > 1e-6) expect(verdictOf({ rule, mu, ...at })).toBe('arrives');
      // A chord cut by the window is neither.
      const isCurved = rule === 'extragradient' || rule === 'optimistic';
      for (const line of border)
        for (let k = isCurved ? 2 : 0; k + 3 < line.length; k += 2) {
          const share = isCurved ? 0 : 0.5;
          const [x, y] = [0, 1].map(
            (axis) => line[k + axis]! + share * (line[k + 2 + axis]! - line[k + axis]!),
          );
          if (line.length > 4 || !isCurved)
            expect(verdictOf({ rule, mu, eta: x!, rho: y! })).toBe(
              isCorner(rule, mu, x!, y!) ? 'leaves' : 'cycles',
            );
        }
    }),
    CHECK,
  );
});

test('the window’s own edges are no border', () => {
  fc.assert(
    fc.property(rules, steps, steps, steps, (rule, mu, eta, rho) => {
      for (const line of regionOf(rule, mu, { eta, rho }).border)
        for (let k = 0; k + 3 < line.length; k += 2) {
          expect(line[k] === 0 && line[k + 2] === 0).toBe(false);
          expect(line[k] === eta && line[k + 2] === eta).toBe(false);
          expect(line[k + 1] === rho && line[k + 3] === rho).toBe(false);
        }
    }),
    CHECK,
  );
});
