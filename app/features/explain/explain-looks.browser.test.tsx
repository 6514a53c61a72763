import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { runsAll } from '../../../scripts/tier.mjs';
import { expectAccessible, type Opened, opened, PHONE, ROOM, testLooks } from '../../shell/looks.test.tsx';
import { button, openFromMenu, text } from '../../shell/mount.test.tsx';

const TWO_LAYERS = 'problem=two-layer&n=20&neurons=4&k=18';

const press = (keys: string) => userEvent.keyboard(keys);
const tab = (place: number) => page.getByRole('tab').nth(place);

/** The explanation's tabs, by their place: names change with the language. */
const explained = (seen: string, more: () => Promise<void>): Opened => ({
  ...opened('Explain', seen, 3),
  async open() {
    await openFromMenu('Explain');
    await more();
  },
});

/** The walk at a stage: two layers have a picture of their own at the third, and every number at the last. */
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

testLooks(
  {
    // While samples are active on both sides.
    'the mathematics': opened('Explain', '.drawer .katex', 3),
    'this step': explained('.drawer table', () => tab(1).click()),
    'the walk': explained('[data-testid="walk"]', async () => {
      await tab(1).click();
      await button('Walk one update').click();
    }),
    sources: explained('.drawer [role="tab"][aria-selected="true"]', () => tab(2).click()),
    'the explanation of two layers': { ...opened('Explain', '.drawer .katex'), link: TWO_LAYERS },
  },
  (wear) => {
    for (const stage of runsAll ? [1, 3, 5] : [3])
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
