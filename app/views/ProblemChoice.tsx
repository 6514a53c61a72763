import { CATALOG, type ProblemId } from '../../engine/catalog.ts';
import { dynamicKey } from '../messages/messages.ts';
import { useApp, useSession, useTranslate } from './session-context.tsx';

const PROBLEM_IDS = Object.keys(CATALOG) as ProblemId[];

/** The problem that is explored: another one opens its first preset. */
export function ProblemChoice() {
  const session = useSession();
  const t = useTranslate();
  const problem = useApp(({ scenario }) => scenario.problem);
  return (
    <label className="control problem">
      <span>{t('app.problem')}</span>
      <select
        value={problem}
        onChange={({ target }) => session.openProblem(target.value as ProblemId)}
        data-testid="problem"
      >
        {PROBLEM_IDS.map((id) => (
          <option key={id} value={id}>
            {t(dynamicKey('problem', id))}
          </option>
        ))}
      </select>
    </label>
  );
}
