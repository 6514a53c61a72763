import type { PairInstance } from '../contract.ts';
import { distance, norm } from '../kernels/vector.ts';
import type { Descent } from '../run/descent.ts';

/** Smaller differences of distances are rounding (docs/mathematics.md, section 3.5). */
export const TOLERANCE = 1e-9;

/** Allowed negative rounding of Delta relative to L ||w - w*|| (||w|| + ||w*||), the size of its cancelling terms. */
const ROUNDINGS = 1e-12;

export interface Audit {
  readonly behindAt: number;
  readonly behindBy: number;
  readonly points: number;
  readonly failures: number;
  look(k: number): void;
}

/**
 * Audits one run: at which common steps is the right side farther from the plant, and is Delta(w) = <w - w*, grad g(w) - grad f(w)> >= 0 at
 * every visited point? Checked only with the plant's own labels, where it is proved (docs/mathematics.md, section 3.4); from both
 * gradients, not from the proof's sum, so that it can fail.
 */
export function createAudit(instance: PairInstance, left: Descent, right: Descent): Audit {
  const { plant, planted, scaling, dimension, smoothness } = instance;
  const home = new Float64Array(dimension);
  if (plant) scaling.toScaled(home, plant);
  const other = new Float64Array(dimension);

  const homeNorm = norm(home);

  function holds(w: Float64Array, ofLeft: Float64Array, ofRight: Float64Array): boolean {
    let delta = 0;
    for (let j = 0; j < dimension; j++) delta += (w[j]! - home[j]!) * (ofRight[j]! - ofLeft[j]!);
    return delta >= -ROUNDINGS * smoothness * distance(w, home) * (norm(w) + homeNorm);
  }

  function ask(): void {
    audit.points += 2;
    instance.right.evaluate(other, left.weights);
    if (!holds(left.weights, left.gradient, other)) audit.failures++;
    instance.left.evaluate(other, right.weights);
    if (!holds(right.weights, other, right.gradient)) audit.failures++;
  }

  const audit = {
    behindAt: -1,
    behindBy: 0,
    points: 0,
    failures: 0,
    look(k: number): void {
      if (left.status === 'diverged' || right.status === 'diverged') return;
      const behind = right.distance - left.distance;
      if (behind > audit.behindBy) audit.behindBy = behind;
      if (behind > TOLERANCE && audit.behindAt < 0) audit.behindAt = k;
      if (planted) ask();
    },
  };
  return audit;
}
