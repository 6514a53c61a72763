import type { Page } from '@playwright/test';
import { runsAll, spread } from '../scripts/tier.mjs';
import { EmbedParent } from './embed-parent.ts';
import { idle, wheel } from './idle.ts';
import { replay, replayNetworks } from './replay.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

const OPENING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

let host: StaticHost;
test.beforeAll(async () => {
  host = await startStaticHost({ keeps: true });
});
test.afterAll(() => host.close());

const SIZES = [
  [320, 240],
  [400, 300],
  [360, 740],
  [640, 360],
  [800, 450],
  [1200, 600],
] as const;

const LOOKS = [
  ['one neuron', `${OPENING}&k=60`],
  ['the lift, dark, Chinese', '#v=1&problem=lift&theme=dark&lang=zh&k=30'],
  ['two layers', '#v=1&problem=two-layer&neurons=3&c=2&k=60'],
  ['twenty weights', '#v=1&features=gauss&d=20&n=60&k=20'],
  ['the projector', '#v=1&profile=projector&k=30'],
] as const;

// At one size below and in print; app/features/embed/layout.test.ts tests every size.
for (const [what, link] of LOOKS)
  test(
    `${what}: at every size everything is within the frame and can be reached`,
    { tag: '@all' },
    async ({ explorer, page }, testInfo) => {
      await page.setViewportSize({ width: SIZES[0][0], height: SIZES[0][1] });
      await page.goto(`/embed.html${link}`);
      await expect(page.getByRole('button', { name: /^(Play|播放)$/ })).toBeEnabled();
      await expect(page.getByTestId('step')).toHaveText(/^[1-9]/);
      for (const [width, height] of spread(SIZES, 2)) {
        const where = `${width} x ${height}`;
        await page.setViewportSize({ width, height });
        for (const side of ['left', 'right'] as const)
          await expect(explorer.verdict(side)).not.toHaveText('');
        // Two layers' parts come with their view.
        await idle(page);
        expect(await page.evaluate(findTrouble), where).toEqual([]);
        for (const side of ['left', 'right'] as const) {
          const box = await explorer.panel(side).locator('.plate').boundingBox();
          expect(box!.width, where).toBeGreaterThan(140);
          expect(box!.height, where).toBeGreaterThan(95);
        }
        if (!runsAll) continue;
        // For visual inspection.
        await testInfo.attach(`${where} ${what}`, {
          body: await page.screenshot(),
          contentType: 'image/png',
        });
      }
    },
  );

// In Node: app/features/embed/layout.test.ts.
test('on a low projector the maps of the residuals take all the room, as on the page', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('/embed.html#v=1&problem=two-layer&neurons=3&c=2&k=60&profile=projector');
  await idle(page);
  await expect(page.locator('.residuals .fit')).toBeHidden();
  expect((await page.locator('.neuron-map').boundingBox())!.width).toBeGreaterThan(100);
  const map = await page.locator('.residual-map canvas').first().boundingBox();
  expect(map!.height).toBeGreaterThan(200);
});

test('printed with the page around it, an embed keeps the grounds of its bars, signs and play button', async ({
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 450 });
  await page.goto('/embed.html#v=1&problem=two-layer&neurons=3&c=2&k=400');
  await expect(page.getByTestId('within-left')).toHaveText(/best possible/);
  // This step has long words.
  expect(await page.evaluate(findTrouble)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  for (const what of ['.gap-bar.left > span', '.sign.left', '.icon-button.play']) {
    const adjust = page.locator(what).first();
    expect(
      await adjust.evaluate((element) => getComputedStyle(element).getPropertyValue('print-color-adjust')),
      what,
    ).toBe('exact');
  }
});

