import type { ProblemCard } from '../../engine/contract.ts';

/** Loads the words of the problems beyond the opening one: those of the page, and what their cards say of themselves. */
export async function loadMoreWords(cards: Readonly<Record<string, ProblemCard>>): Promise<void> {
  (await import('./card-words.ts')).nameCards(cards);
}
