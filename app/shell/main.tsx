import '../ui/trust-page.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../ui/theme.css';
import '../ui/projector.css';
import '../ui/narrow.css';
import '../ui/phone.css';
import '../ui/touch.css';
import './print.css';
import { createRoot } from 'react-dom/client';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { bindLanguage } from '../session/bind-language.ts';
import { bindLink } from '../session/bind-link.ts';
import { during } from '../session/busy.ts';
import '../problems/index.ts';
import { createSession } from '../session/create-session.ts';
import { holdForFirstPicture } from '../session/first-picture.ts';
import { hasOwnTable } from '../session/own-table-name.ts';
import { SessionProvider } from '../session/session-context.tsx';
import { shown } from '../session/shown.ts';
import { shownCrowd } from '../session/shown-crowd.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { App } from './App.tsx';
import { lettersReady } from './letters.ts';

/** Milliseconds after which the printed sheet's code is loaded. */
const PRINT_AFTER = 1200;

/** Milliseconds after the first scene is open, after which the page is kept for times without a network: nobody waits for others of its files then. */
const KEEP_AFTER = 2500;

// A sandbox without an origin starts no worker: index.html says which address is made for it.
if (origin === 'null') throw new Error('a sandbox without an origin');

/** The composition root: one session, bound to the address, shown by React; as the page itself, or within another page. */
const session = createSession(undefined, () => import('../storage/lectures/walk.ts'));
const isEmbed = () => parseLink(location.hash).scenario.values.embed === true;
const embedded = isEmbed();
// One page is not the other: a link that turns one into the other begins anew.
addEventListener('hashchange', () => {
  if (isEmbed() !== embedded) location.reload();
});
if (embedded)
  void during(import('../features/embed/start-embed.tsx').then(({ startEmbed }) => startEmbed(session)));
else if (hasOwnTable()) {
  // Its link is met with the table that it had to leave out.
  const taken = during(import('../features/offline/own-table.ts').then(({ takeOwn }) => takeOwn(session)));
  void taken.catch(() => undefined).then(startPage);
} else startPage();

function startPage(): void {
  holdForFirstPicture(session.store);
  bindLink(session);
  // The numbers behind the picture, for the console of a curious reader and for the tests: twinDescent.shown('left').
  Object.assign(window, {
    twinDescent: {
      shown: (side: 'left' | 'right') => shown(session, side),
      crowd: () => shownCrowd(session.store.getState())?.frame ?? null,
    },
  });
  const ready = Promise.all([bindLanguage(session), lettersReady()]).then(() =>
    createRoot(document.getElementById('root')!).render(
      <ErrorBoundary session={session}>
        <SessionProvider session={session}>
          <App />
        </SessionProvider>
      </ErrorBoundary>,
    ),
  );
  void during(ready);
  // After the first paint: what makes the printed sheet has to be there when the browser asks. Without it the page itself prints.
  setTimeout(() => {
    during(import('../figure/bind-print.ts')).then(
      ({ bindPrint }) => bindPrint(session),
      () => undefined,
    );
  }, PRINT_AFTER);
  if (import.meta.env.PROD)
    void opened().then(() =>
      setTimeout(() => {
        during(import('../features/offline/start-offline.tsx')).then(
          ({ startOffline }) => startOffline(session),
          () => undefined,
        );
      }, KEEP_AFTER),
    );
}

/** Resolves when the first scene is open, or cannot be. */
function opened(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => session.store.getState().phase !== 'opening' && resolve();
    session.store.subscribe(({ phase }) => phase, look, { fireImmediately: true });
  });
}