// In Node: app/features/embed/layout.test.ts.
test('one weight, and each choice of panels, are within the frame too', { tag: '@all' }, async ({ page }) => {
  for (const link of ['features=gauss&d=1&n=20', 'panels=curves', 'panels=data', 'panels=maps,data,curves']) {
    await page.goto('about:blank');
    await page.goto(`/embed.html#v=1&${link}&k=10`);
    await expect(page.getByTestId('step')).toHaveText('10');
    for (const [width, height] of [
      [320, 240],
      [640, 360],
      [360, 740],
    ] as const) {
      // All panels need more than the smallest frame.
      if (link.includes('maps,data') && height < 360) continue;
      await page.setViewportSize({ width, height });
      await idle(page);
      expect(await page.evaluate(findTrouble), `${link} ${width} x ${height}`).toEqual([]);
    }
  }
});

/** In the page: lists parts that are cut, covered, outside or too small. */
function findTrouble(): string[] {
  const found: string[] = [];
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight)
    found.push(`the page is ${scrollWidth} x ${scrollHeight}`);
  for (const control of document.querySelectorAll('.playback :is(button, a, input)')) {
    const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
    if (width === 0) continue;
    const name = control.getAttribute('aria-label');
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) found.push(`${name} is outside`);
    if (height < 44 || width < 44) found.push(`${name} is ${width} x ${height}`);
  }
  for (const verdict of document.querySelectorAll('.verdict'))
    if (verdict.scrollHeight > verdict.clientHeight + 2) found.push(`cut: ${verdict.textContent}`);
  const bar = document.querySelector('.playback')!.getBoundingClientRect();
  for (const words of document.querySelectorAll('.gap-line output')) {
    const { bottom, width } = words.getBoundingClientRect();
    if (width > 0 && bottom > bar.top - 2) found.push(`under the bar: ${words.textContent}`);
  }
  for (const key of document.querySelectorAll('.circle-key summary')) {
    const { width, left, top } = key.getBoundingClientRect();
    const circle = key.closest('.plate')!.getBoundingClientRect();
    if (width > 0 && circle.height < 300)
      found.push(`"${key.textContent}" lies at ${left}, ${top} on the circle`);
  }
  for (const panel of document.querySelectorAll('.plates > .panel, .curve')) {
    const { bottom, width } = panel.getBoundingClientRect();
    if (width > 0 && bottom > bar.top + 1) found.push(`${panel.getAttribute('data-testid')} under the bar`);
  }
  return found;
}

test('axe finds nothing at the smallest and at a large size, in light and dark', async ({
  explorer,
  page,
}) => {
  for (const [width, height, link] of spread(
    [
      [320, 240, OPENING],
      [1200, 600, `${OPENING}&theme=dark&k=40`],
      [800, 450, '#v=1&problem=two-layer&neurons=3&c=2&k=40'],
    ] as const,
    2,
  )) {
    await page.setViewportSize({ width, height });
    await page.goto('about:blank');
    await page.goto(`/embed.html${link}`);
    await explorer.ready();
    // The handles' names come after the first picture.
    await explorer.idle();
    expect(await explorer.violations()).toEqual([]);
  }
});

