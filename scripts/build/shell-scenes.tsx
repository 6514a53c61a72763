import { text } from 'node:stream/consumers';
import { prerenderToNodeStream } from 'react-dom/static';
import { PALETTES } from '../../app/charts/colour/palette.ts';
import '../../app/i18n/all-words.ts';
import { setNumberLanguage } from '../../app/i18n/format.ts';
import { createTranslate } from '../../app/i18n/messages.ts';
import '../../app/problems/index.ts';
import { ProblemPage } from '../../app/problems/kit/Page.tsx';
import { createSession } from '../../app/session/create-session.ts';
import { SessionProvider } from '../../app/session/session-context.tsx';
import type { AppStore } from '../../app/session/store.ts';
import { viewOf } from '../../app/session/view.ts';
import { Subtitle } from '../../app/shell/Header.tsx';
import { Question } from '../../app/shell/Question.tsx';
import { propertiesOf } from '../../app/ui/look/theme.ts';
import { PROJECTOR_SCALE } from '../../app/ui/look/theme-of.ts';
import { DEFAULT_PROBLEM, PROBLEM_IDS, type ProblemId } from '../../engine/catalog.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../engine/scenario/languages.ts';
import { PAGE_PARAMS } from '../../engine/scenario/page-keys.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { createLocalEngine, withSmallGrids } from '../../workers/local-engine.ts';

/** A problem's page before its first step. */
export interface Scene {
  readonly problem: ProblemId;
  readonly language: Language;
  /** Header and contents of `main`, rendered by React. */
  readonly html: string;
}

/** Cells per side: too few to wait for. */
const CELLS = 2;

async function opened(store: AppStore): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      const { phase, moreWords, scenario } = store.getState();
      if (phase === 'ready' && (moreWords || scenario.problem === DEFAULT_PROBLEM)) resolve();
    };
    store.subscribe(look);
    look();
  });
}

async function renderScenes(): Promise<Scene[]> {
  const noMedia = { matches: false, addEventListener() {}, removeEventListener() {} };
  Object.assign(globalThis, {
    matchMedia: () => noMedia,
    requestAnimationFrame: () => 0,
    cancelAnimationFrame() {},
  });
  const scenes: Scene[] = [];
  for (const problem of PROBLEM_IDS) {
    const session = createSession(() => createLocalEngine((call) => withSmallGrids(call, CELLS)));
    const { store } = session;
    // Render the current state, not the initial one.
    store.getInitialState = store.getState;
    session.load(parseLink(problem === DEFAULT_PROBLEM ? '' : `problem=${problem}`).scenario);
    await opened(store);
    for (const language of LANGUAGE_NAMES) {
      setNumberLanguage(LANGUAGES[language].tag);
      store.setState({ language });
      const t = createTranslate(language);
      const { prelude } = await prerenderToNodeStream(
        <SessionProvider session={session}>
          <header className="header">
            <h1>{t('app.title')}</h1>
            <Subtitle />
          </header>
          <main className={viewOf(store.getState()).maps ? 'maps' : undefined}>
            <Question />
            <ProblemPage />
          </main>
          <footer className="playback" />
        </SessionProvider>,
      );
      scenes.push({ problem, language, html: await text(prelude) });
    }
    session.dispose();
  }
  return scenes;
}

export { PROJECTOR_SCALE };

/** Keys of a link that change neither text nor panels. */
export const silent = ['v', 'problem', 'start', ...Object.keys(PAGE_PARAMS)];

/** Each theme's colours as declarations. */
export const themes = Object.fromEntries(
  Object.entries(PALETTES).map(([name, palette]) => [
    name,
    propertiesOf(palette)
      .map(([property, colour]) => `${property}:${colour}`)
      .join(';'),
  ]),
);

// Modules used here are gone afterwards.
export const scenes = await renderScenes();
