import 'axe-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { findCut, findViolations } from '../../e2e/in-page.ts';
import { LANGUAGES } from '../../engine/scenario/languages.ts';
import { App } from './App.tsx';
import { button, findAll, idle, mount } from './mount.test.tsx';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Whether what fades or moves does it at once (vitest.config.ts). */
    reduceMotion(isReduced: boolean): Promise<void>;
  }
}

/** What a person can have open over the page, and how they come there. */
export interface Opened {
  readonly link: string;
  /** Opens it; the page is in English then. */
  readonly open: () => Promise<void>;
  /** What is there for as long as it is open. */
  readonly seen: string;
  /** What lies over the page; Escape ends it. */
  readonly over: string;
}

export const OPENING = 'features=line&n=8&plant=1,0.2&start=-1.6,0.3';

/** What a button of that name opens, over the opening scene. */
export const opened = (name: string, seen: string, k = 40): Opened => ({
  link: `${OPENING}&k=${k}`,
  open: () => button(name).click(),
  seen,
  over: seen.startsWith('dialog') ? 'dialog[open]' : '.drawer',
});

const LOOKS = { light: 'theme=light', dark: 'theme=dark', projector: 'profile=projector' } as const;

type Dress = readonly [look: keyof typeof LOOKS, lang: keyof typeof LANGUAGES];

interface Size {
  readonly width: number;
  readonly height: number;
  readonly dresses: readonly Dress[];
}

const PROJECTORS: readonly Dress[] = [
  ['projector', 'zh'],
  ['projector', 'en'],
];

/** A page in a room, and one in a hand. */
export const ROOM = { width: 1280, height: 720 } as const;
export const PHONE = { width: 360, height: 740 } as const;

/**
 * Each size with every look, the projector in both languages; every look in every language at one of the sizes: light and dark differ
 * by nothing but colours. English first, in which states are opened.
 */
const SIZES: readonly Size[] = [
  { ...ROOM, dresses: [['light', 'en'], ['dark', 'zh'], ...PROJECTORS] },
  { ...PHONE, dresses: [['dark', 'en'], ['light', 'zh'], ...PROJECTORS] },
];

/** Axe asks a sandboxed frame, which cannot answer. */
const OTHERS = "does not match the recipient window's origin ('null')";

/** The page in a size, without motion; a complaint in the console is a failure. */
async function openPage(link: string, width: number, height: number) {
  const complaints = (['error', 'warn'] as const).map((kind) => vi.spyOn(console, kind));
  await Promise.all([page.viewport(width, height), commands.reduceMotion(true)]);
  onTestFinished(async () => {
    const said = complaints.flatMap((spy) => spy.mock.calls.map((words) => words.join(' ')));
    for (const spy of complaints) spy.mockRestore();
    await Promise.all([page.viewport(1280, 720), commands.reduceMotion(false)]);
    expect(said.filter((words) => !words.includes(OTHERS))).toEqual([]);
  });
  return mount(<App />, link, { isApp: true });
}

/** What axe finds on the page, or within what a selector finds, where all that fades has come to its end. */
export async function violations(within: string | null = null): Promise<string[]> {
  for (const fade of document.getAnimations()) fade.finish();
  return findViolations([null, within]);
}

/** Drawers that are wider than they may be, with how much. */
const wider = () =>
  findAll('.drawer')
    .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    .filter((beyond) => beyond > 0);

/** Axe finds nothing, and nothing is cut, in each of the dresses: on the whole page in the first, then in what lies over it. */
export async function expectAccessible(
  { link, open, seen, over }: Opened,
  { width, height, dresses }: Size,
): Promise<void> {
  const linkOf = ([look, lang]: Dress) => `#v=1&${link}&lang=${lang}&${LOOKS[look]}`;
  const { open: show } = await openPage(linkOf(dresses[0]!), width, height);
  await open();
  await idle();
  for (const [i, dress] of dresses.entries()) {
    if (i > 0) await show(linkOf(dress));
    const [look, lang] = dress;
    const where = dress.join(', ');
    const root = document.documentElement;
    await expect.poll(() => root.dataset.theme, { message: where }).toBe(look);
    await expect.poll(() => root.lang, { message: where }).toBe(LANGUAGES[lang].tag);
    await expect
      .poll(() => findAll(seen).some((one) => one.checkVisibility()), { message: where })
      .toBe(true);
    expect.soft(await violations(i === 0 ? null : over), where).toEqual([]);
    expect.soft(findCut(), where).toEqual([]);
    expect.soft(wider(), where).toEqual([]);
  }
  for (let press = 0; press < 2 && findAll(over).length > 0; press++) {
    await userEvent.keyboard('{Escape}');
    await idle();
  }
  expect(findAll(over)).toEqual([]);
}

/** A test of each at each size. */
export function testLooks(all: Readonly<Record<string, Opened>>): void {
  for (const [name, one] of Object.entries(all))
    for (const size of SIZES)
      test(`axe finds nothing at ${size.width} px: ${name}`, () => expectAccessible(one, size));
}
