/** `npm run screenshot`: builds, serves and captures the README's pictures: the opening scene at step 40, two layers at rest. */

import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureWritable, runCommand } from './failure.mjs';
import { BROWSER_ARGS, ensureBrowser } from './machine/find-browser.mjs';
import { findFreePort } from './machine/free-port.mjs';
import { idle } from './page-bench/open-page.mjs';
import { root } from './run-tool.mjs';

const pictures = [
  {
    file: 'opening-scene.png',
    link: '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40',
    words: 'barely moving',
  },
  {
    file: 'two-layers.png',
    link: '#v=1&problem=two-layer&neurons=3&c=2&k=2624&pictures=all',
    words: 'Spurious',
  },
];

const docs = join(root, 'docs');

await runCommand('screenshot', async () => {
  ensureWritable(docs);
  ensureWritable(join(root, 'dist'));
  await build({ logLevel: 'error' });
  const server = await preview({
    logLevel: 'silent',
    preview: { port: await findFreePort(), strictPort: true },
  });
  const browser = await chromium.launch({ executablePath: ensureBrowser(true), args: BROWSER_ARGS });
  try {
    for (const { file, link, words } of pictures) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });
      await page.goto(`${server.resolvedUrls?.local[0]}${link}`);
      await page.getByTestId('verdict-left').getByText(words).waitFor();
      // The fine landscape comes later; the text's fonts, with a later visit.
      await page.evaluate(async () => {
        await Promise.all(
          [...document.fonts].filter(({ family }) => / text/.test(family)).map((font) => font.load()),
        );
        document.documentElement.dataset.letters = '';
      });
      await idle(page);
      await page.screenshot({ path: join(docs, file) });
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
