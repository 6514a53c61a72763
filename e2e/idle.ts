import { expect, type FrameLocator, type Page } from '@playwright/test';

/** Required idle frames: work started by a frame or message begins within the next. */
const CALM_FRAMES = 3;

/** Milliseconds that a page checks itself per question, which costs more than a check. */
const ASKED_AGAIN = 2000;

/** Milliseconds without idleness that count as hanging. */
const HANGS = 120_000;

/**
 * Waits until a page or embed reports that nothing is pending (`data-idle`, app/session/busy.ts) and its fonts are loaded. To assert that
 * nothing happened, make sure that the page has received the cause: keys and mouse after Playwright has pressed, messages after the embed
 * has heard them.
 */
export async function idle(where: Page | FrameLocator): Promise<void> {
  const root = where.locator('html');
  const isCalm = () =>
    root.evaluate(
      async (element, [frames, limit]) => {
        const turn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const isBusy = () => !element.hasAttribute('data-idle') || document.fonts.status !== 'loaded';
        const until = performance.now() + limit;
        // A background page has a frame a second: finish a calm count.
        for (let calm = 0; calm < frames; ) {
          calm = isBusy() ? 0 : calm + 1;
          if (calm === 0 && performance.now() > until) return false;
          await turn();
        }
        return !isBusy();
      },
      [CALM_FRAMES, ASKED_AGAIN] as const,
    );
  await expect.poll(isCalm, { message: 'the page is idle', intervals: [20], timeout: HANGS }).toBe(true);
}

/** Turns the wheel under the mouse and waits until `where` has received it, which Playwright does not. */
export async function wheel(page: Page, where: Page | FrameLocator, down: number): Promise<void> {
  const root = where.locator('html');
  await root.evaluate(() => {
    const met = new Promise<void>((resolve) => {
      addEventListener('wheel', () => resolve(), { once: true, capture: true, passive: true });
    });
    Object.assign(window, { met });
  });
  await page.mouse.wheel(0, down);
  await root.evaluate(() => (window as unknown as { met: Promise<void> }).met);
}
