import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { qrCode } from '../app/features/share/link/qr-code.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

const OPENING = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

async function openShare(explorer: ExplorerPage, tab = 'Link'): Promise<Locator> {
  await explorer.button('Share').click();
  const dialog = explorer.page.getByRole('dialog', { name: 'Share and take away' });
  await dialog.getByRole('tab', { name: tab, exact: true }).click();
  const page = dialog.getByRole('tabpanel', { name: tab, exact: true });
  await expect(page).toBeVisible();
  return page;
}

const linkOf = (page: Locator) => page.getByRole('textbox', { name: 'The link' }).inputValue();
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('the link at this step, from the start, and with what it should carry', async ({
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

  await share.getByRole('radio', { name: 'from the start' }).check();
  // What was said is of another link.
  await expect(status).toHaveText('');
  for (const part of [
    'zoom, plane and layers',
    'theme, projector and language',
    'what is hidden, locked or switched off',
  ])
    await share.getByRole('checkbox', { name: part }).uncheck();
  await expect(share.getByRole('checkbox')).toHaveCount(3);
  await expect(share.getByRole('listitem').filter({ hasText: 'Zoom, plane and layers' })).toBeVisible();
  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(status).toHaveText('Link copied: it opens paused at step 0, with the same digits.');
  expect(new URL(await clipboard(page)).hash).toBe(OPENING);
});

test('a copied link opens with the same digits elsewhere', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open();
  await explorer.seek(33);
  const share = await openShare(explorer);
  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(share.getByRole('status')).toContainText('Link copied');
  const link = new URL(await clipboard(page)).hash;
  await page.goto('about:blank');
  await explorer.open(link);
  const same = replay(link, 33);
  for (const side of ['left', 'right'] as const)
    expect((await explorer.digits(side)).iterate).toEqual(same[side].iterates[33]);
});

test('where the clipboard is refused the link is selected, and a sentence says what to do', async ({
  explorer,
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await explorer.open(OPENING);
  const share = await openShare(explorer);
  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(share.getByRole('status')).toContainText('does not let the page copy. The link is selected');
  expect(
    await page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    }),
  ).toBe(page.url());
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
  await share.getByRole('radio', { name: 'from the start' }).check();
  await expect.poll(path).toBe(qrCode(await linkOf(share))!.path);
  await share.getByRole('radio', { name: 'at this step (7)' }).check();

  await share.getByRole('button', { name: 'Show large' }).click();
  const room = page.getByRole('dialog', { name: 'QR code of the link' });
  await expect(room).toContainText('Opens paused at step 7.');
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

/** A table of so many rows, of digits that do not pack. */
const table = (rows: number) =>
  `x,y\n${Array.from({ length: rows }, (_, i) => `${Math.sin(i * i).toFixed(9)},${Math.cos(i * 7).toFixed(9)}`).join('\n')}`;

async function openTable(explorer: ExplorerPage, rows: number): Promise<void> {
  await explorer.button('Own data').click();
  const dialog = explorer.page.getByRole('dialog', { name: 'Your own data' });
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'data.csv', mimeType: 'text/csv', buffer: Buffer.from(table(rows)) });
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect(dialog).toBeHidden();
}

