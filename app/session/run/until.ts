import { vi } from 'vitest';

/** Milliseconds until a wait has failed; long, because machines may be busy. */
const HANGS = 60_000;

/** For tests: waits this many turns of the event loop, enough for immediate answers. */
export async function turns(count = 3): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve));
}

/** For tests: waits until nothing throws. Vitest's own wait of a second is a race with the machine. */
export function until<T>(look: () => T): Promise<T> {
  return vi.waitFor(look, { timeout: HANGS, interval: 5 });
}