test('in a sandbox that allows scripts alone, below a sub-path of a host that lets nobody read, it plays to the replay’s digits', async ({
  explorer,
  page,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${OPENING}&speed=200`);
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  expect((await parent.heard('ready'))[0]!.origin).toBe('null');
  // It does not play by itself.
  await parent.idle();
  expect((await parent.state())!.step).toBe(0);
  await parent.frame.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => (await parent.state())!.right.status).toBe('reached');
  await expect.poll(async () => (await parent.state())!.playing).toBe(false);
  const { step, left, right } = (await parent.state())!;
  expect(step).toBeGreaterThan(70);
  const same = replay(OPENING, step);
  for (const [side, told] of [
    ['left', left],
    ['right', right],
  ] as const) {
    expect(told.iterate).toEqual(same[side].iterates[step]);
    expect(told.loss).toBe(same[side].losses[step]);
    expect(told.distance).toBe(same[side].distances![step]);
    expect(told.status).toBe(same[side].status);
  }
  expect(left.status).toBe('dead');
  expect(explorer.complaints).toEqual([]);
});

// In `npm test`, one neuron and own data run there.
test('two layers run in the sandbox too, with the replay’s digits', { tag: '@all' }, async ({
  explorer,
  page,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  const link = '#v=1&problem=two-layer&neurons=3&c=2';
  await parent.hold(`${host.base}embed.html${link}&k=50`);
  await expect.poll(async () => (await parent.state())?.step).toBe(50);
  const same = replayNetworks(link, 50);
  const { left, right } = (await parent.state())!;
  expect(left.loss).toBe(same.left.losses[50]);
  expect(right.status).toBe(same.right.status);
  await expect(parent.frame.getByTestId('verdict-right')).toContainText('Optimal');
  expect(explorer.complaints).toEqual([]);
});

// One neuron runs there above; packed data opens in own-data.spec.ts and among the frozen links.
test('own data, packed in the link, opens in the sandbox', { tag: '@all' }, async ({ explorer, page }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(
    `${host.base}embed.html#v=1&features=csv&data=stopping-distance&bias=1&std=1&start=1,0&k=5`,
  );
  await expect.poll(async () => (await parent.state())?.step).toBe(5);
  const same = replay('#v=1&features=csv&data=stopping-distance&bias=1&std=1&start=1,0', 5);
  expect((await parent.state())!.left.iterate).toEqual(same.left.iterates[5]);
  expect(explorer.complaints).toEqual([]);
});

test('the page itself with embed=1 has the digits of the replay, no chrome and no global', async ({
  page,
}) => {
  const full = replay(OPENING, 40);
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}${OPENING}&k=40&embed=1`, { sandbox: '' });
  await expect.poll(async () => (await parent.state())?.step).toBe(40);
  const { left, right } = (await parent.state())!;
  expect(left.iterate).toEqual(full.left.iterates[40]);
  expect(right.iterate).toEqual(full.right.iterates[40]);
  expect(left.loss).toBe(full.left.losses[40]);
  await expect(parent.frame.getByRole('banner')).toHaveCount(0);
  await expect(parent.frame.getByRole('button', { name: 'Scenario' })).toHaveCount(0);
  expect(await page.evaluate(listGlobals)).not.toContain('twinDescent');
  // The same page without a sandbox adds no globals.
  await page.goto(host.blank);
  await parent.hold(`${host.base}embed.html${OPENING}&k=40`, { sandbox: '' });
  await expect.poll(async () => (await parent.state())?.step).toBe(40);
  expect(await page.evaluate(listGlobals)).toEqual([]);
});

/** In the page: the embed's globals besides a window's own. */
function listGlobals(): string[] {
  const inside = document.querySelector<HTMLIFrameElement>('#embed')!.contentWindow! as Window &
    Record<string, unknown>;
  const bare = document.createElement('iframe');
  document.body.append(bare);
  const known = new Set(Object.getOwnPropertyNames(bare.contentWindow!));
  const own = Object.getOwnPropertyNames(inside).filter((name) => !known.has(name) && !/^\d+$/.test(name));
  bare.remove();
  return own;
}

test('it does what it is asked, and tells of it with a version', async ({ page, explorer }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${OPENING}`);
  await expect.poll(async () => (await parent.heard('height')).length).toBe(1);
  const [first] = await parent.heard();
  expect(first).toMatchObject({ source: 'twin-descent', version: 1, type: 'ready' });

  await parent.send('step', { n: 7 });
  await expect.poll(async () => (await parent.state())!.step).toBe(7);
  await parent.send('step', { n: -2 });
  await expect.poll(async () => (await parent.state())!.step).toBe(5);
  expect((await parent.state())!.link).toBe(
    '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=5',
  );

  await parent.send('set', { values: { c: 0.5, k: 20, theme: 'dark' } });
  await expect.poll(async () => (await parent.state())!.link).toMatch(/&c=0.5&k=20&theme=dark$/);
  await expect.poll(async () => (await parent.state())!.step).toBe(20);
  const same = replay(`${OPENING}&c=0.5`, 20);
  await expect.poll(async () => (await parent.state())!.left.iterate).toEqual(same.left.iterates[20]);

  await parent.send('play');
  await expect.poll(async () => (await parent.state())!.playing).toBe(true);
  await parent.send('play');
  await expect.poll(async () => (await parent.state())!.step).toBeGreaterThan(24);
  await parent.send('pause');
  await expect.poll(async () => (await parent.state())!.playing).toBe(false);

  await parent.send('load', { fragment: '#v=1&features=gauss&n=6&seed=4&start=1.3,0.5&k=3' });
  await expect.poll(async () => (await parent.state())!.link).toContain('seed=4');
  await expect.poll(async () => (await parent.state())!.step).toBe(3);
  // Page settings missing in the link stay.
  expect((await parent.state())!.link).toContain('theme=dark');
  expect((await parent.state())!.playing).toBe(false);

  const before = (await parent.heard('ready')).length;
  await parent.send('report');
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(before + 1);
  expect(await parent.heard('error')).toEqual([]);
  expect(explorer.complaints).toEqual([]);
});

