import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { CATALOG, PROBLEM_IDS } from '../../engine/catalog.ts';
import { runsAll, spread } from '../../scripts/tier.mjs';
import { presetOf } from '../session/scenario/preset-of.ts';
import { App } from './App.tsx';
import { OPENING, PHONE, ROOM } from './looks.test.tsx';
import { button, find, findAll, idle, mountForSeveral, openFromMenu, text } from './mount.test.tsx';

const NEURON = `#v=1&problem=one-neuron&${OPENING}&k=40`;

/** Each problem and kind of notice. */
const LINKS = {
  'one neuron': NEURON,
  'two layers': '#v=1&problem=two-layer&k=18',
  'the lift': '#v=1&problem=lift&start=1.5,0.25&k=20',
};

const SIDES = ['left', 'right'] as const;
const boxOf = (selector: string) => find(selector).getBoundingClientRect();
const plate = (side: string) => boxOf(`[data-testid=${side}] .plate`);

afterAll(() => Promise.all([page.viewport(ROOM.width, ROOM.height), commands.reduceMotion(false)]));

interface Size {
  readonly width: number;
  readonly height: number;
}

async function resize({ width, height }: Size): Promise<void> {
  await page.viewport(width, height);
  await idle();
}

async function openForSeveral(link: string, { width, height }: Size) {
  await page.viewport(width, height);
  await commands.reduceMotion(true);
  return mountForSeveral(<App />, link, { isApp: true });
}

async function open(link: string, size: Size) {
  const mounted = await openForSeveral(link, size);
  onTestFinished(mounted.leave);
  return mounted;
}

/** Returns the selectors cut off by the playback bar. */
function cutBy(height: number, selectors: readonly string[]): string[] {
  const bar = boxOf('.playback').top;
  return selectors.filter((selector) => {
    const { top, bottom } = boxOf(selector);
    return top < 0 || bottom > (selector.startsWith('.playback') ? height : bar) + 0.5;
  });
}

const FIRST = ['.question', ...SIDES.flatMap((side) => [`[data-testid=${side}] .plate`, `.verdict.${side}`])];

for (const [name, link] of Object.entries(LINKS))
  for (const lang of runsAll || name === 'two layers' ? ['en', 'zh'] : ['en'])
    describe(`${name} in ${lang}`, () => {
      let leave: () => Promise<void>;
      beforeAll(async () => {
        ({ leave } = await openForSeveral(`${link}&lang=${lang}`, PHONE));
      });
      afterAll(() => leave());

      test('a phone shows the question, two equal squares, both verdicts and Play without scrolling', async () => {
        await resize(PHONE);
        const [left, right] = SIDES.map(plate);
        expect([left!.width, left!.height]).toEqual([right!.width, right!.height]);
        expect(left!.width).toBeGreaterThanOrEqual(160);
        expect(left!.width).toBeCloseTo(left!.height, 0);
        expect(left!.top).toBe(right!.top);
        expect(left!.right).toBeLessThanOrEqual(right!.left);
        expect(cutBy(PHONE.height, [...FIRST, '.playback .play'])).toEqual([]);
        expect(boxOf('.playback').height).toBe(56);
        expect(document.documentElement.scrollWidth).toBe(PHONE.width);
      });

      test('on its side it shows both maps, both verdicts and Play', async () => {
        await resize({ width: 740, height: 360 });
        expect(cutBy(360, [...FIRST, '.playback .play'])).toEqual([]);
        expect(Math.min(...SIDES.map((side) => plate(side).width))).toBeGreaterThanOrEqual(180);
        expect(document.documentElement.scrollWidth).toBe(740);
      });
    });

for (const link of runsAll ? [NEURON, LINKS['the lift']] : [NEURON])
  test(`on its side it shows the count of many starts and the verdict below it: ${link}`, async () => {
    await open(`${link}&crowd=200`, { width: 740, height: 360 });
    expect(text('crowd-left')).toMatch(/of 200 reached/);
    expect(cutBy(360, [...FIRST, '.crowd-count.left', '.crowd-count.right'])).toEqual([]);
    for (const one of findAll('.crowd-count')) {
      expect(one.scrollHeight).toBeLessThanOrEqual(one.clientHeight);
      expect(one.scrollWidth).toBeLessThanOrEqual(one.clientWidth);
    }
  });

