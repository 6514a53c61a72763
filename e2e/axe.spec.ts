import { LANGUAGES } from '../engine/scenario/languages.ts';
import { runsAll, spread } from '../scripts/tier.mjs';
import { cut, violations } from './checks.ts';
import { LOOKED_AT } from './in-page.ts';
import { expect, test } from './test.ts';

const LOOKS = { light: 'theme=light', dark: 'theme=dark', projector: 'profile=projector' } as const;

type Dress = readonly [look: keyof typeof LOOKS, lang: keyof typeof LANGUAGES];

/** As the component tests have them (app/shell/looks.test.tsx). Projectors last: a link that names no profile leaves the page's as it is. */
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

/**
 * What only the build has: its page, its styles packed as one, its words of another language in a file. Every view and every bar, drawer and
 * dialog is looked at by component tests (app/shell/views-looks.browser.test.tsx, app/shell/looks.test.tsx).
 */
// A phone’s width by component alone in `npm test`.
for (const { width, height, dresses } of runsAll ? SIZES : SIZES.slice(0, 1))
  test(`axe finds nothing on the built page at ${width} px`, async ({ explorer, page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await explorer.open();
    const root = page.locator('html');
    for (const [i, [look, lang]] of spread(dresses, 2).entries()) {
      await explorer.show(
        `#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=11&lang=${lang}&${LOOKS[look]}`,
      );
      await expect(root).toHaveAttribute('data-theme', look);
      await expect(root).toHaveAttribute('lang', LANGUAGES[lang].tag);
      // By all rules once, then by those that colours and sizes decide.
      expect.soft(await violations(page, i === 0 ? null : LOOKED_AT), `${look}, ${lang}`).toEqual([]);
      expect.soft(await cut(page), `${look}, ${lang}`).toEqual([]);
    }
  });
