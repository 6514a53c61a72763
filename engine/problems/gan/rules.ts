/** The five ways to play a round (docs/mathematics.md, section 14.1). */
export const GAME_RULES = ['simultaneous', 'alternating', 'extragradient', 'optimistic', 'best'] as const;
/** One of `GAME_RULES`. */
export type GameRule = (typeof GAME_RULES)[number];

/** What a side plays by: generator step eta, discriminator step mu, brake rho. */
export interface Play {
  readonly rule: GameRule;
  readonly eta: number;
  readonly mu: number;
  /** Above 0 with `best`. */
  readonly rho: number;
}

/** Evaluations of the gradients that one round costs. */
export function evaluationsOf(rule: GameRule): number {
  return rule === 'extragradient' ? 2 : 1;
}

/** The criteria of the ends (docs/mathematics.md, section 14.1), as numbers, so that the page states what the engine tests. */
export const GAME_ENDS = {
  /** diverged: not finite, or ||e|| (plane: the distance) > this times the start's; with more than one weight also this max(., ||x||). */
  diverged: 1e6,
  /** reached: mse <= this times the start's. */
  reachedLoss: 1e-12,
  /** reached, besides: ||d|| <= this max(1, ||x||). */
  reachedDiscriminator: 1e-6,
} as const;

/** How a linear game ends, from the spectral radius of a round. */
export type Verdict = 'arrives' | 'cycles' | 'leaves';

/** The same more finely: `drifts` leaves by a fixed amount per round, `rests` comes to a standstill off the saddle. */
export type Motion = Verdict | 'drifts' | 'rests';
