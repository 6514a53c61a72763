import { DEFAULT_PROBLEM } from '../../../engine/catalog.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import type { AppState } from '../store.ts';

/** True if the open scenario's optimizers have different rules or step sizes. */
export function isUnequal({ opened }: Pick<AppState, 'opened'>): boolean {
  const { left, right } = opened?.sides ?? {};
  if (!left || !right || left.iterates || right.iterates) return false;
  return left.rule !== right.rule || left.step !== right.step;
}

export function pageQuestion(state: Pick<AppState, 'scenario' | 'opened'>, t: Translate): string {
  const { problem, values } = state.scenario;
  if (isUnequal(state)) return t('question.unlocked');
  if (problem === DEFAULT_PROBLEM)
    return t(state.opened && state.opened.plant === null ? 'question.own' : 'question.ahead');
  // Other problems' words load with them; without a question there is a general one.
  const ask = (of: string) => t(dynamicKey('question', of));
  return ask(values.right === 'relaxed' ? 'relaxed' : problem) || ask('other');
}
