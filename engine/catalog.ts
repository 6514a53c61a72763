import type { ProblemCard, ReadColumns } from './contract.ts';
import type { ParamSpecs, Values } from './params.ts';
import * as CARDS from './problems/cards.ts';
import { endNames } from './run/status.ts';
import { PAGE_PARAMS } from './scenario/page-keys.ts';

/** One of them, with the types of its parameters. */
export type Card = (typeof CARDS)[keyof typeof CARDS];

/** In menu order: cards that name no place come last. */
const IN_ORDER: readonly Card[] = Object.values(CARDS).sort(
  ({ menu: a = Number.MAX_VALUE }, { menu: b = Number.MAX_VALUE }) => a - b,
);

/** The names of all problems, as links have them, in menu order. */
export const PROBLEM_IDS = IN_ORDER.map(({ id }) => id);

/** The problems by the names that links use. */
export type ProblemId = (typeof PROBLEM_IDS)[number];

/** The cards of all problems, in menu order: plain data, which is all of a problem that the app may import. */
export const CATALOG = Object.fromEntries(IN_ORDER.map((card) => [card.id, card])) as {
  readonly [Each in Card as Each['id']]: Each;
};

/** The problem of a link that names none. */
export const DEFAULT_PROBLEM = 'one-neuron' satisfies ProblemId;

/** Whether a text is the name of a problem. */
export function isProblemId(id: string): id is ProblemId {
  return Object.hasOwn(CATALOG, id);
}

const PARAMS = new Map<string, ParamSpecs>(
  IN_ORDER.map(({ id, params }) => [id, { ...params, ...PAGE_PARAMS }]),
);

/** Everything that a scenario of this problem may set: the problem's own parameters, then those of every problem. */
export function scenarioParams(problem: ProblemId): ParamSpecs {
  return PARAMS.get(problem)!;
}

/** Numbers of a start, and of a plant, under these values; null where they are of own data that is not read yet, and where it takes none. */
export function startLength(problem: ProblemId, values: Values, own: ReadColumns | null): number | null {
  const card: ProblemCard = CATALOG[problem];
  return card.startLength?.(values, own) ?? null;
}

/** All names that runs of a problem may stand at. */
export function endsOf(problem: ProblemId): readonly string[] {
  const card: ProblemCard = CATALOG[problem];
  return endNames(card);
}
