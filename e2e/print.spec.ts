import { constants, inflateSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import { runsAll } from '../scripts/tier.mjs';
import { firefox, NO_FIREFOX, startFirefox } from './firefox-driver.ts';
import { HAS_SHEET } from './print-sheet.ts';
import { expect, test } from './test.ts';

const LINKS = [
  '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=60',
  '#v=1&problem=two-layer&neurons=4&k=60',
];

/** Counts a PDF's pages, also in packed objects. */
function pages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1');
  const packed = [...text.matchAll(/\/ObjStm\b[\s\S]*?stream\r?\n([\s\S]*?)endstream/g)].map(([, bytes]) =>
    inflateSync(Buffer.from(bytes!, 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'),
  );
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Expects nothing beyond the sheet, and a caption with link. */
const READ_SHEET = `(() => {
  const sheet = document.querySelector('.print-sheet');
  const { bottom } = sheet.getBoundingClientRect();
  const texts = [...sheet.querySelectorAll('text')];
  return {
    text: sheet.textContent,
    beyond: texts.filter((text) => text.getBoundingClientRect().bottom > bottom + 1).map((text) => text.textContent),
  };
})()`;

// `npm test` prints in Chromium only.
test.describe('Firefox', { tag: '@all' }, () => {
  test.skip(!firefox, NO_FIREFOX);
  let browser: Browser;
  test.beforeAll(async () => {
    browser = await startFirefox();
  });
  test.afterAll(() => browser?.close());

  for (const link of LINKS)
    test(`Firefox prints one page, with caption and link on it: ${link}`, async ({ baseURL }) => {
      const page = await browser.newPage();
      await page.goto(`${baseURL}${link}`);
      await expect.poll(() => page.evaluate(HAS_SHEET)).toBe(true);
      const margin = { left: '1cm', right: '1cm', top: '1cm', bottom: '1cm' };
      for (const options of [
        { format: 'A4' },
        { format: 'A4', landscape: true },
        { format: 'A4', landscape: true, margin },
        { format: 'Letter', landscape: true },
        { format: 'Letter', landscape: true, margin },
      ] as const) {
        await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
        const pdf = await page.pdf({ ...options, printBackground: true });
        expect(pages(pdf), JSON.stringify(options)).toBe(1);
      }
      await page.close();
    });
});

test('Chromium prints one page, with caption and link on it, at every margin up to 12 mm', async ({
  explorer,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const link of runsAll ? LINKS : LINKS.slice(-1)) {
    await explorer.open(link);
    await expect.poll(() => page.evaluate(HAS_SHEET)).toBe(true);
    for (const format of runsAll ? ['A4', 'Letter'] : ['A4'])
      for (const margin of runsAll ? ['0', '10mm', '12mm'] : ['12mm']) {
        const pdf = await page.pdf({
          format,
          landscape: true,
          printBackground: true,
          margin: { left: margin, right: margin, top: margin, bottom: margin },
        });
        expect(pages(pdf), `${format} ${margin}`).toBe(1);
      }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1047, height: 718 });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const ground = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    expect(ground).toBe('rgb(255, 255, 255)');
    await expect(page.getByRole('banner')).toBeHidden();
    const { text, beyond } = (await page.evaluate(READ_SHEET)) as { text: string; beyond: string[] };
    expect(beyond).toEqual([]);
    expect(text).toContain('Made with Twin Descent');
    expect(text).toContain('#v=1');
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await page.emulateMedia({ media: null });
  }
});
