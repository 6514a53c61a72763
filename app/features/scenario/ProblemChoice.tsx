import { PROBLEM_IDS } from '../../../engine/catalog.ts';
import { problemName } from '../../session/scenario/problem-name.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { Select } from '../../ui/fields/Select.tsx';

/** Chooses the problem, which opens its opening. */
export function ProblemChoice() {
  const session = useSession();
  const t = useTranslate();
  const problem = useApp(({ scenario }) => scenario.problem);
  const control = useControl('problem');
  const title = useTitle(control, t('app.problem'));
  if (control === 'hidden') return <span className="problem-name">{problemName(problem, t)}</span>;
  return (
    <Select
      className="control problem"
      label={t('app.problem')}
      value={problem}
      options={PROBLEM_IDS.map((id) => [id, problemName(id, t)])}
      disabled={control === 'locked'}
      title={control === 'locked' ? title : undefined}
      onChoose={session.openProblem}
      data-testid="problem"
    />
  );
}
