import { expect, it, onTestFinished, vi } from 'vitest';
import { createAppStore } from '../../../session/store.ts';
import { followShown } from './follow-shown.ts';

function followed() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const store = createAppStore();
  const act = vi.fn();
  const end = followShown(store, act);
  return { store, act, end };
}

it('a figure is made once of maps that come one soon after the other, and not of what it does not show', () => {
  const { store, act } = followed();
  for (let version = 1; version <= 5; version++) {
    store.setState({ version });
    vi.advanceTimersByTime(100);
  }
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(act).toHaveBeenCalledTimes(1);
  store.setState({ hoverStep: 3, toast: null });
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(1);
});

it('while the run plays a figure is made now and then, after its end at once; of a page that is left none', () => {
  const { store, act, end } = followed();
  store.setState({ playing: true });
  for (let k = 1; k <= 4000; k += 16) {
    store.setState({ k });
    vi.advanceTimersByTime(16);
  }
  expect(act).toHaveBeenCalledTimes(2);
  store.setState({ playing: false, k: 0 });
  vi.advanceTimersByTime(200);
  expect(act).toHaveBeenCalledTimes(3);
  store.setState({ k: 1 });
  end();
  vi.advanceTimersByTime(2000);
  expect(act).toHaveBeenCalledTimes(3);
});
