import { FROZEN_LINKS, replayInPage } from './frozen-links.ts';
import { expect, test } from './test.ts';
import { missingForWebKit, startWebKit, type WebKitPage } from './webkit-driver.ts';

const missing = missingForWebKit();
test.skip(missing !== null, `this machine has no WebKit that tests can drive: there is no ${missing}`);
test.describe.configure({ mode: 'serial' });

/** One WebKit for all parts, each of which is quick. */
const PARTS = 4;
let page: WebKitPage;

test.beforeAll(async () => {
  page = await startWebKit();
});

test.afterAll(() => page?.close());

for (let part = 0; part < PARTS; part++)
  test(`the frozen links have the same bits in WebKit, part ${part + 1} of ${PARTS}`, async ({ baseURL }) => {
    const rows = FROZEN_LINKS.filter((_, i) => i % PARTS === part);
    await page.open(baseURL!);
    await expect
      .poll(() => page.evaluate('(window.twinDescent?.shown("right").iterate.length ?? 0) > 0'))
      .toBe(true);
    expect(await page.run(replayInPage, rows)).toEqual(rows);
  });