// In Node: app/features/embed/apply-command.test.ts.
test('a start of the wrong length leaves what was there, and the link as it was', { tag: '@all' }, async ({
  page,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html#v=1&d=5&n=30&noise=0.3`);
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  await parent.send('set', { values: { start: [1, 2, 3], c: 0.5 } });
  await expect.poll(async () => (await parent.state())!.link).toContain('c=0.5');
  const { link, notices } = (await parent.state())!;
  expect(link).not.toContain('start=');
  expect(notices).toMatchObject([{ key: 'start', code: 'vector-length' }]);
  expect(notices[0]!.words).toBe('start: expected 5 numbers; got 3. It stays as it was.');
  await parent.send('set', { values: { start: [1, 2, 3], d: 3 } });
  await expect.poll(async () => (await parent.state())!.link).toContain('start=1,2,3');
});

// In Node: app/features/embed/apply-command.test.ts, app/features/embed/protocol.test.ts.
test('values are checked as a link’s: notices come back in words, bounds hold, what is no value changes nothing', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${OPENING}&c=0.7`);
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  // Built within the page, because messages drop a key of every object's prototype.
  await page.evaluate(() => {
    const values = JSON.parse('{"n":1e9,"c":"fast","__proto__":"1","constructor":"2","zoom":3}');
    const message = { source: 'twin-descent', version: 1, type: 'set', values };
    document.querySelector<HTMLIFrameElement>('#embed')!.contentWindow!.postMessage(message, '*');
  });
  await expect
    .poll(async () => (await parent.state())!.notices.map(({ key, code }) => `${code} ${key}`))
    .toEqual([
      'clamped n',
      'not-a-number c',
      'unknown-key __proto__',
      'unknown-key constructor',
      'unknown-key zoom',
    ]);
  const { link, notices } = (await parent.state())!;
  expect(link).toContain('n=1000000');
  expect(link).toContain('c=0.7');
  expect(notices[1]!.words).toContain('expected');
  await parent.send('set', { values: { n: 8 } });
  await expect.poll(async () => (await parent.state())!.notices).toEqual([]);
});

test('at most ten states a second are told, and the last one always', async ({ page }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  // Times of sending: a busy page receives several at once. Requires the same origin.
  await page.evaluate(() => {
    const sent: number[] = [];
    const post = window.postMessage.bind(window) as (message: unknown, target: string) => void;
    const watched = (message: { type?: string }, target: string) => {
      if (message.type === 'state') sent.push(performance.now());
      post(message, target);
    };
    Object.assign(window, { sent, postMessage: watched });
  });
  await parent.hold(`${host.base}embed.html${OPENING}&speed=50&autostop=0`, { sandbox: '' });
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  await parent.send('play');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { sent: number[] }).sent.length))
    .toBeGreaterThan(runsAll ? 15 : 11);
  await parent.send('pause');
  await expect.poll(async () => (await parent.state())!.playing).toBe(false);
  await parent.idle();
  const states = await parent.heard('state');
  const sent = await page.evaluate(() => (window as unknown as { sent: number[] }).sent);
  expect(sent.length).toBe(states.length);
  expect(sent.length).toBeGreaterThan(4);
  const inASecond = sent.map((at) => sent.filter((other) => other >= at && other < at + 1000).length);
  // The pause begins before a state is described, so slow descriptions shorten it.
  expect(Math.max(...inASecond)).toBeLessThanOrEqual(12);
  await expect(parent.frame.getByTestId('step')).toHaveText(String(states.at(-1)!.step));
});

test('hostile messages: wrong window, wrong version, unknown types, huge and broken values', async ({
  page,
  explorer,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${OPENING}`);
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);

  const met = await parent.countMessages();
  // Another frame of the page is not the embed's parent.
  await page.evaluate(() => {
    const other = document.createElement('iframe');
    other.id = 'other';
    other.srcdoc = `<script>
      parent.frames[0].postMessage({ source: 'twin-descent', version: 1, type: 'step', n: 3 }, '*');
      parent.frames[0].postMessage({ source: 'twin-descent', version: 1, type: 'load', fragment: '#v=1&c=9' }, '*');
    </script>`;
    document.body.append(other);
  });
  const strange = [
    null,
    7,
    'play',
    [],
    {},
    { type: 'step', n: 5 },
    { source: 'somebody', version: 1, type: 'step', n: 5 },
    { source: 'twin-descent', version: 1, type: 'eval', code: 'parent.hacked = true' },
    { source: 'twin-descent', version: 1, type: 'constructor' },
    { source: 'twin-descent', version: 9, type: 'teleport' },
  ];
  for (const data of strange) await parent.post(data);
  await met(strange.length + 2);
  await parent.idle();
  expect(await parent.heard('error')).toEqual([]);
  expect((await parent.state())!.step).toBe(0);
  expect((await parent.state())!.link).not.toContain('c=9');

  for (const [fields, code] of [
    [{ version: 2, type: 'play' }, 'version'],
    [{ type: 'step', n: 1e300 }, 'step'],
    [{ type: 'step', n: '3' }, 'step'],
    [{ type: 'step' }, 'step'],
    [{ type: 'set', values: 'c=1' }, 'values'],
    [{ type: 'set', values: { c: { valueOf: 1 } } }, 'value'],
    [{ type: 'set', values: { c: 'x'.repeat(100_000) } }, 'value'],
    [{ type: 'set', values: { problem: 'lift' } }, 'key'],
    [{ type: 'load', fragment: 'x'.repeat(1_000_000) }, 'fragment'],
    [{ type: 'load', fragment: { toString: 'x' } }, 'fragment'],
  ] as const) {
    const before = (await parent.heard('error')).length;
    await parent.post({ source: 'twin-descent', version: 1, ...fields });
    await expect
      .poll(async () => (await parent.heard('error')).length, JSON.stringify(fields).slice(0, 80))
      .toBe(before + 1);
    const error = (await parent.heard('error')).at(-1)!;
    expect(error.code).toBe(code);
    expect(error.words).toContain('expected');
  }
  await parent.send('load', { fragment: '#v=1&problem=constructor&n=abc' });
  await expect
    .poll(async () => (await parent.state())!.notices.map(({ code }) => code))
    .toEqual(['unknown-problem', 'not-a-number']);
  expect((await parent.state())!.playing).toBe(false);
  expect(explorer.complaints).toEqual([]);
});

