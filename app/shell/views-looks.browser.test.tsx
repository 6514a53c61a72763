import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { englishAmong, textsOf } from '../../e2e/in-page.ts';
import { runsAll } from '../../scripts/tier.mjs';
import { App } from './App.tsx';
import { OPENING, opened, testLooks } from './looks.test.tsx';
import { button, find, findAll, idle, mount, openFromMenu } from './mount.test.tsx';

const TWO_LAYERS = 'problem=two-layer&n=20&neurons=4&k=18';

const press = (keys: string) => userEvent.keyboard(keys);

/** Opens the list of lectures; leaves an editor left open. */
async function openLectures(): Promise<void> {
  await openFromMenu('Lectures');
  await expect.poll(() => findAll('.drawer button').length).toBeGreaterThan(1);
  await idle();
  if (button('All lectures').elements().length > 0) await button('All lectures').click();
  await expect.element(button('New lecture')).toBeVisible();
}

const SCENE = { title: 'One', scenario: `#v=1&problem=one-neuron&${OPENING}&k=10` };
const LECTURE = {
  format: 'twin-descent-lecture',
  v: 1,
  title: 'Given',
  scenes: [SCENE, { ...SCENE, title: 'Two', sentence: '{{nothing}}' }],
};

/** Opens the actions of lecture “Given”. */
async function openMenu(): Promise<void> {
  await openLectures();
  const [edit, more] = [button('Edit “Given”').first(), button('More for “Given”').first()];
  if (edit.elements().length === 0)
    await userEvent.upload(
      find('.drawer input[type=file]'),
      new File([JSON.stringify(LECTURE)], 'x.lecture.json', { type: 'application/json' }),
    );
  await more.click();
}

/** Drawers by name over each link. Tested before lectures are edited: own ones are not translated. */
const IN_CHINESE = {
  '': ['设定', '帮助', '你的数据', '讲座', '图层'],
  ...(runsAll && { '&problem=two-layer': ['设定'], '&features=gauss&n=6&seed=3': ['图层'] }),
  '&k=3': ['讲解'],
};

test('no English word is left in any drawer of a Chinese page', async () => {
  const { open } = await mount(<App />, '#v=1&lang=zh', { isApp: true });
  for (const [link, names] of Object.entries(IN_CHINESE)) {
    if (link !== '') await open(`#v=1&lang=zh${link}`);
    for (const name of names) {
      await openFromMenu(name);
      if (name === '讲座') await button('我的讲座，或新建一个…').click();
      await expect.element(page.getByRole('heading', { name, exact: true })).toBeVisible();
      await idle();
      await expect.poll(() => englishAmong(textsOf()), { message: name }).toEqual([]);
      await press('{Escape}');
      await expect.poll(() => findAll('.drawer, dialog[open]')).toEqual([]);
    }
  }
});

testLooks({
  'the scenario': {
    ...opened('Scenario', '.drawer .class-actions'),
    async open() {
      await openFromMenu('Scenario');
      await page.getByText('Classroom link', { exact: true }).click();
    },
  },
  'the scenario of two layers': {
    ...opened('Scenario', '.drawer .presets'),
    link: TWO_LAYERS,
    isRepeat: true,
  },
  'layers and stationary points': opened('Layers', '.drawer .stationary'),
  lectures: { ...opened('Lectures', '.lecture-item'), open: openLectures, isRepeat: true },
  'the menu of a lecture': { ...opened('Lectures', '.lecture-item'), open: openMenu },
  'the editor of a lecture': {
    ...opened('Lectures', '.scene-form'),
    async open() {
      await openMenu();
      await button('Edit “Given”').first().click();
      await button('Edit scene 2').click();
      await page.getByText('Computed numbers').click();
    },
  },
  'the editor of a new lecture': {
    ...opened('Lectures', '.scene-form'),
    isRepeat: true,
    async open() {
      await openLectures();
      await button('New lecture').click();
      await button('Edit scene 1').click();
    },
  },
  help: { ...opened('Help', 'dialog[open] .key-list'), isRepeat: true },
  'the help of a limited link': {
    ...opened('Help', 'dialog[open] .limits'),
    link: `${OPENING}&hide=speed&k=40`,
  },
  'the help of the lift': { ...opened('Help', 'dialog[open]'), link: 'problem=lift&k=21', isRepeat: true },
  'own data': {
    ...opened('Your data', 'dialog[open] .refused'),
    async open() {
      await openFromMenu('Your data');
      await page.getByRole('dialog').getByRole('textbox').fill('x,y\n1,2\n3\n4,b\n,5\n');
    },
  },
  'a curve as a table': opened('As a table: excess loss', 'dialog[open] [data-testid="curve-table"]'),
});

/** e2e/axe.spec.ts checks the built page. */
testLooks({
  'one weight': { link: 'd=1&n=12&k=12', seen: '.coordinates', isRepeat: true },
  'a slice of many weights': { link: 'd=5&n=30&k=13', seen: '[data-testid=coordinates]' },
  'infinitely many samples': { link: 'n=inf&k=14', seen: '.surface', isRepeat: true },
  basins: { link: `${OPENING}&ground=basins&k=15`, seen: '.surface', isRepeat: true },
  pull: { link: `${OPENING}&ground=pull&rays=1&arrows=1&k=16`, seen: '.surface' },
  'a run that diverges': { link: 'c=6&k=200', seen: '.verdict button' },
  'in space': { link: `${OPENING}&solid=1&k=17`, seen: '.solid' },
  'limited by a link': {
    link: `${OPENING}&hide=speed,undo,c&lock=play,layers,scrub,place&k=22`,
    seen: '.playback button:disabled',
  },
  'not taken as it came': { link: `${OPENING}&n=1.5&c=x&zz=1&k=5`, seen: '.notices' },
  'two layers': { link: 'problem=two-layer&n=20&neurons=4&k=18', seen: '.networks' },
  'two layers on a line': {
    link: 'problem=two-layer&features=line&n=12&neurons=4&k=19',
    seen: '.networks',
    isRepeat: true,
  },
  'two layers, more inputs': {
    link: 'problem=two-layer&d=4&n=20&neurons=4&k=20',
    seen: '.networks',
    isRepeat: true,
  },
  'the lift': { link: 'problem=lift&k=21', seen: '.surface', isRepeat: true },
  'a scene with its bar': { link: 'lecture=stuck&scene=1', seen: '.presenter' },
  'speaker notes': {
    link: 'lecture=stuck&scene=1',
    open: () => button('Speaker notes').click(),
    seen: '.drawer.notes',
    over: '.drawer',
  },
  'a black screen': {
    link: `${OPENING}&k=40`,
    isRepeat: true,
    open: () => userEvent.keyboard('b'),
    seen: '.blank',
    over: '.blank',
  },
});
