import type { Vector } from '../../../contract.ts';
import type { GameRule } from '../rules.ts';
import type { ForecastReading, PlaneSide, RegionTold } from '../types.ts';
import { motionOf, spectralRadius } from './map.ts';
import { type RegionWindow, stableRegion } from './stable-region.ts';

const CHORDS = 96;

/** Excludes from the border the window's edges, and rho = 0 if the game arrives there. */
export function regionOf(rule: GameRule, mu: number, window: RegionWindow): RegionTold {
  const polygon = stableRegion(rule, mu, window, CHORDS);
  return { polygon, border: borderOf(polygon, rule, window) };
}

function borderOf(polygon: Vector, rule: GameRule, { eta: wide, rho: high }: RegionWindow): Vector[] {
  const count = polygon.length / 2;
  const lines: number[][] = [];
  let before = false;
  for (let k = 0; k < count; k++) {
    const [eta, rho] = [polygon[2 * k]!, polygon[2 * k + 1]!];
    const next = (k + 1) % count;
    const [toEta, toRho] = [polygon[2 * next]!, polygon[2 * next + 1]!];
    const both = (a: number, b: number, at: number) => a === at && b === at;
    const isEdge =
      both(eta, toEta, 0) ||
      both(eta, toEta, wide) ||
      both(rho, toRho, high) ||
      // Without a brake only `alternating` cycles over a range of steps.
      (both(rho, toRho, 0) && rule !== 'alternating');
    if (!isEdge && !before) lines.push([eta, rho]);
    if (!isEdge) lines.at(-1)!.push(toEta, toRho);
    before = !isEdge;
  }
  return lines.map((line) => Float64Array.from(line));
}

export function forecastOf(side: PlaneSide, eta: number, rho: number): ForecastReading['told']['left'] {
  const play = { ...side, eta, rho };
  const defined = side.rule !== 'best' || rho > 0;
  return defined ? { factor: spectralRadius(play), motion: motionOf(play) } : null;
}
