import { expect, type FrameLocator, type Page } from '@playwright/test';

/** Display frames for which a page has to be idle: what a frame, a rendering or a message brings on begins within the next. */
const CALM_FRAMES = 3;

/** Milliseconds for which a page looks at itself before it is asked again: a question costs more than a look. */
const ASKED_AGAIN = 2000;

/** Milliseconds after which a page that is not idle is taken to hang. */
const HANGS = 120_000;

/**
 * Waits until a page, or an embed within one, has nothing under way, as it says itself (`data-idle`, app/session/busy.ts), and its letters
 * are there. Whoever then asserts that nothing has happened must know that the page has met what could have made it happen: a key and a
 * mouse are met when Playwright has pressed them, a message when the embed has heard it.
 */
export async function idle(where: Page | FrameLocator): Promise<void> {
  const root = where.locator('html');
  const isCalm = () =>
    root.evaluate(
      async (element, [frames, limit]) => {
        const turn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const isBusy = () => !element.hasAttribute('data-idle') || document.fonts.status !== 'loaded';
        const until = performance.now() + limit;
        // A page behind another one has a frame a second: what is calm is looked at to its end.
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

/** Turns the wheel over what the mouse is over, and waits until `where` has met it: Playwright does not wait for that. */
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
