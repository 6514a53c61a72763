/** The five rules of a round (docs/mathematics.md, section 14.1). */
export const GAME_RULES = ['simultaneous', 'alternating', 'extragradient', 'optimistic', 'best'] as const;
export type GameRule = (typeof GAME_RULES)[number];

/** Rule of a side, generator step eta, discriminator step mu, brake rho. */
export interface Play {
  readonly rule: GameRule;
  readonly eta: number;
  readonly mu: number;
  /** Above 0 with `best`. */
  readonly rho: number;
}

/** Gradient evaluations per round. */
export function evaluationsOf(rule: GameRule): number {
  return rule === 'extragradient' ? 2 : 1;
}

/** Criteria of the ends (docs/mathematics.md, section 14.1), exported so that the page shows what the engine tests. */
export const GAME_ENDS = {
  /** diverged: not finite, or ||e|| (plane: the distance) > this times the start's; with more than one weight also this max(., ||x||). */
  diverged: 1e6,
  /** reached: mse <= this times the start's. */
  reachedLoss: 1e-12,
  /** reached also requires ||d|| <= this max(1, ||x||). */
  reachedDiscriminator: 1e-6,
} as const;

/** End of a linear game, by the spectral radius of a round. */
export type Verdict = 'arrives' | 'cycles' | 'leaves';

/** Refined verdict: `drifts` leaves by a fixed amount per round, `rests` stops off the saddle. */
export type Motion = Verdict | 'drifts' | 'rests';
