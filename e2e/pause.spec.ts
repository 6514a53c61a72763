import { runsAll } from '../scripts/tier.mjs';
import { expect, test } from './test.ts';

const OPENING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&autostop=0&speed=1000';

/** At different moments between frames; in Node: app/session/run/pause.test.ts. */
const PAUSES = runsAll ? 4 : 2;

test('Pause keeps the step that was on the display, however fast steps come', async ({ explorer, page }) => {
  for (const link of runsAll ? [OPENING, `${OPENING}&crowd=50`] : [OPENING]) {
    await explorer.open(link);
    await explorer.idle();
    const pauses = await page.evaluate(async (most) => {
      const step = document.querySelector('[data-testid="step"]')!;
      const button = () => document.querySelector<HTMLButtonElement>('#play-button')!;
      const task = () => new Promise((resolve) => setTimeout(resolve));
      const frame = () => new Promise(requestAnimationFrame);
      const found: [seen: string, kept: string][] = [];
      for (let run = 0; run < most; run++) {
        const begun = Number(step.textContent);
        button().click();
        while (Number(step.textContent) < begun + 20) await task();
        for (let tasks = 0; tasks < run % 4; tasks++) await task();
        const seen = step.textContent!;
        button().click();
        for (let calm = 0; calm < 3; calm = document.documentElement.hasAttribute('data-idle') ? calm + 1 : 0)
          await frame();
        found.push([seen, step.textContent!]);
      }
      return found;
    }, PAUSES);
    expect(pauses).toHaveLength(PAUSES);
    for (const [seen, kept] of pauses) expect(kept).toBe(seen);
    expect(String((await explorer.digits('left')).k)).toBe(pauses.at(-1)![1]);
  }
});