test('an address that names the parent’s origin talks with that origin alone', async ({ page }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  const { origin } = new URL(host.blank);
  await parent.hold(`${host.base}embed.html?parent=${origin}${OPENING}`);
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  await parent.send('step', { n: 2 });
  await expect.poll(async () => (await parent.state())!.step).toBe(2);
});

test('where it names another origin nothing is told and nothing heeded', async ({ page }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html?parent=https://example.org${OPENING}`);
  await expect(parent.frame.getByRole('button', { name: 'Play' })).toBeEnabled();
  const met = await parent.countMessages();
  await parent.send('step', { n: 2 });
  await met(1);
  await parent.idle();
  expect(await parent.heard()).toEqual([]);
  await expect(parent.frame.getByTestId('step')).toHaveText('0');
});

test('where it names no origin at all it says so and stays silent', async ({ page }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html?parent=example.org${OPENING}`);
  await expect(parent.frame.getByRole('alert')).toContainText('expected an origin');
  const met = await parent.countMessages();
  await parent.send('step', { n: 2 });
  await met(1);
  await parent.idle();
  expect(await parent.heard()).toEqual([]);
});

test('the parent scrolls with the wheel over the embed, also when a map has the focus; Ctrl zooms the map', async ({
  page,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await page.evaluate(() => {
    document.documentElement.style.height = '4000px';
  });
  await parent.hold(`${host.base}embed.html${OPENING}`, { above: 200 });
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const map = parent.frame.getByTestId('left').locator('.surface');
  await expect(map).toBeVisible();
  await map.focus();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const box = (await map.boundingBox())!;
  await page.mouse.move(box.x + 100, box.y + 60);
  await wheel(page, parent.frame, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
  await parent.idle();
  expect((await parent.state())!.link).not.toContain('view=');
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await parent.state())!.link).toContain('view=');
  expect(await page.evaluate(() => scrollY)).toBe(120);
});

test('it never scrolls the parent, never plays by itself, and adds nothing to the history', async ({
  page,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  const length = await page.evaluate(() => history.length);
  // Half below the window: to show more the parent would have to scroll, but an invisible frame is never idle.
  await parent.hold(`${host.base}embed.html${OPENING}&k=10`, { above: 540 });
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  await parent.send('step', { n: 3 });
  await parent.send('set', { values: { c: 0.4 } });
  await parent.send('load', { fragment: '#v=1&features=gauss&n=6&seed=4' });
  await expect.poll(async () => (await parent.state())!.link).toContain('seed=4');
  await parent.idle();
  expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
  expect(await page.evaluate(() => history.length)).toBe(length);
  expect((await parent.state())!.playing).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

/** Waits until the parent knows that its frame, of another process, has the focus. */
async function keysGoToEmbed(page: Page): Promise<void> {
  await expect(page.locator('#embed')).toBeFocused();
}

// embed-keys.spec.ts.
test('keys act only while the frame has the focus', { tag: '@all' }, async ({ page }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${OPENING}&speed=1`);
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await parent.idle();
  expect((await parent.state())!.step).toBe(0);
  expect((await parent.state())!.playing).toBe(false);
  await parent.frame.getByRole('slider', { name: 'Step shown' }).focus();
  await keysGoToEmbed(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await parent.state())!.step).toBe(1);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await parent.state())!.step).toBe(11);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await parent.state())!.step).toBe(0);
  await page.keyboard.press('Space');
  await expect.poll(async () => (await parent.state())!.playing).toBe(true);
  await page.keyboard.press('Space');
  await expect.poll(async () => (await parent.state())!.playing).toBe(false);
  // Keys of the full page only do nothing here.
  const { link } = (await parent.state())!;
  for (const key of ['n', 'p', 'b', 't', '?', 'f']) await page.keyboard.press(key);
  await parent.idle();
  expect((await parent.state())!.link).toBe(link);
});

