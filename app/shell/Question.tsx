import { DEFAULT_PROBLEM } from '../../engine/catalog.ts';
import { dynamicKey } from '../i18n/messages.ts';
import { autoStopStep } from '../session/auto-stop.ts';
import { presetOf } from '../session/preset-of.ts';
import { useApp, useTranslate } from '../session/session-context.tsx';
import { Coming, lazyView } from '../ui/lazy-view.tsx';

const SceneWords = lazyView(() => import('../features/lecture/SceneWords.tsx'), 'SceneWords');

/** The question of the open scene, or the page's own. */
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

/** The one sentence that asks, on a row of its own; beside it what has to be said of an end, or of unequal sides. */
function PageQuestion() {
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const own = useApp((state) => state.opened !== null && state.opened.plant === null);
  const ended = useApp(({ k, sides }) => {
    const end = autoStopStep(sides.left, sides.right);
    return end !== null && k >= end;
  });
  const unequal = useApp(({ opened }) => {
    const { left, right } = opened?.sides ?? {};
    return left !== undefined && (left.rule !== right?.rule || left.step !== right?.step);
  });
  const preset = presetOf(scenario);
  const first = scenario.problem === DEFAULT_PROBLEM;
  const later = scenario.values.right === 'relaxed' ? 'relaxed' : scenario.problem;
  const key = unequal
    ? 'question.unlocked'
    : !first
      ? t(dynamicKey('question', later))
        ? dynamicKey('question', later)
        : 'question.other'
      : own
        ? 'question.own'
        : 'question.ahead';
  return (
    <div className="question">
      <h2>{t(key)}</h2>
      {preset === 'stopping-distance' && ended && <p className="why">{t('why.stoppingDistance')}</p>}
      {unequal && <p className="warning">{t('settings.unlocked')}</p>}
    </div>
  );
}
