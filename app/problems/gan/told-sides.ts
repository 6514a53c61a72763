import type { SideName } from '../../../engine/contract.ts';
import type { GameRound, PlaneSide } from '../../../engine/problems/gan/types.ts';

export const lines = (...rows: string[]) => `\\begin{aligned}${rows.join('\\\\ ')}\\end{aligned}`;

export type Rounds = Readonly<Record<SideName, GameRound | null>>;

/** The sides whose lines differ, with what each line begins with. */
export function toldSides<Of>(of: (side: SideName) => Of, key: (of: Of) => string) {
  const [left, right] = [of('left'), of('right')];
  if (key(left) === key(right)) return [{ side: 'left' as SideName, label: '', of: left }];
  return [
    { side: 'left' as SideName, label: '\\text{@explain.tex.left}', of: left },
    { side: 'right' as SideName, label: '\\text{@explain.tex.right}', of: right },
  ];
}

/** p and q of a round at the generator step `eta`. */
export const placeOf = ({ mu, rho }: Pick<PlaneSide, 'mu' | 'rho'>, eta: number) =>
  [eta * mu, mu * rho] as const;
