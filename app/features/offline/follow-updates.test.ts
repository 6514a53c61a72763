import { beforeEach, describe, expect, test, vi } from 'vitest';
import { followUpdates } from './follow-updates.ts';
import { updates } from './update.ts';

type State = 'installing' | 'installed' | 'activating' | 'activated' | 'redundant';

/** Simulates the service workers of one page. */
function createFake() {
  class Worker extends EventTarget {
    state: State = 'installing';
    said: unknown[] = [];
    postMessage(message: unknown) {
      this.said.push(message);
    }
  }
  class Registration extends EventTarget {
    installing: Worker | null = null;
    waiting: Worker | null = null;
    active: Worker | null = null;
    find(): Worker {
      this.installing = new Worker();
      this.dispatchEvent(new Event('updatefound'));
      return this.installing;
    }
    go(worker: Worker, state: State): void {
      for (const place of ['installing', 'waiting', 'active'] as const)
        if (this[place] === worker) this[place] = null;
      worker.state = state;
      if (state === 'installing') this.installing = worker;
      if (state === 'installed') this.waiting = worker;
      if (state === 'activating' || state === 'activated') this.active = worker;
      worker.dispatchEvent(new Event('statechange'));
    }
  }
  class Container extends EventTarget {
    controller: Worker | null = null;
    control(worker: Worker): void {
      this.controller = worker;
      this.dispatchEvent(new Event('controllerchange'));
    }
  }
  const [registration, container] = [new Registration(), new Container()];
  const reload = vi.fn();
  const follow = () =>
    followUpdates(
      container as unknown as ServiceWorkerContainer,
      registration as unknown as ServiceWorkerRegistration,
      reload,
    );
  /** Simulates a page of an older worker with a newer one waiting. */
  function update() {
    const old = registration.find();
    registration.go(old, 'activated');
    container.controller = old;
    const take = follow();
    const newer = registration.find();
    registration.go(newer, 'installed');
    return { take, newer };
  }
  return { registration, container, reload, follow, update };
}

const told = () => updates.getState().update;

beforeEach(() => {
  updates.setState({ update: 'none', later: false });
  vi.useFakeTimers();
});

describe('a first installation is no update', () => {
  test('however long it waits before it becomes active (Firefox), and though the page was opened amid it', () => {
    const { registration, container, reload, follow } = createFake();
    const first = registration.find();
    follow();
    registration.go(first, 'installed');
    expect(told()).toBe('none');
    registration.go(first, 'activating');
    container.control(first);
    registration.go(first, 'activated');
    expect(told()).toBe('none');
    expect(reload).not.toHaveBeenCalled();
  });

  test('nor is it one where it waits already as the page is opened', () => {
    const { registration, container, follow } = createFake();
    const first = registration.find();
    registration.go(first, 'installed');
    follow();
    registration.go(first, 'activating');
    container.control(first);
    expect(told()).toBe('none');
  });
});

test('a newer worker beside an active one is announced, and no longer once it is gone', () => {
  const { registration, update } = createFake();
  const { newer } = update();
  expect(told()).toBe('waiting');
  registration.go(newer, 'redundant');
  expect(told()).toBe('none');
});

test('a yes loads the page again once the newer worker is in control', () => {
  const { registration, container, reload, update } = createFake();
  const { take, newer } = update();
  void take();
  expect(newer.said).toEqual([{ type: 'SKIP_WAITING' }]);
  expect(reload).not.toHaveBeenCalled();
  registration.go(newer, 'activating');
  container.control(newer);
  expect(reload).toHaveBeenCalledOnce();
});

test('a yes whose newer worker never takes over ends after some seconds; later it reloads nothing', async () => {
  const { registration, container, reload, update } = createFake();
  const { take, newer } = update();
  const ended = vi.fn();
  void take().then(ended);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ended).toHaveBeenCalledOnce();
  registration.go(newer, 'activating');
  container.control(newer);
  expect(reload).not.toHaveBeenCalled();
  expect(told()).toBe('taken');
  void take();
  expect(reload).toHaveBeenCalledOnce();
});

test('a yes to what no longer waits loads the page again at once', () => {
  const { registration, reload, update } = createFake();
  const { take, newer } = update();
  registration.go(newer, 'redundant');
  void take();
  expect(reload).toHaveBeenCalledOnce();
});
