import type { Page } from '@playwright/test';
import { runsAll } from '../scripts/tier.mjs';
import { type HostHabits, startStaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

const LINK = '#v=1&k=7';

/** Opens an address of the build on a host with these habits. */
async function openAt(page: Page, habits: HostHabits, at: (base: string) => string): Promise<string> {
  const host = await startStaticHost(habits);
  hosts.push(host);
  const address = `${at(host.base)}${LINK}`;
  await page.goto(address);
  return host.base;
}

const hosts: { close(): Promise<void> }[] = [];
test.afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
});

const without = (base: string) => base.replace(/\/$/, '');
const inCapitals = (base: string) => base.replace('/deep/er/', '/DEEP/Er/');

const ADDRESSES: readonly [string, HostHabits, (base: string) => string][] = [
  ['the folder without its slash, which most hosts lead to the folder', { bare: 'redirect' }, without],
  ['the folder', {}, (base) => base],
  ['index.html by its name', {}, (base) => `${base}index.html`],
  ['a question mark and what it likes', {}, (base) => `${base}?from=mail&x=%22`],
  ['the folder in another case', { anyCase: true }, inCapitals],
  ['index.html in another case', { anyCase: true }, (base) => `${inCapitals(base)}index.html`],
];

// The last has all habits.
for (const [what, habits, at] of runsAll ? ADDRESSES : ADDRESSES.slice(-1))
  test(`opens at ${what}`, async ({ explorer, page }) => {
    await openAt(page, habits, at);
    await explorer.ready();
    await expect(explorer.step).toHaveText('7');
    // Later files are found, too.
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    await page.keyboard.press('Escape');
    const lectures = await explorer.openLectures();
    await expect(lectures.getByRole('button', { name: 'New lecture' })).toBeVisible();
  });

const WRONG: readonly [string, HostHabits, (base: string) => string][] = [
  ['the folder without its slash, where the host answers there', { bare: 'serve' }, without],
  ['index.html and a slash', { anyPath: true }, (base) => `${base}index.html/`],
];

for (const [what, habits, at] of runsAll ? WRONG : WRONG.slice(0, 1))
  test(`at ${what} the page says what is wrong, and its link leads to the same scenario`, async ({
    page,
  }) => {
    const base = await openAt(page, habits, at);
    await expect(page.locator('body')).toContainText('Its files are not beside this address.');
    await page.getByRole('link', { name: base }).click();
    await expect(page.getByTestId('step')).toHaveText('7');
    expect(page.url()).toBe(`${base}${LINK}`);
  });

// embed.html below a sub-path and examples at the root: embed.spec.ts.
test('embed.html, the examples and the licences stand at their addresses', { tag: '@all' }, async ({
  page,
  request,
}) => {
  const base = await openAt(page, {}, (folder) => `${folder}embed.html`);
  await expect(page.getByTestId('step')).toHaveText('7');
  await page.goto(`${base}examples/article.html`);
  await expect(page.locator('#step')).toHaveText('0');
  const licences = await request.get(`${base}licences.txt`);
  expect(licences.headers()['content-type']).toContain('text/plain');
});

test('a part that is gone from the host since the page was opened says that the page was renewed, and reloads it', async ({
  explorer,
  page,
}) => {
  await openAt(page, {}, (base) => base);
  await explorer.ready();
  await page.route(/\/ExplainDrawer-.*\.js/, (route) => route.fulfill({ status: 404 }));
  await page.locator('#explain-button').click();
  const told = page.getByRole('alert').filter({ hasText: 'The page was updated after you opened it' });
  await expect(told).toBeVisible();
  explorer.complaints.length = 0;
  await page.unroute(/\/ExplainDrawer-.*\.js/);
  await told.getByRole('button', { name: 'Reload' }).click();
  await explorer.ready();
  await expect(explorer.step).toHaveText('7');
  await page.locator('#explain-button').click();
  await expect(page.locator('.katex').first()).toBeVisible();
});
