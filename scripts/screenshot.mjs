/**
 * `npm run screenshot`: builds, serves and photographs the opening scene at step 40 into docs/opening-scene.png, the
 * picture that the README shows.
 */

import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from './find-browser.mjs';
import { findFreePort } from './free-port.mjs';

const picture = fileURLToPath(new URL('../docs/opening-scene.png', import.meta.url));

await build({ logLevel: 'error' });
const server = await preview({
  logLevel: 'silent',
  preview: { port: await findFreePort(), strictPort: true },
});
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });
  await page.goto(`${server.resolvedUrls?.local[0]}#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40`);
  await page.getByTestId('verdict-left').getByText('hardly moving').waitFor();
  // The fine landscape follows the coarse one by a moment.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
  await server.close();
}
