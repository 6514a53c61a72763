import { CATALOG, DEFAULT_PROBLEM, type ProblemId } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';

/** Returns the title of document and PDF. */
export function pageTitle(problem: ProblemId, t: Translate): string {
  return problem === DEFAULT_PROBLEM ? t('app.pageTitle') : `${t('app.title')}: ${problemName(problem, t)}`;
}

/** Returns a problem's name: the page's words, else the card's, else the link's id. */
export function problemName(problem: ProblemId, t: Translate): string {
  const key = dynamicKey('problem', problem);
  const { words }: ProblemCard = CATALOG[problem];
  return t(key) || words?.[key] || problem;
}
