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
    /** The same link through the command line in Node (vitest.config.ts). */
    replay(link: string, steps: number): Promise<Replayed>;
    replayNetworks(link: string, steps: number): Promise<ReplayedNetworks>;
  }
}

/** For component tests in a browser: what stands in a page, over a session with the scenario of a link. */
export interface Mounted {
  readonly session: Session;
  /** The link of what is shown. */
  link(): string;
  /** Every digit of the shown step. */
  digits(side: SideName): Shown;
  /** Opens another link, of a lecture's scene too, and waits until all of it is there. */
  open(link: string): Promise<void>;
  seek(k: number): Promise<void>;
}

/** Cells a side of a map: a picture is the same, but coarser. */
const CELLS = 64;

/** Resolves once the page's letters can be drawn and measured. */
function lettersReady(): Promise<unknown> {
  const fonts = ['16px "Inter Variable"', '16px "Source Serif 4 Variable"'];
  return Promise.all(fonts.map((font) => document.fonts.load(font)));
}

const smallGrids = () => createLocalEngine((call) => during(withSmallGrids(call, CELLS)));
const lectures = () => import('../storage/lectures/walk.ts');

/**
 * A session for tests of what is stopped: a reading of the name `held` stands still as soon as `isSome` is true of what it has told, and
 * the runs of an ensemble at once, both until somebody ends them. What takes long would be over by then on one machine, and be waited for on another.
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
 * Renders components with the styles, the words and the keys of every page, and waits until nothing is under way. The engine is the
 * real one in this thread, unless the test is about a thread of its own. The app as a whole has its own room and keys.
 */
export async function mount(children: ReactNode, link = '', options: MountOptions = {}): Promise<Mounted> {
  const mounted = await mountForSeveral(children, link, options);
  onTestFinished(mounted.leave);
  return mounted;
}

/** The same for several tests: they leave it when the last one has ended. */
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
  // A frame that has not got the focus tells nothing of it; and the pointer of the test before has moved none of this one's.
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
      // Else a page that comes after it would wait for it.
      if (!isIdle()) await idle();
    },
  };
}

/** The page around what is mounted, in its theme and profile. */
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

/** Display frames for which a page has to be idle: what a frame or a rendering brings on begins within the next. */
const CALM_FRAMES = 3;

/** Display frames after which a page will never be idle. */
const MOST_FRAMES = 20_000;

const isIdle = () => document.documentElement.hasAttribute('data-idle') && document.fonts.status === 'loaded';

/** Waits until nothing is under way (app/session/busy.ts) and the letters are there. */
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

/** Files that the page saves, as they come: none of them leaves the page. */
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

/** The words of a part by its test id, as they are read. */
export function text(testId: string): string {
  return (find(`[data-testid="${testId}"]`).textContent ?? '').trim();
}

/** The one element, or the first one, that a selector finds. */
export function find<E extends HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`expected an element ${selector}; found none`);
  return found;
}

export const findAll = <E extends HTMLElement = HTMLElement>(selector: string) => [
  ...document.querySelectorAll<E>(selector),
];

/** Focuses an element as Tab does, with its ring, after a click too. Tab itself leaves the frame where nothing comes before the element. */
export function focusByKeys(element: HTMLElement): void {
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  element.focus({ focusVisible: true });
  if (!element.matches(':focus-visible'))
    throw new Error(`expected the focus and its ring at ${element.outerHTML.slice(0, 200)}`);
}

/** A button by its whole name. */
export const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

/** Presses a button, which has the focus then, without the mouse: to bring that there takes ten times as long. */
function press(element: HTMLElement): void {
  element.focus();
  element.click();
}

/** Presses a control of the header's menu, which is opened for it. That a pointer and keys press them: space-plays and App.browser.test.tsx. */
export async function openFromMenu(name: string): Promise<void> {
  if (button(name).elements().length === 0) {
    press(find('#more-button'));
    await expect.element(button(name)).toBeVisible();
  }
  press(button(name).element() as HTMLElement);
  if (name === 'Lectures') await button('Your lectures, or build one…').click();
}

/** A digest of every pixel of pictures, to be compared: to encode them took longer than to draw them. */
export function pixels(...pictures: HTMLCanvasElement[]): string {
  return pictures.map(digest).join();
}

function digest(picture: HTMLCanvasElement): string {
  const { width, height } = picture;
  if (width === 0 || height === 0) return 'none';
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  copy.drawImage(picture, 0, 0);
  let hash = 0;
  // Each step can be undone: pictures that differ in one pixel never have the same digest.
  for (const pixel of new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)) {
    hash = Math.imul(hash ^ pixel, 0x01000193);
    hash ^= hash >>> 15;
  }
  return `${width} x ${height}: ${hash}`;
}

/** The colours of a picture at 200 x 200 places, of which a path or a dot touches but a few. */
export function colours(picture: HTMLCanvasElement): Uint32Array {
  const side = 200;
  const copy = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })!;
  copy.imageSmoothingEnabled = false;
  if (picture.width > 0 && picture.height > 0) copy.drawImage(picture, 0, 0, side, side);
  return new Uint32Array(copy.getImageData(0, 0, side, side).data.buffer);
}

/** How many colours a picture has: one before it is drawn. */
export const countColours = (picture: HTMLCanvasElement) => new Set(colours(picture)).size;
