import '../ui/trust/trust-page.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../ui/look/theme.css';
import '../ui/look/projector.css';
import '../ui/look/narrow.css';
import '../ui/look/phone.css';
import '../ui/look/touch.css';
import './print.css';
import './shell.css';
import { DEFAULT_PROBLEM } from '../../engine/catalog.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { bindLanguage } from '../session/bind-language.ts';
import { during, isAsked } from '../session/busy.ts';
import { bindLink } from '../session/scenario/bind-link.ts';
import '../problems/index.ts';
import { createSession } from '../session/create-session.ts';
import { holdForFirstPicture, isHeld } from '../session/picture/first-picture.ts';
import { shown } from '../session/picture/shown.ts';
import { shownCrowd } from '../session/picture/shown-crowd.ts';
import { hasOwnTable } from '../session/scenario/own-table-name.ts';
import type { Session } from '../session/session.ts';
import { paintShell } from './paint-shell.ts';

/** Milliseconds that the shell (scripts/build/shell.ts) waits for the page to open, then to be complete. */
const SHELL_MS = 1000;

/** Milliseconds from the first picture to the print code. */
const PRINT_AFTER = 1200;

/** Milliseconds from the first scene to caching for offline use. */
const KEEP_AFTER = 2500;

// A sandbox without an origin cannot start workers; index.html shows an address for it.
if (origin === 'null') throw new Error('a sandbox without an origin');

const isEmbed = () => parseLink(location.hash).scenario.values.embed === true;
const embedded = isEmbed();
// Reload if a link turns the page into an embed, or back.
addEventListener('hashchange', () => {
  if (isEmbed() !== embedded) location.reload();
});
// index.html reports failures.
void during(begin()).then(() => undefined);

/** Creates the session, binds it to the address and shows page or embed. Separate tasks let slow machines handle events in between. */
async function begin(): Promise<void> {
  await task();
  const session = createSession(undefined, () => import('../storage/lectures/walk.ts'));
  await task();
  if (embedded) {
    const { startEmbed } = await import('../features/embed/start-embed.tsx');
    return startEmbed(session);
  }
  if (hasOwnTable()) {
    // Take the table before its link is opened.
    const taken = import('../features/offline/own-table.ts').then(({ takeOwn }) => takeOwn(session));
    await taken.catch(() => undefined);
  }
  startPage(session);
}

function startPage(session: Session): void {
  holdForFirstPicture(session.store);
  bindLink(session);
  // For the console and tests, e.g. twinDescent.shown('left').
  Object.assign(window, {
    twinDescent: {
      shown: (side: 'left' | 'right') => shown(session, side),
      crowd: () => shownCrowd(session.store.getState())?.frame ?? null,
    },
  });
  const { getState } = session.store;
  const open = untilLate(() => getState().phase !== 'opening');
  // The default problem's panels precede its numbers if the link does not change them; others come with theirs.
  const isKnown =
    getState().scenario.problem === DEFAULT_PROBLEM && !document.querySelector('#shell[data-blank]');
  let endPainting = () => {};
  try {
    if (isKnown) endPainting = paintShell(session);
  } catch {
    // The page draws the same and reports failures.
  }
  // A separate file, which the first picture does not wait for.
  const page = import('./mount.tsx');
  const ready = Promise.all([page, bindLanguage(session), isKnown || open]).then(async ([{ mount }]) => {
    await mount(session);
    return open;
  });
  const seen = during(
    ready
      .then(() => settled(isKnown))
      .then(takeOver)
      .then(() => endPainting()),
  );
  // Printing is synchronous: load its code before. Without it, the page itself is printed.
  void seen.then(() =>
    setTimeout(() => {
      during(import('../figure/bind-print.ts')).then(
        ({ bindPrint }) => bindPrint(session),
        () => undefined,
      );
    }, PRINT_AFTER),
  );
  if (import.meta.env.PROD)
    void opened(session).then(() =>
      setTimeout(() => {
        during(import('../features/offline/start-offline.tsx')).then(
          ({ startOffline }) => startOffline(session),
          () => undefined,
        );
      }, KEEP_AFTER),
    );
}

/** Replaces the shell by the page. */
function takeOver(): void {
  document.getElementById('shell')?.remove();
  document.getElementById('root')!.removeAttribute('aria-hidden');
}

function task(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function frame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}

/** Resolves when `isSo` returns true, or after `SHELL_MS`. */
async function untilLate(isSo: () => boolean): Promise<void> {
  const late = performance.now() + SHELL_MS;
  while (!isSo() && performance.now() < late) await frame();
}

/**
 * Resolves when the rendered page shows what the shell does: both maps, or without maps once no engine call is pending and four frames
 * have painted (pictures queue, ui/frame-budget.ts).
 */
async function settled(hasMaps: boolean): Promise<void> {
  while (!document.querySelector('#root > *')) await frame();
  // Canvases get their size when painted.
  if (hasMaps)
    return untilLate(() => !isHeld() && !document.querySelector('#root .of-side canvas:not([width])'));
  await untilLate(() => !isAsked());
  for (let count = 0; count < 4; count++) await frame();
}

/** Resolves when the first scene is open or failed. */
function opened({ store }: Session): Promise<void> {
  return new Promise((resolve) => {
    const look = () => store.getState().phase !== 'opening' && resolve();
    store.subscribe(({ phase }) => phase, look, { fireImmediately: true });
  });
}
