import { vi } from 'vitest';

/** Milliseconds after which what is waited for hangs: a machine that has other work may take long for what is quick by itself. */
const HANGS = 60_000;

/** For tests: waits until nothing is thrown any more. Vitest's own wait gives up after a second, which is a race with the machine. */
export function until<T>(look: () => T): Promise<T> {
  return vi.waitFor(look, { timeout: HANGS, interval: 5 });
}
