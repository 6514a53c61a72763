import './words.en.ts';
import './embed.css';
import { type CSSProperties, useEffect, useMemo } from 'react';
import { namesOf } from '../../../engine/params.ts';
import { ProblemPage } from '../../problems/Page.tsx';
import { pageTitle } from '../../session/problem-name.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { EngineError } from '../../ui/EngineError.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Notices } from '../../ui/Notices.tsx';
import { type Theme, useTheme, useThemeProperties } from '../../ui/theme.ts';
import { ThemeContext } from '../../ui/theme-context.ts';
import { EmbedBar } from './EmbedBar.tsx';
import { layoutOf, naturalHeight } from './layout.ts';
import { useFrameSize } from './use-frame-size.ts';

/** Width at which the projector's labels have their full size; in a smaller frame they would cover what they name. */
const FULL_LABELS = 900;

function useEmbedTheme(width: number): Theme {
  const theme = useTheme();
  return useMemo(
    () => ({ ...theme, scale: Math.max(1, Math.min(theme.scale, (theme.scale * width) / FULL_LABELS)) }),
    [theme, width],
  );
}

/** The page within another page: panels, playback, the verdict, the way out; what is shown depends on the size. */
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
          <ProblemPage />
        </main>
        <EmbedBar />
        <LiveRegion />
      </div>
    </ThemeContext>
  );
}
