import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { button, find, idle, mount } from '../shell/mount.test.tsx';
import { PlaybackBar } from './PlaybackBar.tsx';

const END = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=400';

test('at the end Space plays from the start; Shift+Space and “Go on” continue', async () => {
  const { session, open } = await mount(<PlaybackBar />, END);
  const now = () => session.store.getState();
  const pause = async () => {
    session.pause();
    await idle();
  };
  await expect.element(button('Go on')).toBeVisible();
  (document.activeElement as HTMLElement | null)?.blur();
  await userEvent.keyboard(' ');
  await expect.poll(() => now().playing && now().k < 100).toBe(true);
  await pause();
  expect(button('Go on').elements()).toHaveLength(0);

  await open(END);
  await userEvent.keyboard('{Shift>} {/Shift}');
  await expect.poll(() => now().playing && now().k > 400).toBe(true);
  await pause();

  await open(END);
  await button('Go on').click();
  await expect.poll(() => now().playing && now().k > 400).toBe(true);
  await expect.poll(() => document.activeElement).toBe(find('#play-button'));
  await pause();
});
