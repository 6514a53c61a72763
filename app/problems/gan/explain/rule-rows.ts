import type { GameRound } from '../../../../engine/problems/gan/types.ts';
import { texNumber } from '../../../i18n/tex.ts';

type GameRule = GameRound['rule'];

/** Inequality in p = eta mu and q = mu rho. A game of the plane arrives if all hold. */
interface Condition {
  readonly tex: readonly [less: string, more: string];
  less(p: number, q: number): number;
  more(p: number, q: number): number;
}

const condition = (
  less: string,
  more: string,
  of: (p: number, q: number) => readonly [less: number, more: number],
): Condition => ({ tex: [less, more], less: (p, q) => of(p, q)[0], more: (p, q) => of(p, q)[1] });

/** Eigenvalues of a round, with b^2 + q b + p = 0, and the conditions of arrival (docs/mathematics.md, section 14.1). */
const ROWS: Readonly<
  Record<GameRule, { readonly eigenvalues: string; readonly conditions: readonly Condition[] }>
> = {
  simultaneous: {
    eigenvalues: '\\lambda=1+b',
    conditions: [condition('p', 'q', (p, q) => [p, q]), condition('2q-p', '4', (p, q) => [2 * q - p, 4])],
  },
  alternating: {
    eigenvalues: '\\lambda^2-(2-p-q)\\lambda+1-q=0',
    conditions: [condition('0', 'q', (_, q) => [0, q]), condition('p+2q', '4', (p, q) => [p + 2 * q, 4])],
  },
  extragradient: {
    eigenvalues: '\\lambda=1+b+b^2',
    conditions: [
      condition('p^2-pq+q^2', 'p+q', (p, q) => [p * p - p * q + q * q, p + q]),
      condition('q', '1+p', (p, q) => [q, 1 + p]),
    ],
  },
  optimistic: {
    eigenvalues: '\\lambda^2-(1+2b)\\lambda+b=0',
    conditions: [
      condition('2p', '1', (p) => [2 * p, 1]),
      condition('p(3p-1)', 'q(1-2p)', (p, q) => [p * (3 * p - 1), q * (1 - 2 * p)]),
      condition('6q', '4+9p', (p, q) => [6 * q, 4 + 9 * p]),
    ],
  },
  best: {
    eigenvalues: '\\lambda=1-\\frac pq\\ \\ \\text{@explain.tex.and}\\ 0',
    conditions: [condition('p', '2q', (p, q) => [p, 2 * q])],
  },
};

export const eigenvaluesTex = (rule: GameRule): string => ROWS[rule].eigenvalues;

/** True if a game of the plane arrives by this rule. */
export const arrives = (rule: GameRule, p: number, q: number): boolean =>
  ROWS[rule].conditions.every(({ less, more }) => less(p, q) < more(p, q));

/** Characters from which a condition's numbers get their own line. */
const LONG = 16;

/** Writes the conditions with their numbers as lines of `aligned`. */
export function conditionRows(rule: GameRule, p: number, q: number): string[] {
  return ROWS[rule].conditions.flatMap(({ tex: [a, b], less, more }) => {
    const holds = less(p, q) < more(p, q) ? '<' : '\\nless';
    const [row, numbers] = [
      `&${a}<${b}\\colon`,
      `\\quad ${texNumber(less(p, q))}${holds}${texNumber(more(p, q))}`,
    ];
    return row.length > LONG ? [row, `&${numbers}`] : [row + numbers];
  });
}
