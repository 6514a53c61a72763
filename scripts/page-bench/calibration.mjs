/** Measures the browser: a known script and a known drawing in an empty page, in milliseconds of processor time per frame. */

import { chromium } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from '../machine/find-browser.mjs';
import { VIEWPORT } from './open-page.mjs';
import { framesOf, quantile, startTrace } from './script-time.mjs';

const [FIRST, MEASURED] = [60, 180];

/** Runs `kind` once per frame: objects, sorting and text, or paths and letters on a canvas. */
async function runFrames([kind, count]) {
  const canvas = document.querySelector('canvas');
  const pen = canvas.getContext('2d');
  const kinds = {
    script() {
      const rows = [];
      for (let k = 0; k < 6000; k++) {
        const x = Math.imul(k, 2_654_435_761) >>> 8;
        rows.push({ x, name: `row ${x % 997}`, half: x / 2 });
      }
      rows.sort((a, b) => a.x - b.x);
      const sums = new Map();
      for (const { name, half } of rows) sums.set(name, (sums.get(name) ?? 0) + half);
      document.title = `${sums.size} ${JSON.stringify(rows.slice(0, 300)).length}`;
    },
    drawing() {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      for (let path = 0; path < 600; path++) {
        pen.beginPath();
        for (let k = 0; k < 40; k++) pen.lineTo((path * 37 + k * 13) % 800, (path * 53 + k * k) % 600);
        pen.strokeStyle = `rgb(${path % 256} 80 160)`;
        pen.stroke();
        if (path % 4 === 0) pen.fillText(`label ${path}`, (path * 6) % 800, (path * 4) % 600);
      }
    },
  };
  for (let frame = 0; frame < count; frame++) {
    await new Promise(requestAnimationFrame);
    kinds[kind]();
  }
}

/** @returns {Promise<{ script: number, drawing: number }>} */
export async function measurePageSpeeds() {
  const browser = await chromium.launch({ executablePath: ensureBrowser(true), args: BROWSER_ARGS });
  try {
    const times = {};
    for (const kind of ['script', 'drawing']) {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.setContent('<canvas width="800" height="600"></canvas>');
      const end = await startTrace(page);
      await page.evaluate(runFrames, [kind, FIRST + MEASURED]);
      const { scripts } = framesOf(await end());
      times[kind] = quantile(
        scripts.slice(-MEASURED).map(({ cpu }) => cpu),
        0.5,
      );
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}
