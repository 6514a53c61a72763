import type { Page } from '@playwright/test';
import { LANGUAGES } from '../engine/scenario/languages.ts';
import { cut, violations } from './checks.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { LOOKED_AT } from './in-page.ts';
import { expect, test } from './test.ts';

/** What a person can have before them, and how they come there. */
interface State {
  readonly link: string;
  /** Opens what the link does not; the page is in English then. */
  readonly open?: (explorer: ExplorerPage) => Promise<void>;
  /** What is there for as long as the state lasts. */
  readonly seen: string;
  /** What of it lies over the page; Escape ends it. */
  readonly over?: string;
}

const OPENING = 'features=line&n=8&plant=1,0.2&start=-1.6,0.3';

/**
 * Every view and every bar, in groups that are looked through in one page each. What lies over the page, drawers and dialogs, is looked
 * at by component tests (app/shell/looks.test.tsx).
 */
const GROUPS: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  'one neuron': {
    'two weights': { link: `${OPENING}&k=11`, seen: '.surface' },
    'one weight': { link: 'd=1&n=12&k=12', seen: '.coordinates' },
    'a slice of many weights': { link: 'd=5&n=30&k=13', seen: '.shadow' },
    'infinitely many samples': { link: 'n=inf&k=14', seen: '.surface' },
    basins: { link: `${OPENING}&ground=basins&k=15`, seen: '.surface' },
    pull: { link: `${OPENING}&ground=pull&rays=1&arrows=1&k=16`, seen: '.surface' },
  },
  'one neuron, other ways': {
    'a run that diverges': { link: 'c=6&k=200', seen: '.verdict button' },
    'in space': { link: `${OPENING}&solid=1&k=17`, seen: '.solid' },
    'limited by a link': {
      link: `${OPENING}&hide=speed,undo,c&lock=play,layers,scrub,place&k=22`,
      seen: '.playback button:disabled',
    },
    'not taken as it came': { link: `${OPENING}&n=1.5&c=x&zz=1&k=5`, seen: '.notices' },
  },
  'other problems': {
    'two layers': { link: 'problem=two-layer&n=20&neurons=4&k=18', seen: '.networks' },
    'two layers on a line': {
      link: 'problem=two-layer&features=line&n=12&neurons=4&k=19',
      seen: '.networks',
    },
    'two layers, more inputs': { link: 'problem=two-layer&d=4&n=20&neurons=4&k=20', seen: '.networks' },
    'the lift': { link: 'problem=lift&k=21', seen: '.surface' },
  },
  'lectures and the black screen': {
    'a scene with its bar': { link: 'lecture=stuck&scene=1', seen: '.presenter' },
    'speaker notes': {
      link: 'lecture=stuck&scene=1',
      open: (explorer) => explorer.button('Speaker notes').click(),
      seen: '.drawer.notes',
      over: '.drawer',
    },
    'a black screen': {
      link: `${OPENING}&k=40`,
      open: ({ page }) => page.keyboard.press('b'),
      seen: '.blank',
      over: '.blank',
    },
  },
};

/** The groups by at most four states: seven in one page took 90 of the 120 seconds on a machine that was busy. */
const PAGES = Object.entries(GROUPS).flatMap(([group, states]) => {
  const all = Object.entries(states);
  const half = all.length > 4 ? Math.ceil(all.length / 2) : all.length;
  return [all.slice(0, half), all.slice(half)]
    .filter((some) => some.length > 0)
    .map((some) => [`${group}: ${some.map(([name]) => name).join(', ')}`, some] as const);
});

const LOOKS = { light: 'theme=light', dark: 'theme=dark', projector: 'profile=projector' } as const;

type Dress = readonly [look: keyof typeof LOOKS, lang: 'en' | 'zh'];

/**
 * Each size with every look, the desk and the projector in both languages each; every look in every language at one of the sizes: light and
 * dark differ by nothing but colours. English first, in which states are opened; projectors last: a link that names no profile leaves
 * the page's as it is.
 */
const SIZES: readonly { width: number; height: number; dresses: readonly Dress[] }[] = [
  {
    width: 1280,
    height: 720,
    dresses: [
      ['light', 'en'],
      ['dark', 'zh'],
      ['projector', 'zh'],
      ['projector', 'en'],
    ],
  },
  {
    width: 360,
    height: 740,
    dresses: [
      ['dark', 'en'],
      ['light', 'zh'],
      ['projector', 'zh'],
      ['projector', 'en'],
    ],
  },
];

/** What is no complaint about the page: software rendering tells its speed, and axe asks a sandboxed frame, which cannot answer. */
const OTHERS = ['GPU stall due to ReadPixels', "does not match the recipient window's origin ('null')"];

test.afterEach(({ explorer }) => {
  const others = explorer.complaints.filter((words) => !OTHERS.some((other) => words.includes(other)));
  explorer.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
});

/** Goes to a link within the page, whatever is open. */
async function goTo(page: Page, link: string): Promise<void> {
  await page.evaluate((hash) => {
    // The same address twice would be no change.
    location.hash = '';
    location.hash = hash;
  }, `#v=1&${link}`);
}

/** Until look and language are there, and what was opened still is. */
async function settle(page: Page, look: string, lang: keyof typeof LANGUAGES, seen: string): Promise<void> {
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', look);
  await expect(root).toHaveAttribute('lang', LANGUAGES[lang].tag);
  await expect(page.locator(seen).first()).toBeVisible();
  await expect(page.locator('main .plates').first()).not.toHaveAttribute('aria-busy', 'true');
}

for (const { width, height, dresses } of SIZES)
  for (const [title, states] of PAGES)
    test(`axe finds nothing at ${width} px: ${title}`, async ({ explorer, page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await explorer.open();
      for (const [name, { link, open, seen, over }] of states) {
        if (await page.locator('html[data-theme="projector"]').count()) {
          await page.keyboard.press('p');
          // What the page is about to write of it would take the place of the next address.
          await expect.poll(() => explorer.fragment()).not.toContain('profile=');
        }
        const [first] = dresses[0]!;
        await goTo(page, `${link}&lang=en&${LOOKS[first]}`);
        await settle(page, first, 'en', 'main');
        await open?.(explorer);
        for (const [i, [look, lang]] of dresses.entries()) {
          // The first is on its way, and is pale until it is there; every other differs from the one before it.
          if (i > 0) await explorer.show(`#v=1&${link}&lang=${lang}&${LOOKS[look]}`);
          else await explorer.idle();
          await settle(page, look, lang, seen);
          const where = `${name}, ${look}, ${lang}`;
          // The page as a whole once, with what lies over it; then what lies over it alone, or the page by its colours and sizes.
          const found =
            i === 0
              ? await violations(page)
              : await violations(page, over === undefined ? LOOKED_AT : null, over ?? null);
          expect.soft(found, where).toEqual([]);
          expect.soft(await cut(page), where).toEqual([]);
        }
        if (over !== undefined) {
          await page.keyboard.press('Escape');
          if (await page.locator(over).count()) await page.keyboard.press('Escape');
          await expect(page.locator(over)).toHaveCount(0);
        }
      }
    });
