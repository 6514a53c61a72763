import type { Locator, Page } from '@playwright/test';
import { runsAll, spread } from '../scripts/tier.mjs';
import { cut, focused, small, violations } from './checks.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './test.ts';

const OPENING = 'features=line&n=8&plant=1,0.2&start=-1.6,0.3';

const VIEWS: Readonly<Record<string, string>> = {
  'two weights': `${OPENING}&k=11`,
  'one weight': 'd=1&n=12&k=12',
  'more weights': 'd=5&n=30&k=13',
  'infinitely many samples': 'n=inf&k=14',
  basins: `${OPENING}&ground=basins&k=15`,
  pull: `${OPENING}&ground=pull&rays=1&arrows=1&k=16`,
  'in space': `${OPENING}&solid=1&k=17`,
  'two layers': 'problem=two-layer&n=20&neurons=4&k=18',
  'two layers on a line': 'problem=two-layer&features=line&n=12&neurons=4&k=19',
  'two layers, more inputs': 'problem=two-layer&d=4&n=20&neurons=4&k=20',
  'the lift': 'problem=lift&k=21',
  'limited by a link': `${OPENING}&hide=speed,undo,c&lock=play,layers,scrub,place&k=22`,
};

/** Views of `npm test`: all layers, no maps, missing controls. */
const SOME = ['pull', 'two layers', 'limited by a link'];

/** Software rendering complains about its own speed. */
test.afterEach(({ explorer }) => {
  const others = explorer.complaints.filter((words) => !words.includes('GPU stall due to ReadPixels'));
  explorer.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
});

/** Opens a link that may lock or hide playing. */
async function openLimited({ page, step }: ExplorerPage, link: string, k: number): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`/#v=1&${link}`);
  await expect(step).toHaveText(String(k));
  await expect(page.locator('#shell')).toHaveCount(0);
  await expect(page.getByTestId('loss-left')).toHaveText(/\d/);
}

async function show(explorer: ExplorerPage, link: string): Promise<void> {
  await explorer.page.evaluate((hash) => {
    // The same address twice changes nothing.
    location.hash = '#v=1&d=3&n=3';
    location.hash = hash;
  }, `#v=1&${link}`);
  await expect(explorer.step).toHaveText(/(?:^|&)k=(\d+)/.exec(link)?.[1] ?? '0');
  await expect(explorer.page.locator('main .plates').first()).not.toHaveAttribute('aria-busy', 'true');
  await expect(explorer.page.locator('main canvas').first()).toBeVisible();
}

/** Expects a description of each drawing at its step; two coats count as one. */
async function expectTold(page: Page, name: string, k: string): Promise<void> {
  await expect(async () => {
    const untold = await page.locator('main canvas').evaluateAll(
      (all) =>
        all.filter((canvas) => {
          const beside = canvas.parentElement!.querySelector('canvas[role="img"]');
          return !beside || (beside.getAttribute('aria-label') ?? '') === '';
        }).length,
    );
    expect(untold, name).toBe(0);
    const names = await page
      .locator('main canvas[role="img"]')
      .evaluateAll((all) => all.map((canvas) => canvas.getAttribute('aria-label') ?? ''));
    const told = names.filter((words) => new RegExp(`(step|after) ${k}\\b`, 'i').test(words));
    expect(told.length, `${name}: ${names.join(' | ')}`).toBeGreaterThanOrEqual(3);
  }).toPass();
}

const NARROW = [
  [640, 360],
  [320, 640],
] as const;