test('a link that is too long for a QR code or for a chat says what came and what is possible', async ({
  explorer,
}) => {
  await explorer.open();
  await openTable(explorer, 300);
  let share = await openShare(explorer);
  const characters = (await linkOf(share)).length;
  expect(characters).toBeGreaterThan(2953);
  const code = share.getByRole('region', { name: 'QR code' });
  await expect(code).toContainText(
    `it holds at most 2,953 characters, and the link has ${characters.toLocaleString('en')}.`,
  );
  await expect(code).toContainText('fewer rows or columns would fit');
  await expect(share.getByRole('button', { name: 'Show large' })).toBeHidden();
  await expect(share).toContainText('Some chat and mail programs cut links');
  await explorer.page.keyboard.press('Escape');

  // More than any link carries.
  await openTable(explorer, 3000);
  share = await openShare(explorer);
  await expect(share.getByRole('listitem').first()).toContainText('Your data: it is too large for a link.');
  expect((await linkOf(share)).length).toBeLessThan(200);
  await expect(share.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
});

test('what the link leaves out is counted', async ({ explorer, page }) => {
  await explorer.open(OPENING);
  await explorer.seek(25);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await explorer.ready();
  const share = await openShare(explorer);
  await expect(
    share.getByRole('listitem').filter({ hasText: 'What can be undone (2 changes).' }),
  ).toBeVisible();
});

// ---- saved --------------------------------------------------------------------------------------------------------

async function save(share: Locator, name: string): Promise<void> {
  await share.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await share.getByRole('button', { name: 'Save this scenario' }).click();
  await expect(share.getByRole('status')).toHaveText(`“${name}” saved.`);
}

const names = (share: Locator) => share.getByRole('button', { name: /^Open “/ }).allInnerTexts();

test('a scenario is saved with its picture, opens, and can be taken back', async ({ explorer, page }) => {
  await explorer.open(`${OPENING}&k=40`);
  // Each side is drawn in a frame of its own.
  for (const side of ['left', 'right'] as const)
    await expect
      .poll(() => explorer.countColours(explorer.panel(side).locator('canvas').first()))
      .toBeGreaterThan(50);
  let share = await openShare(explorer, 'Saved');
  await expect(share).toContainText('no account and no server');
  await expect(share.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    'Slope and bias, step 40',
  );
  await save(share, 'Mine <img src=x onerror=alert(1)>');
  const picture = share.locator('.saved-open img');
  await expect(picture).toHaveCount(1);
  const colours = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d', {
      willReadFrequently: true,
    })!;
    canvas.drawImage(image, 0, 0);
    const half = (from: number) =>
      new Set(new Uint32Array(canvas.getImageData(from, 0, 160, 160).data.buffer)).size;
    return [image.naturalWidth, image.naturalHeight, half(0), half(160)];
  });
  expect(colours.slice(0, 2)).toEqual([320, 160]);
  // Both sides are in it: more than a ground and a line.
  expect(Math.min(...colours.slice(2))).toBeGreaterThan(50);
  expect((await picture.getAttribute('src'))!.length).toBeLessThan(40_000);

  await page.keyboard.press('Escape');
  await explorer.open('#v=1&problem=lift&start=1.5,0.25');
  share = await openShare(explorer, 'Saved');
  await share.getByRole('button', { name: /^Open “Mine/ }).click();
  await expect(share).toBeHidden();
  await expect(explorer.step).toHaveText('40');
  await expect.poll(() => explorer.fragment()).toBe(`${OPENING}&k=40`);
  expect((await explorer.digits('left')).iterate).toEqual(replay(OPENING, 40).left.iterates[40]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => explorer.fragment()).toContain('problem=lift');
});

test('rename, delete and undo, by keyboard', async ({ explorer, page }) => {
  await explorer.open(OPENING);
  const share = await openShare(explorer, 'Saved');
  await save(share, 'One');
  await save(share, 'Two');
  expect(await names(share)).toEqual(['Two', 'One']);
  const rename = share.getByRole('button', { name: 'Rename “One”' });
  await rename.press('Enter');
  await page.keyboard.type('gone');
  await page.keyboard.press('Escape');
  await expect(rename).toBeFocused();
  expect(await names(share)).toEqual(['Two', 'One']);
  await rename.press('Enter');
  await page.keyboard.type('Uno');
  await page.keyboard.press('Enter');
  await expect(share.getByRole('status')).toHaveText('Renamed to “Uno”.');
  expect(await names(share)).toEqual(['Two', 'Uno']);

  await share.getByRole('button', { name: 'Delete “Two”' }).press('Enter');
  await expect(share.getByRole('status')).toHaveText('“Two” deleted.');
  await expect(share.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(share.getByRole('status')).toHaveText('“Two” is back.');
  expect(await names(share)).toEqual(['Two', 'Uno']);

  await page.reload();
  await explorer.ready();
  const again = await openShare(explorer, 'Saved');
  await expect.poll(() => names(again)).toEqual(['Two', 'Uno']);
});

test('export and import: all of them in one file, duplicates apart, bad ones refused by name', async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&problem=two-layer&neurons=3&k=5');
  await expect(page.getByTestId('circle')).toBeVisible();
  const share = await openShare(explorer, 'Saved');
  await save(share, 'Circle');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    share.getByRole('button', { name: 'Export all' }).click(),
  ]);
  await expect(share.getByRole('status')).toHaveText('1 scenario in twin-descent-saved.json.');
  expect(download.suggestedFilename()).toBe('twin-descent-saved.json');
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(file).toMatchObject({ format: 'twin-descent-saved', v: 1, saved: [{ name: 'Circle' }] });
  expect(file.saved[0].link).toBe('#v=1&problem=two-layer&neurons=3&k=5');
  expect(file.saved[0].thumbnail).toMatch(/^data:image\/webp;base64,/);

  file.saved.push({ name: '<b>Bad</b>', link: 'nothing' }, { name: 'Newer', link: '#v=2&n=9' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    share.getByRole('button', { name: 'Import' }).click(),
  ]);
  await chooser.setFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  const status = share.getByRole('status');
  await expect(status).toContainText('1 scenario imported.');
  await expect(status).toContainText('Not taken: “<b>Bad</b>” has no link of a scenario');
  await expect(status).toContainText('Not taken: “Newer” has a link of a newer version of this page.');
  expect((await names(share)).sort()).toEqual(['Circle', 'Circle (2)']);
});

