/** `node scripts/icons.mjs`: draws the committed icons in public/icons/ from public/icon.svg; rerun after changes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureWritable, runCommand } from './failure.mjs';
import { BROWSER_ARGS, ensureBrowser } from './machine/find-browser.mjs';
import { root } from './run-tool.mjs';

const drawing = readFileSync(join(root, 'public/icon.svg'), 'utf8');
const ground = /<rect[^>]*\bfill="(#\w+)"/.exec(drawing)[1];
const folder = join(root, 'public/icons');

/** Share of a maskable icon that systems never crop. */
const MASKED = 0.8;

const icons = [
  { name: 'icon-192', size: 192, scale: 1, back: 'transparent' },
  { name: 'icon-512', size: 512, scale: 1, back: 'transparent' },
  { name: 'maskable-512', size: 512, scale: MASKED, back: ground },
];

await runCommand('icons', async () => {
  ensureWritable(folder);
  const browser = await chromium.launch({ executablePath: ensureBrowser(true), args: BROWSER_ARGS });
  const page = await browser.newPage();
  for (const { name, size, scale, back } of icons) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${back} }
      svg { width: ${100 * scale}vw }</style>${drawing}`,
    );
    writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`public/icons/${name}.png`);
  }
  await browser.close();
});
