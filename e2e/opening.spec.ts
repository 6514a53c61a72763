import { runsAll } from '../scripts/tier.mjs';
import { replay } from './replay.ts';
import { expect, test } from './test.ts';

test('the bare address opens the opening scene, paused at its start, and asks; it plays to its end, and both ends are the replay’s digits', async ({
  explorer,
}) => {
  await explorer.open();
  await expect(explorer.question).toHaveText(
    'Same data, same start, same step size. Where will each one end up?',
  );
  await expect(explorer.step).toHaveText('0');
  for (const side of ['left', 'right'] as const)
    expect((await explorer.digits(side)).iterate).toEqual([-1.6, 0.3]);

  await explorer.setSpeed(100);
  await explorer.play.click();
  await expect(explorer.verdict('left')).toHaveText('Dead: the gradient has all but vanished.');
  await expect(explorer.verdict('right')).toHaveText('Reached the star at step 76.');
  await expect(explorer.play).toBeVisible();
  await expect(explorer.step).toHaveText('76');
  await expect(explorer.loss('left')).toHaveText('loss 0.174');

  const same = replay('', 76);
  for (const side of ['left', 'right'] as const) {
    const shown = await explorer.digits(side);
    expect(shown.iterate).toEqual(same[side].iterates[76]);
    expect(shown.loss).toBe(same[side].losses[76]);
  }
});

// Runs without auto-stop: pause.spec.ts, commits.spec.ts.
test('without auto-stop the steps go on past the ends', { tag: '@all' }, async ({ explorer }) => {
  await explorer.open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0&speed=1000');
  await explorer.play.click();
  await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(300);
  await explorer.pause.click();
  await expect(explorer.verdict('right')).toHaveText('Reached the star at step 76.');
});

// Keys: hands.spec.ts; slider: links.spec.ts.
test('step, step back, scrub, Home and End move through the history', { tag: '@all' }, async ({
  explorer,
}) => {
  await explorer.open();
  await explorer.button('Step forward').click();
  await explorer.button('Step forward').click();
  await expect(explorer.step).toHaveText('2');
  await explorer.button('Step back').click();
  await expect(explorer.step).toHaveText('1');
  await explorer.seek(60);
  await explorer.idle();
  const there = await explorer.digits('right');
  await explorer.seek(3);
  await explorer.page.keyboard.press('Escape');
  await explorer.seek(60);
  await explorer.idle();
  expect(await explorer.digits('right')).toEqual(there);
  await explorer.button('Restart').click();
  await expect(explorer.step).toHaveText('0');
});

// A step per frame would be 60 a second, or 30 on a slow machine: both speeds exclude that.
for (const [speed, least, most] of [[200, 120, 260] as const, ...(runsAll ? [[10, 5, 15] as const] : [])])
  test(`a speed of ${speed} is in steps a second, whatever the display`, { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await explorer.open(`#v=1&features=gauss&n=40&speed=${speed}&autostop=0`);
    // The page's time: a late frame counts for at most a quarter of a second.
    await page.evaluate(() => {
      const had = { seconds: 0 };
      Object.assign(window, { had });
      let last = performance.now();
      requestAnimationFrame(function count(now) {
        had.seconds += Math.min(0.25, Math.max(0, now - last) / 1000);
        last = now;
        requestAnimationFrame(count);
      });
    });
    await explorer.play.click();
    const read = () =>
      page.evaluate(() => ({
        at: (window as unknown as { had: { seconds: number } }).had.seconds,
        k: Number(document.querySelector('[data-testid="step"]')!.textContent),
      }));
    await expect.poll(async () => (await read()).k).toBeGreaterThan(0);
    const from = await read();
    await expect.poll(async () => (await read()).at).toBeGreaterThan(from.at + 2.5);
    const to = await read();
    const rate = (to.k - from.k) / (to.at - from.at);
    expect(rate).toBeGreaterThan(least);
    expect(rate).toBeLessThan(most);
  });

// In Node: app/session/long-way.test.ts.
test('changing the step length keeps the shown step, changing the data begins anew and says so', {
  tag: '@all',
}, async ({ explorer }) => {
  await explorer.open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=30');
  await explorer.idle();
  const before = await explorer.digits('right');
  const drawer = await explorer.openDrawer();
  await drawer.getByRole('textbox', { name: 'Step size c /L' }).fill('1.5');
  await explorer.page.keyboard.press('Enter');
  await expect.poll(async () => (await explorer.digits('right')).loss).not.toBe(before.loss);
  await explorer.idle();
  await expect(explorer.step).toHaveText('30');
  expect((await explorer.digits('right')).iterate).toEqual(
    replay('features=line&n=8&plant=1,0.2&start=-1.6,0.3&c=1.5', 30).right.iterates[30],
  );

  await drawer.getByRole('textbox', { name: 'Samples n' }).fill('12');
  await explorer.page.keyboard.press('Enter');
  await expect(explorer.step).toHaveText('0');
  await expect(explorer.page.getByText('New data: the run starts over.')).toBeVisible();
});

test('a step too long ends in words and offers a safe one', async ({ explorer }) => {
  await explorer.open('#v=1&features=gauss&n=40&c=50&start=2,1&k=400');
  await expect(explorer.verdict('right')).toContainText('Diverged');
  await explorer.panel('right').getByRole('button', { name: 'why?' }).click();
  await expect(explorer.panel('right').locator('.criterion')).toContainText('only below 2');
  const { loss } = await explorer.digits('right');
  expect(Number.isFinite(loss)).toBe(true);
  await explorer.panel('right').getByRole('button', { name: 'Use c = 1' }).click();
  await expect(explorer.verdict('right')).not.toContainText('Diverged');
});

// In Node: app/session/session.test.ts.
test('steps pressed faster than they are computed are all taken; a preset opened while a long run is computed shows the preset, not the run', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await explorer.open('#v=1&n=10000&d=50');
  await page.evaluate(() => {
    for (let press = 0; press < 30; press++)
      dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
  });
  await expect(explorer.step).toHaveText('30');

  const drawer = await explorer.openDrawer();
  await explorer.scrub.fill('150');
  await drawer.getByRole('button', { name: /^Slope and bias/ }).click();
  await expect.poll(async () => (await explorer.digits('left')).iterate).toEqual([-1.6, 0.3]);
  await explorer.idle();
  await expect(explorer.step).toHaveText('0');
});

// On a phone: shell.spec.ts.
for (const [width, height] of [
  [1280, 720] as const,
  ...(runsAll ? [[1920, 1080] as const, [360, 740] as const] : []),
])
  test(`nothing moves while the page opens and plays, ${width} x ${height}`, async ({ page, explorer }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        })[])
          shifts.push(
            `${entry.value} ${entry.sources.map(({ node }) => node?.parentElement?.className ?? '')}`,
          );
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await explorer.open('#v=1&n=200&seed=3&c=0.01&speed=1000');
    await explorer.play.click();
    await expect.poll(async () => Number(await explorer.step.textContent())).toBeGreaterThan(1500);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });
