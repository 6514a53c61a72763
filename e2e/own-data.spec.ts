import { packText } from '../engine/data/pack.ts';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

const CSV = 'speed,y\n4,2\n7,four\n8,16\n\n9,10\n10,18,3\n11,17\n12,\n13,26\n';

test('a CSV with bad rows: what was taken, what was refused and why, then the run', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.openFromMenu('Your data');
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByRole('textbox', { name: 'CSV text' }).fill(CSV);
  await expect(dialog).toContainText('5 rows loaded. Features: speed. Label: y.');
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

  await explorer.show('#v=1&features=csv&data=stopping-distance&bias=1&std=1&start=1,0&k=100');
  await expect(page.getByText('the two 4-mph cars fall below the hinge')).toBeVisible();
});

// Reason: above; digits: links.spec.ts; the reference's ends in Node: engine/landscapes/minimum.test.ts.
test('stopping distance: the ends of the reference, and why they are not the straight line’s', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open('#v=1&features=csv&data=stopping-distance&bias=1&std=1&start=1,0&k=100');
  const left = await explorer.digits('left');
  const right = await explorer.digits('right');
  expect(left.iterate[0]).toBeCloseTo(4.102, 4);
  expect(left.iterate[1]).toBeCloseTo(-20.5984, 4);
  expect(right.iterate[0]).toBeCloseTo(3.9724, 4);
  expect(right.iterate[1]).toBeCloseTo(-18.2905, 4);
  await expect(page.getByText('the two 4-mph cars fall below the hinge')).toBeVisible();
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
  await expect(dialog).toContainText('2 rows loaded. Features: a, b. Label: y.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['speed,y\n4,2\n7,22\n'], 'cars.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(dialog).toContainText('2 rows loaded. Features: speed. Label: y.');
});

// In Node: app/session/session.test.ts; thinned: app/features/explain/ExplainDrawer.browser.test.tsx.
test('data too large for a link is used all the same, and the page says that the link leaves it out', {
  tag: '@all',
}, async ({ explorer, page }) => {
  const rows = Array.from({ length: 10_005 }, (_, i) => `${(i * 7919) % 10007},${(i * 104729) % 9973}`);
  await explorer.open();
  await explorer.openFromMenu('Your data');
  await page.locator('input[type=file]').setInputFiles({
    name: 'large.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`x,y\n${rows.join('\n')}\n`),
  });
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText('10,005 rows loaded.');
  await dialog.getByRole('checkbox', { name: /Standardise/ }).check();
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect(explorer.notices).toContainText('The link does not include the data.');
  await expect(page.getByTestId('data')).toContainText('10,005 samples');
  await expect(page.getByTestId('data')).toContainText('shown)');
  await explorer.button('Step forward').click();
  await expect(explorer.step).toHaveText('1');
});

const FEW = 'a,b,y\n1,2,3\n2,1,4\n0,3,1\n';

// In Node: app/session/session.test.ts.
test('a link whose own data was too large asks for the file and opens it as it says, also after a reload', {
  tag: '@all',
}, async ({ explorer, page }) => {
  const link = '#v=1&problem=one-neuron&features=csv&std=1&sseed=4&rule=nesterov&c=0.5&k=12';
  await page.goto(`/${link}`);
  await expect(explorer.notices).toContainText('This link needs its data file');
  expect(explorer.fragment()).toBe(link);
  await page.reload();
  await explorer.notices.getByRole('button', { name: 'Open the file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  await expect(dialog).toContainText('the run opens as the link describes');
  await dialog.getByRole('textbox', { name: 'CSV text' }).fill(FEW);
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Use this data' }).click();
  await expect(explorer.step).toHaveText('12');
  expect(explorer.fragment()).toBe(link);
  // The same data in a link.
  const packed = packText(FEW);
  const { left } = replay(`${link.replace('&k=12', '')}&data=${packed}`, 12);
  expect((await explorer.digits('left')).iterate).toEqual(left.iterates[12]);
});