test('a narrow stage shows the whole of the words below the colours of the pull', async () => {
  const { session, open: openLink } = await open('#v=1', { width: 1024, height: 768 });
  await openLink('#v=1&lecture=stuck&scene=4');
  session.present(true);
  await idle();
  expect(boxOf('[data-testid=pull-range]').bottom).toBeLessThanOrEqual(boxOf('.legend.pull').bottom + 0.5);
  expect(boxOf('.legend.pull').bottom).toBeLessThanOrEqual(boxOf('.playback').top);
});

test('a lecture that is chosen from the menu closes the drawer and is shown from its top', async () => {
  const { session } = await open(NEURON, PHONE);
  await openFromMenu('Layers');
  await expect.poll(() => findAll('.drawer').length).toBe(1);
  scrollTo(0, 300);
  await button('Menu').click();
  await button('Lectures').click();
  await page.getByRole('link', { name: /^Why gradient descent gets stuck/ }).click();
  await expect.poll(() => session.store.getState().lecture).not.toBeNull();
  await idle();
  expect(findAll('.drawer')).toEqual([]);
  expect(scrollY).toBe(0);
});

test('a scene of a lecture has its verdicts below the maps, and both are on the first screen', async () => {
  await open('#v=1&lecture=stuck&scene=2', PHONE);
  for (const side of SIDES)
    expect(boxOf(`.verdict.${side}`).top).toBeGreaterThanOrEqual(plate(side).bottom - 0.5);
  expect(cutBy(PHONE.height, FIRST)).toEqual([]);
});

test('a phone shows the data of one neuron on the first screen, too, and what it has no room for in two menus', async () => {
  await open(NEURON, PHONE);
  expect(cutBy(PHONE.height, ['[data-testid=data]'])).toEqual([]);
  const shown = () => findAll('.page button').filter((one) => one.checkVisibility());
  const names = () => shown().map((one) => one.getAttribute('aria-label') ?? one.title);
  expect(findAll('.header button').filter((one) => one.checkVisibility())).toHaveLength(2);
  await button('More controls').click();
  expect(names()).toEqual(expect.arrayContaining(['Restart', '200 starts', 'New seed']));
  await userEvent.keyboard('{Escape}');
  await button('Menu').click();
  await expect.element(button('Explain')).toBeVisible();
  const all = ['Lectures', 'Explain', 'Share', 'Layers', 'How often?', 'Your data', 'Help'];
  expect(names()).toEqual(expect.arrayContaining(all));
});

