import { Knobs } from '../problems/kit/Knob.tsx';
import { isOver } from '../session/guessing.ts';
import { isUnequal, pageQuestion } from '../session/scenario/page-question.ts';
import { presetOf } from '../session/scenario/preset-of.ts';
import { useApp, useTranslate } from '../session/session-context.tsx';
import { viewOf } from '../session/view.ts';
import { Coming, lazyView } from '../ui/lazy-view.tsx';

const Chips = lazyView(() => import('./Chips.tsx'), 'Chips');
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

/** Shows the question, with notices of a run's end or unequal sides, the knob, and what waits to be asked for. */
function PageQuestion() {
  const t = useTranslate();
  const question = useApp((state) => pageQuestion(state, t));
  const preset = presetOf(useApp((state) => state.scenario));
  const ended = useApp(isOver);
  const unequal = useApp(isUnequal);
  const hasChips = useApp((state) => {
    const { foretells, second, instead } = viewOf(state);
    return Boolean(foretells || second || instead);
  });
  return (
    <div className="question">
      <h2>{question}</h2>
      {preset === 'stopping-distance' && ended && <p className="why">{t('why.stoppingDistance')}</p>}
      {unequal && <p className="warning">{t('settings.unlocked')}</p>}
      <div className="asked">
        <Knobs />
        {hasChips && (
          <Coming>
            <Chips />
          </Coming>
        )}
      </div>
    </div>
  );
}
