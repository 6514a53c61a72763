import '../../shell/words.en.ts';
import type { ReactNode } from 'react';
import { beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { scenarioParams } from '../../../engine/catalog.ts';
import { GAME } from '../../../engine/fixtures/game/card.ts';
import { problem as game } from '../../../engine/fixtures/game/problem.ts';
import type { ParamSpecs, Values } from '../../../engine/params.ts';
import { isAsking } from '../../session/guessing.ts';
import type { AppState } from '../../session/store.ts';
import { defineViews, type MainKnob, type Panel } from '../../session/view.ts';
import { find, findAll, idle, mount } from '../../shell/mount.test.tsx';
import { Question } from '../../shell/Question.tsx';
import { ParamControl } from '../../ui/fields/ParamControl.tsx';
import { nameCards } from '../card-words.ts';
import { ProblemPage } from './Page.tsx';
import { PLAIN_VIEW } from './plain-view.ts';

/** A knob that may be 0 and is logarithmic above it, and a second one for whole numbers. */
vi.mock('../../../engine/problems/cards.ts', async (original) => {
  const { GAME } = await import('../../../engine/fixtures/game/card.ts');
  const { shaping } = await import('../../../engine/params.ts');
  const params: ParamSpecs = {
    ...GAME.params,
    evening: { ...GAME.params.evening, min: 0, slider: 'log' },
    rounds: { kind: 'integer', default: 0, min: 0, max: 100_000, ...shaping('descent') },
  };
  return { ...(await original<object>()), GAME: { ...GAME, params } };
});
vi.mock('../../../engine/problems/index.ts', async (original) => {
  const { loadProblem } = await original<typeof import('../../../engine/problems/index.ts')>();
  return {
    loadProblem: async (...asked: Parameters<typeof loadProblem>) =>
      (asked[0] as string) === 'game' ? game : loadProblem(...asked),
  };
});

const Nothing = () => null;
const panel = (side: 'left' | 'right'): Panel => ({
  name: side,
  side,
  title: () => side,
  Body: Nothing,
});
const LEFT = panel('left');
const RIGHT = panel('right');
const MORE: Panel = { name: 'more', side: null, title: () => 'What costs what', Body: Nothing };
const MAIN: MainKnob = {
  key: 'evening',
  side: 'right',
  low: 0,
  high: 1,
  decadesFrom: 0.01,
  words: ['knob.small', 'knob.large'],
  short: 'unit.c',
  marks: () => ({ 'half at 0.5': 0.5, 'off the way': 3 }),
};
const BESIDE: MainKnob = {
  key: 'rounds',
  side: 'both',
  low: 0,
  high: 2000,
  decadesFrom: 10,
  isWhole: true,
  words: ['knob.narrow', 'knob.wide'],
  short: 'unit.speed',
};

beforeAll(() =>
  defineViews(
    {
      game: {
        ...PLAIN_VIEW,
        panels: () => [LEFT, RIGHT, MORE],
        second: () => [MORE.name],
        foretells: true,
        knob: () => MAIN,
        knobBeside: ({ scenario }: Pick<AppState, 'scenario'>) =>
          Number((scenario.values as Values).evening) > 0 ? BESIDE : null,
      },
    } as never,
    PLAIN_VIEW,
    async () => nameCards({ GAME }),
  ),
);

const open = (link: string, more: ReactNode = null) =>
  mount(
    <main>
      <Question />
      <ProblemPage />
      {more}
    </main>,
    `#v=1&problem=game${link}`,
  );
const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const MAIN_NAME = 'From small penalty to large penalty';
const BESIDE_NAME = 'From one neuron to 40 neurons';

test('by decades from 0: the left end is 0, a key leads to the next number, and a second knob stands beside it', async () => {
  const { session, link } = await open('&evening=0.1');
  const values = () => session.store.getState().scenario.values as Values;
  const main = slider(MAIN_NAME);
  expect(main.element()).toHaveProperty('value', '51');
  main.element().focus();
  await userEvent.keyboard('{Home}{ArrowRight}');
  await idle();
  expect(values().evening).toBe(0.01);
  await userEvent.keyboard('{ArrowLeft}');
  await idle();
  expect([values().evening, main.element().getAttribute('aria-valuetext')]).toEqual([0, '0']);
  // A knob without effect is not offered.
  expect(slider(BESIDE_NAME).elements()).toHaveLength(0);
  await userEvent.keyboard('{End}');
  await idle();
  expect(values().evening).toBe(1);
  slider(BESIDE_NAME).element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await idle();
  expect([values().rounds, values().evening]).toEqual([12, 1]);
  await userEvent.keyboard('{End}');
  await idle();
  expect(link()).toContain('rounds=2000');
  // Only one knob sweeps, and a gesture is one undo.
  expect(findAll('.knob button')).toHaveLength(1);
  session.undo();
  await idle();
  expect(values().rounds).toBe(0);
});

test('a log slider of the drawer whose least is 0 has it at its left end, with decades above', async () => {
  const spec = scenarioParams('game' as never).evening!;
  const { session } = await open('&evening=0.1', <ParamControl name="evening" spec={spec} />);
  const value = () => (session.store.getState().scenario.values as Values).evening;
  find<HTMLInputElement>('.control input[type="range"]').focus();
  await userEvent.keyboard('{Home}');
  await idle();
  expect(value()).toBe(0);
  await userEvent.keyboard('{ArrowRight}');
  await idle();
  expect(value()).toBe(0.01);
  await userEvent.keyboard('{End}');
  await idle();
  expect(value()).toBe(1);
});

test('a marked number is a tick on both sliders of its key, whose words are read with them and shown while one is used', async () => {
  const spec = scenarioParams('game' as never).evening!;
  await open('&evening=0.1', <ParamControl name="evening" spec={spec} />);
  const [main, drawer] = findAll('.marked');
  for (const [one, notches] of [
    [main!, 100],
    [drawer!, 400],
  ] as const) {
    const input = one.querySelector('input')!;
    const words = one.querySelector('small')!;
    expect(input.getAttribute('aria-describedby')).toBe(words.id);
    expect(words.textContent).toBe(one === main ? 'half at 0.5 · Changes the right side' : 'half at 0.5');
    // The tick is at the thumb's position for that number.
    const [tick, ...others] = one.querySelectorAll('i');
    expect(others).toEqual([]);
    const { left, width } = input.getBoundingClientRect();
    const share = (1 + ((notches - 1) * Math.log(0.5 / 0.01)) / Math.log(100)) / notches;
    const box = tick!.getBoundingClientRect();
    expect(Math.abs(box.left + box.width / 2 - (left + 8 + share * (width - 16)))).toBeLessThan(1);
  }
  expect(main!.closest('.knob')!.querySelector('strong')!.textContent).toBe('right:');
  const shown = () => getComputedStyle(main!.querySelector('small')!).opacity;
  expect(shown()).toBe('0');
  main!.querySelector('input')!.focus();
  expect(shown()).toBe('1');
  // No other number is marked.
  const beside = slider(BESIDE_NAME);
  expect(beside.element().getAttribute('aria-describedby')).toBeNull();
  await expect.element(beside).toHaveAccessibleDescription('Changes both sides');
});

test('the button turns the main knob from 0 to its end and is released, which is one undo; a second press stops it', async () => {
  const { session } = await open('&evening=0.1');
  const evening = () => (session.store.getState().scenario.values as Values).evening;
  const sweep = page.getByRole('button', { name: 'Sweep from small penalty to large penalty' });
  // The word says that it is the knob's, not another Play.
  expect([sweep.element().textContent, sweep.element().querySelector('.lucide-play')]).toEqual([
    'Sweep',
    null,
  ]);
  const passed = new Set<unknown>();
  const unsubscribe = session.store.subscribe(evening, (value) => passed.add(value));
  await sweep.click();
  await expect.poll(() => sweep.element().getAttribute('aria-pressed')).toBe('false');
  unsubscribe();
  expect(evening()).toBe(1);
  expect(passed.has(0)).toBe(true);
  expect([...passed].some((value) => Number(value) > 0 && Number(value) < 0.1)).toBe(true);
  session.undo();
  await idle();
  expect(evening()).toBe(0.1);
  await sweep.click();
  await expect.poll(evening).not.toBe(0.1);
  await sweep.click();
  await expect.element(sweep).toHaveAttribute('aria-pressed', 'false');
  await idle();
  expect(evening()).toBeLessThan(1);
});

test('a button shows the other pictures, which it names, another the forecast; the link carries both', async () => {
  const { session, link } = await open('');
  const isThere = () => document.querySelector('[data-testid="more"]') !== null;
  const more = page.getByRole('button', { name: 'More pictures' });
  expect([isThere(), more.element().getAttribute('aria-pressed')]).toEqual([false, 'false']);
  expect(more.element().getAttribute('aria-description')).toBe('What costs what');
  expect(isAsking(session.store.getState())).toBe(true);
  await more.click();
  await page.getByRole('button', { name: 'What does the theory say?' }).click();
  expect([isThere(), isAsking(session.store.getState())]).toEqual([true, false]);
  expect(link()).toMatch(/forecast=1.*pictures=all/);
  await more.click();
  expect(isThere()).toBe(false);
});

test('two pictures alone stand beside what is below them, on a wide screen only', async () => {
  await open('');
  await page.viewport(1280, 720);
  const boxes = () => ['.plates.pair', '.plates + .curves'].map((name) => find(name).getBoundingClientRect());
  const [pair, curves] = boxes();
  expect(curves!.left).toBeGreaterThanOrEqual(pair!.right);
  await page.viewport(768, 1024);
  const [above, below] = boxes();
  expect(below!.top).toBeGreaterThanOrEqual(above!.bottom);
  await page.viewport(1280, 720);
});
