import { afterAll, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from './App.tsx';
import { OPENING } from './looks.test.tsx';
import { button, find, findAll, idle, mountForSeveral, text } from './mount.test.tsx';

/** Every kind of question row: each problem, a preset's sentence, a warning, the longest scene of each lecture. */
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

/** Looks at what is open on every screen, from one end of the list to the other. */
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

for (const [language, more] of [
  ['English', '&lang=en'],
  ['Chinese', '&lang=zh'],
] as const)
  for (const [row, link] of Object.entries(ROWS))
    test(`nothing scrolls sideways and the maps begin within 200 px, at the desk and on a projector, in ${language}, on every width: ${row}`, async () => {
      const root = document.documentElement;
      // What was open is left, a lecture too.
      await mounted.open(`#v=1${more}`);
      await mounted.open(`#v=1&${link}${more}`);
      await expect.poll(() => root.lang).toBe(language === 'English' ? 'en' : 'zh-Hans');
      expect(root.dataset.theme).not.toBe('projector');
      scrollTo(0, 0);
      await look(`${row} at the desk`, SCREENS);
      mounted.session.change({ profile: 'projector' });
      await idle();
      expect(root.dataset.theme).toBe('projector');
      await look(`${row} on a projector`, SCREENS.toReversed());
    });

test('every scene of "How do you know it is optimal?" fits a projector of 1280 x 720, both verdicts with it', async () => {
  await page.viewport(1280, 720);
  await mounted.open('#v=1&lang=en&profile=projector');
  for (let scene = 1; scene <= 9; scene++) {
    // What a person has chosen of the page stays.
    await mounted.open(`#v=1&lecture=optimal&scene=${scene}`);
    expect(find('.scene-count').textContent).toBe(`${scene} of 9`);
    expect(document.documentElement.dataset.theme).toBe('projector');
    const { scrollWidth, scrollHeight } = document.documentElement;
    expect.soft([scrollWidth, scrollHeight], `scene ${scene}`).toEqual([1280, 720]);
  }
  await mounted.open('#v=1&profile=desk');
});

for (const link of [OPENING, 'lecture=stuck&scene=2', 'problem=two-layer&n=20&neurons=4'])
  for (const [percent, width, height] of [
    [400, 320, 256],
    [500, 256, 205],
  ] as const)
    test(`at ${percent} % the bar takes at most a quarter of the height or scrolls away, and a drawer has the full width: ${link}`, async () => {
      await page.viewport(width, height);
      await mounted.open('#v=1&lang=en');
      await mounted.open(`#v=1&${link}`);
      scrollTo(0, 0);
      for (const bar of findAll('.playback, .presenter')) {
        const { y, height: high } = bar.getBoundingClientRect();
        expect.soft(y >= height || high <= height / 4, `${high} px at ${y}`).toBe(true);
      }
      for (const name of ['Scenario', 'Layers', 'Explain', 'Lectures']) {
        if (button(name).elements().length === 0) continue;
        await button(name).click();
        await idle();
        const drawer = find('.drawer');
        expect.soft(drawer.getBoundingClientRect().width, `${name}: its width`).toBe(width);
        const beyond = drawer.scrollWidth - drawer.clientWidth;
        expect.soft(beyond, `${name}: what sticks out`).toBeLessThanOrEqual(0);
        await userEvent.keyboard('{Escape}');
        await expect.poll(() => findAll('.drawer')).toEqual([]);
      }
    });

const beyond = (one: HTMLElement) => one.scrollWidth - one.clientWidth;

for (const link of ['', '&d=5', '&problem=two-layer', '&problem=lift', '&lang=zh'])
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
      // The number is whole; a name may end in dots, and there are letters before them.
      for (const side of ['left', 'right']) {
        expect(beyond(find(`[data-testid="loss-${side}"]`)), where).toBe(0);
        // Two Chinese letters are less than 50 px in some fonts, and whole.
        const { clientWidth, scrollWidth } = find(`[data-testid="${side}"] :is(h2, h3)`);
        expect(clientWidth, where).toBeGreaterThanOrEqual(Math.min(50, scrollWidth));
      }
      const question = find('h2');
      expect(question.getBoundingClientRect().right).toBeLessThanOrEqual(width);
      expect(beyond(question), where).toBe(0);
    }
  });
