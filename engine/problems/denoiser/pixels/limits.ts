import type { PixelModel } from '../instance.ts';
import { DENOISER_ENDS } from '../names.ts';
import type { PixelSide, PixelsInfo, Point } from '../types.ts';

/** Starts along each axis from `from` to `to` (inclusive), and rounds of each. */
export const STARTS = { from: -0.3, to: 1.3, cells: 41, rounds: 3000 } as const;
/** Last move of a run at rest, and relative move that ends a run sooner. */
const [STILL, STANDS] = [1e-6, 1e-14];
/** Distance below which ends are equal. */
export const DISTINCT = 1e-3;
/** Starts along each axis, and rounds, in the search for cycles. */
const [FEW, ROUNDS] = [9, 600];

const { cycle, moves, longestCycle, diverged } = DENOISER_ENDS;
const KEPT = longestCycle + 1;

/** A cycle starts at its leftmost point. */
export interface PixelEnd {
  readonly kind: 'rest' | 'cycle';
  readonly points: readonly Point[];
}

/** Equals NumPy's `linspace`, bit for bit. */
export function startAlong(at: number, cells: number): number {
  const { from, to } = STARTS;
  return at === cells - 1 ? to : at * ((to - from) / (cells - 1)) + from;
}

/** Returns null for a run with neither rest nor cycle after `rounds`. */
export function createEnds(
  { round, mayCycle }: Pick<PixelModel, 'round' | 'mayCycle'>,
  rounds: number = STARTS.rounds,
) {
  const states = new Float64Array(2 * KEPT);
  const now = new Float64Array(2);

  return function endOf(x: number, y: number): PixelEnd | null {
    now[0] = x;
    now[1] = y;
    states.set(now);
    for (let k = 1; ; k++) {
      const [a, b] = [now[0]!, now[1]!];
      round(now, now);
      const [c, d] = [now[0]!, now[1]!];
      const move = Math.max(Math.abs(c - a), Math.abs(d - b));
      const size = Math.max(1, Math.abs(c), Math.abs(d));
      if (!(size <= diverged)) return null;
      if (move <= STANDS * size || (k === rounds && move < STILL)) return { kind: 'rest', points: [[c, d]] };
      if (k === rounds) return null;
      const at = 2 * (k % KEPT);
      states[at] = c;
      states[at + 1] = d;
      // Below the step bound there is no cycle: a run may only oscillate slowly to rest.
      if (move <= moves || !mayCycle) continue;
      for (let p = 2; p <= longestCycle && p <= k; p++) {
        const then = 2 * ((k - p) % KEPT);
        if (Math.abs(states[then]! - c) <= cycle * size && Math.abs(states[then + 1]! - d) <= cycle * size)
          return { kind: 'cycle', points: cycleOf(k, p) };
      }
    }
  };

  function cycleOf(k: number, period: number): Point[] {
    const points = Array.from({ length: period }, (_, back): Point => {
      const at = 2 * ((k - period + 1 + back) % KEPT);
      return [states[at]!, states[at + 1]!];
    });
    const first = points.reduce((least, [x], at) => (x < points[least]![0] - DISTINCT ? at : least), 0);
    return [...points.slice(first), ...points.slice(0, first)];
  }
}

/** True if ends are equal; cycles may begin at different points. */
export function isSameEnd(one: PixelEnd, other: PixelEnd): boolean {
  const n = one.points.length;
  if (one.kind !== other.kind || n !== other.points.length) return false;
  return one.points.some((_, from) =>
    other.points.every(([x, y], at) => {
      const [a, b] = one.points[(from + at) % n]!;
      return Math.max(Math.abs(a - x), Math.abs(b - y)) < DISTINCT;
    }),
  );
}

/** Runs from a few starts and the scenario's; skips the search if there provably are none. */
export function cyclesFrom(
  model: PixelModel,
  { c, start }: Pick<PixelsInfo, 'c' | 'start'>,
  { guaranteedBelow, rate }: Pick<PixelSide, 'guaranteedBelow' | 'rate'>,
): (readonly Point[])[] {
  if (c < guaranteedBelow || rate !== null) return [];
  const endOf = createEnds(model, ROUNDS);
  const found: PixelEnd[] = [];
  const note = (end: PixelEnd | null) => {
    if (end?.kind === 'cycle' && !found.some((one) => isSameEnd(one, end))) found.push(end);
  };
  for (let j = 0; j < FEW; j++)
    for (let i = 0; i < FEW; i++) note(endOf(startAlong(i, FEW), startAlong(j, FEW)));
  note(endOf(...start));
  return found.map(({ points }) => points);
}
