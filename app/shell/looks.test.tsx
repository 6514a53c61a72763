import 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, type MockInstance, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { findCut, findViolations, LOOKED_AT } from '../../e2e/in-page.ts';
import { LANGUAGES } from '../../engine/scenario/languages.ts';
import { runsAll } from '../../scripts/tier.mjs';
import type { Session } from '../session/session.ts';
import { App } from './App.tsx';
import { findAll, idle, mountForSeveral, openFromMenu } from './mount.test.tsx';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Ends transitions and animations at once (vitest.config.ts). */
    reduceMotion(isReduced: boolean): Promise<void>;
  }
}

/** A state of the page. */
export interface Opened {
  readonly link: string;
  /** Opens what the link cannot, in English. */
  readonly open?: () => Promise<void>;
  /** Selector of an element present while the state is open. */
  readonly seen: string;
  /** Selector of the part over the page; Escape closes it. */
  readonly over?: string;
  /** Shows the same parts as another state: only `npm run test:all` opens it. */
  readonly isRepeat?: true;
}

export const OPENING = 'features=line&n=8&plant=1,0.2&start=-1.6,0.3';

/** Returns the state that a button opens over the opening scene. */
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

/** Screens on which pages once scrolled sideways. */
const NARROW = [
  [320, 640],
  [768, 1024],
  [360, 740],
  [820, 1180],
  [1024, 768],
] as const;

/** Resizes the page on a projector, where words are largest, and at the desk; `npm test` takes `few` screens, by turns. */
export async function expectNoSideways(session: Session, name: string, turn: number, few: number) {
  const some = Array.from({ length: few }, (_, k) => NARROW[(turn + k) % NARROW.length]!);
  for (const profile of runsAll ? (['projector', 'desk'] as const) : (['projector'] as const)) {
    session.change({ profile });
    for (const [width, height] of runsAll ? NARROW : some) {
      await page.viewport(width, height);
      await idle();
      const sideways = document.documentElement.scrollWidth - innerWidth;
      expect.soft(sideways, `${name}, ${profile}, ${width} px: sideways`).toBeLessThanOrEqual(0);
    }
  }
  session.change({ profile: 'desk' });
}

export const ROOM = { width: 1280, height: 720 } as const;
export const PHONE = { width: 360, height: 740 } as const;
type Size = typeof ROOM | typeof PHONE;

/**
 * Sizes with looks and languages. Looks differ in colours only, so each language takes all looks at one size, and the projector takes
 * both. English first: states are opened in English.
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

type Wear = (link: string, size: Size, dress: Dress) => Promise<void>;

/** Shares one page without motion; console warnings and errors fail its tests. */
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
      // Leave the lecture first.
      if (mounted.session.store.getState().lecture) await mounted.open('#v=1');
      await mounted.open(`#v=1&${wanted}`);
      open = wanted;
    }
    mounted.session.change({ ...LOOKS[look], lang });
    await idle();
  };
}

/** Returns axe's findings on the page or within a selector, by some rules or all, after animations. */
export async function violations(
  within: string | null = null,
  rules: readonly string[] | null = null,
): Promise<string[]> {
  for (const fade of document.getAnimations()) fade.finish();
  return findViolations([rules, within]);
}

/** Rules that depend on colours and sizes. */
const WORN = [...LOOKED_AT, 'scrollable-region-focusable'];

/** Lists the sideways overflow in px of open drawers and dialogs. */
const wider = () =>
  findAll('.drawer, dialog[open]')
    .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    .filter((beyond) => beyond > 0);

const ENGLISH: Dress = ['light', 'en'];

/** Expects no axe violation and no cut text in any dress. The first dress checks the page unless known, others the part over it. */
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
    // The page once; then the part over it, or the page by `WORN`.
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
 * Registers a test per state and size, and `more`, over one page. `npm test` takes every third state on the phone and the others in the
 * room, in one dress each, by turns.
 */
export function testLooks(
  all: Readonly<Record<string, Opened>>,
  more: (wear: Wear) => void = () => undefined,
): void {
  const named = Object.entries(all).filter(([, one]) => runsAll || !one.isRepeat);
  const links = [...new Set(named.map(([, { link }]) => link))];
  // A link's states follow one another: it is opened once.
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
