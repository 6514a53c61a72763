import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SideName } from '../../../engine/contract.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { marksOf, textsOf } from '../../charts/marks/find-marks.ts';
import { createComposer } from '../../figure/compose.ts';
import { figureStyle } from '../../figure/draw-style.ts';
import { readSnapshot } from '../../figure/read-snapshot.ts';
import { createTranslate } from '../../i18n/messages.ts';
import type { Session } from '../../session/session.ts';
import { find, findAll, focusByKeys, idle, mount, text } from '../../shell/mount.test.tsx';
import { Knobs } from '../kit/Knob.tsx';
import { ProblemPage } from '../kit/Page.tsx';
import { FED, planeOf } from './federated-info.ts';

const ask = (more = '') =>
  mount(
    <main>
      <ProblemPage />
    </main>,
    `#v=1&problem=federated${more}`,
  );

/** Opens all pictures, with the forecast. */
const open = (more = '') => ask(`&forecast=1&pictures=all${more}`);

const local = ({ store }: Session) => store.getState().scenario.values.local;
const tick = (k: number) => find<HTMLButtonElement>(`[data-testid="rest-${k}"]`);
const verdict = (side: SideName) => text(`verdict-${side}`);

/** A side's panel in a figure. */
async function drawn(session: Session, part: SideName): Promise<DisplayList> {
  const compose = createComposer({
    ...{ part, width: 420, drawStyle: figureStyle(1, true), background: null, caption: null },
    t: createTranslate('en'),
  });
  return compose(await readSnapshot(session, session.store.getState().k)).list;
}

test('both maps and the curves over K; the page says before the first round how both sides end', async () => {
  await open();
  for (const id of ['field-left', 'field-right', 'local']) expect(find(`[data-testid="${id}"]`)).toBeTruthy();
  const titles = findAll('main h2').map((heading) => heading.textContent);
  expect(titles.join(' ')).toMatch(/20 local steps.*1 local step.*Bias and speed/);
  expect(find('[data-testid="left"] .facts').textContent).toBe('stops 0.272 from the minimum');
  expect(find('[data-testid="right"] .facts').textContent).toBe('reaches the minimum');
  expect(verdict('left')).toMatch(
    /^Will stop 0\.272 from the minimum \(proved\)\. It covers 99\.9 % .* 8 rounds/,
  );
  expect(text('probe-local')).toMatch(
    /^More local steps are faster but biased: 99\.9 % of the way in at most 8 rounds, .* 0\.272 off/,
  );
});

test('while the knob sweeps, each number of local steps gets its walks before the next', async () => {
  const { session } = await mount(
    <main>
      <Knobs />
      <ProblemPage />
    </main>,
    '#v=1&problem=federated',
  );
  const { store } = session;
  const stepsOf = () => (FED.now(store.getState(), 'round')?.left.paths[0]?.length ?? 0) / 2 - 1;
  await expect.poll(stepsOf).toBe(20);
  const late: unknown[] = [];
  const numbers: number[] = [];
  const end = store.subscribe(
    (state) => state.scenario.values.local,
    (next, before) => {
      numbers.push(Number(next));
      if (stepsOf() !== before) late.push([next, before, stepsOf()]);
    },
  );
  const sweep = page.getByRole('button', { name: /^Sweep/ });
  await sweep.click();
  await expect.element(sweep).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => sweep.element().getAttribute('aria-pressed'), { timeout: 12_000 }).toBe('false');
  end();
  expect(numbers.at(-1)).toBe(100);
  expect(numbers.length).toBeGreaterThan(5);
  expect(late).toEqual([]);
});

test('before the first round its walks are called a preview, in the idea as well', async () => {
  const { session } = await ask();
  const words = async () => textsOf(await drawn(session, 'left'));
  expect(await words()).toContain('first round: each client alone, then the average');
  await expect.poll(() => text('idea')).toMatch(/^The first round\./);
  session.seek(1);
  await idle();
  expect((await words()).filter((one) => one.startsWith('first round'))).toEqual([]);
});

