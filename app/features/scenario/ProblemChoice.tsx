import { PROBLEM_IDS, type ProblemId } from '../../../engine/catalog.ts';
import { problemName } from '../../session/problem-name.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';

/** The problem that is explored: another one opens its first preset. */
export function ProblemChoice() {
  const session = useSession();
  const t = useTranslate();
  const problem = useApp(({ scenario }) => scenario.problem);
  const control = useControl('problem');
  const title = useTitle(control, t('app.problem'));
  if (control === 'hidden') return <span className="problem-name">{problemName(problem, t)}</span>;
  return (
    <label className="control problem">
      <span>{t('app.problem')}</span>
      <select
        value={problem}
        disabled={control === 'locked'}
        title={control === 'locked' ? title : undefined}
        onChange={({ target }) => session.openProblem(target.value as ProblemId)}
        data-testid="problem"
      >
        {PROBLEM_IDS.map((id) => (
          <option key={id} value={id}>
            {problemName(id, t)}
          </option>
        ))}
      </select>
    </label>
  );
}
