import type { Page } from '@playwright/test';
import { presetScenario } from '../engine/scenario/create-scenario.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { expect, test } from './test.ts';

const linkOf = (preset: string) => formatLink(presetScenario('denoiser', preset));
const PIXELS = '#v=1&problem=denoiser&level=pixels';

/** Serves the weights after `change` (`e` in their module), or not at all. */
async function withWeights(page: Page, change: string | null): Promise<void> {
  await page.context().route('**/weights-file-*.js', async (route) => {
    if (change === null) return route.fulfill({ status: 404, body: '' });
    const response = await route.fetch();
    const body = (await response.text()).replace(
      'export{e as weightsFile}',
      `${change};export{e as weightsFile}`,
    );
    expect(body).toContain(change);
    return route.fulfill({ response, body });
  });
}

// Opened in problems.spec.ts; its frozen digits: links.spec.ts; in Node: engine/problems/denoiser/image/laws.test.ts.
test('an image falls apart: the free side is destroyed, the nonexpansive one settles', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open(linkOf('img-opening'));
  await expect(explorer.question).toHaveText('Free or nonexpansive: which finds the truth?');
  // Stopping at both ends: shuffle.spec.ts.
  await page.evaluate(() => {
    location.hash += '&k=300';
  });
  await expect(explorer.verdict('left')).toHaveText(/^Diverged at round 266\. Best: 6\.77 dB at round 11/, {
    timeout: 120_000,
  });
  await expect(explorer.verdict('right')).toHaveText(/^Settled at round 124: the only limit is within/);
});

// app/problems/denoiser/pixels/pixels.browser.test.tsx; digits: links.spec.ts.
test('links: the defaults of a bare one, two pixels that swing on the left and settle on the right, and a measurement of nothing', {
  tag: '@all',
}, async ({ explorer }) => {
  await explorer.open('#v=1&problem=denoiser&k=150&forecast=1');
  await expect(explorer.panel('left')).toContainText('strength t 1');
  await expect(explorer.verdict('right')).toContainText('proved');

  await explorer.show(`${linkOf('pix-cycle')}&k=1000&forecast=1`);
  await expect(explorer.verdict('left')).toHaveText(/^Swings between 2 places/);
  await expect(explorer.verdict('right')).toHaveText(/^Settled: the only limit is \(0\.708, 0\.625\)/);
  await explorer.panel('left').getByRole('button', { name: 'Basins' }).click();
  await expect(
    explorer
      .panel('left')
      .locator('[aria-label*="28 % to (1.007, 0.004)"], [aria-description*="28 % to (1.007, 0.004)"]'),
  ).not.toHaveCount(0);

  await explorer.show(`${PIXELS}&phi=0,0`);
  await expect(explorer.notices).toContainText('phi: expected');
});

// In Node: engine/problems/denoiser/image/weights.test.ts.
test('weights whose filters are too large are shown without a certificate, and the page says so', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await withWeights(page, 'e.ridge.W=e.ridge.W.map(w=>1.1*w)');
  await explorer.open(`${linkOf('img-opening')}&k=100`);
  await expect(explorer.panel('right')).toContainText(/fail|not certified/i);
  await expect(explorer.verdict('right')).not.toContainText(/\((?:certified|proved)\)/);
  await expect(explorer.panel('left')).toContainText('SNR');
});

test('without the file of weights two pixels stand in the place of the image, and the page says why', async ({
  explorer,
  page,
}) => {
  await withWeights(page, null);
  await explorer.open(linkOf('img-opening'));
  await expect(explorer.notices).toContainText(/weights/);
  await expect.poll(() => explorer.fragment()).toBe(linkOf('pix-three'));
  await expect(explorer.verdict('right')).toHaveText('Ready.');
});
