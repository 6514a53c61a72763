import type { Page } from '@playwright/test';
import { runsAll } from '../scripts/tier.mjs';
import { idle, wheel } from './idle.ts';
import { expect, test } from './test.ts';

const SCENE = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40';

/** Records WebGL contexts and counts pictures. */
async function watchDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { contexts: [] as WebGL2RenderingContext[], pictures: 0 };
    Object.assign(window, { seen });
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: []) {
      const context: unknown = (getContext as (kind: string, ...rest: []) => unknown).call(
        this,
        kind,
        ...rest,
      );
      if (context instanceof WebGL2RenderingContext && !seen.contexts.includes(context))
        seen.contexts.push(context);
      return context;
    } as typeof getContext;
    const { drawImage } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.drawImage = function (
      this: CanvasRenderingContext2D,
      image: CanvasImageSource,
      ...rest: number[]
    ) {
      if (seen.contexts.some(({ canvas }) => canvas === image)) seen.pictures++;
      return (drawImage as (...all: unknown[]) => void).call(this, image, ...rest);
    } as typeof drawImage;
  });
}

type Seen = { seen: { contexts: WebGL2RenderingContext[]; pictures: number } };

const pictures = (page: Page) => page.evaluate(() => (window as unknown as Seen).seen.pictures);

/** Waits until everything is drawn, including the finest grid; returns the number of pictures. */
async function settle(page: Page): Promise<number> {
  // Software rendering compiles shaders slowly.
  await expect.poll(() => pictures(page)).toBeGreaterThan(0);
  await idle(page);
  return pictures(page);
}

const picture = (page: Page, side: 'left' | 'right') =>
  page
    .getByTestId(side)
    .locator('canvas')
    .first()
    .evaluate(async (canvas: HTMLCanvasElement) => {
      const bytes = new TextEncoder().encode(canvas.toDataURL());
      return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join(' ');
    });

const isOfSpace = (url: string) => url.includes('SpaceView');

// explain.spec.ts's first visit does not either.
test('a first visit loads nothing of it', { tag: '@all' }, async ({ explorer, page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.clock.install();
  await explorer.open(SCENE);
  // Later files load now.
  await page.clock.fastForward(10_000);
  await explorer.idle();
  expect(scripts.filter(isOfSpace)).toEqual([]);
  await page.evaluate((scene) => {
    location.hash = `${scene}&solid=1`;
  }, SCENE);
  await expect.poll(() => scripts.filter(isOfSpace).length).toBe(1);
});

test('in space: a link shows both blocks; keys turn both together; the step moves the iterates, the hand turns, and the wheel alone is the page’s', async ({
  explorer,
  page,
}) => {
  await watchDrawing(page);
  await explorer.open(`${SCENE}&solid=1`);
  const still = await settle(page);
  await test.step('both blocks are shown', async () => {
    for (const side of ['left', 'right'] as const) {
      const covered = await page
        .getByTestId(side)
        .locator('canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, i) => i % 4 === 3 && value === 255).length / (data.length / 4);
        });
      expect(covered).toBeGreaterThan(0.3);
      await expect(explorer.landscape(side)).toBeInViewport({ ratio: 1 });
      await expect(explorer.verdict(side)).toBeInViewport({ ratio: 1 });
    }
    await expect(explorer.loss('left')).toHaveText('loss 0.174');
    expect(explorer.fragment()).toContain('solid=1');
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
  });

  await test.step('keys turn both blocks together, and Home goes back; nothing is drawn in between', async () => {
    expect(await settle(page)).toBe(still);
    const [left, right] = [await picture(page, 'left'), await picture(page, 'right')];
    await explorer.landscape('left').press('ArrowRight');
    await expect.poll(() => picture(page, 'left')).not.toBe(left);
    // One key, one picture per side: no inertia.
    expect(await settle(page)).toBe(still + 2);
    expect(await picture(page, 'right')).not.toBe(right);
    await expect(explorer.step).toHaveText('40');

    await explorer.landscape('right').press('Home');
    await expect.poll(() => picture(page, 'left')).toBe(left);
    await explorer.landscape('right').press('+');
    await expect.poll(() => picture(page, 'right')).not.toBe(right);
    await explorer.button('Reset camera').click();
    await expect.poll(() => picture(page, 'right')).toBe(right);
    await expect(explorer.button('Reset camera')).toBeHidden();
  });

  await test.step('the step moves the iterates; the hand turns; the wheel alone is the page’s', async () => {
    await settle(page);
    const before = await picture(page, 'right');
    await explorer.seek(3);
    await expect.poll(() => picture(page, 'right')).not.toBe(before);

    const box = (await explorer.landscape('left').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    let count = await settle(page);
    await wheel(page, page, 300);
    expect(await settle(page)).toBe(count);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(() => pictures(page)).toBe(count + 2);
    count = await settle(page);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => pictures(page)).toBeGreaterThan(count);
    // The blocks turned; no start was placed.
    expect((await explorer.digits('left')).k).toBe(3);
    expect(explorer.fragment()).toContain('start=-1.6,0.3');
    await page.keyboard.press('Space');
    await expect(explorer.pause).toBeVisible();
  });
});

