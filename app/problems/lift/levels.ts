import type { SideName } from '../../../engine/contract.ts';

/** Fits (the slope of the output) whose lines are drawn, and the largest weight of the window. */
export const FITS = [0.25, 0.5, 1, 1.5];
export const REACH = 2;
const POINTS = 60;

/** Returns weights (flat pairs) with relu(u) alpha = fit on the left, v - w = fit on the right. */
export function levelOf(side: SideName, fit: number): number[] {
  if (side === 'right') return [fit, 0, fit + REACH, REACH];
  return Array.from({ length: POINTS }, (_, i) => {
    // Even along both arms.
    const u = (fit / REACH) * (REACH ** 2 / fit) ** (i / (POINTS - 1));
    return [u, fit / u];
  }).flat();
}
