import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { formatLink, valueAt } from '../../../../engine/scenario/scenario.ts';
import { shownIterate } from '../../../session/run/kept-steps.ts';
import { find, findAll, focusByKeys, idle, mount, text } from '../../../shell/mount.test.tsx';
import { Question } from '../../../shell/Question.tsx';
import { ProblemPage } from '../../kit/Page.tsx';
import { imageOf } from '../denoiser-info.ts';
import { IMAGES, SPOT } from './info.ts';
import { KNOWN_STARTS } from './starts-drawing.ts';

const page = (
  <>
    <Question />
    <main>
      <ProblemPage />
    </main>
  </>
);
const open = (preset: string, more = '') =>
  mount(page, `${formatLink(presetScenario('denoiser', preset))}&forecast=1&pictures=all${more}`);

async function choose(value: string): Promise<void> {
  await userEvent.selectOptions(find('[data-testid="more-choice"]'), value);
  await idle();
}
const said = (value: number) =>
  value
    .toFixed(3)
    .replace(/^-(?=0\.000)/, '')
    .replace('-', '−');

test('keys read the same pixel of both sides, of the truth and of CLEAN, by the numbers of the run', async () => {
  const { session, seek } = await open('img-opening', '&k=11');
  await idle();
  await expect
    .poll(() => text('probe-board-left'))
    .toMatch(/^The scale stays at 0 to 1: 1 pixel is beyond it/);
  expect(text('probe-board-right')).toMatch(/^Colours show √x from 0 to 1 on both sides/);
  focusByKeys(find('[data-testid="board-left"]'));
  await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowDown}');
  const info = imageOf(session.store.getState())!;
  const i = 32 + 2;
  const words = (side: 'left' | 'right') => {
    const value = shownIterate(session, side)[i]!;
    const truth = info.truth![i]!;
    return `Row 2, column 3: estimate ${said(value)}, truth ${said(truth)}, error ${said(value - truth)}.`;
  };
  await expect.poll(() => text('probe-board-left')).toBe(words('left'));
  expect(text('probe-board-right')).toBe(words('right'));
  const clean = () => IMAGES.now(session.store.getState(), 'clean')!.image[i]!;
  await expect
    .poll(() => text('probe-truth'))
    .toBe(
      `Row 2, column 3: truth ${said(info.truth![i]!)}, CLEAN ${said(clean())}, dirty image ${said(info.dirty[i]!)}.`,
    );
  expect(find('[data-testid="probe-board-left"]').getAttribute('aria-live')).toBe('polite');
  expect(find('[data-testid="probe-board-right"]').getAttribute('aria-live')).toBe('off');
  // The read-out follows the step; the keys did not step the run.
  expect(session.store.getState().k).toBe(11);
  const before = text('probe-board-left');
  await seek(3);
  await expect.poll(() => text('probe-board-left')).not.toBe(before);
  expect(text('probe-board-left')).toBe(words('left'));
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => text('probe-board-left')).toMatch(/^Colours show/);
});

test('Enter goes from the image to its frequencies, measured or not', async () => {
  const { session } = await open('img-left-wins', '&k=4');
  await idle();
  focusByKeys(find('[data-testid="board-right"]'));
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(SPOT.of(session.store.getState())).toEqual({ plane: 'frequency', row: 15, column: 15 });
  const told = () => IMAGES.now(session.store.getState(), 'images')!;
  const { measured } = imageOf(session.store.getState())!;
  await expect
    .poll(() => text('probe-board-right'))
    .toBe(`Frequency (0, 0), measured: |Fx| ${said(told().right.spectrum[0]!)}, |Y| ${said(measured[0]!)}.`);
  expect(text('probe-board-left')).toContain(`|Fx| ${said(told().left.spectrum[0]!)}`);
  await userEvent.keyboard('{End}');
  await expect.poll(() => text('probe-board-right')).toMatch(/^Frequency \(16, 16\), /);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => text('probe-board-right')).toMatch(/^Row 32, column 32: estimate /);
});

test('a pointer reads the pixel under it, and nothing beside the tiles', async () => {
  const { session } = await open('img-opening', '&k=2');
  await idle();
  const board = find('[data-testid="board-right"]');
  const { left, top, width, height } = board.getBoundingClientRect();
  const move = (x: number, y: number) =>
    board.dispatchEvent(
      new PointerEvent('pointermove', { clientX: left + x, clientY: top + y, bubbles: true }),
    );
  move(1, 20);
  await expect.poll(() => SPOT.of(session.store.getState())).toEqual({ plane: 'image', row: 0, column: 0 });
  await expect.poll(() => text('probe-board-left')).toMatch(/^Row 1, column 1: estimate /);
  move(width - 1, height - 1);
  await expect.poll(() => SPOT.of(session.store.getState())).toBeNull();
});

