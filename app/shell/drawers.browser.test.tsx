import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { englishAmong, textsOf } from '../../e2e/in-page.ts';
import { App } from './App.tsx';
import { expectAccessible, OPENING, type Opened, opened, PHONE, ROOM, testLooks } from './looks.test.tsx';
import { button, find, findAll, idle, mount, text } from './mount.test.tsx';

const TWO_LAYERS = 'problem=two-layer&n=20&neurons=4&k=18';

const AUDITED = 'problem=one-neuron&n=8&seed=3&runs=300&limit=500&audit=1&startlaw=unit';
const DIAGRAM = 'problem=one-neuron&runs=20&limit=300&xkey=ratio&xat=1,2,3&ykey=d&yat=2,4';

const press = (keys: string) => userEvent.keyboard(keys);
const tab = (place: number) => page.getByRole('tab').nth(place);

/** The explanation's tabs, by their place: names change with the language. */
const explained = (seen: string, more: () => Promise<void>): Opened => ({
  ...opened('Explain', seen, 3),
  async open() {
    await button('Explain').click();
    await more();
  },
});

/** The runs of a link, by the tab at a place; the browser may have kept them. */
const counted = (link: string, seen: string, place: number): Opened => ({
  link,
  async open() {
    await button('How often?').click();
    await tab(place).click();
    await idle();
    if (findAll(seen).length === 0) await page.getByTestId('ensemble-run').click();
    // All of them, with the time that they took, or as they were kept.
    await expect
      .element(page.getByTestId('ensemble-progress'))
      .toHaveTextContent(/runs in|^(\d+) of \1 runs/);
  },
  seen,
  over: '.drawer',
});

/** The list of lectures; what the test before has edited stays open in the browser. */
async function openLectures(): Promise<void> {
  await button('Lectures').click();
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

/** The list with that lecture in it, and the menu of what can be done with it. */
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

testLooks({
  'the scenario': {
    ...opened('Scenario', '.drawer .class-actions'),
    async open() {
      await button('Scenario').click();
      await page.getByText('Classroom link', { exact: true }).click();
    },
  },
  'the scenario of two layers': { ...opened('Scenario', '.drawer .presets'), link: TWO_LAYERS },
  'layers and stationary points': opened('Layers', '.drawer .stationary'),
  lectures: { ...opened('Lectures', '.lecture-item'), open: openLectures },
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
    async open() {
      await openLectures();
      await button('New lecture').click();
      await button('Edit scene 1').click();
    },
  },
  ensembles: opened('How often?', '.drawer.ensemble [role="tab"]'),
  'a phase diagram': counted(
    `${OPENING}&runs=10&limit=50&xkey=c&xat=0.5,1&k=40`,
    '[data-testid="diagram"]',
    1,
  ),
  // While samples are active on both sides.
  'the mathematics': opened('Explain', '.drawer .katex', 3),
  'this step': explained('.drawer table', () => tab(1).click()),
  'the walk': explained('[data-testid="walk"]', async () => {
    await tab(1).click();
    await button('Walk one update').click();
  }),
  sources: explained('.drawer [role="tab"][aria-selected="true"]', () => tab(2).click()),
  'the explanation of two layers': { ...opened('Explain', '.drawer .katex'), link: TWO_LAYERS },
  help: opened('Help', 'dialog[open] .key-list'),
  'the help of a limited link': {
    ...opened('Help', 'dialog[open] .limits'),
    link: `${OPENING}&hide=speed&k=40`,
  },
  'the help of the lift': { ...opened('Help', 'dialog[open]'), link: 'problem=lift&k=21' },
  'own data': {
    ...opened('Your data', 'dialog[open] .refused'),
    async open() {
      await button('Your data').click();
      await page.getByRole('dialog').getByRole('textbox').fill('x,y\n1,2\n3\n4,b\n,5\n');
    },
  },
  'a curve as a table': opened('As a table: excess loss', 'dialog[open] [data-testid="curve-table"]'),
});

for (const [look, size] of [
  ['light', ROOM],
  ['dark', PHONE],
  ['projector', ROOM],
] as const)
  for (const stage of [1, 3, 5])
    test(`axe finds nothing in the walk of two layers: stage ${stage}, ${look}`, () =>
      expectAccessible(
        {
          link: 'problem=two-layer&neurons=5&k=2',
          async open() {
            await button('Explain').click();
            await tab(1).click();
            await button('Walk one update').click();
            for (let i = 1; i < stage; i++) await press('{ArrowRight}');
            await expect.element(page.getByTestId('stage-right')).toBeVisible();
            await expect.poll(() => text('stage')).toContain(`${stage} of 5`);
          },
          seen: '[data-testid="stage-right"]',
          over: '.drawer',
        },
        { ...size, dresses: [[look, 'en']] },
      ));

for (const look of ['light', 'dark'] as const)
  for (const [name, size, link, place] of [
    ['an audited ensemble', ROOM, AUDITED, 0],
    ['an audited ensemble', PHONE, AUDITED, 0],
    ['a diagram of two axes', PHONE, DIAGRAM, 1],
  ] as const)
    test(`axe finds nothing at ${size.width} px: ${name}, ${look}`, () =>
      expectAccessible(counted(link, '[data-testid="ensemble-results"], [data-testid="diagram"]', place), {
        ...size,
        dresses: [[look, 'en']],
      }));

const IN_CHINESE = [
  ['the scenario', '', '设定'],
  ['the scenario of two layers', '&problem=two-layer', '设定'],
  ['the layers', '&features=gauss&n=6&seed=3', '图层'],
  ['the help', '', '帮助'],
  ['own data', '', '自己的数据'],
  ['the lectures', '', '讲座'],
  ['the explanation', '&k=3', '讲解'],
] as const;

for (const [name, link, words] of IN_CHINESE)
  test(`no English word is left in ${name}`, async () => {
    await mount(<App />, `#v=1&lang=zh${link}`, { isApp: true });
    await button(words).click();
    await expect.element(page.getByRole('heading', { name: words, exact: true })).toBeVisible();
    await idle();
    await expect.poll(() => englishAmong(textsOf())).toEqual([]);
  });
