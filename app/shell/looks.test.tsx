import 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, type MockInstance, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { findCut, findViolations, LOOKED_AT } from '../../e2e/in-page.ts';
import { LANGUAGES } from '../../engine/scenario/languages.ts';
import { runsAll } from '../../scripts/tier.mjs';
import { App } from './App.tsx';
import { findAll, idle, mountForSeveral, openFromMenu } from './mount.test.tsx';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Whether what fades or moves does it at once (vitest.config.ts). */
    reduceMotion(isReduced: boolean): Promise<void>;
  }
}

/** What a person can have before them, and how they come there. */
export interface Opened {
  readonly link: string;
  /** Opens what the link does not; the page is in English then. */
  readonly open?: () => Promise<void>;
  /** What is there for as long as it is open. */
  readonly seen: string;
  /** What of it lies over the page; Escape ends it. */
  readonly over?: string;
  /** Its parts are seen in another state too: only `npm run test:all` looks at it. */
  readonly isRepeat?: true;
}

export const OPENING = 'features=line&n=8&plant=1,0.2&start=-1.6,0.3';

/** What a button of that name opens, over the opening scene. */
export const opened = (name: string, seen: string, k = 40) => ({
  link: `${OPENING}&k=${k}`,
  open: () => openFromMenu(name),
  seen,
  over: seen.startsWith('dialog') ? 'dialog[open]' : '.drawer',
});

const LOOKS = {
  light: { theme: 'light', profile: 'desk' },
  dark: { theme: 'dark', profile: 'desk' },
  projector: { profile: 'projector' },
} as const;

type Dress = readonly [look: keyof typeof LOOKS, lang: keyof typeof LANGUAGES];

/** A page in a room, and one in a hand. */
export const ROOM = { width: 1280, height: 720 } as const;
export const PHONE = { width: 360, height: 740 } as const;
type Size = typeof ROOM | typeof PHONE;

/**
 * Each size with every look, the projector in both languages; every look in every language at one of the sizes: light and dark differ
 * by nothing but colours. English first, in which states are opened.
 */
const DRESSES: readonly (readonly [Size, readonly Dress[]])[] = [
  [
    ROOM,
    [
      ['light', 'en'],
      ['dark', 'zh'],
      ['projector', 'zh'],
      ['projector', 'en'],
    ],
  ],
  [
    PHONE,
    [
      ['dark', 'en'],
      ['light', 'zh'],
      ['projector', 'zh'],
      ['projector', 'en'],
    ],
  ],
];

/** Has the page of a link in a size and a dress. */
type Wear = (link: string, size: Size, dress: Dress) => Promise<void>;

/** The page for several tests, without motion; a complaint in the console is a failure. Returns how it is dressed. */
function shareApp(): Wear {
  let [open, shown]: readonly [string, Size] = ['', ROOM];
  let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
  const complaints: MockInstance[] = [];
  beforeAll(async () => {
    complaints.push(...(['error', 'warn'] as const).map((kind) => vi.spyOn(console, kind)));
    await commands.reduceMotion(true);
    mounted = await mountForSeveral(<App />, '#v=1&lang=en', { isApp: true });
  });
  afterEach(() => {
    const said = complaints.flatMap((spy) => spy.mock.calls.map((words) => words.join(' ')));
    for (const spy of complaints) spy.mockClear();
    expect(said).toEqual([]);
  });
  afterAll(async () => {
    await mounted.leave();
    for (const spy of complaints) spy.mockRestore();
    await Promise.all([page.viewport(1280, 720), commands.reduceMotion(false)]);
  });
  return async (wanted, size, [look, lang]) => {
    if (size !== shown) await page.viewport(size.width, size.height);
    shown = size;
    if (wanted !== open) {
      // A lecture stays, unless it is left.
      if (mounted.session.store.getState().lecture) await mounted.open('#v=1');
      await mounted.open(`#v=1&${wanted}`);
      open = wanted;
    }
    mounted.session.change({ ...LOOKS[look], lang });
    await idle();
  };
}

