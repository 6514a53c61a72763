import './words.en.ts';
import {
  ChartScatter,
  Dices,
  Ellipsis,
  type LucideIcon,
  Pause,
  Play,
  RotateCcw,
  StepBack,
  StepForward,
} from 'lucide-react';
import { type ButtonHTMLAttributes, Fragment, useMemo, useRef, useState } from 'react';
import type { PageControl } from '../../engine/scenario/control-names.ts';
import { openScene } from '../session/guessing.ts';
import { toggleCrowd } from '../session/picture/crowd.ts';
import { CROWD, canCrowd, suitsCrowd } from '../session/picture/shown-crowd.ts';
import { shownSpan } from '../session/run/span.ts';
import { reseeded } from '../session/scenario/reseed.ts';
import { isAtEnd } from '../session/scene-parts.ts';
import { useApp, useSession, useTransient, useTranslate } from '../session/session-context.tsx';
import { useControl, useTitle } from '../session/use-control.ts';
import { ControlButton, IconControl } from './fields/ControlButton.tsx';
import { usePhone } from './look/theme.ts';
import { useLong } from './use-long.ts';
import { Menu } from './windows/Menu.tsx';
import { writeText } from './write-text.ts';

const SPEEDS = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** An icon button; its title names its key. */
function BarButton({
  control,
  words,
  keyName,
  icon: Icon,
  size = 20,
  filled = false,
  className = '',
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title'> & {
  control: PageControl;
  words: string;
  keyName: string;
  icon: LucideIcon;
  size?: number;
  filled?: boolean;
}) {
  return (
    <ControlButton
      control={control}
      className={`icon-button ${className}`.trim()}
      title={`${words} (${keyName})`}
      aria-label={words}
      {...rest}
    >
      <Icon size={size} {...(filled && { fill: 'currentColor' })} aria-hidden />
    </ControlButton>
  );
}

const PLAY_BUTTONS = ['reset', 'back', 'play', 'forward'] as const;

/** All or some of: reset, back, play, forward. Smaller in an embed, which hides those without room. */
export function PlayButtons({
  embedded = false,
  which = PLAY_BUTTONS,
}: {
  embedded?: boolean;
  which?: readonly (typeof PLAY_BUTTONS)[number][];
}) {
  const session = useSession();
  const t = useTranslate();
  const playing = useApp((state) => state.playing);
  const ready = useApp((state) => state.opened !== null && state.phase !== 'lost');
  const size = embedded ? 18 : 20;
  const room = embedded ? 'with-some-room' : '';
  const stepBy = (by: number, word: 'play.back' | 'play.forward', keyName: string, icon: LucideIcon) => (
    <BarButton
      control="steps"
      {...{ words: t(word), keyName, icon, size, className: room }}
      onClick={() => session.step(by)}
    />
  );
  const buttons = {
    reset: (
      <BarButton
        control="reset"
        words={t('play.reset')}
        keyName="R"
        icon={RotateCcw}
        size={size}
        className={embedded ? 'with-room' : ''}
        onClick={session.reset}
      />
    ),
    back: stepBy(-1, 'play.back', '←', StepBack),
    play: (
      <BarButton
        control="play"
        id={embedded ? undefined : 'play-button'}
        className="play"
        words={t(playing ? 'play.pause' : 'play.play')}
        keyName={t('key.space')}
        icon={playing ? Pause : Play}
        size={size + 2}
        filled
        disabled={!ready}
        onClick={({ shiftKey }) => (shiftKey ? session.goOn() : session.toggle())}
      />
    ),
    forward: stepBy(1, 'play.forward', '→', StepForward),
  };
  return which.map((name) => <Fragment key={name}>{buttons[name]}</Fragment>);
}

/** The page's bar; on a phone one row and a menu. */
export function PlaybackBar() {
  const session = useSession();
  const t = useTranslate();
  const isPhone = usePhone();
  const [open, setOpen] = useState(false);
  // A scenario with all numbers given has no randomness.
  const scenario = useApp((state) => state.scenario);
  const draws = useMemo(() => Object.keys(reseeded(scenario)).length > 0, [scenario]);
  const dice = draws && (
    <BarButton control="dice" words={t('play.dice')} keyName="N" icon={Dices} onClick={session.reseed} />
  );
  return (
    <footer className="playback">
      <PlayButtons which={isPhone ? ['back', 'play', 'forward'] : PLAY_BUTTONS} />
      {!isPhone && <CrowdButton />}
      <Scrub />
      <StepCount />
      {!isPhone && <GoOn />}
      {isPhone ? (
        <Menu
          open={open}
          onToggle={setOpen}
          button={
            <button
              type="button"
              className="icon-button"
              aria-label={t('play.more')}
              title={t('play.more')}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              <Ellipsis size={20} aria-hidden />
            </button>
          }
        >
          <PlayButtons which={['reset']} />
          <GoOn />
          <CrowdButton />
          {dice}
          <Speed />
        </Menu>
      ) : (
        <>
          <Speed />
          {dice}
        </>
      )}
    </footer>
  );
}

/** Starts or removes many starts; absent if no map can show them. Rendered before the maps, so that nothing moves later. */
function CrowdButton() {
  const session = useSession();
  const t = useTranslate();
  const shown = useApp((state) => state.scenario.values.crowd);
  const suits = useApp(suitsCrowd);
  const possible = useApp(canCrowd);
  const words = t('play.crowd', { count: shown || CROWD });
  if (!suits) return null;
  return (
    <IconControl
      control="crowd"
      className="icon-button crowd-button"
      icon={ChartScatter}
      words={words}
      title={`${words} (G)`}
      aria-pressed={shown > 0}
      aria-label={words}
      disabled={!possible}
      onClick={() => toggleCrowd(session)}
    />
  );
}

/** The step slider; seeking beyond the darker computed steps computes. */
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
      // The range first, which clamps the value.
      element.max = String(span);
      element.value = String(k);
      element.style.setProperty('--at', String(k / span));
      element.style.setProperty('--computed', String(frontier / span));
      element.style.setProperty('--bookmark', String(mark / span));
      element.toggleAttribute('data-late', mark > span / 2);
    },
  );
  // The number stays.
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
    (k) => writeText(count.current, String(k)),
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
      <Way />
    </span>
  );
}

/** Continues a run from the end where play stops by itself; absent elsewhere. */
function GoOn() {
  const session = useSession();
  const t = useTranslate();
  const atEnd = useApp(isAtEnd);
  if (!atEnd) return null;
  return (
    <ControlButton
      control="play"
      className="text-button"
      title={`${t('play.goOn')} (${t('key.shiftSpace')})`}
      onClick={() => {
        // The button goes away.
        document.getElementById('play-button')?.focus();
        session.goOn();
      }}
    >
      {t('play.goOn')}
    </ControlButton>
  );
}

/** Progress of a long computation, with a button that stops at the step reached. */
function Way() {
  const session = useSession();
  const t = useTranslate();
  const of = useApp(({ phase, target }) => (phase === 'ready' ? target : null));
  const isLong = useLong(of !== null);
  const done = useApp(({ frontier }) => (isLong ? frontier : 0));
  if (of === null || !isLong) return null;
  return (
    <span className="way">
      {t('play.way', { done, of })}
      <button type="button" onClick={() => session.bypassLimits(() => session.seek(done))}>
        {t('play.stopHere')}
      </button>
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
