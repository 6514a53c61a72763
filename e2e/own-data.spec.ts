import type { Page } from '@playwright/test';
import { packText } from '../engine/data/pack.ts';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

const CSV = 'speed,y\n4,2\n7,four\n8,16\n\n9,10\n10,18,3\n11,17\n12,\n13,26\n';

test('a CSV with bad rows: what was taken, what was refused and why, then the run', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.button('Own data').click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByRole('textbox', { name: 'CSV text' }).fill(CSV);
  await expect(dialog).toContainText('5 rows taken. Features: speed. Label: y.');
  await expect(dialog).toContainText('line 3: not a number: "four" in column "y"');
  await expect(dialog).toContainText('line 5: empty');
  await expect(dialog).toContainText('line 7: wrong count: expected 2 cells, got 3');
  await expect(dialog).toContainText('line 9: empty: column "y"');
  await dialog.getByRole('checkbox', { name: /Standardise/ }).check();
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect(dialog).toBeHidden();

  await expect.poll(() => explorer.fragment()).toContain('data=z.');
  await explorer.seek(30);
  const same = replay(explorer.fragment(), 30);
  expect((await explorer.digits('right')).iterate).toEqual(same.right.iterates[30]);
  await expect(explorer.panel('left')).toContainText('loss');
});

test('a file is opened, and text in it is never markup', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.button('Own data').click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'data.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('<img src=x onerror=alert(1)>,y\n1,1\n2,2\n3,3\n'),
  });
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText('3 rows taken. Features: <img src=x onerror=alert(1)>. Label: y.');
  expect(await dialog.locator('img').count()).toBe(0);
});

test('stopping distance: the ends of the reference, and why they are not the straight line’s', async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&features=csv&data=stopping-distance&bias=1&std=1&start=1,0&k=100');
  const left = await explorer.digits('left');
  const right = await explorer.digits('right');
  expect(left.iterate[0]).toBeCloseTo(4.102, 4);
  expect(left.iterate[1]).toBeCloseTo(-20.5984, 4);
  expect(right.iterate[0]).toBeCloseTo(3.9724, 4);
  expect(right.iterate[1]).toBeCloseTo(-18.2905, 4);
  await expect(page.getByText('the two cars at 4 mph lie below the hinge')).toBeVisible();
});

