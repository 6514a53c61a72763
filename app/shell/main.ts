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

/** Milliseconds the shell (scripts/build/shell.ts) waits for the page to open, and then for it to be complete. */
const SHELL_MS = 1000;

/** Milliseconds from the first picture to loading the print code. */
const PRINT_AFTER = 1200;

/** Milliseconds from the first open scene to caching the page for offline use; by then nobody waits for other files. */
const KEEP_AFTER = 2500;

// A sandbox without an origin cannot start workers; index.html shows the address made for it.
if (origin === 'null') throw new Error('a sandbox without an origin');

const isEmbed = () => parseLink(location.hash).scenario.values.embed === true;
const embedded = isEmbed();
// A link that turns the page into an embed, or back, reloads it.
addEventListener('hashchange', () => {
  if (isEmbed() !== embedded) location.reload();
});
// index.html listens for failures and reports them.
void during(begin()).then(() => undefined);

/**
 * Creates the session, binds it to the address and shows it as page or embed. Runs in separate tasks, so that slow machines handle events
 * in between.
 */
async function begin(): Promise<void> {
  await task();
  const session = createSession(undefined, () => import('../storage/lectures/walk.ts'));
  await task();
  if (embedded) {
    const { startEmbed } = await import('../features/embed/start-embed.tsx');
    return startEmbed(session);
  }
  if (hasOwnTable()) {
    // Take the table that a link was too short for before the link is opened.
    const taken = import('../features/offline/own-table.ts').then(({ takeOwn }) => takeOwn(session));
    await taken.catch(() => undefined);
  }
  startPage(session);
}

function startPage(session: Session): void {
  holdForFirstPicture(session.store);
  bindLink(session);
  // For the console and for tests: the numbers behind the picture, e.g. twinDescent.shown('left').
  Object.assign(window, {
    twinDescent: {
      shown: (side: 'left' | 'right') => shown(session, side),
      crowd: () => shownCrowd(session.store.getState())?.frame ?? null,
    },
  });
  const { getState } = session.store;
  const open = untilLate(() => getState().phase !== 'opening');
  // The default problem's panels are shown before its numbers if the link does not change them; those of other links come with the numbers.
  const isKnown =
    getState().scenario.problem === DEFAULT_PROBLEM && !document.querySelector('#shell[data-blank]');
  let endPainting = () => {};
  try {
    if (isKnown) endPainting = paintShell(session);
  } catch {
    // The page draws the same and reports the failure.
  }
  // The components are a separate file, which the first picture does not wait for.
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
  // Printing is synchronous, so its code must be loaded before. Without it, the page itself is printed.
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

/** Replaces the shell by the page, which shows the same. */
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
 * Resolves when the page is rendered and shows what the shell does: both maps, or without maps as soon as no engine call is pending and
 * four frames have painted (pictures queue, ui/frame-budget.ts).
 */
async function settled(hasMaps: boolean): Promise<void> {
  while (!document.querySelector('#root > *')) await frame();
  // A canvas gets its size with its first paint.
  if (hasMaps)
    return untilLate(() => !isHeld() && !document.querySelector('#root .of-side canvas:not([width])'));
  await untilLate(() => !isAsked());
  for (let count = 0; count < 4; count++) await frame();
}

/** Resolves when the first scene is open or has failed. */
function opened({ store }: Session): Promise<void> {
  return new Promise((resolve) => {
    const look = () => store.getState().phase !== 'opening' && resolve();
    store.subscribe(({ phase }) => phase, look, { fireImmediately: true });
  });
}