test('without WebGL a sentence says so above the flat maps', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: []) {
      return kind === 'webgl2'
        ? null
        : (getContext as (kind: string, ...rest: []) => unknown).call(this, kind, ...rest);
    } as typeof getContext;
  });
  await page.setViewportSize({ width: 1280, height: 720 });
  await explorer.open(`${SCENE}&solid=1`);
  await expect(page.getByText('needs WebGL 2')).toBeVisible();
  await expect(explorer.start('left')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
});

test('the page says that the graphics context was lost, draws again when it returns, and drops it on leaving', {
  tag: '@all',
}, async ({ explorer, page }) => {
  await watchDrawing(page);
  await explorer.open(`${SCENE}&solid=1`);
  await settle(page);
  const before = await picture(page, 'left');
  await page.evaluate(() => {
    const { seen } = window as unknown as Seen;
    const extension = seen.contexts[0]!.getExtension('WEBGL_lose_context')!;
    Object.assign(window, { restoreContext: () => extension.restoreContext() });
    extension.loseContext();
  });
  await expect(page.getByText('graphics card was reset').first()).toBeVisible();
  const count = await pictures(page);
  await page.evaluate(() => (window as unknown as { restoreContext(): void }).restoreContext());
  await expect(page.getByText('graphics card was reset')).toHaveCount(0);
  await expect.poll(() => pictures(page)).toBeGreaterThan(count);
  await expect.poll(() => picture(page, 'left')).toBe(before);

  await page.evaluate((scene) => {
    location.hash = scene;
  }, SCENE);
  await expect(explorer.start('left')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as Seen).seen.contexts[0]!.isContextLost()))
    .toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  // By mouse: above; fingers on flat maps: phone.spec.ts.
  test('a finger across turns, a finger along scrolls the page, two fingers zoom', { tag: '@all' }, async ({
    explorer,
    page,
  }) => {
    await watchDrawing(page);
    await explorer.open(`${SCENE}&solid=1`);
    const still = await settle(page);
    const home = await picture(page, 'left');
    const box = (await explorer.landscape('left').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const client = await page.context().newCDPSession(page);
    type Point = { x: number; y: number; id: number };
    const stroke = async (...path: Point[][]): Promise<void> => {
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
        client.send('Input.dispatchTouchEvent', { type, touchPoints });
      await send('touchStart', path[0]!);
      for (const points of path.slice(1)) await send('touchMove', points);
      await send('touchEnd', []);
    };
    const steps = [0, 20, 40, 60, 80];

    await stroke(...steps.map((by) => [{ x: x - by, y, id: 1 }]));
    await expect.poll(() => pictures(page)).toBeGreaterThan(still);
    await expect.poll(() => picture(page, 'left')).not.toBe(home);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const turned = await settle(page);

    await stroke(...steps.map((by) => [{ x, y: y - by, id: 1 }]));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
    expect(await settle(page)).toBe(turned);

    // Two fingers on flat maps: phone.spec.ts.
    if (!runsAll) return;
    // An ongoing scroll would move the map under the fingers.
    const backAtTop = () =>
      page.evaluate(async () => {
        scrollTo(0, 0);
        for (let i = 0; i < 10; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
        return scrollY;
      });
    await expect.poll(backAtTop).toBe(0);
    await settle(page);
    const before = await picture(page, 'right');
    await stroke(
      ...[20, 30, 40, 50].map((apart) => [
        { x: x - apart, y, id: 1 },
        { x: x + apart, y, id: 2 },
      ]),
    );
    await expect.poll(() => picture(page, 'right')).not.toBe(before);
    expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
    expect((await explorer.digits('left')).k).toBe(40);
  });
});
