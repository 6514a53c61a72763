import './words.en.ts';
import { Dices, Pause, Play, RotateCcw, StepBack, StepForward } from 'lucide-react';
import { useRef } from 'react';
import { openScene } from '../session/guessing.ts';
import { useApp, useSession, useTransient, useTranslate } from '../session/session-context.tsx';
import { shownSpan } from '../session/span.ts';
import { useControl, useTitle } from '../session/use-control.ts';
import { ControlButton } from './ControlButton.tsx';

/** Speeds of the menu, in steps a second. */
const SPEEDS = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Reset, step back, play, step, scrub, speed, dice; at the bottom of the page and at the thumb of a phone. */
export function PlaybackBar() {
  const session = useSession();
  const t = useTranslate();
  const playing = useApp((state) => state.playing);
  const ready = useApp((state) => state.opened !== null && state.phase !== 'lost');
  return (
    <footer className="playback">
      <ControlButton
        control="reset"
        className="icon-button"
        onClick={session.reset}
        title={`${t('play.reset')} (R)`}
        aria-label={t('play.reset')}
      >
        <RotateCcw size={20} aria-hidden />
      </ControlButton>
      <ControlButton
        control="steps"
        className="icon-button"
        onClick={() => session.step(-1)}
        title={`${t('play.back')} (←)`}
        aria-label={t('play.back')}
      >
        <StepBack size={20} aria-hidden />
      </ControlButton>
      <ControlButton
        control="play"
        id="play-button"
        className="icon-button play"
        disabled={!ready}
        onClick={session.toggle}
        title={`${playing ? t('play.pause') : t('play.play')} (${t('key.space')})`}
        aria-label={playing ? t('play.pause') : t('play.play')}
      >
        {playing ? (
          <Pause size={22} fill="currentColor" aria-hidden />
        ) : (
          <Play size={22} fill="currentColor" aria-hidden />
        )}
      </ControlButton>
      <ControlButton
        control="steps"
        className="icon-button"
        onClick={() => session.step(1)}
        title={`${t('play.forward')} (→)`}
        aria-label={t('play.forward')}
      >
        <StepForward size={20} aria-hidden />
      </ControlButton>
      <Scrub />
      <StepCount />
      <Speed />
      <ControlButton
        control="dice"
        className="icon-button"
        onClick={session.reseed}
        title={`${t('play.dice')} (N)`}
        aria-label={t('play.dice')}
      >
        <Dices size={20} aria-hidden />
      </ControlButton>
    </footer>
  );
}

/** The line of steps: what was computed is darker; beyond it seeking computes. */
export function Scrub() {
  const session = useSession();
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const control = useControl('scrub');
  const title = useTitle(control, t('play.scrub'));
  const bookmark = useApp((state) => openScene(state)?.bookmark ?? null);
  const marked = bookmark === null ? undefined : t('present.bookmarkAt', { k: bookmark });
  useTransient(
    (state) => `${state.k} ${state.frontier} ${openScene(state)?.bookmark}`,
    () => {
      const { k, frontier } = session.store.getState();
      const element = input.current;
      if (!element) return;
      const mark = openScene(session.store.getState())?.bookmark ?? 0;
      const span = shownSpan(Math.max(frontier, mark));
      // The range first: a value beyond it would be cut.
      element.max = String(span);
      element.value = String(k);
      element.style.setProperty('--at', String(k / span));
      element.style.setProperty('--computed', String(frontier / span));
      element.style.setProperty('--bookmark', String(mark / span));
    },
  );
  // The step itself stays beside it.
  if (control === 'hidden') return <span className="no-scrub" />;
  return (
    <input
      ref={input}
      className="scrub"
      data-scrub
      type="range"
      min={0}
      max={shownSpan(0)}
      step={1}
      defaultValue={0}
      aria-label={t('play.scrub')}
      disabled={control === 'locked'}
      title={control === 'locked' ? title : marked}
      aria-description={marked}
      data-bookmark={bookmark ?? undefined}
      onInput={(event) => session.seek(Number(event.currentTarget.value))}
    />
  );
}

export function StepCount() {
  const t = useTranslate();
  const count = useRef<HTMLElement>(null);
  const stride = useApp((state) => state.stride);
  useTransient(
    (state) => state.k,
    (k) => {
      if (count.current) count.current.textContent = String(k);
    },
  );
  return (
    <span className="step-count">
      {t('play.step')}{' '}
      <b ref={count} data-testid="step">
        0
      </b>
      {stride > 1 && (
        <span className="kept" title={t('play.keptWhy', { stride })}>
          {t('play.kept', { stride })}
        </span>
      )}
    </span>
  );
}

function Speed() {
  const session = useSession();
  const t = useTranslate();
  const speed = useApp((state) => state.scenario.values.speed);
  const achieved = useApp((state) => state.achieved);
  const control = useControl('speed');
  const title = useTitle(control, t('play.speed'));
  const reached = achieved !== null && (
    <span className="achieved">{t('play.achieved', { rate: achieved })}</span>
  );
  if (control === 'hidden')
    return (
      <span className="speed" data-testid="speed">
        {t('play.perSecond', { speed })}
        {reached}
      </span>
    );
  const choices = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
  return (
    <label className="speed">
      <span className="visually-hidden">{t('play.speed')}</span>
      <select
        value={speed}
        disabled={control === 'locked'}
        title={control === 'locked' ? title : undefined}
        onChange={(event) => session.change({ speed: Number(event.target.value) })}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {t('play.perSecond', { speed: choice })}
          </option>
        ))}
      </select>
      {reached}
    </label>
  );
}
