/** Rules of a round (docs/mathematics.md, section 14.1). */
export const GAME_RULES = ['simultaneous', 'alternating', 'extragradient', 'optimistic', 'best'] as const;
export type GameRule = (typeof GAME_RULES)[number];

/** Steps eta (generator) and mu (discriminator), brake rho. */
export interface Play {
  readonly rule: GameRule;
  readonly eta: number;
  readonly mu: number;
  /** Above 0 with `best`. */
  readonly rho: number;
}

export function evaluationsOf(rule: GameRule): number {
  return rule === 'extragradient' ? 2 : 1;
}

/** Criteria of the ends (docs/mathematics.md, section 14.1), shown by the page. */
export const GAME_ENDS = {
  /** Not finite, or ||e|| (plane: the distance) > this times the start's; with more than one weight also this max(., ||x||). */
  diverged: 1e6,
  /** mse <= this times the start's. */
  reachedLoss: 1e-12,
  /** And ||d|| <= this max(1, ||x||). */
  reachedDiscriminator: 1e-6,
} as const;

export type Verdict = 'arrives' | 'cycles' | 'leaves';

/** `drifts` leaves by a fixed amount per round, `rests` stops off the saddle. */
export type Motion = Verdict | 'drifts' | 'rests';
