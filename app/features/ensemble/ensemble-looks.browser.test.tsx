import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import {
  expectAccessible,
  OPENING,
  type Opened,
  opened,
  PHONE,
  ROOM,
  testLooks,
} from '../../shell/looks.test.tsx';
import { findAll, idle, openFromMenu } from '../../shell/mount.test.tsx';

const AUDITED = 'problem=one-neuron&n=8&seed=3&runs=300&limit=500&audit=1&startlaw=unit';
const DIAGRAM = 'problem=one-neuron&runs=20&limit=300&xkey=ratio&xat=1,2,3&ykey=d&yat=2,4';

const tab = (place: number) => page.getByRole('tab').nth(place);

/** The runs of a link, by the tab at a place; the browser may have kept them. */
const counted = (link: string, seen: string, place: number): Opened => ({
  link,
  async open() {
    await openFromMenu('How often?');
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

testLooks(
  {
    ensembles: opened('How often?', '.drawer.ensemble [role="tab"]'),
    'a phase diagram': counted(
      `${OPENING}&runs=10&limit=50&xkey=c&xat=0.5,1&k=40`,
      '[data-testid="diagram"]',
      1,
    ),
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
