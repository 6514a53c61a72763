import type { Vector } from '../../../contract.ts';
import type { GameRule } from '../rules.ts';

/**
 * True if the plane's game arrives from every start: all eigenvalues lie inside the unit circle (docs/mathematics.md, section 14.1). False
 * for non-finite numbers.
 */
export function isStable(rule: GameRule, eta: number, mu: number, rho: number): boolean {
  const [p, q] = [eta * mu, mu * rho];
  switch (rule) {
    case 'simultaneous':
      return p < q && 2 * q - p < 4;
    case 'alternating':
      return q > 0 && p + 2 * q < 4;
    case 'extragradient':
      return p * p - p * q + q * q < p + q && q < 1 + p;
    case 'optimistic':
      // The first one implies p < 1/2.
      return p * (3 * p - 1) < q * (1 - 2 * p) && 6 * q < 4 + 9 * p;
    case 'best':
      return eta < 2 * rho;
  }
}

/** 0 to `eta`, 0 to `rho`. */
export interface RegionWindow {
  readonly eta: number;
  readonly rho: number;
}

/**
 * Returns the stable (eta, rho) at this mu as one convex polygon (not closed). Straight borders are exact; a curved one has `steps` chords
 * inside of the region.
 */
export function stableRegion(rule: GameRule, mu: number, window: RegionWindow, steps: number): Vector {
  const outline =
    rule === 'best'
      ? [0, 0, 2 * window.rho, window.rho, 0, window.rho]
      : outlineOf(rule, steps).map((value) => value / mu);
  const inEta = clipped(outline, 0, window.eta);
  return Float64Array.from(clipped(inEta, 1, window.rho));
}

/** Returns the unclipped region over p = eta mu and q = mu rho. */
function outlineOf(rule: Exclude<GameRule, 'best'>, steps: number): number[] {
  switch (rule) {
    case 'simultaneous':
      return [0, 0, 4, 4, 0, 2];
    case 'alternating':
      return [0, 0, 4, 0, 0, 2];
    case 'extragradient':
      // The ellipse p^2 - p q + q^2 = p + q passes through the origin: q = m p meets it again at p = (1 + m)/(1 - m + m^2).
      return [
        ...[0, 0],
        ...arc(steps, 0, 2, (m) => [(1 + m) / (1 - m + m * m), (m * (1 + m)) / (1 - m + m * m)]),
        ...[0, 1],
      ];
    case 'optimistic':
      return [
        ...[0, 0],
        ...arc(steps, 1 / 3, 4 / 9, (p) => [p, (p * (3 * p - 1)) / (1 - 2 * p)]),
        ...[0, 2 / 3],
      ];
  }
}

function arc(
  steps: number,
  from: number,
  to: number,
  point: (at: number) => readonly [number, number],
): number[] {
  return Array.from({ length: steps + 1 }, (_, k) => [...point(from + ((to - from) * k) / steps)]).flat();
}

/** Clips to coordinate `axis` <= `most`. */
function clipped(polygon: readonly number[], axis: number, most: number): number[] {
  const kept: number[] = [];
  for (let at = 0; at < polygon.length; at += 2) {
    const next = (at + 2) % polygon.length;
    const [here, there] = [polygon[at + axis]!, polygon[next + axis]!];
    if (here <= most) kept.push(polygon[at]!, polygon[at + 1]!);
    if (here > most === there > most) continue;
    const share = (most - here) / (there - here);
    const crossing = [0, 1].map((k) => polygon[at + k]! + share * (polygon[next + k]! - polygon[at + k]!));
    crossing[axis] = most;
    kept.push(...crossing);
  }
  return kept;
}
