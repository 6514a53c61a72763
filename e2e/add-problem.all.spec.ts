import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyWithToys } from '../scripts/add-toy.mjs';
import { EmbedParent } from './embed-parent.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

/**
 * Builds both problems of CONTRIBUTING.md in a copy of the project: two losses on the shared maps, and sides with an own view. Laws:
 * docs/add-problem.all.test.ts, docs/contributing.all.test.ts.
 */
test.describe.configure({ mode: 'serial' });

let folder = '';
let host: StaticHost;

test.beforeAll(async () => {
  // A whole build, parallel to the other worker's tests.
  folder = mkdtempSync(join(tmpdir(), 'add-problem-'));
  copyWithToys(folder);
  execFileSync(
    process.execPath,
    [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'],
    {
      cwd: folder,
    },
  );
  host = await startStaticHost({ root: join(folder, 'dist') });
});

test.afterAll(() => {
  host?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the page names it, draws it, runs it and makes its controls', async ({ explorer, page }) => {
  await page.goto(host.base);
  await explorer.ready();
  await explorer.openDrawer();
  await expect(explorer.problem.locator('option')).toHaveText([
    'one neuron',
    'two layers',
    'the lift',
    'many outputs',
    'two players',
    'many clients',
    'permutations',
    'a learned step',
    'the game',
    'the hill',
  ]);
  await page.keyboard.press('Escape');
  await explorer.openProblem('the hill');
  await expect.poll(() => explorer.fragment()).toBe('#v=1&problem=toy&c=0.2');
  await expect(explorer.question).toHaveText('A hill in the valley, or none. Where will each one end up?');
  await expect(explorer.panel('left').getByRole('heading')).toHaveText('Valley with a hill');
  await expect(explorer.panel('right').getByRole('heading')).toHaveText('Valley without');
  await expect(page.getByTestId('data')).toBeHidden();

  for (const side of ['left', 'right'] as const) {
    const canvases = explorer.panel(side).locator('canvas');
    await expect.poll(() => explorer.countColours(canvases.first())).toBeGreaterThan(50);
    await explorer.seek(0);
    await explorer.idle();
    const atStart = await explorer.pixels(canvases.last());
    await explorer.seek(20);
    await expect.poll(() => explorer.pixels(canvases.last())).not.toBe(atStart);
  }

  await explorer.seek(0);
  await explorer.setSpeed(1000);
  await explorer.play.click();
  await expect(explorer.verdict('right')).toContainText('Reached the star');
  await expect(explorer.verdict('left')).toHaveText('Stuck: zero gradient, but not at the star.');
  const [left, right] = [await explorer.digits('left'), await explorer.digits('right')];
  expect(left.loss).toBeGreaterThan(1);
  expect(right.loss).toBeLessThan(1e-6);

  const drawer = await explorer.openDrawer();
  await drawer.getByRole('textbox', { name: 'Height of the hill' }).fill('2');
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.fragment()).toContain('hill=2');
  await expect(page.getByRole('banner')).toContainText('A low hill');
});

test('its links open to the same digits; a wrong value is named', async ({ explorer, page }) => {
  const link = '#v=1&problem=toy&hill=7.5&start=-1,0.5&c=0.1&k=25';
  await page.goto(`${host.base}${link}`);
  await expect(explorer.step).toHaveText('25');
  const shown = await explorer.digits('left');
  expect(explorer.fragment()).toBe(link);
  await page.reload();
  await expect(explorer.step).toHaveText('25');
  expect(await explorer.digits('left')).toEqual(shown);
  await page.goto(`${host.base}#v=1&problem=toy&hill=99`);
  await page.reload();
  await explorer.ready();
  await expect(explorer.notices).toContainText('40');
});

test('whatever nobody has written for it is said or left out', async ({ explorer, page }) => {
  await page.goto(`${host.base}#v=1&problem=toy&c=0.2`);
  await explorer.ready();
  await explorer.button('Explain').click();
  const explain = page.getByRole('complementary').first();
  await expect(explain.getByTestId('topic-other')).toContainText('No explanation of this problem yet');
  await expect(explain.getByTestId('topic-rule')).toBeVisible();
  await explain.getByRole('tab', { name: 'This step' }).click();
  await expect(explain.getByTestId('term-weights-left')).toBeVisible();
  await explain.getByRole('tab').last().click();
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Both sides begin at the same start');
  await page.keyboard.press('Escape');
  await expect(
    (await explorer.openLayers()).getByRole('checkbox', { name: 'Stationary points' }),
  ).toBeDisabled();
  await explorer.openFromMenu('How often?');
  await expect(page.getByRole('complementary')).toBeVisible();
});

