import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CATALOG, PROBLEM_IDS } from '../../engine/catalog.ts';
import { presetScenario } from '../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../engine/scenario/scenario.ts';
import { runsAll, spread } from '../../scripts/tier.mjs';
import { findAll, idle, mountForSeveral } from '../shell/mount.test.tsx';
import { ProblemPage } from './kit/Page.tsx';

/** Two presets each, because levels differ in their panels; `npm test` runs four. */
const LINKS = PROBLEM_IDS.flatMap((id) => {
  const presets = CATALOG[id].presets.map((preset) => preset.id);
  return spread(presets, 2).map((preset) => [id, preset] as const);
});

const SCREENS = [
  [1280, 720],
  [1024, 768],
] as const;

/** Words longer than any room for them. */
const LONG = 'So many words were read that they take several lines below this picture. '.repeat(4);

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  const main = (
    <main>
      <ProblemPage />
    </main>
  );
  mounted = await mountForSeveral(main, '#v=1', {});
});
afterAll(async () => {
  await mounted.leave();
  await page.viewport(1280, 720);
});

const canvases = (side: 'left' | 'right') =>
  findAll<HTMLCanvasElement>(`.panel[data-testid="${side}"] .plate canvas`);

const sizes = (side: 'left' | 'right') =>
  canvases(side).map(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);

const kinds = (side: 'left' | 'right') => canvases(side).map((canvas) => canvas.closest('.plate')!.className);

/** The image, of which this was false, is always tested. */
test.each([...spread(LINKS, 4), ['denoiser', 'img-opening'] as const])(
  '%s, %s: what is compared has one size, whatever is said below it',
  async (id, preset) => {
    await mounted.open(formatLink(presetScenario(id, preset)));
    // `npm test` uses one screen for each problem, in turn.
    const at = PROBLEM_IDS.indexOf(id) % SCREENS.length;
    for (const [width, height] of runsAll ? SCREENS : [SCREENS[at]!]) {
      await page.viewport(width, height);
      await idle();
      const before = [sizes('left'), sizes('right')];
      expect(before[0]!.length, `${width} x ${height}`).toBeGreaterThan(0);
      // Sides drawn as different kinds are not compared.
      if (kinds('left').join() !== kinds('right').join()) continue;
      expect(before[1], `${width} x ${height}`).toEqual(before[0]);
      for (const side of ['left', 'right'] as const)
        for (const words of findAll(`.panel[data-testid="${side}"] .probe`)) {
          const own = words.textContent;
          words.textContent = LONG;
          expect([sizes('left'), sizes('right')], `${side}, ${width} x ${height}`).toEqual(before);
          words.textContent = own;
        }
    }
  },
);
