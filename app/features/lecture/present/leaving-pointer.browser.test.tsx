import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProblemPage } from '../../../problems/kit/Page.tsx';
import { find, findAll, focusByKeys, idle, mount } from '../../../shell/mount.test.tsx';
import { HILLS } from '../../../storage/lectures/shipped/hills.ts';
import { PresenterBar } from '../PresenterBar.tsx';

test('on the stage a resting pointer leaves with all it reads after two seconds; what keys read stays', async () => {
  const { session } = await mount(
    <main>
      <ProblemPage />
      <PresenterBar />
    </main>,
    `${HILLS.ball.scenario}&lecture=hills&scene=1`,
  );
  const { store } = session;
  const surface = find('.surface[data-side="left"]');
  const isGone = () => document.documentElement.dataset.pointerGone !== undefined;
  let moves = 0;
  const move = (element: HTMLElement) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2 + ++moves, top + height / 2];
    const at = { clientX, clientY, screenX: clientX, screenY: clientY };
    element.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', ...at }));
  };
  const passed = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
  const fakeTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });

  // Beside a lecturer's page the pointer stays.
  fakeTime();
  move(surface);
  passed(10_000);
  expect([store.getState().crosshair !== null, isGone()]).toEqual([true, false]);
  vi.useRealTimers();

  session.present(true);
  await idle();
  session.setLecture({
    title: 'A lecture',
    scenes: [
      {
        title: '',
        sentence: '',
        notes: '',
        question: '',
        guess: false,
        ...HILLS.ball,
        parts: { excess: 'on' },
      },
    ],
  });
  // The curves' code comes on demand.
  await expect.poll(() => findAll('.curve[data-testid]').length).toBeGreaterThan(0);
  fakeTime();
  const places = [
    [surface, () => store.getState().crosshair],
    [find('.curve[data-testid]'), () => store.getState().hoverStep],
  ] as const;
  for (const [place, read] of places) {
    move(place);
    passed(1999);
    move(place);
    passed(1999);
    expect([read() !== null, isGone()]).toEqual([true, false]);
    passed(1);
    expect([read(), isGone()]).toEqual([null, true]);
    expect(getComputedStyle(place).cursor).toBe('none');
    move(place);
    expect([read() !== null, isGone()]).toEqual([true, false]);
  }

  move(surface);
  focusByKeys(surface);
  await userEvent.keyboard('{ArrowRight}');
  const { crosshair } = store.getState();
  passed(2000);
  expect([store.getState().crosshair, isGone()]).toEqual([crosshair, true]);
  vi.useRealTimers();
  session.present(false);
  await idle();
  expect(isGone()).toBe(false);
});
