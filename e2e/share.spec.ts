import type { Locator, Page } from '@playwright/test';
import { qrCode } from '../app/ui/qr/qr-code.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

const OPENING = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

async function openShare(explorer: ExplorerPage, tab = 'Link'): Promise<Locator> {
  await explorer.openFromMenu('Share');
  const dialog = explorer.page.getByRole('dialog', { name: 'Share and export' });
  await dialog.getByRole('tab', { name: tab, exact: true }).click();
  const page = dialog.getByRole('tabpanel', { name: tab, exact: true });
  await expect(page).toBeVisible();
  return page;
}

const linkOf = (page: Locator) => page.getByRole('textbox', { name: 'The link' }).inputValue();
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('the link at this step, which opens with the same digits elsewhere, from the start, and with what it should carry', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open(`${OPENING}&k=40&rays=1&theme=dark&lock=c`);
  const share = await openShare(explorer);
  const status = share.getByRole('status');
  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(status).toHaveText('Link copied: it opens paused at step 40, with the same digits.');
  expect(await clipboard(page)).toBe(page.url());
  const link = explorer.fragment();

  await share.getByRole('radio', { name: 'at the start' }).check();
  // The message was about another link.
  await expect(status).toHaveText('');
  for (const part of [
    'zoom, slice and layers',
    'theme, projector and language',
    'hidden, locked and disabled controls',
  ])
    await share.getByRole('checkbox', { name: part }).uncheck();
  await expect(share.getByRole('checkbox')).toHaveCount(3);
  await expect(share.getByRole('listitem').filter({ hasText: 'Zoom, slice and layers' })).toBeVisible();
  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(status).toHaveText('Link copied: it opens paused at step 0, with the same digits.');
  expect(new URL(await clipboard(page)).hash).toBe(OPENING);

  await page.goto('about:blank');
  await explorer.open(link);
  const same = replay(link, 40);
  for (const side of ['left', 'right'] as const)
    expect((await explorer.digits(side)).iterate).toEqual(same[side].iterates[40]);
});

test('the QR code is that of the link; large it fills the window, and only Escape and its button do anything', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${OPENING}&k=7&profile=projector`);
  const share = await openShare(explorer);
  const picture = (within: Locator | Page) => within.getByRole('img', { name: 'QR code of the link' });
  const path = () => picture(share).locator('path').first().getAttribute('d');
  expect(await path()).toBe(qrCode(await linkOf(share))!.path);
  await share.getByRole('radio', { name: 'at the start' }).check();
  await expect.poll(path).toBe(qrCode(await linkOf(share))!.path);
  await share.getByRole('radio', { name: 'at this step (7)' }).check();

  await share.getByRole('button', { name: 'Show large' }).click();
  const room = page.getByRole('dialog', { name: 'QR code of the link' });
  await expect(room).toContainText('The link opens paused at step 7.');
  await explorer.idle();
  const [box, drawn] = [(await room.boundingBox())!, (await picture(room).boundingBox())!];
  expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, 1280, 720]);
  expect(drawn.height).toBeGreaterThan(550);
  expect(drawn.y + drawn.height).toBeLessThan(720);
  const colours = await room.evaluate((dialog) => [
    getComputedStyle(dialog).backgroundColor,
    getComputedStyle(dialog.querySelector('path')!).fill,
  ]);
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  for (const key of ['Space', 'b', 'p', 'n', '?', 'ArrowRight', 'Alt+k']) await page.keyboard.press(key);
  await expect(room).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(room).toBeHidden();
  await expect(share.getByRole('button', { name: 'Show large' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(share).toBeHidden();
  await expect(explorer.step).toHaveText('7');
  await expect(explorer.play).toBeVisible();
  await expect(page.locator('.page')).toHaveAttribute('data-profile', 'projector');
});

// ---- saved; where the browser stores nothing: faults.spec.ts -----------------------------------------------------

async function save(share: Locator, name: string): Promise<void> {
  await share.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await share.getByRole('button', { name: 'Save this scenario' }).click();
  await expect(share.getByRole('status')).toHaveText(`“${name}” saved.`);
}

// In Node: app/features/share/saved/saved.test.ts.
test('two tabs see what the other saves and deletes', { tag: '@all' }, async ({
  explorer,
  page,
  context,
}) => {
  await explorer.open(OPENING);
  const share = await openShare(explorer, 'Saved');
  const other = await context.newPage();
  await other.goto(`/${OPENING}`);
  await other.getByRole('button', { name: 'Share', exact: true }).click();
  await other.getByRole('tab', { name: 'Saved' }).click();
  await expect(other.getByText('Nothing saved yet.')).toBeVisible();
  await save(share, 'Here');
  await other.getByRole('button', { name: 'Delete “Here”' }).click();
  await expect(share.getByText('Nothing saved yet.')).toBeVisible();
  await other.close();
  await page.bringToFront();
});
