import { Knobs } from '../problems/kit/Knob.tsx';
import { isOver } from '../session/guessing.ts';
import { isUnequal, pageQuestion } from '../session/scenario/page-question.ts';
import { presetOf } from '../session/scenario/preset-of.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { leftOut, viewOf } from '../session/view.ts';
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

/** Shows the question, with notices of a run's end or unequal sides, the knob, and what waits to be asked for. */
function PageQuestion() {
  const t = useTranslate();
  const question = useApp((state) => pageQuestion(state, t));
  const preset = presetOf(useApp((state) => state.scenario));
  const ended = useApp(isOver);
  const unequal = useApp(isUnequal);
  return (
    <div className="question">
      <h2>{question}</h2>
      {preset === 'stopping-distance' && ended && <p className="why">{t('why.stoppingDistance')}</p>}
      {unequal && <p className="warning">{t('settings.unlocked')}</p>}
      <div className="asked">
        <Knobs />
        <Chips />
      </div>
    </div>
  );
}

/** Buttons that show a forecast, and the pictures that the first screen leaves out. */
function Chips() {
  const session = useSession();
  const t = useTranslate();
  const { forecast, pictures } = useApp(({ scenario }) => scenario.values);
  const foretells = useApp((state) => viewOf(state).foretells ?? false);
  const more = useApp((state) =>
    leftOut(state)
      .map((of) => of.title(state, t))
      .join(' · '),
  );
  return (
    <>
      {foretells && (
        <button
          type="button"
          className="chip"
          data-testid="forecast"
          aria-pressed={forecast}
          onClick={() => session.change({ forecast: !forecast })}
        >
          {t('chip.forecast')}
        </button>
      )}
      {more !== '' && (
        <button
          type="button"
          className="chip"
          data-testid="pictures"
          aria-pressed={pictures === 'all'}
          title={more}
          aria-description={more}
          onClick={() => session.change({ pictures: pictures === 'all' ? 'first' : 'all' })}
        >
          {t('chip.pictures')}
        </button>
      )}
    </>
  );
}
