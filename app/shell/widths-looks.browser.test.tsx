import { afterAll, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PROBLEM_IDS } from '../../engine/catalog.ts';
import { runsAll, spread } from '../../scripts/tier.mjs';
import { App } from './App.tsx';
import { OPENING } from './looks.test.tsx';
import { find, findAll, idle, mountForSeveral, openFromMenu, text } from './mount.test.tsx';

/** Question rows: each problem, a preset's sentence, a warning, each lecture's longest scene. */
const ROWS: Readonly<Record<string, string>> = {
  opening: `problem=one-neuron&${OPENING}`,
  'unequal rules': 'problem=one-neuron&unlock=1&rrule=adam',
  'a file that is asked for': 'problem=one-neuron&features=csv&k=2',
  'two layers': 'problem=two-layer&n=20&neurons=4',
  'the relaxation of two layers': 'problem=two-layer&n=20&neurons=4&right=relaxed',
  'the lift': 'problem=lift',
  'lecture stuck': 'lecture=stuck&scene=3',
  'lecture always': 'lecture=always&scene=7',
  'lecture optimal': 'lecture=optimal&scene=3',
};

/** Rows of `npm test`: a map, a notice above it, most panels, longest scene. */
const FEW_ROWS = ['opening', 'a file that is asked for', 'the relaxation of two layers', 'lecture always'];

const SCREENS = [
  [320, 640],
  [360, 740],
  [768, 1024],
  [820, 1180],
  [1024, 768],
  [1180, 820],
  [1280, 720],
  [1440, 900],
] as const;

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  mounted = await mountForSeveral(<App />, '#v=1', { isApp: true });
});
afterAll(async () => {
  await mounted.leave();
  await page.viewport(1280, 720);
});

async function look(name: string, screens: readonly (readonly [number, number])[]): Promise<void> {
  for (const [width, height] of screens) {
    await page.viewport(width, height);
    await idle();
    expect(innerWidth).toBe(width);
    const sideways = document.documentElement.scrollWidth - innerWidth;
    expect.soft(sideways, `${name} at ${width} px: sideways`).toBeLessThanOrEqual(0);
    const { top } = find('.plate').getBoundingClientRect();
    if (width >= 768) expect.soft(top, `${name} at ${width} px: top`).toBeLessThanOrEqual(200);
  }
}

/** `npm test` takes one desk and one projector screen, by turns; the first row also in Chinese. */
for (const [at, [row, link]] of Object.entries(ROWS).entries()) {
  if (!runsAll && !FEW_ROWS.includes(row)) continue;
  test(`nothing scrolls sideways and the maps begin within 200 px, at the desk and on a projector, on every width: ${row}`, async () => {
    const root = document.documentElement;
    // Leave lectures; a file is requested over the opening scene.
    if (link.includes('csv') || mounted.session.store.getState().lecture) await mounted.open('#v=1');
    await mounted.open(`#v=1&${link}`);
    scrollTo(0, 0);
    for (const lang of runsAll || at === 0 ? (['en', 'zh'] as const) : (['en'] as const))
      for (const profile of ['desk', 'projector'] as const) {
        mounted.session.change({ lang, profile });
        await idle();
        await expect.poll(() => root.lang).toBe(lang === 'en' ? 'en' : 'zh-Hans');
        expect(root.dataset.theme === 'projector').toBe(profile === 'projector');
        const turn = at + (lang === 'en' ? 0 : 1) + (profile === 'desk' ? 0 : 2);
        const screens = runsAll ? SCREENS : [SCREENS[turn % SCREENS.length]!];
        await look(`${row}, ${lang}, ${profile}`, screens);
      }
  });
}

test('no opening cuts a title, or the line below it, at 1024 x 768', async () => {
  await page.viewport(1024, 768);
  await mounted.open('#v=1&lang=en&profile=desk');
  for (const problem of PROBLEM_IDS) {
    mounted.session.openProblem(problem);
    await idle();
    const cut = findAll('.panel-head h2, .about p').filter((one) => one.scrollWidth > one.clientWidth);
    expect(
      cut.map((one) => one.textContent),
      problem,
    ).toEqual([]);
  }
});

test('knob and chips of every problem share one line on tablets', async () => {
  await mounted.open('#v=1&lang=en&profile=desk');
  for (const width of [768, 820, 1024]) {
    await page.viewport(width, 1024);
    for (const problem of PROBLEM_IDS) {
      await mounted.open(`#v=1&problem=${problem}&lang=en`);
      await idle();
      const { height } = find('.asked').getBoundingClientRect();
      expect.soft(height, `${problem} at ${width} px`).toBeLessThanOrEqual(30);
    }
  }
});

