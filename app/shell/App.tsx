import './words.en.ts';
import { type CSSProperties, lazy, type ReactNode, useCallback, useEffect, useState } from 'react';
import { ProblemPage } from '../problems/kit/Page.tsx';
import { during } from '../session/busy.ts';
import { bindKeys, hasKeyboardFocus, isField } from '../session/keys.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { HOW_OFTEN } from '../session/view.ts';
import { Coming, lazyView } from '../ui/lazy-view.tsx';
import { useMedia, useTheme, useThemeProperties } from '../ui/look/theme.ts';
import { ThemeContext } from '../ui/look/theme-context.ts';
import { EngineError } from '../ui/notices/EngineError.tsx';
import { LiveRegion } from '../ui/notices/LiveRegion.tsx';
import { Notices } from '../ui/notices/Notices.tsx';
import { PlaybackBar } from '../ui/PlaybackBar.tsx';
import { useLong } from '../ui/use-long.ts';
import { Header } from './Header.tsx';
import type { DrawerName } from './header-acts.ts';
import { Question } from './Question.tsx';

/** Loads three.js when first shown. On failure the maps stay. */
const SpaceView = lazy(() =>
  during(import('../features/space/SpaceView.tsx')).then(
    (module) => ({ default: module.SpaceView }),
    () => ({ default: ({ fallback }: { fallback: ReactNode }): ReactNode => fallback }),
  ),
);

const inSpace = (maps: ReactNode) => (
  <Coming fallback={maps}>
    <SpaceView fallback={maps} />
  </Coming>
);

const ScenarioDrawer = lazyView(() => import('../features/scenario/ScenarioDrawer.tsx'), 'ScenarioDrawer');
const LayersDrawer = lazyView(() => import('../features/maps/LayersDrawer.tsx'), 'LayersDrawer');
const LectureDrawer = lazyView(() => import('../features/lecture/LectureDrawer.tsx'), 'LectureDrawer');
const ExplainDrawer = lazyView(() => import('../features/explain/ExplainDrawer.tsx'), 'ExplainDrawer');
const EnsembleDrawer = lazyView(() => import('../features/ensemble/EnsembleDrawer.tsx'), 'EnsembleDrawer');
const EnsembleChip = lazyView(() => import('../features/ensemble/EnsembleChip.tsx'), 'EnsembleChip');
const Presenter = lazyView(() => import('./Presenter.tsx'), 'Presenter');
const LaserPointer = lazyView(() => import('../features/lecture/present/LaserPointer.tsx'), 'LaserPointer');
const BlankScreen = lazyView(() => import('./BlankScreen.tsx'), 'BlankScreen');
const HelpDialog = lazyView(() => import('./HelpDialog.tsx'), 'HelpDialog');
const ShareDialog = lazyView(() => import('../features/share/ShareDialog.tsx'), 'ShareDialog');
const OwnDataDialog = lazyView(() => import('../features/scenario/OwnDataDialog.tsx'), 'OwnDataDialog');

/** Milliseconds before interrupted runs resume, after the first picture. */
const RESUME_AFTER = 1500;

type Dialog = 'help' | 'data' | 'share' | null;

