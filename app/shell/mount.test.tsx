import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../ui/look/theme.css';
import '../ui/words.en.ts';
import '../ui/look/projector.css';
import '../ui/look/narrow.css';
import '../ui/look/phone.css';
import '../ui/look/touch.css';
import type { CSSProperties, ReactNode } from 'react';
import { expect, onTestFinished, vi } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { Replayed, ReplayedNetworks } from '../../e2e/replay.ts';
import type { SideName } from '../../engine/contract.ts';
import { isSceneLink, parseLink } from '../../engine/scenario/scenario.ts';
import { createLocalEngine, withSmallGrids } from '../../workers/local-engine.ts';
import '../problems/index.ts';
import { bindLanguage } from '../session/bind-language.ts';
import { during } from '../session/busy.ts';
import { createSession } from '../session/create-session.ts';
import { bindKeys, type WindowActions } from '../session/keys.ts';
import { type Shown, shown } from '../session/picture/shown.ts';
import { presentLink } from '../session/scenario/bind-link.ts';
import type { Session } from '../session/session.ts';
import { SessionProvider, useApp } from '../session/session-context.tsx';
import { loadFirstView } from '../session/view.ts';
import { useTheme, useThemeProperties } from '../ui/look/theme.ts';
import { ThemeContext } from '../ui/look/theme-context.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Runs a link on the command line (vitest.config.ts). */
    replay(link: string, steps: number): Promise<Replayed>;
    replayNetworks(link: string, steps: number): Promise<ReplayedNetworks>;
  }
}

/** For component tests in a browser: components over a session with a link's scenario. */
export interface Mounted {
  readonly session: Session;
  link(): string;
  /** Every digit of the shown step. */
  digits(side: SideName): Shown;
  /** Opens a link, lectures too, and waits until idle. */
  open(link: string): Promise<void>;
  seek(k: number): Promise<void>;
}

/** Cells per side of a map, coarser than the page's. */
const CELLS = 64;

function lettersReady(): Promise<unknown> {
  const fonts = ['16px "Inter Variable"', '16px "Source Serif 4 Variable"'];
  return Promise.all(fonts.map((font) => document.fonts.load(font)));
}

const smallGrids = () => createLocalEngine((call) => during(withSmallGrids(call, CELLS)));
const lectures = () => import('../storage/lectures/walk.ts');

/**
 * Creates a session for tests of interrupted work. The reading `held` never ends once `isSome` returns true for its report, and ensembles
 * never end, until stopped. Slow work would end early on one machine and delay another.
 */
export function createHeldSession<Told = unknown>(
  held = '',
  isSome: (told: Told) => boolean = () => true,
): Session {
  const never = new Promise<never>(() => undefined);
  return createSession(() => {
    const engine = createLocalEngine(async (call) => {
      if (call.name === 'run') return never;
      const [name, asked, onProgress] = call.args as [string, unknown, (told: Told) => void];
      if (call.name !== 'reading' || name !== held) return during(withSmallGrids(call, CELLS));
      const tell = (told: Told) => {
        if (!isSome(told)) return;
        engine.dispose();
        onProgress(told);
      };
      await call.answer([name, asked, tell]);
      return never;
    });
    return engine;
  }, lectures);
}

interface MountOptions extends Partial<WindowActions> {
  readonly session?: Session;
  readonly isApp?: boolean;
  readonly waits?: boolean;
}

/**
 * Renders components with the page's styles, words and keys, and waits until idle. Uses the real engine in this thread unless given a
 * session. The app (`isApp`) has its own room and keys.
 */
export async function mount(children: ReactNode, link = '', options: MountOptions = {}): Promise<Mounted> {
  const mounted = await mountForSeveral(children, link, options);
  onTestFinished(mounted.leave);
  return mounted;
}

/** Mounts for several tests; the caller leaves. */
export async function mountForSeveral(
  children: ReactNode,
  link: string,
  { session = createSession(smallGrids, lectures), isApp = false, waits = true, ...actions }: MountOptions,
): Promise<Mounted & { leave(): Promise<void> }> {
  const open = async (text: string) => {
    const { scenario, notices } = parseLink(text);
    if (isSceneLink(text)) {
      const { openLecture } = await session.lectures();
      await openLecture(session, scenario.values, notices, () => false);
    } else session.load(scenario, { notices });
    await idle();
  };
  const none = () => undefined;
  const still = { toggleFullScreen: none, toggleBlank: none, toggleHelp: none, close: () => false };
  const { scenario, notices } = parseLink(link);
  session.load(scenario, { notices });
  await Promise.all([bindLanguage(session), loadFirstView(), lettersReady()]);
  const { unmount } = await render(
    <SessionProvider session={session}>{isApp ? children : <Room>{children}</Room>}</SessionProvider>,
  );
  const unbind = isApp ? none : bindKeys(session, { ...still, ...actions });
  // An unfocused frame sends no focus events. The key also resets pointer state.
  window.focus();
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  if (waits) await idle();
  return {
    session,
    link: () => presentLink(session),
    digits: (side) => shown(session, side),
    open,
    seek(k) {
      session.seek(k);
      return idle();
    },
    async leave() {
      unbind();
      await unmount();
      session.dispose();
      // The next page would wait for this one.
      if (!isIdle()) await idle();
    },
  };
}