test('on a phone two taps lead to a problem’s opening, on tiles as large as a thumb', async () => {
  const { session } = await open(NEURON, PHONE);
  await button('Examples').click();
  await expect.poll(() => findAll('.tiles button').length).toBe(PROBLEM_IDS.length);
  expect(document.documentElement.scrollWidth).toBe(PHONE.width);
  for (const tile of findAll('.tiles button')) {
    expect(tile.offsetHeight).toBeGreaterThanOrEqual(44);
    expect(tile.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
  }
  await page.getByRole('button', { name: /^permutations/ }).click();
  expect(presetOf(session.store.getState().scenario)).toBe(CATALOG.shuffle.opening);
  await idle();
});

test('a tap enlarges a small map; on the large one it sets the start, and its button shows both again', async () => {
  const { session } = await open(NEURON, PHONE);
  const start = () => session.store.getState().scenario.values.start;
  const before = start();
  const surface = page.getByTestId('left').getByRole('application');
  await surface.click();
  await idle();
  expect(start()).toEqual(before);
  expect(plate('left').width).toBe(PHONE.width - 20);
  expect(plate('left').width).toBeCloseTo(plate('left').height, 0);
  expect(document.documentElement.scrollWidth).toBe(PHONE.width);
  expect(boxOf('#title-left').bottom).toBeLessThanOrEqual(plate('left').top);
  // Criterion and loss were hidden on the small map.
  await expect.element(page.getByTestId('loss-left')).toBeVisible();
  await surface.click({ position: { x: 60, y: 60 } });
  await expect.poll(start).not.toEqual(before);
  await idle();
  // Tapping the small map swaps them.
  const chosen = start();
  await page.getByTestId('right').getByRole('application').click();
  await idle();
  expect(plate('right').width).toBe(PHONE.width - 20);
  expect(plate('left').width).toBeLessThan(170);
  expect(start()).toEqual(chosen);
  await button('Both sides again: Convex relaxation').click();
  await idle();
  expect(plate('right').width).toBe(plate('left').width);
  expect(start()).toEqual(chosen);
});

test('beside the other side’s small picture nothing of two layers sticks out, 320 px wide', async () => {
  await open(LINKS['two layers'], { width: 320, height: 640 });
  await expect.element(button('Try 200 random starts')).toBeVisible();
  await button('Enlarge: Exact convex program').click();
  await idle();
  expect(plate('right').width).toBe(300);
  expect(document.documentElement.scrollWidth).toBe(320);
});

test('the start drags on a small map, which stays small', async () => {
  const { session } = await open(NEURON, PHONE);
  const start = () => session.store.getState().scenario.values.start;
  const before = start();
  const handle = find('[data-testid=start-left]');
  const { left, top } = handle.getBoundingClientRect();
  const at = (type: string, dx: number, target: EventTarget = handle) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        isPrimary: true,
        button: 0,
        clientX: left + 22 + dx,
        clientY: top + 22,
      }),
    );
  handle.setPointerCapture = () => undefined;
  handle.hasPointerCapture = () => true;
  at('pointerdown', 0);
  at('pointermove', 30);
  at('pointerup', 30);
  handle.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: left + 52, clientY: top + 22 }));
  await idle();
  expect(start()).not.toEqual(before);
  expect(plate('left').width).toBeLessThan(170);
});

describe('beside a drawer', () => {
  let mounted: Awaited<ReturnType<typeof openForSeveral>>;
  beforeAll(async () => {
    mounted = await openForSeveral(NEURON, ROOM);
  });
  afterAll(() => mounted.leave());

  /** Returns the maps' width without and with the drawer. */
  async function besides(size: Size, name: string) {
    await resize(size);
    const before = plate('left').width;
    await openFromMenu(name);
    await expect.poll(() => findAll('.drawer').length).toBe(1);
    await idle();
    const drawer = boxOf('.drawer');
    for (const side of SIDES) {
      const { right, bottom } = plate(side);
      expect(right <= drawer.left || bottom <= drawer.top, `${side} lies under the drawer`).toBe(true);
    }
    expect(document.documentElement.scrollWidth).toBe(size.width);
    return { before, after: plate('left').width };
  }

  for (const [width, height, name, least] of spread(
    [
      [1280, 720, 'Explain', 376],
      [1280, 720, 'How often?', 340],
      [1440, 900, 'Explain', 440],
      [1600, 900, 'Layers', 500],
      [1920, 1080, 'Explain', 600],
      [1920, 1080, 'How often?', 600],
      [2560, 1440, 'How often?', 760],
      [768, 1024, 'Explain', 350],
      [820, 1180, 'Scenario', 370],
      [1024, 768, 'Layers', 290],
    ] as const,
    3,
  ))
    test(`at ${width} x ${height} maps are squares of ${least} px and more beside ${name}, and lie under nothing`, async () => {
      const { before, after } = await besides({ width, height }, name);
      expect(after).toBeGreaterThanOrEqual(least);
      expect(after).toBeLessThanOrEqual(before);
      // Maps keep their size if there is room.
      if (least !== 340 && width !== 1024) expect(after).toBe(before);
      for (const side of SIDES) expect(plate(side).width).toBeCloseTo(plate(side).height, 0);
      for (const profile of ['projector', 'desk'] as const) {
        mounted.session.change({ profile });
        await idle();
        const first = findAll('.plates > .panel, .curves > *').map((one) => one.getBoundingClientRect());
        const narrowest = Math.min(
          ...first.filter(({ top }) => top < boxOf('.playback').top).map((box) => box.width),
        );
        expect(narrowest, `the narrowest panel, ${profile}`).toBeGreaterThanOrEqual(240);
      }
      await userEvent.keyboard('{Escape}');
      await expect.poll(() => findAll('.drawer')).toEqual([]);
    });
});
