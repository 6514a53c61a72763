import { expect, test } from 'vitest';
import { idsOf, newId } from './own-shelf.ts';
import { browserTurns } from './turns.ts';

/** Locks as the browser has them, as far as turns ask for them. */
function locks() {
  const held = new Set<string>();
  const asked: unknown[] = [];
  async function request(name: string, options: unknown, use: (lock: object | null) => unknown) {
    asked.push(name, options);
    if (held.has(name)) return use(null);
    held.add(name);
    await use({ name });
    held.delete(name);
  }
  const query = async () => ({ held: [...held].map((name) => ({ name })) });
  return { asked, manager: { request, query } as unknown as LockManager };
}

test('one tab has a turn until it gives it back', async () => {
  const { asked, manager } = locks();
  const [one, other] = [browserTurns(manager), browserTurns(manager)];
  const giveBack = await one.take('runs 1');
  expect(giveBack).not.toBeNull();
  expect(asked).toEqual(['twin-descent-runs 1', { ifAvailable: true }]);
  expect(await other.take('runs 1')).toBeNull();
  expect(await other.take('runs 2')).not.toBeNull();
  giveBack!();
  await new Promise((resolve) => setTimeout(resolve));
  expect(await other.take('runs 1')).not.toBeNull();
});

test('whether a tab has a turn is seen without taking it', async () => {
  const { asked, manager } = locks();
  const [one, other] = [browserTurns(manager), browserTurns(manager)];
  expect(await other.isTaken('runs 1')).toBe(false);
  const giveBack = await one.take('runs 1');
  expect(await other.isTaken('runs 1')).toBe(true);
  expect(await other.isTaken('runs 2')).toBe(false);
  giveBack!();
  await new Promise((resolve) => setTimeout(resolve));
  expect(await other.isTaken('runs 1')).toBe(false);
  expect(asked).toHaveLength(2);
});

test('a browser without locks, or one that refuses them, is no trouble', async () => {
  expect(await browserTurns(undefined).take('runs 1')).not.toBeNull();
  expect(await browserTurns(undefined).isTaken('runs 1')).toBe(false);
  const reject = () => Promise.reject(new Error('refused'));
  const refused = { request: reject, query: reject } as unknown as LockManager;
  expect(await browserTurns(refused).isTaken('runs 1')).toBe(true);
  expect(await browserTurns(refused).take('runs 1')).toBeNull();
});

test('the newest of a kind comes first, what an earlier version stored last', () => {
  const ids = [newId('runs', 2000, 0.3), 'runs', newId('diagram', 5000, 0.1), newId('runs', 10_000, 0.2)];
  expect(idsOf('runs', ids)).toEqual([ids[3], ids[0], 'runs']);
  expect(newId('runs', 1, 0.1)).not.toBe(newId('runs', 1, 0.2));
});
