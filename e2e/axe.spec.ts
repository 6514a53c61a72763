import { LANGUAGES } from '../engine/scenario/languages.ts';
import { runsAll, spread } from '../scripts/tier.mjs';
import { cut, violations } from './checks.ts';
import { LOOKED_AT } from './in-page.ts';
import { expect, test } from './test.ts';

const LOOKS = { light: 'theme=light', dark: 'theme=dark', projector: 'profile=projector' } as const;

type Dress = readonly [look: keyof typeof LOOKS, lang: keyof typeof LANGUAGES];

/** As in app/shell/looks.test.tsx. Projectors last: a link without a profile keeps the page's. */
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
 * Checks the build's own parts: page, packed styles, language files. Component tests check every view, bar, drawer and dialog
 * (app/shell/views-looks.browser.test.tsx, app/shell/looks.test.tsx).
 */
// Component tests check a phone's width in `npm test`.
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
      expect.soft(await violations(page, i === 0 ? null : LOOKED_AT), `${look}, ${lang}`).toEqual([]);
      expect.soft(await cut(page), `${look}, ${lang}`).toEqual([]);
    }
  });