// In Node: app/features/embed/layout.test.ts.
test('a frame that takes the height it asks for shows everything and asks no more', { tag: '@all' }, async ({
  page,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  for (const width of spread([320, 700, 1100], 2)) {
    await page.goto(host.blank);
    await parent.hold(`${host.base}embed.html${OPENING}`, { width, height: 240 });
    await expect.poll(async () => (await parent.heard('height')).length).toBe(1);
    const { height } = (await parent.heard('height'))[0]!;
    await page.evaluate((height) => {
      document.querySelector<HTMLElement>('#embed')!.style.height = `${height}px`;
    }, height);
    await expect(parent.frame.getByTestId('curve-excess')).toBeVisible();
    // The frame, of another process, gets the height later.
    const inside = () => parent.frame.locator('html').evaluate((root) => [root.scrollHeight, innerHeight]);
    await expect.poll(inside).toEqual([height, height]);
    await parent.idle();
    expect((await parent.heard('height')).length).toBe(1);
  }
});

// app/shell/App.browser.test.tsx; messages in Node: app/features/embed/apply-command.test.ts.
test('hidden and locked controls bind the reader, not the page around', { tag: '@all' }, async ({ page }) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${OPENING}&hide=play,scrub,place&lock=steps,c`);
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  await expect(parent.frame.getByRole('button', { name: 'Play' })).toHaveCount(0);
  await expect(parent.frame.getByRole('slider')).toHaveCount(0);
  await expect(parent.frame.getByTestId('start-left')).toHaveCount(0);
  await expect(parent.frame.getByRole('button', { name: 'Step forward' })).toBeDisabled();
  await parent.frame.getByTestId('left').locator('.surface').focus();
  await keysGoToEmbed(page);
  await page.keyboard.press('Space');
  await parent.idle();
  expect((await parent.state())!.playing).toBe(false);
  await parent.send('step', { n: 2 });
  await expect.poll(async () => (await parent.state())!.step).toBe(2);
  await parent.send('set', { values: { c: 0.3, k: 6 } });
  await expect.poll(async () => (await parent.state())!.step).toBe(6);
  expect((await parent.state())!.link).toContain('c=0.3');
});

test('the way out opens the exact state on a page of its own, free of the sandbox', async ({
  page,
  context,
}) => {
  await page.goto(host.blank);
  const parent = new EmbedParent(page);
  await parent.hold(`${host.base}embed.html${OPENING}&panels=maps`, {
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  });
  await expect.poll(async () => (await parent.heard('ready')).length).toBe(1);
  await parent.send('step', { n: 12 });
  await expect.poll(async () => (await parent.state())!.step).toBe(12);
  const opening = context.waitForEvent('page');
  await parent.frame.getByRole('link', { name: 'Open full' }).click();
  const full = await opening;
  await expect(full.getByTestId('step')).toHaveText('12');
  await expect(full.getByRole('button', { name: 'Lectures' })).toBeVisible();
  expect(new URL(full.url()).hash).toBe((await parent.state())!.link);
  expect(full.url()).toContain(host.base);
  expect(await full.evaluate(() => opener)).toBeNull();
});

test('the article drives its embed and shows what comes back', async ({ page, explorer }) => {
  await page.goto('/examples/article.html');
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await expect(play).toBeEnabled();
  const step = page.locator('#step');
  await expect(step).toHaveText('0');
  await page.getByRole('button', { name: 'Step forward' }).click();
  await expect(step).toHaveText('1');
  await page.getByRole('button', { name: 'Ten on' }).click();
  await expect(step).toHaveText('11');
  const same = replay(OPENING, 11);
  await expect(page.locator('#left-loss')).toHaveText(
    new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(same.left.losses[11]!),
  );
  await page.getByRole('slider', { name: /Step size/ }).fill('1.9');
  await expect(page.locator('#link')).toContainText('c=1.9');
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect(step).toHaveText('0');
  await play.click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await expect(page.locator('#left-standing')).toContainText('dead');
  await expect(page.locator('#right-standing')).toContainText('arrived');
  await page.getByRole('button', { name: 'Two layers' }).click();
  await expect(page.locator('#link')).toContainText('two-layer');
  await expect(page.frameLocator('#race').getByTestId('verdict-right')).not.toHaveText('');
  // The embed: above; the article: test:all.
  if (runsAll) expect(await explorer.violations()).toEqual([]);

  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(findNarrow)).toEqual({ wide: 320, low: [] });
});

/** In the page: its width, and controls too low for a finger. */
const findNarrow = () => ({
  wide: document.documentElement.scrollWidth,
  low: [...document.querySelectorAll('button, select, input')]
    .filter((control) => control.getBoundingClientRect().height < 44)
    .map((control) => control.textContent),
});

// Embeds are driven by pages above, through messages.
test('two embeds go in lockstep', { tag: '@all' }, async ({ page, explorer }) => {
  await page.goto('/examples/lockstep.html');
  const play = page.getByRole('button', { name: 'Play both' });
  await expect(play).toBeEnabled();
  // Read both at once: between two reads both may advance.
  const steps = () =>
    page.evaluate(() =>
      ['short', 'long'].map((name) => document.querySelector(`#${name}-step`)!.textContent),
    );
  await page.getByRole('button', { name: 'Ten on' }).click();
  await expect.poll(steps).toEqual(['10', '10']);
  for (const [name, c] of [
    ['short', '0.5'],
    ['long', '1.9'],
  ] as const) {
    const same = replay(`#v=1&c=${c}`, 10);
    const { distances } = same.left;
    await expect(page.locator(`#${name}-left`)).toHaveText(
      new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(distances![10]!),
    );
  }
  await play.click();
  /** Largest lead in steps, at every frame until both passed step 15. */
  const ahead = await page.evaluate(async () => {
    const stepOf = (name: string) => Number(document.querySelector(`#${name}-step`)!.textContent);
    for (let most = 0; ; await new Promise(requestAnimationFrame)) {
      const [short, long] = [stepOf('short'), stepOf('long')];
      most = Math.max(most, Math.abs(short - long));
      if (Math.min(short, long) > 15) return most;
    }
  });
  expect(ahead).toBeLessThanOrEqual(1);
  await page.getByRole('button', { name: 'Pause both' }).click();
  await page.getByRole('combobox', { name: 'Data' }).selectOption('2');
  await expect.poll(steps).toEqual(['0', '0']);
  // Two embeds have the landmarks of one page each; frame titles distinguish them.
  const found = runsAll ? await explorer.violations() : [];
  expect(found.filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(findNarrow)).toEqual({ wide: 320, low: [] });
});