/** What axe finds on the page, or within what a selector finds, where all that fades has come to its end; by all rules, or by some. */
export async function violations(
  within: string | null = null,
  rules: readonly string[] | null = null,
): Promise<string[]> {
  for (const fade of document.getAnimations()) fade.finish();
  return findViolations([rules, within]);
}

/** What axe has to look at again where the same markup wears other colours, in other sizes. */
const WORN = [...LOOKED_AT, 'scrollable-region-focusable'];

/** Drawers and dialogs that are wider than they may be, with how much. */
const wider = () =>
  findAll('.drawer, dialog[open]')
    .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    .filter((beyond) => beyond > 0);

/** Each state opens in it. */
const ENGLISH: Dress = ['light', 'en'];

/**
 * Axe finds nothing, and nothing is cut, in each of the dresses: on the whole page in the first, unless it is known, then in what lies
 * over it.
 */
export async function expectAccessible(
  wear: Wear,
  { link, open, seen, over }: Opened,
  size: Size,
  dresses: readonly Dress[],
  isPageKnown = false,
): Promise<void> {
  const lying = () => (over === undefined ? [] : findAll(over));
  if (open) {
    await wear(link, size, ENGLISH);
    await open();
    await idle();
  }
  const markups = new Set<string>();
  for (const [i, dress] of dresses.entries()) {
    await wear(link, size, dress);
    const [look, lang] = dress;
    const where = `${size.width} px, ${dress.join(', ')}`;
    expect(innerWidth).toBe(size.width);
    const root = document.documentElement;
    await expect.poll(() => root.dataset.theme, { message: where }).toBe(look);
    await expect.poll(() => root.lang, { message: where }).toBe(LANGUAGES[lang].tag);
    await expect
      .poll(() => findAll(seen).some((one) => one.checkVisibility()), { message: where })
      .toBe(true);
    const markup = lying()
      .map((one) => one.outerHTML)
      .join('');
    // The page as a whole once; then what lies over it alone, or the page by what it wears.
    const isWorn = i > 0 && (over === undefined || markups.has(markup));
    const isWhole = i === 0 && !isPageKnown;
    const found = await violations(isWhole ? null : (over ?? null), isWorn ? WORN : null);
    markups.add(markup);
    expect.soft(found, where).toEqual([]);
    expect.soft(findCut(), where).toEqual([]);
    expect.soft(wider(), where).toEqual([]);
  }
  for (let press = 0; press < 2 && lying().length > 0; press++) {
    await userEvent.keyboard('{Escape}');
    await idle();
  }
  expect(lying()).toEqual([]);
}

/**
 * A test of each at each size, and of `more`, over one page. In `npm test` every third of them in a hand and the others in a room, each in
 * one dress in turn, so that every dress is worn; and what lies over a page that another lay over is looked at alone.
 */
export function testLooks(
  all: Readonly<Record<string, Opened>>,
  more: (wear: Wear) => void = () => undefined,
): void {
  const named = Object.entries(all).filter(([, one]) => runsAll || !one.isRepeat);
  const links = [...new Set(named.map(([, { link }]) => link))];
  // Those over the same link after one another: it is opened once.
  const states = links.flatMap((link) => named.filter(([, one]) => one.link === link));
  describe('axe finds nothing', () => {
    const wear = shareApp();
    for (const [size, dresses] of DRESSES) {
      const known = new Set<string>();
      const here = states.filter((_, i) => runsAll || (i % 3 === 1) === (size === PHONE));
      for (const [i, [name, one]] of here.entries()) {
        const isPageKnown = !runsAll && one.over !== undefined && known.has(one.link);
        const worn = runsAll ? dresses : [dresses[i % dresses.length]!];
        known.add(one.link);
        test(`at ${size.width} px: ${name}`, () => expectAccessible(wear, one, size, worn, isPageKnown));
      }
    }
    more(wear);
  });
}
