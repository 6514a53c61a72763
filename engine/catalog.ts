import type { ProblemCard, ReadColumns } from './contract.ts';
import type { ParamSpecs, Values } from './params.ts';
import * as CARDS from './problems/cards.ts';
import { endNames } from './run/status.ts';
import { PAGE_PARAMS } from './scenario/page-keys.ts';

/** Card with its parameter types. */
export type Card = (typeof CARDS)[keyof typeof CARDS];

/** Menu order; cards without a position come last. */
const IN_ORDER: readonly Card[] = Object.values(CARDS).sort(
  ({ menu: a = Number.MAX_VALUE }, { menu: b = Number.MAX_VALUE }) => a - b,
);

/** Link names of all problems, in menu order. */
export const PROBLEM_IDS = IN_ORDER.map(({ id }) => id);

/** Link name of a problem. */
export type ProblemId = (typeof PROBLEM_IDS)[number];

/** Cards of all problems in menu order: the only part of a problem that the app may import. */
export const CATALOG = Object.fromEntries(IN_ORDER.map((card) => [card.id, card])) as {
  readonly [Each in Card as Each['id']]: Each;
};

/** The problem of a link that names none. */
export const DEFAULT_PROBLEM = 'one-neuron' satisfies ProblemId;

/** True if a text is the name of a problem. */
export function isProblemId(id: string): id is ProblemId {
  return Object.hasOwn(CATALOG, id);
}

const PARAMS = new Map<string, ParamSpecs>(
  IN_ORDER.map(({ id, params }) => [id, { ...params, ...PAGE_PARAMS }]),
);

/** Returns all declarations of a scenario: the problem's own, then the shared ones. */
export function scenarioParams(problem: ProblemId): ParamSpecs {
  return PARAMS.get(problem)!;
}

/** Returns the length of a start or plant under these values; null while own data are unread, and if it takes none. */
export function startLength(problem: ProblemId, values: Values, own: ReadColumns | null): number | null {
  const card: ProblemCard = CATALOG[problem];
  return card.startLength?.(values, own) ?? null;
}

/** Returns all status names that runs of a problem may have. */
export function endsOf(problem: ProblemId): readonly string[] {
  const card: ProblemCard = CATALOG[problem];
  return endNames(card);
}