test('the share dialog writes the code, and shows the frame as it will be', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open(`${OPENING}&k=30`);
  const length = await page.evaluate(() => history.length);
  await explorer.button('Share').click();
  await page.getByRole('tab', { name: 'Embed' }).click();
  const code = page.getByRole('textbox', { name: 'Code' });
  await expect(code).toHaveValue(/width="800" height="450"/);
  await expect(code).toHaveValue(/sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"/);
  const preview = page.frameLocator('.embed-preview iframe');
  await expect(preview.getByTestId('step')).toHaveText('30');
  if (runsAll) {
    await page.getByRole('combobox', { name: 'Size', exact: true }).selectOption('400x300');
    await page.getByRole('combobox', { name: 'Theme', exact: true }).selectOption('dark');
  }
  await page.getByRole('combobox', { name: 'Shows', exact: true }).selectOption('maps');
  await page.getByRole('combobox', { name: 'Controls', exact: true }).selectOption('none');
  await page.getByRole('combobox', { name: 'Start', exact: true }).selectOption('start');
  await page.getByLabel('Auto-height').check();
  await expect(code).toHaveValue(/panels=maps/);
  const value = await code.inputValue();
  expect(value).toContain('hide=play,steps,scrub,reset,place');
  if (runsAll) expect(value).toContain('theme=dark');
  expect(value).not.toContain('&amp;k=');
  expect(value).toContain('<script>');
  await expect(preview.getByTestId('step')).toHaveText('0');
  await expect(preview.getByRole('button', { name: 'Play' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Width', exact: true }).fill('100');
  await expect(page.getByRole('textbox', { name: 'Width', exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(page.getByText('320 to 2,000 pixels')).toBeVisible();
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.getByText('Code copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
  expect(await page.evaluate(() => history.length)).toBe(length);
  // The code in a page of another origin fits its height.
  await page.goto(host.blank);
  await page.evaluate((code) => {
    document.open();
    document.write(`<!doctype html><title>Parent</title><body>${code}`);
    document.close();
  }, value);
  await expect(page.frameLocator('iframe').getByTestId('step')).toHaveText('0');
  await expect.poll(() => page.locator('iframe').evaluate((frame) => frame.clientHeight)).not.toBe(300);
});
