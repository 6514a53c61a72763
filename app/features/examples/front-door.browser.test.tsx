import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CATALOG, PROBLEM_IDS } from '../../../engine/catalog.ts';
import { formatLink, openingScenario } from '../../../engine/scenario/scenario.ts';
import { Header } from '../../shell/Header.tsx';
import { button, find, findAll, focusByKeys, idle, mountForSeveral } from '../../shell/mount.test.tsx';
import '../../shell/words.en.ts';
import { PlaybackBar } from '../../ui/PlaybackBar.tsx';

const press = (keys: string) => userEvent.keyboard(keys);
const none = () => undefined;
const acts = { drawer: null, onDrawer: none, onOwnData: none, onHelp: none, onShare: none };

/** Returns the first words of the control that has the focus. */
const focused = () => document.activeElement?.querySelector('b')?.textContent;

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  mounted = await mountForSeveral(
    <>
      <Header {...acts} />
      <PlaybackBar />
    </>,
    '#v=1',
    {},
  );
});
afterAll(() => mounted.leave());
beforeEach(() => mounted.open('#v=1'));

/** Opens the list by keys. */
async function openList(): Promise<void> {
  focusByKeys(find('#examples-button'));
  await press('{Enter}');
  await expect.poll(() => findAll('.examples [aria-current]').length).toBeGreaterThan(0);
  await idle();
}

test('by keyboard each tile loads its problem’s opening, and Play has the focus', async () => {
  const names = new Set();
  for (const [at, problem] of PROBLEM_IDS.entries()) {
    await openList();
    await press(`{Home}${'{ArrowDown}'.repeat(at)}`);
    names.add(focused());
    await press('{Enter}');
    expect(mounted.link()).toBe(formatLink(openingScenario(problem)));
    await expect.poll(() => findAll('.examples').length).toBe(0);
    expect(document.activeElement?.id).toBe('play-button');
    await idle();
  }
  expect(names.size).toBe(PROBLEM_IDS.length);
});

test('the list opens at the open example, and shows the examples of its problem', async () => {
  await mounted.open(
    '#v=1&problem=shuffle&lambda=0.2&ramp=200&start=0.3333333333333333,0.3333333333333333,0.3333333333333333',
  );
  await openList();
  expect(document.activeElement?.getAttribute('aria-current')).toBe('true');
  expect(focused()).toBe('A slow ramp');
  expect(find('.examples').textContent).toContain('Examples: permutations');
  const rect = document.activeElement!.getBoundingClientRect();
  expect(rect.bottom).toBeLessThanOrEqual(innerHeight);
  // A changed one is at its problem's tile.
  await press('{Escape}');
  expect(document.activeElement?.id).toBe('examples-button');
  mounted.session.change({ lambda: 0.11 });
  await openList();
  expect(focused()).toBe('permutations');
  await press('{Escape}');
});

test('Home, End, arrows and first letters move in the list, and unfold what they find', async () => {
  await openList();
  await press('{End}');
  expect(document.activeElement?.textContent).toBe('Examples: a learned step');
  await press('{ArrowDown}');
  expect(focused()).toBe('one neuron');
  await press('{ArrowUp}{ArrowUp}');
  expect(document.activeElement?.textContent).toBe('Examples: permutations');
  await press('{Home}p');
  expect(focused()).toBe('permutations');
  await press('{Home}m');
  expect(focused()).toBe('many outputs');
  await press('m');
  expect(focused()).toBe('many clients');
  await press('{Home}');
  for (const key of 'sharp') dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  expect(focused()).toBe('Sharper slices');
  expect(document.activeElement?.checkVisibility()).toBe(true);
  await press('{Enter}');
  expect(mounted.link()).toContain('problem=vector-output');
  await idle();
});

test('behind the open list no key acts on the page, however it was opened', async () => {
  const { session } = mounted;
  await mounted.seek(7);
  const before = mounted.link();
  for (const isByMouse of [false, true]) {
    if (isByMouse) await button('Examples').click();
    else await openList();
    await idle();
    await press('nrgt+.{ArrowRight}{End}{Home}');
    await idle();
    expect(mounted.link()).toBe(before);
    expect(session.store.getState()).toMatchObject({ k: 7, tone: false, playing: false });
    await press('{Escape}');
    await idle();
  }
  await press('n');
  expect(mounted.link()).not.toBe(before);
  await idle();
});

test('a link that locks the choice of problem has no tiles; one that hides Play returns the focus to the list’s button', async () => {
  await mounted.open('#v=1&lock=problem&hide=play');
  focusByKeys(find('#examples-button'));
  await press('{Enter}');
  await expect.poll(() => findAll('.examples li').length).toBe(CATALOG['one-neuron'].presets.length);
  expect(findAll('.tiles, .examples details')).toHaveLength(0);
  await press('{ArrowDown}{Enter}');
  expect(document.activeElement?.id).toBe('examples-button');
  await idle();
});
