import { vi } from 'vitest';

/** Milliseconds after which a wait has failed; long, because a busy machine may be slow. */
const HANGS = 60_000;

/** For tests: waits this many turns of the event loop, enough for answers that need no time. */
export async function turns(count = 3): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve));
}

/** For tests: waits until nothing is thrown any more. Vitest's own wait gives up after a second, a race with the machine. */
export function until<T>(look: () => T): Promise<T> {
  return vi.waitFor(look, { timeout: HANGS, interval: 5 });
}