test('a tick on the curve of rests sets K, by click and by keyboard, and one undo takes it back', async () => {
  const { session, link } = await open('&k=3');
  expect(tick(5).getAttribute('aria-label')).toBe('K = 5: bias 0.0668');
  expect(tick(20).getAttribute('aria-pressed')).toBe('true');
  const { width, height } = tick(100).getBoundingClientRect();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  await userEvent.click(page.getByTestId('rest-100'));
  await idle();
  expect(local(session)).toBe(100);
  expect(link()).toContain('local=100');
  expect(tick(100).getAttribute('aria-pressed')).toBe('true');
  expect(find('[data-testid="left"] .facts').textContent).toBe('stops 0.749 from the minimum');
  // The run is where it was.
  expect(session.store.getState().k).toBe(3);
  session.undo();
  await idle();
  expect(local(session)).toBe(20);
  focusByKeys(tick(1));
  await userEvent.keyboard('{Enter}');
  await idle();
  expect(local(session)).toBe(1);
});

test('of ticks that stand on one another one is a button, and the slider over K has both', async () => {
  const { session } = await open('&local=100');
  const shown = () => findAll('.rest-button').filter((one) => one.checkVisibility());
  expect(shown().length).toBeLessThan(5);
  expect(tick(100).hidden).toBe(false);
  for (const k of [2, 5]) {
    session.change({ local: k });
    await idle();
    const boxes = shown().map((one) => one.getBoundingClientRect());
    expect(boxes.length).toBeGreaterThan(1);
    for (const [i, a] of boxes.entries()) {
      expect(a.width).toBeGreaterThanOrEqual(24);
      for (const b of boxes.slice(i + 1))
        expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(a.width - 0.01);
    }
    // The chosen one is a button, whatever is near.
    expect(tick(k).hidden).toBe(false);
  }
});

test('where the rest is the same for every K there is no curve, and no bias is told', async () => {
  for (const quad of ['agree', 'same']) {
    const { session } = await open(`&quad=${quad}`);
    expect(findAll('.rest-button')).toHaveLength(0);
    expect(text('probe-local')).toMatch(/^No bias for any K up to 1,000: more local steps are simply faster/);
    expect(marksOf(await drawn(session, 'left'), 'path', 'rests')).toHaveLength(0);
  }
});

test('the curves over K are a slider: keys and a press set K, a pointer reads it', async () => {
  const { session } = await open('&k=2');
  const slider = find('[data-testid="local"]');
  expect([slider.getAttribute('role'), slider.getAttribute('aria-valuenow')]).toEqual(['slider', '20']);
  expect(slider.getAttribute('aria-valuetext')).toBe('K = 20: bias 0.272, contraction 0.417 per round.');
  focusByKeys(slider);
  await userEvent.keyboard('{PageDown}');
  await idle();
  expect(local(session)).toBe(10);
  await userEvent.keyboard('{ArrowRight}');
  await idle();
  expect([local(session), session.store.getState().k]).toEqual([11, 2]);
  await userEvent.keyboard('{Home}{ArrowLeft}');
  await idle();
  expect(local(session)).toBe(1);
  expect(text('probe-local')).toBe('One local step is plain descent on F: no bias.');
  await page.getByTestId('local').hover({ position: { x: 5, y: 60 } });
  await expect.poll(() => text('probe-local')).toBe('K = 1: bias 0, contraction 0.545 per round.');
  const { width } = slider.getBoundingClientRect();
  await userEvent.click(page.getByTestId('local'), { position: { x: width - 4, y: 60 } });
  await idle();
  expect(local(session)).toBe(1000);
});

test('where K is locked neither ticks nor curves set it', async () => {
  const { session } = await open('&lock=local');
  expect(findAll('.rest-button')).toHaveLength(0);
  focusByKeys(find('[data-testid="local"]'));
  await userEvent.keyboard('{PageUp}');
  await idle();
  expect(local(session)).toBe(20);
  expect(find('[data-testid="local"]').getAttribute('aria-disabled')).toBe('true');
});

