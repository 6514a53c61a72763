import type { SideName } from '../../../../engine/contract.ts';
import type { GameRound, PlaneSide } from '../../../../engine/problems/gan/types.ts';

export type Rounds = Readonly<Record<SideName, GameRound | null>>;

/** Returns (p, q) of a round at the generator step `eta`. */
export const placeOf = ({ mu, rho }: Pick<PlaneSide, 'mu' | 'rho'>, eta: number) =>
  [eta * mu, mu * rho] as const;
