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

/** How a linear game ends, from the spectral radius of a round. */
export type Verdict = 'arrives' | 'cycles' | 'leaves';
