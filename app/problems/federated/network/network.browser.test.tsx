import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../../../engine/scenario/scenario.ts';
import { find, focusByKeys, idle, mount, text } from '../../../shell/mount.test.tsx';
import { ProblemPage } from '../../kit/Page.tsx';
import { FED } from '../federated-info.ts';
import { ANGLE, circleOf } from './circle-drawing.ts';

const open = (preset: string, more = '') =>
  mount(
    <main>
      <ProblemPage />
    </main>,
    `${formatLink(presetScenario('federated', preset))}&forecast=1&pictures=all${more}`,
  );

const move = (id: string, x: number, y: number) => {
  const element = find(`[data-testid="${id}"]`);
  const { left, top, width, height } = element.getBoundingClientRect();
  element.dispatchEvent(
    new PointerEvent('pointermove', {
      clientX: left + x * width,
      clientY: top + y * height,
      bubbles: true,
    }),
  );
};

test('keys read both models at the samples, by the numbers that the engine gave', async () => {
  const { session, seek } = await open('fed-opening', '&k=1');
  await idle();
  focusByKeys(find('[data-testid="circle-left"]'));
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  const said = (side: string) => text(`probe-circle-${side}`).replaceAll('−', '-');
  await expect.poll(() => said('left')).toMatch(/^client 1, sample 2 at /);
  const told = () => FED.now(session.store.getState(), 'curves')!;
  const exact = (side: 'left' | 'right') => `f ${told()[side].outputs[1]!.toFixed(3)}`;
  expect(said('left')).toContain(exact('left'));
  expect(said('right')).toContain(exact('right'));
  expect(find('[data-testid="probe-circle-left"]').getAttribute('aria-live')).toBe('polite');
  expect(find('[data-testid="probe-circle-right"]').getAttribute('aria-live')).toBe('off');
  expect(session.store.getState().k).toBe(1);
  // The reading follows the step.
  const before = said('left');
  await seek(20);
  await expect.poll(() => said('left')).not.toBe(before);
  expect(said('left')).toContain(exact('left'));
  await userEvent.keyboard('{End}');
  await expect.poll(() => said('right')).toMatch(/^client 3, sample 12 at /);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => said('right')).toMatch(/^Point at an angle/);
});

test('a pointer reads the same angle on both sides, until it leaves', async () => {
  const { session } = await open('fed-square', '&k=3');
  await idle();
  move('circle-right', 0.6, 0.4);
  await expect.poll(() => text('probe-circle-right')).toMatch(/f /);
  const angle = (side: string) => /(?:angle|at) ([\d.]+)/.exec(text(`probe-circle-${side}`))?.[1];
  expect(angle('left')).toBe(angle('right'));
  expect(ANGLE.of(session.store.getState())).not.toBeNull();
  find('[data-testid="circle-right"]').dispatchEvent(new PointerEvent('pointerout', { bubbles: true }));
  await expect.poll(() => text('probe-circle-left')).toMatch(/^Point at an angle/);
});

test('the kernel is read entry by entry', async () => {
  const { session } = await open('fed-opening');
  await idle();
  const words = () => text('probe-kernel');
  await expect.poll(words).toMatch(/^λmin 0.0322, rank 12 of 12\./);
  focusByKeys(find('[data-testid="kernel"]'));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const { kernel } = session.store.getState().opened!.info as NetworkInfo;
  const value = Number(kernel[12]!.toPrecision(3));
  await expect.poll(words).toBe(`H ${value}: samples 2 (client 1) and 1 (client 1)`);
  expect(find('[data-testid="probe-kernel"]').getAttribute('aria-live')).toBe('polite');
  await userEvent.keyboard('{End}');
  await expect.poll(words).toMatch(/sample 12 of client 3 with itself$/);
});

test('no note lies over the name of a curve, and one number stands where both sides have one', async () => {
  const { session } = await open('fed-opening', '&k=10');
  await idle();
  const read = (name: string) => find(`[data-testid="curve-${name}"] > output`).textContent ?? '';
  const [loss, gap] = Array.from(document.querySelectorAll<HTMLElement>('.curves > .curve'), ({ dataset }) =>
    dataset.testid!.slice('curve-'.length),
  ) as [string, string];
  expect([loss, gap].map(read)).toEqual(['', '']);
  session.hoverStep(10);
  await expect.poll(() => read(loss)).toMatch(/^10 {2}● 0\.0\d+ {2}■ 0\.0\d+$/);
  await expect.poll(() => read(gap)).toMatch(/^10 {2}0\.0\d+$/);
  session.hoverStep(null);
});

test('the text alternatives follow the step, and the circle keeps to the instance', async () => {
  const { session, seek } = await open('fed-narrow');
  const told = (side: string) =>
    find(`[data-testid="circle-${side}"] canvas[role="img"]`).getAttribute('aria-label') ?? '';
  await expect.poll(() => told('left')).toContain('12 samples of 3 clients.');
  const first = told('left');
  await seek(40);
  await expect.poll(() => told('left')).not.toBe(first);
  expect(circleOf(session.store.getState().opened!.info as NetworkInfo).order).toHaveLength(12);
});
