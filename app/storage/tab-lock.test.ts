import { expect, test, vi } from 'vitest';
import { createFakeLocks } from './fake-locks.ts';
import { createTabLocks } from './tab-lock.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

function twoTabs() {
  const { manager, held } = createFakeLocks();
  return { here: createTabLocks(manager), there: createTabLocks(manager), held };
}

test('one tab has a document until it gives it back', async () => {
  const { here, there, held } = twoTabs();
  const giveBack = await here.take('runs 1');
  expect(giveBack).not.toBeNull();
  expect([...held]).toEqual(['twin-descent-runs 1']);
  expect(await there.take('runs 1')).toBeNull();
  expect(await there.take('runs 2')).not.toBeNull();
  giveBack!();
  await turn();
  expect(await there.take('runs 1')).not.toBeNull();
});

test('a tab that waits is told that another has the document, and has it as soon as that lets go', async () => {
  const { here, there, held } = twoTabs();
  const [mine, others] = [vi.fn(), vi.fn()];
  const letGo = here.hold('lecture', mine);
  await turn();
  const stop = there.hold('lecture', others);
  await turn();
  expect([mine.mock.calls, others.mock.calls]).toEqual([[[true]], [[false]]]);
  letGo();
  await turn();
  expect(others.mock.calls).toEqual([[false], [true]]);
  stop();
  await turn();
  expect(held.size).toBe(0);
});

test('a tab that waits no longer, or lets go before it was answered, gets nothing', async () => {
  const { here, there, held } = twoTabs();
  const [mine, others] = [vi.fn(), vi.fn()];
  const letGo = here.hold('lecture', mine);
  const stop = there.hold('lecture', others);
  await turn();
  stop();
  letGo();
  here.hold('lecture', mine)();
  await turn();
  expect([mine.mock.calls, others.mock.calls]).toEqual([[[true]], [[false]]]);
  expect(held.size).toBe(0);
});

test('whether a tab has a document is seen without taking it', async () => {
  const { here, there, held } = twoTabs();
  expect(await there.isTaken('runs 1')).toBe(false);
  const giveBack = await here.take('runs 1');
  expect(await there.isTaken('runs 1')).toBe(true);
  expect(await there.isTaken('runs 2')).toBe(false);
  giveBack!();
  await turn();
  expect(await there.isTaken('runs 1')).toBe(false);
  expect(held.size).toBe(0);
});

test('a browser without locks, or one that refuses them, is no trouble', async () => {
  const alone = createTabLocks(null);
  expect(await alone.take('runs 1')).not.toBeNull();
  expect(await alone.isTaken('runs 1')).toBe(false);
  const refuse = () => Promise.reject(new Error('refused'));
  const refused = createTabLocks({ request: refuse, query: refuse } as unknown as LockManager);
  expect(await refused.isTaken('runs 1')).toBe(true);
  expect(await refused.take('runs 1')).toBeNull();
  const changed = vi.fn();
  refused.hold('lecture', changed);
  await turn();
  expect(changed.mock.calls).toEqual([[true]]);
});
