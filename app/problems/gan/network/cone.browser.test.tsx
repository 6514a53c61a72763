import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../../../engine/scenario/scenario.ts';
import { shownView } from '../../../session/store.ts';
import { find, focusByKeys, idle, mount, text } from '../../../shell/mount.test.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const open = (preset: string, more = '') =>
  mount(
    <main>
      <ProblemPage />
    </main>,
    `${formatLink(presetScenario('gan', preset))}&forecast=1&pictures=all${more}`,
  );

const surface = (side: string) =>
  page.getByTestId(`cone-${side}`).getByRole('application').element() as HTMLElement;

test('a crosshair reads both sides, by keys aloud; what a click leaves stays until the pointer moves on', async () => {
  const { session } = await open('gan-cone', '&k=10');
  await idle();
  focusByKeys(surface('left'));
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  await expect.poll(() => text('probe-left')).toMatch(/^(column \d|g = |noise sample \d)/);
  await expect.poll(() => text('probe-right')).toMatch(/^(column \d+|g = |noise sample \d)/);
  expect(find('[data-testid="probe-left"]').getAttribute('aria-live')).toBe('polite');
  expect(session.store.getState().k).toBe(10);
  const { mean } = session.store.getState().opened!.info as { mean: Float64Array };
  session.pointAt([mean[0]!, mean[1]!]);
  await expect.poll(() => text('probe-left')).toMatch(/^x = .*outside the cone$/);
  await expect.poll(() => text('probe-right')).toMatch(/^x = .*inside the cone$/);
  surface('left').blur();
  await expect.poll(() => text('probe-left')).toBe('');
});

test('a wheel zooms both sides about the pointer, and the window goes back', async () => {
  const { session } = await open('gan-cone');
  await idle();
  const home = shownView(session.store.getState());
  const element = surface('left');
  const { left, top, width, height } = element.getBoundingClientRect();
  const wheel = () =>
    element.dispatchEvent(
      new WheelEvent('wheel', {
        deltaY: -300,
        ctrlKey: true,
        clientX: left + 0.7 * width,
        clientY: top + 0.4 * height,
        bubbles: true,
        cancelable: true,
      }),
    );
  // The library that moves maps loads later.
  await expect
    .poll(() => {
      wheel();
      const { x0, x1 } = shownView(session.store.getState());
      return x1 - x0;
    })
    .toBeLessThan(0.9 * (home.x1 - home.x0));
  await page.getByText('Reset view').click();
  await expect.poll(() => shownView(session.store.getState())).toEqual(home);
});

test('the text alternatives tell the state, and follow the step', async () => {
  const { seek } = await open('gan-cone');
  const told = (side: string) =>
    find(`[data-testid="cone-${side}"] canvas[role="img"]`).getAttribute('aria-label') ?? '';
  await expect
    .poll(() => told('left'))
    .toContain('outside the cone of 3 columns: no mixture comes closer than mse 1.68916');
  await seek(173);
  await expect.poll(() => told('right')).toMatch(/inside the cone of 12 columns\..*at x: mse/);
});

test('neurons are read one after the other by keys, of the left and then of the right', async () => {
  await open('gan-cone', '&k=10');
  await idle();
  const words = () => text('probe-neurons');
  await expect.poll(words).toMatch(/^Point at a neuron/);
  focusByKeys(find('[data-testid="neurons"]'));
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(words).toMatch(/^Width 3, neuron 1: .*of 20 samples\nh [\d.]+, h\* 0, v·d/);
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(words).toMatch(/^Width 12, neuron 12: /);
  await userEvent.keyboard('{Home}');
  await expect.poll(words).toMatch(/^Width 3, neuron 1: /);
  await userEvent.keyboard('{End}');
  await expect.poll(words).toMatch(/^Width 12, neuron 12: .*\nh [\d.]+, v·d/);
  expect(find('[data-testid="probe-neurons"]').getAttribute('aria-live')).toBe('polite');
  await userEvent.keyboard('{Escape}');
  await expect.poll(words).toMatch(/^Point at a neuron/);
});
