import { runsAll } from '../scripts/tier.mjs';
import { small } from './checks.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

const OPENING = 'problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

async function visit(explorer: ExplorerPage, link: string): Promise<void> {
  await explorer.page.goto(`/#v=1&${link}`);
  await expect(explorer.page.locator('main canvas').first()).toBeVisible();
  await explorer.idle();
}

const TARGETS = 'button, select, input, summary, a';

const PAGES = [
  ['one neuron', OPENING],
  ['two layers', 'problem=two-layer&n=20&neurons=4&k=18'],
  ['a lecture', 'lecture=stuck&scene=2'],
  ['what was not taken', 'problem=one-neuron&c=99999'],
] as const;

test.describe('under a finger', () => {
  test.use({ viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true });

  // Others' drawers and dialogs in test:all.
  for (const [name, link] of runsAll ? PAGES : PAGES.slice(0, 1))
    test(`every target is 44 px, and the page says "Tap": ${name}`, async ({ explorer, page }) => {
      await visit(explorer, link);
      expect.soft(await small(page, TARGETS, 44)).toEqual([]);
      for (const drawer of runsAll
        ? ['Scenario', 'Layers', 'Explain', 'Lectures', 'How often?']
        : ['Scenario']) {
        if (drawer === 'Layers' && link.includes('two-layer')) continue;
        await explorer.openFromMenu(drawer);
        await expect(page.getByRole('complementary')).toBeVisible();
        await explorer.idle();
        const targets = '.drawer :is(button, select, input, summary)';
        expect.soft(await small(page, targets, 44), drawer).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('complementary')).toHaveCount(0);
      }
      for (const dialog of runsAll ? ['Share', 'Your data', 'Help'] : ['Help']) {
        await explorer.openFromMenu(dialog);
        await expect(page.getByRole('dialog')).toBeVisible();
        await explorer.idle();
        const targets = '.modal :is(button, select, input, summary)';
        expect.soft(await small(page, targets, 44), dialog).toEqual([]);
        if (dialog === 'Help') {
          await expect(page.getByRole('dialog')).toContainText('Tap a map to place the start');
          await expect(page.getByRole('dialog')).not.toContainText(/\bclick\b/i);
        }
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      if (runsAll) return;
      for (const [other, otherLink] of PAGES.slice(1, 2)) {
        await visit(explorer, otherLink);
        expect.soft(await small(page, TARGETS, 44), other).toEqual([]);
      }
    });
});

// In Node: app/i18n/messages.test.ts.
test('with a pointer the page says "Click"', { tag: '@all' }, async ({ explorer, page }) => {
  await visit(explorer, OPENING);
  await explorer.openFromMenu('Help');
  await expect(page.getByRole('dialog')).toContainText('Click a map to place the start');
});