test('where the browser stores nothing the page says so, and keeps what is saved while it is open', async ({
  explorer,
  page,
}) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  await explorer.open(OPENING);
  let share = await openShare(explorer, 'Saved');
  await expect(share.getByRole('alert')).toContainText('does not let this page store anything');
  await save(share, 'For now');
  await page.keyboard.press('Escape');
  share = await openShare(explorer, 'Saved');
  await expect(share.getByRole('button', { name: 'Open “For now”' })).toBeVisible();
});

test('two tabs see what the other saves and deletes', async ({ explorer, page, context }) => {
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

for (const [words, hash] of [
  ['light', `${OPENING}&k=4&view=-2,2,-2,2&lock=c`],
  ['dark', `${OPENING}&k=4&theme=dark`],
  ['the projector', `${OPENING}&k=4&profile=projector`],
  ['Chinese', `${OPENING}&k=4&lang=zh`],
] as const)
  test(`the pages for links and saved scenarios are accessible: ${words}`, async ({ explorer, page }) => {
    await page.goto(`/${hash}`);
    const [share, link, saved, saves] =
      words === 'Chinese'
        ? ['分享', '链接', '已保存', '保存当前设定']
        : ['Share', 'Link', 'Saved', 'Save this scenario'];
    await page.getByRole('button', { name: share, exact: true }).click();
    await expect(page.getByRole('tabpanel', { name: link, exact: true }).locator('.qr')).toBeVisible();
    await expect(
      page.getByRole('button', { name: words === 'Chinese' ? '关闭' : 'Close', exact: true }),
    ).toBeVisible();
    expect(await explorer.violations()).toEqual([]);
    await page.getByRole('tab', { name: link, exact: true }).press('ArrowRight');
    await page.getByRole('tab', { name: saved, exact: true }).click();
    await page.getByRole('button', { name: saves }).click();
    await expect(page.locator('.saved-item')).toHaveCount(1);
    expect(await explorer.violations()).toEqual([]);
  });

test('on a phone nothing is wider than the screen and everything is large enough for a thumb', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await explorer.open(`${OPENING}&k=40&rays=1`);
  for (const tab of ['Link', 'Saved']) {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Share and take away' });
    await dialog.getByRole('tab', { name: tab, exact: true }).click();
    const share = dialog.getByRole('tabpanel', { name: tab, exact: true });
    await expect(share).toBeVisible();
    if (tab === 'Saved') await save(share, 'One');
    expect(
      await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBeLessThanOrEqual(0);
    for (const target of await share
      .locator('button, label:has(input), input:not(label input, [hidden])')
      .all()) {
      const box = await target.boundingBox();
      expect(box?.height, await target.evaluate(({ outerHTML }) => outerHTML)).toBeGreaterThanOrEqual(44);
    }
    await page.keyboard.press('Escape');
  }
});
