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

/** Milliseconds that the shell (scripts/build/shell.ts) stands at most before a page that is not open yet, and then before one that is not complete. */
const SHELL_MS = 1000;

/** Milliseconds after the first picture, after which the printed sheet's code is loaded. */
const PRINT_AFTER = 1200;

/** Milliseconds after the first scene is open, after which the page is kept for times without a network: nobody waits for others of its files then. */
const KEEP_AFTER = 2500;

// A sandbox without an origin starts no worker: index.html says which address is made for it.
if (origin === 'null') throw new Error('a sandbox without an origin');

const isEmbed = () => parseLink(location.hash).scenario.values.embed === true;
const embedded = isEmbed();
// One page is not the other: a link that turns one into the other begins anew.
addEventListener('hashchange', () => {
  if (isEmbed() !== embedded) location.reload();
});
// Nobody hears here of what fails: index.html does, and says so.
void during(begin()).then(() => undefined);

/**
 * The composition root: one session, bound to the address, shown as the page itself, or within another page. In tasks of their own: a
 * slow machine hears what is done meanwhile.
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
    // Its link is met with the table that it had to leave out.
    const taken = import('../features/offline/own-table.ts').then(({ takeOwn }) => takeOwn(session));
    await taken.catch(() => undefined);
  }
  startPage(session);
}

function startPage(session: Session): void {
  holdForFirstPicture(session.store);
  bindLink(session);
  // The numbers behind the picture, for the console of a curious reader and for the tests: twinDescent.shown('left').
  Object.assign(window, {
    twinDescent: {
      shown: (side: 'left' | 'right') => shown(session, side),
      crowd: () => shownCrowd(session.store.getState())?.frame ?? null,
    },
  });
  const { getState } = session.store;
  const open = untilLate(() => getState().phase !== 'opening');
  // The opening problem's panels are there before its numbers, as long as a link does not change them; others come with them.
  const isKnown =
    getState().scenario.problem === DEFAULT_PROBLEM && !document.querySelector('#shell[data-blank]');
  let endPainting = () => {};
  try {
    if (isKnown) endPainting = paintShell(session);
  } catch {
    // The page draws the same, and says what fails.
  }
  // The components are a file of their own, which the first picture does not wait for.
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
  // What makes the printed sheet has to be there when the browser asks. Without it the page itself prints.
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

/** The page takes the place of its shell, which says the same. */
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

/** Resolves when something is so, or has not been for long. */
async function untilLate(isSo: () => boolean): Promise<void> {
  const late = performance.now() + SHELL_MS;
  while (!isSo() && performance.now() < late) await frame();
}

/**
 * Resolves when the page is made and shows what its shell does: both maps, or where that has none whatever engines have been asked for,
 * painted (pictures wait for one another, ui/frame-budget.ts).
 */
async function settled(hasMaps: boolean): Promise<void> {
  while (!document.querySelector('#root > *')) await frame();
  // A canvas has its size when it is first painted.
  if (hasMaps)
    return untilLate(() => !isHeld() && !document.querySelector('#root .of-side canvas:not([width])'));
  await untilLate(() => !isAsked());
  for (let count = 0; count < 4; count++) await frame();
}

/** Resolves when the first scene is open, or cannot be. */
function opened({ store }: Session): Promise<void> {
  return new Promise((resolve) => {
    const look = () => store.getState().phase !== 'opening' && resolve();
    store.subscribe(({ phase }) => phase, look, { fireImmediately: true });
  });
}