/** Cut words and small targets of every view at one size: app/shell/views-looks.browser.test.tsx. */
test('in every view headings are in order, each picture is told in words, nothing is cut on a narrow screen, and a finger hits everything', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  for (const [name, link] of Object.entries(VIEWS).filter(([name]) => runsAll || SOME.includes(name)))
    await test.step(name, async () => {
      await show(explorer, link);
      await expectTold(page, name, /k=(\d+)/.exec(link)![1]!);
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName[1])));
      expect(levels[0], name).toBe(1);
      for (const [i, level] of levels.slice(1).entries())
        expect(level - levels[i]!, name).toBeLessThanOrEqual(1);
      // `npm test` checks the last view, limited by a link.
      if (!runsAll && link !== VIEWS['limited by a link']) return;
      for (const [width, height] of runsAll ? NARROW : NARROW.slice(-1)) {
        await page.setViewportSize({ width, height });
        await explorer.idle();
        expect.soft(await cut(page), `${name}, ${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      await explorer.idle();
      expect.soft(await small(page, 'button, select, input, summary, .surface', 24), name).toEqual([]);
      const ofTheThumb = '.playback button, .playback select, .playback input, .map-handle';
      expect.soft(await small(page, ofTheThumb, 44), name).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 720 });
    });
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toHaveCount(1);
});

/** Tabs to a control; at each stop the focus must be visible and uncovered. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press('Tab');
    // One round trip: these take most of the time on a slow machine.
    const [at, isThere] = await Promise.all([
      focused(page),
      target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement)),
    ]);
    if (at) expect(at, at.name).toMatchObject({ outlined: true, uncovered: true });
    if (isThere) return;
  }
  throw new Error(`80 tabs did not reach ${target}`);
}

// Two tests, because one took 25 s on a busy machine.
test('by keyboard alone: a start is placed and played', async ({ explorer, page }) => {
  // Without auto-stop the run is still playing at the second Enter.
  await explorer.open(`#v=1&${OPENING}&autostop=0`);
  await tabTo(page, explorer.landscape('left'));
  for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await explorer.digits('left')).iterate).not.toEqual([-1.6, 0.3]);
  await explorer.idle();
  const { iterate: start } = await explorer.digits('left');

  await tabTo(page, explorer.play);
  await page.keyboard.press('Enter');
  await expect(explorer.pause).toBeFocused();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(2);
  await page.keyboard.press('Enter');
  await expect(explorer.play).toBeFocused();
  await explorer.idle();
  const k = await explorer.step.textContent();
  await expect.poll(() => explorer.fragment()).toContain(`start=${start.join(',')}`);
  await expect.poll(() => explorer.fragment()).toMatch(new RegExp(`&k=${k}(&|$)`));
});

