import { vi } from 'vitest';

/** Milliseconds after which what is waited for hangs: a machine that has other work may take long for what is quick by itself. */
const HANGS = 60_000;

/** For tests: so many turns of the event loop, in which what is asked is met, and what needs no time is answered. */
export async function turns(count = 3): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve));
}

/** For tests: waits until nothing is thrown any more. Vitest's own wait gives up after a second, which is a race with the machine. */
export function until<T>(look: () => T): Promise<T> {
  return vi.waitFor(look, { timeout: HANGS, interval: 5 });
}
