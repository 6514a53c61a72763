import './words.en.ts';
import './embed.css';
import { SquareArrowOutUpRight } from 'lucide-react';
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { namesOf } from '../../../engine/params.ts';
import { ProblemPage } from '../../problems/kit/Page.tsx';
import { presentLink } from '../../session/scenario/bind-link.ts';
import { pageTitle } from '../../session/scenario/problem-name.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { useTheme, useThemeProperties } from '../../ui/look/theme.ts';
import { ThemeContext } from '../../ui/look/theme-context.ts';
import type { Theme } from '../../ui/look/theme-of.ts';
import { EngineError } from '../../ui/notices/EngineError.tsx';
import { LiveRegion } from '../../ui/notices/LiveRegion.tsx';
import { Notices } from '../../ui/notices/Notices.tsx';
import { PlayButtons, Scrub, StepCount } from '../../ui/PlaybackBar.tsx';
import { layoutOf, naturalHeight } from './layout.ts';

/** Frame width in px for full-size projector labels; in smaller frames they cover marks. */
const FULL_LABELS = 900;

function useEmbedTheme(width: number): Theme {
  const theme = useTheme();
  return useMemo(
    () => ({ ...theme, scale: Math.max(1, Math.min(theme.scale, (theme.scale * width) / FULL_LABELS)) }),
    [theme, width],
  );
}

/** Shows panels, playback, verdict and exit link as the size allows. */
export function EmbedView({ onHeight }: { onHeight: (height: number) => void }) {
  const t = useTranslate();
  const { width, height } = useFrameSize();
  const theme = useEmbedTheme(width);
  useThemeProperties(theme);
  const { scale } = theme;
  const profile = useApp(({ scenario }) => scenario.values.profile);
  const asked = useApp(({ scenario }) => scenario.values.panels);
  const panels = useMemo(() => namesOf(asked), [asked]);
  const problem = useApp(({ scenario }) => scenario.problem);
  const wordy = useApp((state) => viewOf(state).wordy);
  const layout = layoutOf({ width, height, scale, panels, wordy });
  const natural = naturalHeight({ width, scale, panels, wordy });
  useEffect(() => onHeight(natural), [onHeight, natural]);

  const style = {
    '--scale': scale,
    '--square': `${layout.plate}px`,
    '--curve': `${layout.curve}px`,
    '--columns': layout.columns,
  } as CSSProperties;
  return (
    <ThemeContext value={theme}>
      <div
        className="page embed"
        data-profile={profile}
        data-maps={layout.maps || undefined}
        data-data={layout.data || undefined}
        data-curves={layout.curves || undefined}
        data-below={layout.dataBelow || undefined}
        data-words={layout.words}
        style={style}
      >
        <main aria-label={t('aria.main')}>
          <h1 className="visually-hidden">{pageTitle(problem, t)}</h1>
          <Notices />
          <EngineError />
          <ProblemPage embedded />
        </main>
        <EmbedBar />
        <LiveRegion />
      </div>
    </ThemeContext>
  );
}

function subscribe(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

function useFrameSize(): { readonly width: number; readonly height: number } {
  const width = useSyncExternalStore(subscribe, () => innerWidth);
  const height = useSyncExternalStore(subscribe, () => innerHeight);
  return { width, height };
}

/** Shows play, slider and exit link; wide frames (embed.css) also restart and single steps. */
function EmbedBar() {
  return (
    <footer className="playback">
      <PlayButtons embedded />
      <Scrub />
      <StepCount />
      <OpenFull />
    </footer>
  );
}

/** Values of the frame, not of the opened page. */
const OUTSIDE = { embed: false, panels: '' } as const;

/** Links to this state on a full page; updates the address just before use. */
function OpenFull() {
  const session = useSession();
  const t = useTranslate();
  const link = useRef<HTMLAnchorElement>(null);
  const renew = useCallback(() => {
    if (link.current)
      link.current.href = new URL(`./index.html${presentLink(session, OUTSIDE)}`, location.href).href;
  }, [session]);
  // In playback the step changes every frame: keep the address.
  useTransient((state) => (state.playing ? '' : `${state.k} ${JSON.stringify(state.scenario)}`), renew);
  return (
    <a
      ref={link}
      className="open-full"
      href="./index.html"
      target="_blank"
      rel="noopener"
      title={t('embed.openTitle')}
      aria-label={t('embed.open')}
      onPointerDown={renew}
      onFocus={renew}
      onClick={renew}
    >
      <SquareArrowOutUpRight size={18} aria-hidden />
      <span>{t('embed.open')}</span>
    </a>
  );
}