test('two starts run on demand, and tell how far apart both sides end', async () => {
  const { session } = await open('img-two-answers');
  await idle();
  await choose('starts');
  await expect.poll(() => text('probe-two-starts')).toMatch(/Does each find the same image twice\?$/);
  find('[data-testid="two-starts-run"]').click();
  const known = () => KNOWN_STARTS.of(session.store.getState())?.told;
  await expect.poll(() => known()?.done ?? 0, { timeout: 30_000 }).toBe(300);
  await idle();
  const { apart, bound } = known()!;
  expect(text('probe-two-starts')).toMatch(
    /^After 300 rounds the free runs are [\d.]+ \(\d+ %\) apart, the nonexpansive ones [\d.⁰¹²³⁴⁵⁶⁷⁸⁹⁻ ×]+: there is one limit \(proved\)\.$/,
  );
  focusByKeys(find('[data-testid="two-starts"]'));
  await userEvent.keyboard('{Home}{ArrowRight}');
  await expect
    .poll(() => text('probe-two-starts'))
    .toContain(`Round 1: free ${Number(apart.left[1]!.toPrecision(3))}`);
  expect(text('probe-two-starts')).toContain(`at most ${Number(bound![1]!.toPrecision(3))} (proved)`);
  // Nothing is known of another scenario.
  session.change({ strength: 2 });
  await idle();
  await expect.poll(() => text('probe-two-starts')).toMatch(/twice\?$/);
});

test('power is read row by row, and G(k) by frequency', async () => {
  const { session } = await open('img-opening', '&k=60');
  await idle();
  await choose('power');
  focusByKeys(find('[data-testid="power"]'));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  const { unmeasured } = IMAGES.now(session.store.getState(), 'images')!.left.power;
  await expect.poll(() => text('probe-power')).toMatch(/^Not measured, estimate: free /);
  expect(text('probe-power')).toContain(`free ${Number(unmeasured.toPrecision(3))}, `);
  await choose('certificate');
  focusByKeys(find('[data-testid="certificate"]'));
  await userEvent.keyboard('{ArrowRight}');
  const { gains } = imageOf(session.store.getState())!.certificate;
  await expect.poll(() => text('probe-certificate')).toBe(`Frequency (0, 0): G = ${gains[0]!.toFixed(4)}.`);
  const label = () => find('[data-testid="certificate"] canvas[role="img"]').getAttribute('aria-label') ?? '';
  await expect.poll(label).toContain('max G(k) = 0.999985 ≤ 1');
});

test('strength is the main knob, the step stands beside it', async () => {
  const { session } = await open('img-opening');
  await idle();
  const sliders = findAll('.knob input') as HTMLInputElement[];
  expect(sliders).toHaveLength(2);
  focusByKeys(sliders[0]!);
  await userEvent.keyboard('{ArrowRight}');
  const numberAt = (key: string) => Number(valueAt(session.store.getState().scenario, key));
  expect(numberAt('strength')).toBeGreaterThan(0.5);
  focusByKeys(sliders[1]!);
  await userEvent.keyboard('{ArrowLeft}');
  expect(numberAt('c')).toBe(0.98);
});

test('CLEAN is a third curve, in words and in the table', async () => {
  const { session } = await open('img-opening', '&k=40');
  await idle();
  const label = () => find('[data-testid="curve-snr"] canvas[role="img"]').getAttribute('aria-label') ?? '';
  const clean = session.trajectories.left.series.clean![40]!;
  await expect.poll(label).toContain(`CLEAN ${clean.toFixed(2)} dB; the dirty image 0.68 dB.`);
});

test('a room votes for the image that ends better, by click and by key; the end counts the votes', async () => {
  const { session, open: go, seek } = await open('img-opening');
  await go(`${formatLink(presetScenario('denoiser', 'img-opening'))}&lecture=price&scene=1`);
  const votes = () => Object.values(session.store.getState().guesses).map(({ length }) => length);
  await expect.poll(() => text('guess-left')).toBe('Click the side that ends better.');
  find('[data-testid="board-left"]').click();
  await expect.poll(() => text('guess-left')).toBe('1 vote');
  focusByKeys(find('[data-testid="board-right"]'));
  await userEvent.keyboard('{Enter}{Enter}{Enter}{Backspace}');
  expect(votes()).toEqual([1, 2]);
  await expect.poll(() => text('guess-right')).toBe('2 votes');
  // The result appears only once both sides have ended or stopped moving.
  await seek(100);
  await expect
    .poll(() => text('guess-left'))
    .toMatch(/^At step 100 it is the worse side: SNR −26\.\d+ dB\. 1 of 3 voted for it\.$/);
  expect(text('guess-right')).toMatch(
    /^At step 100 it is the better side: SNR [\d.]+ dB\. 2 of 3 voted for it\.$/,
  );
  // Under way a click is no vote.
  find('[data-testid="board-left"]').click();
  expect(votes()).toEqual([1, 2]);
});
