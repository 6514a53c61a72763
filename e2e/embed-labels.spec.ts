import { spread } from '../scripts/tier.mjs';
import { EmbedParent } from './embed-parent.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

let host: StaticHost;
test.beforeAll(async () => {
  host = await startStaticHost({ keeps: true });
});
test.afterAll(() => host.close());

/** In every frame: horizontal words on each canvas since it was cleared, with their overflow in px. */
function watchWords(): void {
  const words = new Map<HTMLCanvasElement, Map<string, number>>();
  Object.assign(window, { words });
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...rect) {
    words.set(this.canvas, new Map());
    clearRect.apply(this, rect);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const { a, b, e } = this.getTransform();
    if (b === 0 && /^[a-z -]{5,}$/i.test(text)) {
      const left = a * x + e;
      const right = left + a * this.measureText(text).width;
      words.get(this.canvas)?.set(text, Math.max(-left, right - this.canvas.width) / a);
    }
    fillText.call(this, text, x, y);
  };
}

/** In a frame: the cut words. */
function cutWords(): string[] {
  const { words } = window as unknown as { words: Map<HTMLCanvasElement, Map<string, number>> };
  return [...words.entries()]
    .filter(([canvas]) => canvas.isConnected)
    .flatMap(([, all]) => [...all])
    .filter(([, beyond]) => beyond > 1)
    .map(([text, beyond]) => `${text}: ${beyond}`);
}

/** In a frame: the number of watched words, which must not be 0. */
function countWords(): number {
  const { words } = window as unknown as { words: Map<HTMLCanvasElement, Map<string, number>> };
  return [...words.values()].reduce((sum, all) => sum + all.size, 0);
}

// Other fonts are wider. In `npm test` in Node: app/features/embed/measure-letters.test.ts.
for (const [what, sandbox] of [
  ['without the font, in a sandbox', 'allow-scripts'],
  ['with the font', ''],
] as const)
  test(`no name is cut in any panel of an embed from 320 to 1280 px, ${what}`, { tag: '@all' }, async ({
    page,
  }) => {
    await page.addInitScript(watchWords);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(host.blank);
    const parent = new EmbedParent(page);
    await parent.hold(`${host.base}embed.html#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=60`, {
      sandbox,
    });
    await expect.poll(async () => (await parent.state())?.step).toBe(60);
    for (const [width, height] of spread(
      [
        [320, 240],
        [360, 740],
        [480, 480],
        [640, 360],
        [800, 450],
        [1024, 576],
        [1280, 640],
      ] as const,
      4,
    )) {
      await page.locator('#embed').evaluate(
        (frame, size) => {
          frame.style.width = `${size[0]}px`;
          frame.style.height = `${size[1]}px`;
        },
        [width, height] as const,
      );
      await parent.idle();
      expect(await parent.frame.locator('html').evaluate(countWords)).toBeGreaterThan(2);
      expect(await parent.frame.locator('html').evaluate(cutWords), `${width} x ${height}`).toEqual([]);
    }
  });