test('a problem with a view of its own plays to its ends, scrubs, and opens again by its link', async ({
  explorer,
  page,
}) => {
  await page.goto(`${host.base}#v=1&problem=game`);
  await explorer.ready();
  const [players, shares] = [page.getByTestId('picture-players'), page.getByTestId('picture-shares')];
  await expect(players.getByRole('img')).toHaveAccessibleName('Two players: at (1, 0) after 0 rounds.');
  await expect(page.getByTestId('players').getByRole('heading')).toHaveText('Two players');
  // The engine answers a reading of the problem's own.
  await expect(page.getByTestId('players')).toContainText('at most 1.41421 from the middle in 1000 rounds');
  const atStart = await explorer.atRest(shares.locator('canvas'));
  await explorer.setSpeed(1000);
  await explorer.play.click();
  await expect(explorer.verdict('left')).toHaveText('Goes round: back at the start after 6 rounds.');
  await expect(explorer.verdict('right')).toHaveText('A third each after 10 rounds.');
  // The players' end is a label: the run does not stop.
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(30);
  await explorer.pause.click();
  await explorer.seek(4);
  await expect(explorer.verdict('left')).toHaveText('On the way.');
  await expect(explorer.loss('left')).toHaveText('value 1');
  expect((await explorer.digits('left')).iterate).toEqual([-1, -1]);
  expect((await explorer.digits('right')).iterate).toHaveLength(3);
  expect(await explorer.atRest(shares.locator('canvas'))).not.toBe(atStart);
  await expect(page.getByTestId('curve-value').getByRole('img')).toHaveAccessibleName(/^Value/);

  await page.goto(`${host.base}#v=1&problem=game&evening=0.1&k=4&lang=zh`);
  await page.reload();
  await expect(explorer.step).toHaveText('4');
  await expect(explorer.verdict('right')).toHaveText('移动中。');
  expect(explorer.fragment()).toBe('#v=1&problem=game&evening=0.1&k=4&lang=zh');
});

test('it is taken away: as a figure, as a table of its own series, within another page', async ({
  explorer,
  page,
}) => {
  const saved = async (button: string | RegExp) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const download = await coming;
    return readFileSync(await download.path());
  };
  await page.goto(`${host.base}#v=1&problem=game&k=8`);
  await explorer.ready();
  await explorer.button('Share').click();
  await page.getByRole('tab', { name: 'Figure' }).click();
  await expect(page.getByTestId('figure-preview')).toBeVisible();
  const svg = (await saved(/^Download/)).toString();
  for (const words of [
    'Two players',
    'value 0',
    'Three shares',
    'Goes round: back',
    'Three shares: at (0.33',
  ])
    expect(svg).toContain(words);
  await page.getByLabel('Format', { exact: true }).selectOption({ label: 'PNG (pixels)' });
  expect((await saved(/^Download/)).subarray(1, 4).toString()).toBe('PNG');
  await page.getByRole('tab', { name: 'Data' }).click();
  const csv = (await saved('Save CSV')).toString();
  expect(csv).toContain(
    'k,left_value,left_distance,left_1,left_2,right_value,right_bound,right_distance,right_1',
  );

  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html#v=1&problem=game&k=8`);
  await expect.poll(async () => (await parent.state())?.left.status).toBe('circles');
  expect((await parent.state())!.right.iterate).toHaveLength(3);
  await expect(parent.frame.getByTestId('verdict-left')).toHaveText(/Goes round/);
});

test('it is explained in its own words; what it has none of is left out, and new dice change nothing', async ({
  explorer,
  page,
}) => {
  await page.goto(`${host.base}#v=1&problem=game&k=3`);
  await explorer.ready();
  await explorer.button('Explain').click();
  const explain = page.getByRole('complementary').first();
  const topic = explain.getByTestId('topic-game');
  await expect(topic).toContainText('Six rounds lead back to the start');
  await expect(topic.locator('math')).toHaveCount(2);
  await expect(explain.getByTestId('topic-other')).toBeHidden();
  await explain.getByRole('tab', { name: 'This step' }).click();
  await explain.getByRole('tab').last().click();
  await page.keyboard.press('Escape');
  await explorer.openFromMenu('How often?');
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await explorer.idle();
  expect(explorer.fragment()).toBe('#v=1&problem=game&k=3');
});
