import { CATALOG, type ProblemId } from '../../engine/catalog.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { dynamicKey, type Translate } from '../messages/messages.ts';

/** What a problem is called in the menu, before the words of the others have come: by the page, by its card, or as links do. */
export function problemName(problem: ProblemId, t: Translate): string {
  const key = dynamicKey('problem', problem);
  const { words }: ProblemCard = CATALOG[problem];
  return t(key) || words?.[key] || problem;
}
