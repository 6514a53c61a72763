import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { runsAll, spread } from '../../scripts/tier.mjs';
import {
  expectAccessible,
  OPENING,
  type Opened,
  opened,
  PHONE,
  ROOM,
  testLooks,
} from '../shell/looks.test.tsx';
import { button, findAll, idle, openFromMenu, text } from '../shell/mount.test.tsx';

const TWO_LAYERS = 'problem=two-layer&n=20&neurons=4&k=18';

const press = (keys: string) => userEvent.keyboard(keys);
const tab = (place: number) => page.getByRole('tab').nth(place);

/** Selects the explanation's tabs by index, because names change with the language. */
const explained = (seen: string, more: () => Promise<void>): Opened => ({
  ...opened('Explain', seen, 3),
  async open() {
    await openFromMenu('Explain');
    await more();
  },
});

/** Opens the walk at a stage: two layers have an own picture at the third and every number at the last. */
const walked = (stage: number): Opened => ({
  link: 'problem=two-layer&neurons=5&k=2',
  async open() {
    await openFromMenu('Explain');
    await tab(1).click();
    await button('Walk one update').click();
    for (let i = 1; i < stage; i++) await press('{ArrowRight}');
    await expect.element(page.getByTestId('stage-right')).toBeVisible();
    await expect.poll(() => text('stage')).toContain(`${stage} of 5`);
  },
  seen: '[data-testid="stage-right"]',
  over: '.drawer',
});

const AUDITED = 'problem=one-neuron&n=8&seed=3&runs=300&limit=500&audit=1&startlaw=unit';
const DIAGRAM = 'problem=one-neuron&runs=20&limit=300&xkey=ratio&xat=1,2,3&ykey=d&yat=2,4';

/** Opens a link's runs in the tab with this index; the browser may have stored them. */
const counted = (link: string, seen: string, place: number): Opened => ({
  link,
  async open() {
    await openFromMenu('How often?');
    await tab(place).click();
    await idle();
    if (findAll(seen).length === 0) await page.getByTestId('ensemble-run').click();
    // Either all ran, with their time, or they were stored.
    await expect
      .element(page.getByTestId('ensemble-progress'))
      .toHaveTextContent(/runs in|^(\d+) of \1 runs/);
  },
  seen,
  over: '.drawer',
});

testLooks(
  {
    // Samples are active on both sides.
    'the mathematics': opened('Explain', '.drawer .katex', 3),
    'this step': { ...explained('.drawer table', () => tab(1).click()), isRepeat: true },
    'the walk': explained('[data-testid="walk"]', async () => {
      await tab(1).click();
      await button('Walk one update').click();
    }),
    sources: explained('.drawer [role="tab"][aria-selected="true"]', () => tab(2).click()),
    'the explanation of two layers': {
      ...opened('Explain', '.drawer .katex'),
      link: TWO_LAYERS,
      isRepeat: true,
    },
  },
  (wear) => {
    for (const stage of runsAll ? [1, 3, 5] : [])
      test(`the walk of two layers at ${ROOM.width} px, stage ${stage}`, () =>
        expectAccessible(wear, walked(stage), ROOM, [
          ...(runsAll ? ([['light', 'en']] as const) : []),
          ['projector', 'en'],
        ]));
    for (const stage of runsAll ? [1, 3, 5] : [5])
      test(`the walk of two layers at ${PHONE.width} px, stage ${stage}`, () =>
        expectAccessible(wear, walked(stage), PHONE, [['dark', 'en']]));
  },
);

testLooks(
  {
    ensembles: { ...opened('How often?', '.drawer.ensemble [role="tab"]'), isRepeat: true },
    'a phase diagram': {
      ...counted(`${OPENING}&runs=10&limit=50&xkey=c&xat=0.5,1&k=40`, '[data-testid="diagram"]', 1),
      isRepeat: true,
    },
  },
  (wear) => {
    for (const [name, size, link, place] of spread(
      [
        ['an audited ensemble', ROOM, AUDITED, 0],
        ['an audited ensemble', PHONE, AUDITED, 0],
        ['a diagram of two axes', PHONE, DIAGRAM, 1],
      ] as const,
      2,
    ))
      test(`at ${size.width} px: ${name}`, () =>
        expectAccessible(
          wear,
          counted(link, '[data-testid="ensemble-results"], [data-testid="diagram"]', place),
          size,
          runsAll
            ? [
                ['light', 'en'],
                ['dark', 'en'],
                ['projector', 'en'],
              ]
            : [[size === ROOM ? 'projector' : 'dark', 'en']],
        ));
  },
);
