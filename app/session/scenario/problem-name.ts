import { CATALOG, DEFAULT_PROBLEM, type ProblemId } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';

/** The title of the document, and of the PDF that is printed of it. */
export function pageTitle(problem: ProblemId, t: Translate): string {
  return problem === DEFAULT_PROBLEM ? t('app.pageTitle') : `${t('app.title')}: ${problemName(problem, t)}`;
}

/** What a problem is called in the menu, before the words of the others have come: by the page, by its card, or as links do. */
export function problemName(problem: ProblemId, t: Translate): string {
  const key = dynamicKey('problem', problem);
  const { words }: ProblemCard = CATALOG[problem];
  return t(key) || words?.[key] || problem;
}
