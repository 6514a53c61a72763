import { expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import { DENOISER } from '../../../engine/problems/denoiser/card.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { textsOf } from '../../charts/marks/find-marks.ts';
import { createComposer } from '../../figure/compose.ts';
import { figureStyle } from '../../figure/draw-style.ts';
import { readSnapshot } from '../../figure/read-snapshot.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { shownNumber } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import { find, findAll, focusByKeys, idle, mount, text } from '../../shell/mount.test.tsx';
import { ProblemPage } from '../kit/Page.tsx';
import { imageOf } from './denoiser-info.ts';
import { boardLayout } from './image/board.ts';
import { IMAGES, planesOf, SPOT } from './image/info.ts';
import { saidDecibels } from './image-numbers.ts';

const page = (
  <main>
    <ProblemPage />
  </main>
);
const LINKS = [
  ...DENOISER.presets.map(({ id }) => formatLink(presetScenario('denoiser', id))),
  ...['', '&from=noise', '&right=handmade', '&level=pixels'].map((more) => `#v=1&problem=denoiser${more}`),
];

/** Words of an end or of the theory. */
const TELLS =
  /proved|\bsettle|diverg|swing|\blimit|fixed point|\bcycle|\bbest SNR|\bratio\b|radius|\brate\b|\bM =|slopes? up to|as steep as|proximal/i;

/** Returns all that is written, drawn on the panels, and told to screen readers. */
async function toldBy(session: Session): Promise<string> {
  const snapshot = await readSnapshot(session, session.store.getState().k);
  const drawn = SIDES.flatMap((part) => {
    const compose = createComposer({
      ...{ part, width: 420, drawStyle: figureStyle(1, true), background: null, caption: null },
      t: createTranslate('en'),
    });
    return textsOf(compose(snapshot).list);
  });
  const names = ['aria-label', 'title', 'aria-valuetext', 'aria-description'];
  const named = findAll(names.map((name) => `[${name}]`).join()).flatMap((one) =>
    names.map((name) => one.getAttribute(name) ?? ''),
  );
  return [...drawn, ...named, document.body.textContent].join('\n');
}

test('before Play no link of either level tells an end or a theory; with forecast=1 each does', async () => {
  const { session, open, seek } = await mount(page, '');
  for (const link of LINKS) {
    await open(`${link}&k=0`);
    const first = await toldBy(session);
    expect(first.match(TELLS)?.[0], `${link}: ${first}`).toBeUndefined();
    expect(first.match(/Ready\./g)?.length, link).toBeGreaterThanOrEqual(2);
    for (const line of findAll('.about, .idea, .verdict, .criterion, .probe'))
      expect(line.textContent, link).not.toMatch(/\d/);
    session.change({ forecast: true });
    await idle();
    expect(await toldBy(session), link).toMatch(TELLS);
    session.change({ forecast: false });
    await seek(200);
    const told = new Set(first.match(/\d[\d,]*(?:\.\d+)?/g));
    for (const side of SIDES) {
      const end = saidDecibels(shownNumber(session, side, 'snr')).replace('−', '');
      expect(told.has(end), `${link}: ${end} in ${first}`).toBe(false);
    }
  }
});

test('an image opens on what was measured; its error stands beside it at the end, in one size', async () => {
  const { session, open, seek } = await mount(page, '');
  const label = () => find('[data-testid="left"] [role="img"][aria-label]').getAttribute('aria-label') ?? '';
  await open('#v=1&problem=denoiser&strength=0.5');
  const { dirty } = imageOf(session.store.getState())!;
  const measured = `${Math.max(...dirty)
    .toFixed(3)
    .replace('-', '−')}`;
  await expect.poll(label).toContain(`the measured image of 32 × 32 pixels, brightest ${measured} at`);
  focusByKeys(find('[data-testid="board-left"]'));
  SPOT.set(session.store, { plane: 'image', row: 0, column: 2 });
  await expect
    .poll(() => text('probe-board-left'))
    .toBe(`Row 1, column 3: measured ${dirty[2]!.toFixed(3).replace('-', '−')}.`);
  await seek(5);
  await expect.poll(() => text('probe-board-left')).toMatch(/^Row 1, column 3: estimate [^,]+\.$/);
  expect(await toldBy(session)).not.toMatch(/\berror\b/);
  // No spectra and no CLEAN are read for pictures that are not there.
  expect(IMAGES.now(session.store.getState(), 'images')).toBeNull();
  await seek(300);
  await expect.poll(() => text('probe-board-left')).toContain(', error ');
  expect(await toldBy(session)).toMatch(/^error$/m);
});

test('at 200 % each image is 120 px wide or more, and keeps its size when the error enters', async () => {
  await browser.viewport(640, 360);
  const { session, open, seek } = await mount(page, '');
  await open('#v=1&problem=denoiser&strength=0.5');
  const estimates = new Set<number>();
  for (const [k, count] of [
    [0, 1],
    [5, 2],
    [300, 2],
  ] as const) {
    await seek(k);
    expect(planesOf(session.store.getState())).toHaveLength(count);
    for (const side of SIDES) {
      const { width, height } = find(`[data-testid="board-${side}"]`).getBoundingClientRect();
      const { large, small } = boardLayout({ width, height }, 1, count - 1);
      if (k > 0) estimates.add(large.width);
      for (const rect of [large, ...small])
        expect(rect.width, `${side}, round ${k}`).toBeGreaterThanOrEqual(120);
    }
  }
  expect(estimates.size).toBe(1);
  await browser.viewport(1280, 720);
});