export function App() {
  const session = useSession();
  const t = useTranslate();
  const theme = useTheme();
  useThemeProperties(theme);
  const [drawer, setDrawer] = useState<DrawerName | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  /** True once the ensembles drawer was opened: the header shows their progress. */
  const [counting, setCounting] = useState(false);
  useEffect(() => {
    if (drawer === 'ensemble') setCounting(true);
  }, [drawer]);
  useEffect(() => {
    // Resume interrupted runs. Without any, this loads a few lines.
    const timer = setTimeout(() => {
      during(import('../features/ensemble/job/runs-store.ts').then(({ hasCutRuns }) => hasCutRuns())).then(
        (found) => found && setCounting(true),
        () => undefined,
      );
    }, RESUME_AFTER);
    return () => clearTimeout(timer);
  }, []);
  const slow = useLong(useApp((state) => state.phase === 'opening'));
  const [blank, setBlank] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const profile = useApp((state) => state.scenario.values.profile);
  const stage = useApp((state) => state.stage > 0);
  // With a drawer, these windows have no room for the whole page, and the drawer is no sheet either (narrow.css).
  const most = profile === 'projector' || drawer === 'ensemble' ? 2439 : 2060;
  const narrow = useMedia(
    `(min-width: 1000px) and (max-width: ${most}px) and (max-aspect-ratio: 9/4), (min-width: 761px) and (max-width: 999px) and (orientation: landscape)`,
  );
  const lecture = useApp((state) => state.lecture !== null);
  const laser = useApp((state) => state.laser);
  const solid = useApp((state) => state.scenario.values.solid);
  // Return the focus for keyboard users only: after a click, Space would press the button again.
  const closeDrawer = useCallback(() => {
    setDrawer(null);
    // A closed menu's button is not in the page: focus the menu's.
    const button =
      drawer &&
      document.getElementById([`${drawer}-button`, 'more-button'].find((id) => document.getElementById(id))!);
    if (!button) return;
    if (hasKeyboardFocus()) button.focus();
    // If the drawer has not loaded, the button still has the focus.
    else button.blur();
  }, [drawer]);

  // `close` fires later; another dialog opened meanwhile must stay.
  const closeDialog = (which: typeof dialog) => () => setDialog((now) => (now === which ? null : now));

  const close = useCallback(() => {
    if (blank) setBlank(false);
    else if (drawer) closeDrawer();
    else return false;
    return true;
  }, [blank, drawer, closeDrawer]);

  useEffect(
    () =>
      bindKeys(session, {
        toggleFullScreen,
        toggleBlank: () => setBlank((now) => !now),
        toggleHelp: () => setDialog((now) => (now === 'help' ? null : 'help')),
        close,
      }),
    [session, close],
  );

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const showData = (dropped: File) => {
      setFile(dropped);
      setDialog('data');
    };
    const show = (dropped: File) =>
      import('./hand-in.ts').then(
        ({ handIn }) =>
          handIn(session, dropped, {
            openLectures: () => setDrawer('lectures'),
            showData: () => showData(dropped),
          }),
        // If the code fails to load, the file is read as data.
        () => session.mayUse('own') && showData(dropped),
      );
    const drop = (event: DragEvent) => {
      const dropped = event.dataTransfer?.files[0];
      if (!dropped) return;
      event.preventDefault();
      void during(show(dropped));
    };
    /** Outside of fields, a pasted table is own data and a pasted document a lecture; single lines are ignored. */
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isField(event.target) || !text.trim().includes('\n')) return;
      event.preventDefault();
      void during(show(new File([text], 'pasted.csv')));
    };
    const count = () => setDrawer('ensemble');
    addEventListener(HOW_OFTEN, count);
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener(HOW_OFTEN, count);
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, [session]);

  return (
    <ThemeContext value={theme}>
      <div
        className="page"
        data-profile={profile}
        data-stage={stage || undefined}
        data-narrow={(narrow && !stage) || undefined}
        style={{ '--scale': theme.scale } as CSSProperties}
      >
        <Header
          drawer={drawer}
          onDrawer={(which) => setDrawer((now) => (now === which ? null : which))}
          onOwnData={() => setDialog('data')}
          onHelp={() => setDialog('help')}
          onShare={() => setDialog('share')}
        >
          {counting && drawer !== 'ensemble' && (
            <Coming>
              <EnsembleChip onOpen={() => setDrawer('ensemble')} />
            </Coming>
          )}
        </Header>
        <main aria-label={t('aria.main')}>
          <Question />
          <Notices onOwnData={() => setDialog('data')} />
          <EngineError />
          <ProblemPage busy={slow} space={solid ? inSpace : undefined}>
            {slow && <Opening />}
          </ProblemPage>
        </main>
        {lecture && (
          <Coming>
            <Presenter />
          </Coming>
        )}
        <PlaybackBar />
        <Coming>
          {drawer === 'scenario' && (
            <ScenarioDrawer onClose={closeDrawer} onOwnData={() => setDialog('data')} />
          )}
          {drawer === 'layers' && <LayersDrawer onClose={closeDrawer} />}
          {drawer === 'lectures' && <LectureDrawer onClose={closeDrawer} />}
          {drawer === 'explain' && <ExplainDrawer onClose={closeDrawer} />}
          {drawer === 'ensemble' && <EnsembleDrawer onClose={closeDrawer} />}
          {dialog === 'help' && <HelpDialog onClose={closeDialog('help')} />}
          {dialog === 'share' && <ShareDialog onClose={closeDialog('share')} />}
          {dialog === 'data' && (
            <OwnDataDialog
              file={file}
              onClose={() => {
                closeDialog('data')();
                setFile(null);
              }}
            />
          )}
        </Coming>
        {blank && (
          <Coming>
            <BlankScreen onEnd={() => setBlank(false)} />
          </Coming>
        )}
        {laser && (
          <Coming>
            <LaserPointer />
          </Coming>
        )}
        <LiveRegion />
      </div>
    </ThemeContext>
  );
}

function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // Frames may forbid full screen.
  change.catch(() => undefined);
}

/** Names the scenario being prepared; the page still shows the previous one. */
function Opening() {
  const t = useTranslate();
  const { features, n } = useApp((state) => state.scenario.values);
  return (
    <p className="opening" role="status">
      {/* The lift has no n. */}
      {features === 'csv' ? t('opening.own') : t('opening.made', { n: (n as number | undefined) ?? 1 })}
    </p>
  );
}
