import type { Page } from '@playwright/test';
import { spread } from '../scripts/tier.mjs';
import { openFromMenu } from './explorer-page.ts';
import { englishAmong, textsOf } from './in-page.ts';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

async function openChinese(page: Page, fragment: string): Promise<void> {
  await page.goto(`/${fragment}`);
  await expect(page.getByRole('button', { name: '播放', exact: true })).toBeEnabled();
}

/** Returns the page's English words. */
const englishOf = async (page: Page) => englishAmong(await page.evaluate(textsOf));

const tagOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

test('without a wish the page is in English, and asks for no other words', async ({ explorer, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await explorer.open();
  expect(await tagOf(page)).toBe('en');
  await expect(page).toHaveTitle('Twin Descent: one neuron, two landscapes');
  expect(asked.filter((url) => /\/zh-/.test(url))).toEqual([]);
});

test('a link asks for Chinese: from the first word on', async ({ page, explorer: _ }) => {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    // The page is empty before its words load.
    new MutationObserver(() => {
      // Unchosen scenes are invisible (shell/shell.ts).
      const heading = document.querySelector('main h2');
      if (heading?.checkVisibility() && heading.textContent) seen.add(heading.textContent);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await openChinese(page, '#v=1&lang=zh');
  expect(await tagOf(page)).toBe('zh-Hans');
  await expect(page).toHaveTitle('Twin Descent：一个神经元，两种损失地形');
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toEqual(['同样的数据、同样的起点、同样的步长：两边各会停在哪里？']);
});

// Digits stay when the language changes: below.
test('a link in Chinese gives the same digits', { tag: '@all' }, async ({ page, explorer }) => {
  const link = '#v=1&features=gauss&n=12&noise=0.1&k=25';
  await openChinese(page, `${link}&lang=zh`);
  await expect(explorer.step).toHaveText('25');
  const same = replay(link, 25);
  for (const side of ['left', 'right'] as const) {
    const shown = await explorer.digits(side);
    expect(shown.iterate).toEqual(same[side].iterates[25]);
    expect(shown.loss).toBe(same[side].losses[25]);
    await expect(explorer.loss(side)).toHaveText(/^损失 −?\d/);
  }
});

test('the menu changes the language and back, and the address and Back keep to it', async ({
  explorer,
  page,
}) => {
  await explorer.open('#v=1&features=gauss&n=12&k=8');
  await explorer.idle();
  const before = await explorer.digits('left');
  await page.keyboard.press('?');
  const english = page.getByRole('dialog', { name: 'Help' });
  await english.getByRole('combobox', { name: 'Language' }).selectOption({ label: '简体中文' });
  const chinese = page.getByRole('dialog', { name: '帮助' });
  await expect(chinese).toBeVisible();
  expect(await tagOf(page)).toBe('zh-Hans');
  await expect.poll(() => explorer.fragment()).toContain('lang=zh');
  await explorer.idle();
  expect(await explorer.digits('left')).toEqual(before);
  await page.keyboard.press('Escape');
  await openFromMenu(page, '设定');
  const drawer = page.getByRole('complementary', { name: '设定' });
  await expect(page.locator('option[value=en]')).toHaveAttribute('lang', 'en');
  await drawer.getByRole('button', { name: /^零起点/ }).click();
  await expect.poll(() => explorer.fragment()).toContain('start=0,0');
  expect(explorer.fragment()).toContain('lang=zh');
  await drawer.getByRole('combobox', { name: /Language/ }).selectOption({ label: 'English' });
  await expect(page.getByRole('complementary', { name: 'Scenario' })).toBeVisible();
  await explorer.idle();
  expect(await tagOf(page)).toBe('en');
  await expect(page).toHaveTitle(/^Twin Descent: one/);
});

test('notices, refused rows and bad fields are said in Chinese', async ({ page, explorer: _ }) => {
  await openChinese(page, '#v=1&lang=zh&n=1.5&c=x&rule=zz&zz=1&noisein=maybe&start=1,b');
  const notices = page.getByRole('status', { name: '调整过的输入' });
  await expect(notices.getByRole('listitem')).toHaveText([
    /^n：应为 1 到 \d+ 之间的整数，或 inf；得到的是“1.5”。使用默认值。$/,
    /^c：应为 .* 之间的数；得到的是“x”。使用默认值。$/,
    /^rule：应为 gd, .*；得到的是“zz”。使用默认值。$/,
    '未知的键“zz”：已忽略。',
    'noisein：应为 0 或 1；得到的是“maybe”。使用默认值。',
    /^start：应为最多 \d+ 个数，用逗号隔开；得到的是“1,b”。使用默认值。$/,
  ]);
  await openFromMenu(page, '你的数据');
  const dialog = page.getByRole('dialog', { name: '你的数据' });
  await dialog.getByRole('textbox').fill('x,y\n1,2\n3\n4,b\n,5\n');
  await expect(dialog.getByRole('listitem')).toHaveText([
    '第 3 行：单元格个数不对：应有 2 个，实有 1 个',
    '第 4 行：“y”列的“b”不是数',
    '第 5 行：“x”列为空',
  ]);
  await dialog.getByRole('textbox').fill('x,y\nb,2\n');
  await expect(dialog.getByText(/^没有一行数据可用/)).toHaveText(
    '没有一行数据可用：应有表头和至少一行数；得到的是 1 行不可用（第 2 行：“x”列的“b”不是数）。',
  );
});

/** Software rendering complains about its own speed. */
test.afterEach(({ explorer }) => {
  const others = explorer.complaints.filter((words) => !words.includes('GPU stall due to ReadPixels'));
  explorer.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
});

const VIEWS = [
  ['one neuron at its end', '#v=1&lang=zh&k=80'],
  ['a slice of many weights', '#v=1&lang=zh&features=gauss&n=60&d=20&k=5'],
  ['basins', '#v=1&lang=zh&features=gauss&n=6&ground=basins&rays=1&arrows=1'],
  ['infinitely many samples', '#v=1&lang=zh&features=gauss&n=inf&c=2&k=9'],
  ['a run that diverges', '#v=1&lang=zh&c=6&k=200'],
  ['in space', '#v=1&lang=zh&solid=1'],
  ['two layers', '#v=1&lang=zh&problem=two-layer&k=40'],
  ['two layers of one input', '#v=1&lang=zh&problem=two-layer&features=line&k=5'],
  ['the lift', '#v=1&lang=zh&problem=lift&k=20'],
  ['a scene of a lecture', '#v=1&lang=zh&lecture=stuck&scene=2'],
] as const;

// Drawers and dialogs: app/shell/views-looks.browser.test.tsx.
test('no English word is left in pictures and words', async ({ page, explorer }) => {
  await openChinese(page, '#v=1&lang=zh&d=3&n=3');
  for (const [name, link] of spread(VIEWS, 2)) {
    await explorer.show(link);
    await expect(explorer.step, name).toHaveText(/(?:&|#)k=(\d+)/.exec(link)?.[1] ?? '0');
    await expect(explorer.verdict('left'), name).toHaveText(/[\u4e00-\u9fff]/);
    await expect.poll(() => englishOf(page), name).toEqual([]);
  }
});

test('words that cannot be loaded leave English, and a sentence says so', async ({ page }) => {
  await page.route(/\/zh-[^/]*\.js/, (route) => route.abort());
  await page.goto('/#v=1&lang=zh&k=12');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled();
  expect(await tagOf(page)).toBe('en');
  await expect(page.getByRole('status', { name: 'Adjusted input' })).toContainText(
    'The browser could not load the text in 简体中文, so the page is in English.',
  );
});

test.describe('a browser of Simplified Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('gets Chinese without asking, and English where a link says so; a change of its languages is followed, unless a language was chosen', async ({
    page,
    explorer,
  }) => {
    const speak = (...languages: string[]) =>
      page.evaluate((now) => {
        Object.defineProperty(navigator, 'languages', { value: now, configurable: true });
        dispatchEvent(new Event('languagechange'));
      }, languages);
    await openChinese(page, '');
    expect(await tagOf(page)).toBe('zh-Hans');
    expect(explorer.fragment()).toBe('');
    await speak('fr', 'en');
    await expect(explorer.play).toBeVisible();
    await expect.poll(() => tagOf(page)).toBe('en');
    await explorer.ready();
    await explorer.open('#v=1&lang=en&k=3');
    expect(await tagOf(page)).toBe('en');
    await speak('zh-CN');
    await explorer.idle();
    expect(await tagOf(page)).toBe('en');
  });
});

test.describe('a browser of Traditional Chinese', () => {
  test.use({ locale: 'zh-TW' });

  // In Node: app/i18n/language.test.ts.
  test('gets Chinese where it reads nothing else', { tag: '@all' }, async ({ page, explorer: _ }) => {
    await openChinese(page, '');
    expect(await tagOf(page)).toBe('zh-Hans');
  });
});
