import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ProblemPage } from '../../problems/kit/Page.tsx';
import { find, findAll, idle, mount, text } from '../../shell/mount.test.tsx';
import { LayersDrawer } from './LayersDrawer.tsx';

const TRAP = '#v=1&features=csv&data=trap&plant=1,1&start=-1.5,-0.5';

const open = (link: string) =>
  mount(
    <>
      <main>
        <ProblemPage />
      </main>
      <LayersDrawer onClose={() => undefined} />
    </>,
    link,
  );

const rows = (side: string) => findAll(`[data-testid="stationary-${side}"] tr`).map((row) => row.textContent);

test('the list holds every stationary point, and a row points at its place', async () => {
  await open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3');
  const left = rows('left');
  expect(left).toHaveLength(4);
  for (const [i, words] of [
    /kind/,
    /the star\(1, 0\.2\)0\.00000/,
    /valley of minima315° to 324°0\.08449/,
    /plateau \(gradient zero\)225° to 315°0\.17449/,
  ].entries())
    expect(left[i]).toMatch(words);
  expect(rows('right')).toHaveLength(2);
  for (const words of [
    'At w = 0 (loss 0.174): uphill or flat in 35 % of directions.',
    'This list is complete',
  ])
    await expect.element(page.getByText(words)).toBeVisible();
  await page.getByTestId('stationary-left').getByRole('button', { name: 'the star (1, 0.2)' }).click();
  await expect.poll(() => text('probe-left')).toContain('(1.000, 0.200)');
  expect(text('probe-left')).toMatch(/(loss|‖∇‖) 0( |$)/);
});

test('the blend slider takes the right side from the relaxation to the left loss, live', async () => {
  const { digits, session } = await open(`${TRAP}&k=5`);
  expect(rows('right')).toHaveLength(2);
  await page.getByRole('slider', { name: 'How much relaxation' }).fill('0');
  await expect.poll(() => find('[data-testid="right"] h2').textContent).toBe('Blend, 0 relaxation');
  await idle();
  // Both sides have the same loss now.
  expect(digits('right').iterate).toEqual(digits('left').iterate);
  expect(session.store.getState().k).toBe(5);
});

test('the pull is told with its range, and needs a plant', async () => {
  const { open: show } = await open('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&ground=pull');
  await expect.poll(() => text('pull-range')).toMatch(/^from 0 to 1\.\d+ or more$/);
  await show('#v=1&features=csv&data=stopping-distance&bias=1&std=1&start=1,0&ground=pull');
  await expect.element(page.getByText('There is no star to pull towards.')).toBeVisible();
});

test('more than two weights are shown in a slice, with the distance from it', async () => {
  const { seek, link, session } = await open('#v=1&n=60&d=20&seed=8&sseed=8&k=50');
  const shadow = () => text('note-left');
  await expect.poll(shadow).toMatch(/^0\.\d+ off this slice; loss at its shadow 0\.\d+$/);
  await seek(0);
  // The start lies in the plane, so it equals its shadow.
  await expect.poll(shadow).toMatch(/^(0|\d\.\d × 10⁻¹\S) off this slice; loss at its shadow \d\.\d+$/);
  expect(shadow().split(' ').at(-1)).toBe(text('loss-left').split(' ').at(-1));
  await page.getByLabelText('Slice shown').selectOptions('weights');
  const pair = page.getByLabelText('Its two weights');
  await pair.fill('3,7');
  (pair.element() as HTMLElement).blur();
  await expect.poll(link).toContain('plane=weights&pair=3,7');
  await idle();
  expect(shadow()).not.toMatch(/^0 off/);
  expect(session.store.getState().slice!.along).toEqual(['weight', 'weight']);
});

test('infinitely many samples: one step of c = 2 on the right lands on the plant', async () => {
  await open('#v=1&n=inf&d=9&c=2&k=1');
  expect(text('verdict-right')).toContain('Reached the star at step 1');
  await expect.element(page.getByTestId('right')).toBeVisible();
});