// A start by keyboard: above; focus and names of controls: app/shell/App.browser.test.tsx.
test('by keyboard alone: a layer is turned on, the link copied', { tag: '@all' }, async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open('#v=1&features=line&n=8&plant=1,0.2&start=-1.2,0.4&k=3');
  await tabTo(page, explorer.button('More'));
  await page.keyboard.press('Enter');
  await expect(explorer.button('Layers')).toBeVisible();
  await tabTo(page, explorer.button('Layers'));
  await page.keyboard.press('Enter');
  const layers = page.getByRole('complementary', { name: 'Layers' });
  await expect(layers.getByRole('heading', { name: 'Layers' })).toBeFocused();
  await tabTo(page, layers.getByRole('combobox', { name: 'Colour the maps by' }));
  await page.keyboard.press('ArrowDown');
  await expect(layers.getByRole('heading', { name: 'Where each start ends' })).toBeVisible();

  await tabTo(page, explorer.button('Share'));
  await page.keyboard.press('Enter');
  await tabTo(page, explorer.button('Copy link'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('ground=basins');
  expect(link).toContain('start=-1.2,0.4');
  expect(link).toContain('&k=3');
});

test.describe('limits of a link', () => {
  // A limited link opens below; the limits: app/shell/App.browser.test.tsx.
  test('the help opens a limited link fully; where it is locked the header does', { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await openLimited(explorer, `${OPENING}&k=7&lock=play&hide=layers`, 7);
    await explorer.openFromMenu('Help');
    await page.getByRole('dialog').getByRole('link', { name: 'Open without limits' }).click();
    await page.keyboard.press('Escape');
    await expect(explorer.play).toBeEnabled();
    await explorer.button('More').click();
    await expect(explorer.button('Layers')).toBeVisible();
    await expect.poll(() => explorer.fragment()).not.toContain('lock=');
    await expect(explorer.step).toHaveText('7');

    if (!runsAll) return;
    await openLimited(explorer, `${OPENING}&hide=help,scenario&lock=play&keys=0`, 0);
    await page.getByRole('banner').getByRole('link', { name: 'Open without limits' }).click();
    await expect(explorer.play).toBeEnabled();
    await explorer.button('More').click();
    await expect(explorer.button('Help')).toBeVisible();
  });

  test('a teacher makes such a link in the page; the limits stay over presets', async ({
    explorer,
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await explorer.open();
    const drawer = await explorer.openDrawer();
    await drawer.getByText('Classroom link').click();
    const made = page.getByTestId('for-class');
    await made.getByLabel('New seed').selectOption('locked');
    await made.getByLabel('Speed').first().selectOption('hidden');
    await made.getByRole('combobox', { name: 'Noise', exact: true }).selectOption('locked');
    await expect(made.getByText('2 locked, 1 hidden')).toBeVisible();
    await made.getByRole('button', { name: 'Copy link' }).click();
    // The clipboard is asynchronous.
    await expect(page.getByText('Link copied')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('hide=speed');
    expect(link).toContain('lock=dice,noise');
    await expect(explorer.button('New seed')).toBeEnabled();

    await page.goto('about:blank');
    await page.goto(link);
    await expect(explorer.button('New seed')).toBeDisabled();
    await explorer.openDrawer();
    await drawer.getByRole('button', { name: /^Trap/ }).click();
    await expect.poll(() => explorer.fragment()).toContain('lock=dice,noise');
    await expect(explorer.button('New seed')).toBeDisabled();
    await expect(page.getByTestId('speed')).toHaveText('20 steps/s');
  });
});

// In Node: app/session/keys.test.ts; disabled keys: app/shell/App.browser.test.tsx.
test('with single keys off a clicker is off too, and the bar’s buttons are not', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  const count = page.locator('.scene-count');
  await explorer.open('#v=1&lecture=stuck&scene=1&keys=0');
  await expect(count).toHaveText('1 of 8');
  await page.keyboard.press('PageDown');
  await explorer.button('Present').click();
  await page.keyboard.press('ArrowRight');
  await explorer.idle();
  await expect(count).toHaveText('1 of 8');
  await page.mouse.move(600, 2);
  await explorer.button('Next scene').click();
  await expect(count).toHaveText('2 of 8');
});

for (const [name, link] of [
  ['one neuron', OPENING] as const,
  ...(runsAll ? [['two layers', 'problem=two-layer&n=20&neurons=4'] as const] : []),
])
  test(`a run of ${name} is told at most once a second, and where it rests`, async ({ explorer, page }) => {
    await explorer.open(`#v=1&${link}&autostop=0&speed=20`);
    const live = '[aria-live="polite"], [role="status"], [role="alert"]';
    await expect(page.getByTestId('live')).not.toBeEmpty();
    await page.evaluate((regions) => {
      const said: string[] = [];
      const written: { at: number; words: string }[] = [];
      Object.assign(window, { said, written });
      for (const region of document.querySelectorAll(regions))
        new MutationObserver(() => {
          // An emptied region is silent.
          if (region.textContent) said.push(region.textContent);
        }).observe(region, { childList: true, characterData: true, subtree: true });
      // Record the times of writing: observers of a busy machine come late. The first message takes time, which is not part of the second.
      const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')!;
      Object.defineProperty(Node.prototype, 'textContent', {
        ...text,
        set(this: Element, words: string | null) {
          if (words && this.matches?.(regions)) {
            const until = performance.now() + (written.length === 0 ? 50 : 0);
            while (performance.now() < until);
            written.push({ at: performance.now(), words });
          }
          text.set!.call(this, words);
        },
      });
    }, live);
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
    await explorer.play.click();
    await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(30);
    await explorer.pause.click();
    await explorer.idle();
    const k = await explorer.step.textContent();
    await expect.poll(async () => (await said()).at(-1) ?? '').toMatch(new RegExp(`\\b${k}\\b`));
    // Six quick steps are one message.
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await said()).at(-1) ?? '').toMatch(new RegExp(`\\b${Number(k) - 6}\\b`));
    const written = await page.evaluate(
      () => (window as unknown as { written: { at: number; words: string }[] }).written,
    );
    expect(await said()).toEqual(written.map(({ words }) => words));
    expect(written.length).toBeGreaterThan(1);
    for (const [i, { at }] of written.slice(1).entries()) expect(at - written[i]!.at).toBeGreaterThan(999);
  });