function Room({ children }: { children: ReactNode }) {
  const theme = useTheme();
  useThemeProperties(theme);
  const profile = useApp((state) => state.scenario.values.profile);
  return (
    <ThemeContext value={theme}>
      <div className="page" data-profile={profile} style={{ '--scale': theme.scale } as CSSProperties}>
        {children}
      </div>
    </ThemeContext>
  );
}

/** Consecutive idle frames: work started by a frame begins within the next. */
const CALM_FRAMES = 3;

/** Frames after which waiting fails. */
const MOST_FRAMES = 20_000;

const isIdle = () => document.documentElement.hasAttribute('data-idle') && document.fonts.status === 'loaded';

/** Waits until nothing is pending (app/session/busy.ts) and the fonts are loaded. */
export async function idle(): Promise<void> {
  for (let calm = 0, frames = 0; calm < CALM_FRAMES; frames++) {
    if (frames > MOST_FRAMES) {
      const { dataset } = document.documentElement;
      throw new Error(
        `expected an idle page; its letters: ${document.fonts.status}; ${JSON.stringify(dataset)}`,
      );
    }
    await new Promise((resolve) => requestAnimationFrame(() => queueMicrotask(() => resolve(null))));
    calm = isIdle() ? calm + 1 : 0;
  }
}

/** Collects the page's saved files instead of downloading. */
export function catchFiles(): { readonly name: string; readonly blob: Blob }[] {
  const files: { name: string; blob: Blob }[] = [];
  const made = new Map<string, Blob>();
  const make = URL.createObjectURL;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = make.call(URL, blob);
    made.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob: made.get(this.href)! });
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  return files;
}

export function text(testId: string): string {
  return (find(`[data-testid="${testId}"]`).textContent ?? '').trim();
}

/** Returns the first match or throws. */
export function find<E extends HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`expected an element ${selector}; found none`);
  return found;
}

export const findAll = <E extends HTMLElement = HTMLElement>(selector: string) => [
  ...document.querySelectorAll<E>(selector),
];

/** Focuses with a focus ring, as Tab does, which may leave the frame. */
export function focusByKeys(element: HTMLElement): void {
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  element.focus({ focusVisible: true });
  if (!element.matches(':focus-visible'))
    throw new Error(`expected the focus and its ring at ${element.outerHTML.slice(0, 200)}`);
}

export const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

/** Focuses and clicks without the mouse, ten times as fast. */
function press(element: HTMLElement): void {
  element.focus();
  element.click();
}

/** Presses a header action, in the menu if needed. space-plays and App.browser.test.tsx test pointer and keys. */
export async function openFromMenu(name: string): Promise<void> {
  if (button(name).elements().length === 0) {
    press(find('#more-button'));
    await expect.element(button(name)).toBeVisible();
  }
  press(button(name).element() as HTMLElement);
  if (name === 'Lectures') await button('Your lectures, or build one…').click();
}

/** Returns a digest of all pixels, because encoding takes longer than drawing. */
export function pixels(...pictures: HTMLCanvasElement[]): string {
  return pictures.map(digest).join();
}

function digest(picture: HTMLCanvasElement): string {
  const { width, height } = picture;
  if (width === 0 || height === 0) return 'none';
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  copy.drawImage(picture, 0, 0);
  let hash = 0;
  // Each step is invertible: one different pixel changes the digest.
  for (const pixel of new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)) {
    hash = Math.imul(hash ^ pixel, 0x01000193);
    hash ^= hash >>> 15;
  }
  return `${width} x ${height}: ${hash}`;
}

/** Returns the colours at 200 x 200 points; paths and dots touch few. */
export function colours(picture: HTMLCanvasElement): Uint32Array {
  const side = 200;
  const copy = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })!;
  copy.imageSmoothingEnabled = false;
  if (picture.width > 0 && picture.height > 0) copy.drawImage(picture, 0, 0, side, side);
  return new Uint32Array(copy.getImageData(0, 0, side, side).data.buffer);
}

/** Counts the colours: one before drawing. */
export const countColours = (picture: HTMLCanvasElement) => new Set(colours(picture)).size;
