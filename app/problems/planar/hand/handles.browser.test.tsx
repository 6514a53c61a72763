import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { find, idle, mount, text } from '../../../shell/mount.test.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const LINE = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=30';

const open = (link: string) =>
  mount(
    <main>
      <ProblemPage />
    </main>,
    link,
  );

const surface = () => page.getByTestId('samples-surface');

/** Returns the middle of an element within another, in pixels. */
function middle(of: Element, within: Element) {
  const [a, b] = [of.getBoundingClientRect(), within.getBoundingClientRect()];
  return { x: a.x + a.width / 2 - b.x, y: a.y + a.height / 2 - b.y };
}

async function dragStar(side: string, dx: number, dy: number): Promise<void> {
  const plate = page.getByTestId(side).getByRole('application');
  const from = middle(find(`[data-testid="star-${side}"]`), plate.element());
  await userEvent.dragAndDrop(page.getByTestId(`star-${side}`), plate, {
    force: true,
    targetPosition: { x: from.x + dx, y: from.y + dy },
  });
  await idle();
}

test('the star drags: the data follow it, the step stays, both runs go to it, and one undo takes all of it back', async () => {
  const { link, session } = await open(LINE);
  const state = () => session.store.getState();
  const { start, plant } = state().scenario.values;
  await dragStar('right', -60, -50);
  const moved = state().scenario.values.plant!;
  expect(moved[0]).toBeLessThan(0.6);
  expect(moved[1]).toBeGreaterThan(0.5);
  const { samples, planted } = state().opened!;
  expect(planted).toBe(true);
  for (const [i, y] of samples.labels.entries())
    expect(y).toBe(Math.max(0, moved[0]! * samples.features[2 * i]! + moved[1]!));
  expect(state().k).toBe(30);
  for (const side of ['left', 'right']) expect(text(`verdict-${side}`)).toContain('Reached the star');
  expect(link()).toContain(`plant=${moved}`);
  expect(state().scenario.values.start).toEqual(start);
  session.undo();
  await idle();
  expect(state().scenario.values.plant).toEqual(plant);
});

test('a click on the star moves neither it nor the start', async () => {
  const { link } = await open(LINE);
  const before = link();
  await page.getByTestId('star-left').click({ force: true });
  await idle();
  expect(link()).toBe(before);
});

test('arrow keys move the star of own data that it has labelled, and the data are its own again', async () => {
  const { session } = await open('#v=1&features=csv&data=trap&plant=1,1&start=-1.5,-0.5');
  const state = () => session.store.getState();
  const { features } = state().opened!.samples;
  find('[data-testid="star-left"]').focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}{ArrowUp}');
  await idle();
  const moved = state().scenario.values.plant!;
  expect(moved[0]).toBeGreaterThan(1.2);
  expect(moved[1]).toBeGreaterThan(1);
  expect(state().opened!.planted).toBe(true);
  expect(state().opened!.samples.features).toEqual(features);
});

test('a sample is chosen and moved by keyboard; the table becomes own data, which the link carries to the bit', async () => {
  const { session, link } = await open(LINE);
  const state = () => session.store.getState();
  const before = state().opened!.samples;
  surface().element().focus();
  await idle();
  expect(text('sample')).toMatch(
    /^Sample 1 at \(−1\.000, .*\nnon-convex: active, residual .*, pull .*\nrelaxation: inactive, residual 0, no pull$/,
  );
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => text('sample')).toContain('Sample 2 at');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => text('sample')).toContain('held');
  await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift}');
  await idle();
  await userEvent.keyboard('{Escape}');
  const { samples } = state().opened!;
  expect(samples.labels[1]).toBeGreaterThan(before.labels[1]! + 0.3);
  for (const i of [0, 2, 3, 4, 5, 6, 7]) {
    expect(samples.labels[i]).toBe(before.labels[i]! + 0);
    expect(samples.features[2 * i]).toBe(before.features[2 * i]);
  }
  expect(state().k).toBe(30);
  expect(state().scenario.values).toMatchObject({ features: 'csv', bias: true, plant: [1, 0.2] });
  // The star no longer made these data, so it cannot label them.
  expect(page.getByTestId('star-left').elements()).toHaveLength(0);
  const { digits, open: reopen } = await open(link());
  const shown = digits('left').iterate;
  await reopen(link());
  expect(digits('left').iterate).toEqual(shown);
});

test('a sample of two features drags where its label stays, and hover names it', async () => {
  const { session } = await open('#v=1&features=gauss&n=12&seed=3&plant=0.8,0.6&start=-1,0.5&k=5');
  const before = session.store.getState().opened!.samples;
  surface().element().focus();
  await idle();
  const at = middle(find('.sample-ring'), surface().element());
  const row = Number(/Sample (\d+)/.exec(text('sample'))![1]) - 1;
  await userEvent.dragAndDrop(surface(), surface(), {
    sourcePosition: at,
    targetPosition: { x: at.x + 60, y: at.y },
  });
  await idle();
  expect(text('sample')).toContain(`Sample ${row + 1} at`);
  const { samples } = session.store.getState().opened!;
  expect(samples.features[2 * row]).toBeGreaterThan(before.features[2 * row]! + 0.1);
  expect(samples.labels[row]).toBe(before.labels[row]! + 0);
});

test('where a link locks the data, samples are told but stay', async () => {
  const { session } = await open(`${LINE}&lock=data`);
  surface().element().focus();
  await idle();
  expect(text('sample')).toContain('Sample 1 at');
  await userEvent.keyboard('{Enter}{ArrowUp}');
  await idle();
  expect(session.store.getState().scenario.values.features).toBe('line');
});