test('scenes of "How do you know it is optimal?" fit a projector of 1280 x 720, both verdicts with them', async () => {
  await page.viewport(1280, 720);
  await mounted.open('#v=1&lang=en&profile=projector');
  for (const scene of runsAll ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [3, 9]) {
    // The chosen theme stays.
    await mounted.open(`#v=1&lecture=optimal&scene=${scene}`);
    expect(find('.scene-count').textContent).toBe(`${scene} of 9`);
    expect(document.documentElement.dataset.theme).toBe('projector');
    const { scrollWidth, scrollHeight } = document.documentElement;
    expect.soft([scrollWidth, scrollHeight], `scene ${scene}`).toEqual([1280, 720]);
  }
  await mounted.open('#v=1&profile=desk');
});

/** CSS pixels of a 1280-px screen at 400 % and 500 %. */
const MAGNIFIED = [
  [320, 256],
  [256, 205],
] as const;

for (const link of spread([OPENING, 'problem=two-layer&n=20&neurons=4', 'lecture=stuck&scene=2'], 2))
  test(`at 400 % and 500 % the bar takes at most a quarter of the height or scrolls away, and a drawer has the full width: ${link}`, async () => {
    await page.viewport(...MAGNIFIED[0]);
    await mounted.open('#v=1&lang=en');
    await mounted.open(`#v=1&${link}`);
    // Two layers have no layers.
    const drawers = link.includes('two-layer') ? ['Scenario', 'Explain'] : ['Scenario', 'Layers', 'Explain'];
    // `npm test` opens all drawers over the opening scene only.
    for (const name of [null, ...(link === OPENING ? drawers : spread(drawers, 2))]) {
      if (name) await openFromMenu(name);
      for (const [width, height] of MAGNIFIED) {
        await page.viewport(width, height);
        await idle();
        const where = `${name} at ${width} px`;
        if (name) {
          const drawer = find('.drawer');
          expect.soft(drawer.getBoundingClientRect().width, `${where}: its width`).toBe(width);
          const beyond = drawer.scrollWidth - drawer.clientWidth;
          expect.soft(beyond, `${where}: what sticks out`).toBeLessThanOrEqual(0);
        } else {
          scrollTo(0, 0);
          const bars = findAll('.playback, .presenter').map((bar) => bar.getBoundingClientRect());
          expect(bars.length).toBeGreaterThan(0);
          for (const { y, height: high } of bars)
            expect.soft(y >= height || high <= height / 4, `${where}: ${high} px at ${y}`).toBe(true);
        }
      }
      if (name) await userEvent.keyboard('{Escape}');
      await expect.poll(() => findAll('.drawer')).toEqual([]);
    }
  });

const beyond = (one: HTMLElement) => one.scrollWidth - one.clientWidth;

for (const link of spread(['&problem=two-layer', '', '&d=5', '&problem=lift', '&lang=zh'], 2))
  test(`no read-out runs into the next title: ${link || 'the first page'}`, async () => {
    await mounted.open(`#v=1&profile=projector&k=3${link}`);
    expect(text('step')).toBe('3');
    expect(text('loss-left')).toMatch(/\d/);
    for (const [width, height] of [
      [1152, 864],
      [1024, 768],
      [800, 600],
    ] as const) {
      const where = `at ${width}x${height}`;
      await page.viewport(width, height);
      await idle();
      const heads = findAll('.plates .panel-head');
      expect(heads.length).toBeGreaterThanOrEqual(3);
      const runsOver = heads.flatMap((head) => {
        const end = head.closest('.panel')!.getBoundingClientRect().right;
        const parts = [...head.children].map((part) => part.getBoundingClientRect());
        const over = parts.filter(({ right }) => right > end + 0.5).map(({ right }) => `${right} of ${end}`);
        const onto = parts
          .slice(1)
          .filter(({ left, top }, i) => top < parts[i]!.bottom && left < parts[i]!.right - 0.5)
          .map(({ left }) => `${left} on what stands before it`);
        return [...over, ...onto];
      });
      expect(runsOver, where).toEqual([]);
      // Numbers are never cut; shortened names keep some letters.
      for (const side of ['left', 'right']) {
        expect(beyond(find(`[data-testid="loss-${side}"]`)), where).toBe(0);
        // Two Chinese letters are narrower than 50 px in some fonts.
        const { clientWidth, scrollWidth } = find(`[data-testid="${side}"] :is(h2, h3)`);
        expect(clientWidth, where).toBeGreaterThanOrEqual(Math.min(50, scrollWidth));
      }
      const question = find('h2');
      expect(question.getBoundingClientRect().right).toBeLessThanOrEqual(width);
      expect(beyond(question), where).toBe(0);
    }
  });
