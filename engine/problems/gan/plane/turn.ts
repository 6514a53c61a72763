import type { Play } from '../rules.ts';
import type { Turn } from '../types.ts';
import { roundOf } from './map.ts';

/** Plays one round from between the axes, where both players move. Numbers that are not finite propagate. */
export function turnOf(play: Play): Turn {
  const { rule, eta, mu, rho } = play;
  const round = roundOf(play, 0);
  const after = (w: number, d: number): readonly [number, number] => {
    const into = new Float64Array(2);
    round(into, w, d);
    return [into[0]!, into[1]!];
  };
  const first: readonly [number, number] = [Math.SQRT1_2, Math.SQRT1_2];
  if (rule === 'optimistic') {
    // Its first round is simultaneous: the turn is its second.
    const [w, d] = after(...first);
    const [pull, push] = [2 * d - first[1], 2 * (-w - rho * d) - (-first[0] - rho * first[1])];
    return { from: [w, d], to: [w + eta * pull, d + mu * push], ahead: null, before: first };
  }
  const ahead = rule === 'extragradient' ? roundOf({ ...play, rule: 'simultaneous' }, 0) : null;
  const seen = new Float64Array(2);
  ahead?.(seen, ...first);
  return { from: first, to: after(...first), ahead: ahead && [seen[0]!, seen[1]!], before: null };
}