test('the tone begins with its key alone, and rests while the run is paused', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    const made: AudioContext[] = [];
    Object.assign(window, { madeContexts: made });
    const Own = window.AudioContext;
    window.AudioContext = class extends Own {
      constructor(options?: AudioContextOptions) {
        super(options);
        made.push(this);
      }
    };
  });
  const states = () =>
    page.evaluate(() =>
      (window as unknown as { madeContexts: AudioContext[] }).madeContexts.map(({ state }) => state),
    );
  await explorer.open(`#v=1&${OPENING}&autostop=0`);
  await explorer.play.click();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(2);
  expect(await states()).toEqual([]);
  await page.keyboard.press('t');
  await expect(page.getByText('Sound on')).toBeVisible();
  await expect.poll(states).toEqual(['running']);
  await explorer.pause.click();
  await expect.poll(states).toEqual(['suspended']);
  await explorer.play.click();
  await expect.poll(states).toEqual(['running']);
  await page.keyboard.press('t');
  await expect.poll(states).toEqual(['suspended']);
  if (!runsAll) return;
  // A link never starts it.
  await page.reload();
  await explorer.play.click();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(2);
  expect(await states()).toEqual([]);
});

for (const [width, height] of runsAll ? NARROW : NARROW.slice(-1))
  test(`${width} px wide, nothing of a drawer is cut or too small for a finger, and everything is reached`, {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await page.setViewportSize({ width, height });
    await explorer.open(`#v=1&${OPENING}&k=40`);
    for (const name of spread(['Scenario', 'Lectures', 'Explain', 'Layers'], 2)) {
      await explorer.openFromMenu(name);
      await expect(page.getByRole('complementary')).toBeVisible();
      if (name === 'Scenario') await page.getByText('Classroom link').click();
      expect.soft(await cut(page), name).toEqual([]);
      expect.soft(await small(page, '.drawer :is(button, select, input, summary)', 24), name).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('complementary')).toHaveCount(0);
    }
    await tabTo(page, explorer.button('As a table: gradient norm'));
    await tabTo(page, explorer.button('More controls'));
    await page.keyboard.press('Enter');
    await tabTo(page, explorer.button('New seed'));
  });

