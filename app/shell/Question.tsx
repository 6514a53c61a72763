import { autoStopStep } from '../session/run/auto-stop.ts';
import { isUnequal, pageQuestion } from '../session/scenario/page-question.ts';
import { presetOf } from '../session/scenario/preset-of.ts';
import { useApp, useTranslate } from '../session/session-context.tsx';
import { Coming, lazyView } from '../ui/lazy-view.tsx';

const SceneWords = lazyView(() => import('../features/lecture/SceneWords.tsx'), 'SceneWords');

export function Question() {
  const lecture = useApp((state) => state.lecture !== null);
  return lecture ? (
    <Coming fallback={<div className="question" />}>
      <SceneWords />
    </Coming>
  ) : (
    <PageQuestion />
  );
}

/** Shows the question, with notices of a run's end or unequal sides. */
function PageQuestion() {
  const t = useTranslate();
  const question = useApp((state) => pageQuestion(state, t));
  const preset = presetOf(useApp((state) => state.scenario));
  const ended = useApp(({ k, sides }) => {
    const end = autoStopStep(sides.left, sides.right);
    return end !== null && k >= end;
  });
  const unequal = useApp(isUnequal);
  return (
    <div className="question">
      <h2>{question}</h2>
      {preset === 'stopping-distance' && ended && <p className="why">{t('why.stoppingDistance')}</p>}
      {unequal && <p className="warning">{t('settings.unlocked')}</p>}
    </div>
  );
}