test('data without a usable row is refused in words and nothing changes', async ({ explorer, page }) => {
  await explorer.open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=20');
  const before = await explorer.digits('left');
  const fragment = explorer.fragment();
  await explorer.button('Own data').click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByRole('textbox', { name: 'CSV text' }).fill('x,y\na,b\n');
  await expect(dialog).toContainText('No row of the data can be used');
  await expect(dialog.getByRole('button', { name: 'Use this data' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await explorer.idle();
  expect(await explorer.digits('left')).toEqual(before);
  expect(explorer.fragment()).toBe(fragment);
});

test('a table pasted anywhere, and a file dropped anywhere, open the dialog', async ({ explorer, page }) => {
  await explorer.open();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'a;b;y\n1;2;3\n2;1;3\n');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(dialog).toContainText('2 rows taken. Features: a, b. Label: y.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['speed,y\n4,2\n7,22\n'], 'cars.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(dialog).toContainText('2 rows taken. Features: speed. Label: y.');
});

test('data too large for a link is used all the same, and the page says that the link leaves it out', async ({
  explorer,
  page,
}) => {
  const rows = Array.from({ length: 10_005 }, (_, i) => `${(i * 7919) % 10007},${(i * 104729) % 9973}`);
  await explorer.open();
  await explorer.button('Own data').click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'large.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`x,y\n${rows.join('\n')}\n`),
  });
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText('10,005 rows taken.');
  await dialog.getByRole('checkbox', { name: /Standardise/ }).check();
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect(explorer.notices).toContainText('The link leaves the data out.');
  await expect(page.getByTestId('data')).toContainText('10,005 samples');
  await expect(page.getByTestId('data')).toContainText('of them drawn');
  await explorer.button('One step on').click();
  await expect(explorer.step).toHaveText('1');
});

/** Drops a file of so many rows on the page, which makes it itself. */
async function dropLarge(page: Page, rows: number): Promise<void> {
  await page.evaluate((count) => {
    const lines = Array.from(
      { length: count },
      (_, i) => `${(i * 7919) % 100_003}.25,${(i * 104_729) % 99_991}.5`,
    );
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([`x,y\n${lines.join('\n')}\n`], 'large.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, rows);
}

test('a large file shows how far it is read, can be given up, and then opens', async ({ explorer, page }) => {
  await explorer.open();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  const use = dialog.getByRole('button', { name: 'Use this data' });
  const fragment = explorer.fragment();

  // The file is read too fast for a hand: the button is pressed as soon as it is there, then the bar is watched.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const cancel = [...document.querySelectorAll('dialog button')].find(
        (it) => it.textContent === 'Cancel',
      );
      if (!cancel) return;
      observer.disconnect();
      (cancel as HTMLButtonElement).click();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await dropLarge(page, 330_000);
  await expect(dialog).toContainText('Cancelled: nothing was changed.');
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Open a file…' })).toBeFocused();
  await explorer.idle();
  await expect(use).toBeDisabled();
  expect(explorer.fragment()).toBe(fragment);

  const seen = await page.evaluateHandle(() => {
    const words: string[] = [];
    new MutationObserver(() => {
      const bar = document.querySelector('dialog progress');
      if (bar) words.push(`${bar.getAttribute('aria-label')}: ${bar.nextElementSibling?.textContent}`);
    }).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    return words;
  });
  await dropLarge(page, 330_000);
  await expect(dialog).toContainText(/rows taken\. Features: x\. Label: y\./);
  await expect(dialog).toContainText('large.csv, 5.5 MB');
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  const words = await seen.jsonValue();
  // The size is the same in both places.
  expect(words[0]).toBe('Reading large.csv: 0.0 of 5.5 MB');
  expect(words.filter((word) => /Reading large\.csv: [1-5]\.\d of 5\.5 MB/.test(word))).not.toEqual([]);

  await dialog.getByRole('checkbox', { name: /Standardise/ }).check();
  await use.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId('data')).toContainText('own data');
  await explorer.button('One step on').click();
  await expect(explorer.step).toHaveText('1');
});

test('Escape gives up the reading of a large file, and the dialog stays', async ({ explorer, page }) => {
  await explorer.open();
  await dropLarge(page, 2_500_000);
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog.getByRole('progressbar', { name: 'Reading large.csv' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toContainText('Cancelled: nothing was changed.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a file that is too large is refused by its size', async ({ explorer, page }) => {
  await explorer.open();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(50_000_001)], 'huge.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText('The file has 51 MB; at most 50 MB are read.');
  await expect(dialog.getByRole('button', { name: 'Use this data' })).toBeDisabled();
});

test('a European CSV: what was assumed is said, the other reading and the columns are chosen by keyboard', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.button('Own data').click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  const text = dialog.getByRole('textbox', { name: 'CSV text' });
  await text.fill('id;Ort;Länge;Preis\n1;Bonn;1.500;2,5\n2;Köln;\u22122.000;3\n');
  await expect(dialog).toContainText('2 rows taken. Features: Länge. Label: Preis.');
  await expect(dialog).toContainText('Commas were read as decimal marks: "1.500" is 1500.');
  await expect(dialog).toContainText('The column "Ort" was left out: it holds text.');
  await expect(dialog).toContainText('The column "id" was left out: it holds row numbers.');

  const mark = dialog.getByLabel('Decimal mark');
  await expect(mark).toHaveValue('comma');
  await dialog.getByText('Label and columns').focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('checkbox', { name: /Ort text/ })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /^id/ }).focus();
  await page.keyboard.press('Space');
  await expect(dialog).toContainText('Features: id, Länge. Label: Preis.');
  await expect(dialog.getByRole('checkbox', { name: /^id/ })).toBeFocused();
  await dialog.getByRole('combobox', { name: /^Label/ }).selectOption('Länge');
  await expect(dialog).toContainText('Features: id, Preis. Label: Länge.');
  await mark.selectOption('point');
  await expect(dialog).toContainText('1 row taken. Features: id, Preis. Label: Länge.');
  await expect(dialog).toContainText('not a number: "2,5" in column "Preis"');
  await mark.selectOption('comma');
  await expect(dialog).toContainText('2 rows taken.');
  await dialog.getByRole('checkbox', { name: /Standardise/ }).check();
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect.poll(() => explorer.fragment()).toContain('data=z.');
  await explorer.seek(5);
  expect((await explorer.digits('right')).iterate).toEqual(replay(explorer.fragment(), 5).right.iterates[5]);
});

test('an .xlsx is named as what it is', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.button('Own data').click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'table.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 0xff, 0xfe]),
  });
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText('Expected CSV text; got a workbook (.xlsx, .ods) or ZIP file.');
  await expect(dialog.getByRole('button', { name: 'Use this data' })).toBeDisabled();
});

const FEW = 'a,b,y\n1,2,3\n2,1,4\n0,3,1\n';

test('a link whose own data was too large asks for the file and opens it as it says, also after a reload', async ({
  explorer,
  page,
}) => {
  const link = '#v=1&problem=one-neuron&features=csv&std=1&sseed=4&rule=nesterov&c=0.5&k=12';
  await page.goto(`/${link}`);
  await expect(explorer.notices).toContainText('This link needs its data file');
  expect(explorer.fragment()).toBe(link);
  await page.reload();
  await explorer.notices.getByRole('button', { name: 'Open the file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText('the run opens as the link says');
  await dialog.getByRole('textbox', { name: 'CSV text' }).fill(FEW);
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect(explorer.step).toHaveText('12');
  expect(explorer.fragment()).toBe(link);
  // The same data within a link.
  const packed = packText(FEW);
  const { left } = replay(`${link.replace('&k=12', '')}&data=${packed}`, 12);
  expect((await explorer.digits('left')).iterate).toEqual(left.iterates[12]);
});