test('the arrows are switched on beside the curves, and the link has them', async () => {
  const { session, link } = await open('&k=1&local=2');
  const texts = async () => JSON.stringify(await drawn(session, 'left'));
  expect(await texts()).not.toContain('round/(ηK)');
  await userEvent.click(page.getByRole('checkbox', { name: /^Arrows/ }));
  await idle();
  expect(link()).toContain('arrows=1');
  expect(await texts()).toContain('round/(ηK)');
  expect(await texts()).toContain('difference');
  // With one step a round both arrows are one.
  expect(JSON.stringify(await drawn(session, 'right'))).toContain('−∇F = round/η');
});

test('a point reads F_K and F, and the picture is told in words', async () => {
  await open('&k=1');
  await page.getByTestId('field-left').hover({ position: { x: 200, y: 150 } });
  await expect.poll(() => text('probe-left')).toMatch(/F_K \S+\s+F \S+/);
  const told = () =>
    findAll('[data-testid="field-left"] [role="img"]')
      .map((one) => one.getAttribute('aria-label') ?? '')
      .join(' ');
  await expect
    .poll(told)
    .toMatch(/Minima of the clients: .*In the round that starts here they walk to .*the average is/);
  expect(told()).toMatch(/K = 5: 0\.0668/);
});

test('200 starts: none of the left ends at the minimum, all of the right do', async () => {
  await open('&k=60&crowd=200');
  await expect.poll(() => text('crowd-right')).toBe('200 of 200 are at the minimum');
  expect(text('crowd-left')).toBe('0 of 200 have arrived');
});

test('a figure has the round: a path of each client, their average, their minima', async () => {
  const { session } = await open('&quad=drawn&clients=3&seed=4&k=2&server=1.5');
  const list = await drawn(session, 'left');
  const info = planeOf(session.store.getState())!;
  expect(info.sides.left.clients.count).toBe(3);
  expect(marksOf(list, 'path', 'locals')).toHaveLength(3);
  expect(marksOf(list, 'symbols', 'clients')).toHaveLength(3);
  // The average, and where the server goes beyond it.
  expect(marksOf(list, 'symbols', 'average')).toHaveLength(2);
  expect(marksOf(list, 'path', 'iso-line-under').length).toBeGreaterThan(0);
});

test('a scene of a lecture shows F alone throughout, and its bookmark brings the curve of rests', async () => {
  const { session } = await open();
  const iso = async () =>
    JSON.stringify(marksOf(await drawn(session, 'left'), 'path', 'iso-line').map(({ lines }) => lines));
  const scene = { title: '', question: '?', sentence: '', notes: '', guess: false };
  const before = await iso();
  session.change({ forecast: false });
  session.store.setState({
    lecture: { title: '', scenes: [{ ...scene, scenario: '#v=1&problem=federated', bookmark: 5 }] },
  });
  const list = await drawn(session, 'left');
  expect(await iso()).not.toBe(before);
  // The clients' minima belong to the question.
  expect(marksOf(list, 'symbols', 'clients')).toHaveLength(2);
  expect(marksOf(list, 'path', 'iso-line-under')).toHaveLength(0);
  expect(marksOf(list, 'path', 'rests')).toHaveLength(0);
  expect(marksOf(list, 'circle', 'minimum')).toHaveLength(0);
  await expect.poll(() => findAll('.rest-button').length).toBe(0);
  await page.getByTestId('field-left').hover({ position: { x: 200, y: 150 } });
  await expect.poll(() => text('probe-left')).toMatch(/^\([^)]*\)\s+F \S+$/);
  await session.seek(5);
  await idle();
  // The pointer has not moved.
  await expect.poll(() => text('probe-left')).toMatch(/^\([^)]*\)\s+F \S+$/);
  expect(await iso()).not.toBe(before);
  const told = await drawn(session, 'left');
  expect(marksOf(told, 'path', 'iso-line-under')).toHaveLength(0);
  expect(marksOf(told, 'path', 'rests')).toHaveLength(1);
});