test('a symbol’s accessible name contains the text that is seen on it (WCAG 2.5.3), and wider spaces between letters, words and lines cut nothing (WCAG 1.4.12)', async ({
  explorer,
  page,
}) => {
  await explorer.open(`#v=1&${OPENING}&k=40`);
  await explorer.openFromMenu('Explain');
  await expect(page.locator('.chip').first()).toBeVisible();
  expect(await violations(page, ['label-content-name-mismatch'], '.symbols')).toEqual([]);
  // The description stays behind the symbol.
  await expect(page.getByRole('button', { name: 'the star: the planted weights' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.drawer')).toHaveCount(0);

  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
    );
    document.adoptedStyleSheets.push(sheet);
    if (getComputedStyle(document.body).letterSpacing === 'normal')
      throw new Error('the spaces are as they were');
  });
  expect(await cut(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  // A redrawn phone has one menu instead of buttons.
  await expect(explorer.button('Menu')).toBeVisible();
  await explorer.idle();
  expect(await cut(page)).toEqual([]);
});

test('in forced colours what is pressed and what has the focus is seen, and the room’s guess hides no map', async ({
  explorer,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await explorer.open(`#v=1&${OPENING}&k=40`);
  await explorer.openFromMenu('Explain');
  await explorer.idle();
  const border = (name: string) =>
    explorer.button(name).evaluate((element) => getComputedStyle(element).borderTopWidth);
  expect(await border('Explain')).not.toBe(await border('Share'));
  await explorer.button('Share').focus();
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
  if (runsAll) expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await explorer.show('#v=1&lecture=stuck&scene=1');
  const ground = page.locator('.guess-layer canvas').first();
  await expect(ground).toBeVisible();
  expect(await ground.evaluate((canvas) => getComputedStyle(canvas).backgroundColor)).toBe(
    'rgba(0, 0, 0, 0)',
  );
});

test.describe('nothing is a blank page', () => {
  test('what cannot be drawn gives way to words, the link and a reload', async ({ explorer, page }) => {
    await explorer.open(`#v=1&${OPENING}&k=12`);
    // Parts after the first picture would fail instead.
    await explorer.idle();
    await page.evaluate(() => {
      window.ResizeObserver = class {
        constructor() {
          throw new Error('<b>broken</b> on purpose');
        }
      } as unknown as typeof ResizeObserver;
      location.hash = '#v=1&problem=lift&start=1.5,0.25&k=7';
    });
    await expect(page.getByRole('heading', { name: 'The page has failed.' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('<b>broken</b> on purpose');
    const link = page.getByRole('link', { name: /problem=lift/ });
    await expect(link).toHaveText(/#v=1&problem=lift&start=1\.5,0\.25/);
    expect(await violations(page)).toEqual([]);
    // Provoked errors of React and browser.
    explorer.complaints.length = 0;
    await explorer.button('Reload').click();
    await explorer.ready();
    await expect(explorer.question).toHaveText(
      'One problem in two pictures. Does each side reach its optimum?',
    );
    expect(explorer.fragment()).toContain('start=1.5,0.25');
  });

  test('a failure in the first rendering is told too, in the page’s language', async ({ explorer, page }) => {
    await page.addInitScript(() => {
      window.ResizeObserver = class {
        constructor() {
          throw new Error('broken on purpose');
        }
      } as unknown as typeof ResizeObserver;
    });
    await page.goto('/#v=1&lang=zh&k=3');
    await expect(page.getByRole('heading', { name: '页面出错了。' })).toBeVisible();
    await expect(page.getByRole('link', { name: '打开首页' })).toHaveAttribute('href', './');
    explorer.complaints.length = 0;
  });

  test('what fails before anything is drawn is told', async ({ explorer, page }) => {
    await page.addInitScript(() => {
      window.matchMedia = () => {
        throw new Error('no media here');
      };
    });
    await page.goto('/');
    await expect(page.locator('body')).toContainText(/could not start: .*no media here/);
    explorer.complaints.length = 0;
  });

  // Other missing parts: shell.spec.ts, deploy.spec.ts.
  test('pictures whose code does not come: the page says so, and the run goes on', { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await page.route(/\/landscape-[^/]*\.js/, (route) => route.abort());
    await explorer.open(`#v=1&${OPENING}&speed=100`);
    const missing = page.getByRole('alert').filter({ hasText: 'Part of the picture is missing.' });
    await expect(missing).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await explorer.play.click();
    await expect(explorer.verdict('right')).toHaveText('Reached the star at step 76.');
    explorer.complaints.length = 0;
  });

  // Falling back: app/session/session.test.ts; other parts: shell.spec.ts, deploy.spec.ts.
  test('a problem whose code does not come: the page says so, and another one opens', {
    tag: '@all',
  }, async ({ explorer, page }) => {
    await explorer.open(`#v=1&${OPENING}&k=12`);
    // The engine has loaded one neuron.
    await page.route(/\/problem-[^/]*\.js/, (route) => route.abort());
    await explorer.openProblem('two-layer');
    await expect(page.getByRole('alert')).toContainText('couldn’t be opened');
    await explorer.openProblem('one-neuron');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(explorer.play).toBeEnabled();
    await explorer.play.click();
    await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(2);
    explorer.complaints.length = 0;
  });
});

test('the scenario’s name and long verdicts are whole at 1280 px, beside a drawer too', {
  tag: '@all',
}, async ({ explorer, page }) => {
  const over = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
  for (const lang of runsAll ? ['en', 'zh'] : ['en']) {
    await page.goto(`/#v=1&${OPENING}&k=40&lang=${lang}`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang === 'en' ? 'en' : 'zh-Hans');
    await explorer.ready('40');
    expect(await over('.subtitle')).toEqual([0]);
    await show(explorer, `c=6&k=200&lang=${lang}`);
    await page.locator('#more-button').click();
    await page.locator('#layers-button').click();
    await expect(page.locator('.drawer')).toBeVisible();
    expect(await over('.verdict, .criterion')).toEqual([0, 0, 0, 0]);
    for (const line of await page.locator('.verdict, .criterion').all()) {
      await expect(line).toBeInViewport({ ratio: 1 });
      expect(await line.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(3);
    }
    await page.keyboard.press('Escape');
  }
});
