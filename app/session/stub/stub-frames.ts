import { afterEach, beforeEach, vi } from 'vitest';

/** For tests: stubs display frames; they run when the returned function advances its own clock. */
export function stubFrames(): (ms: number) => void {
  let due = new Map<number, (now: number) => void>();
  let asked = 0;
  let clock = 0;
  beforeEach(() => {
    clock = 1000;
    due = new Map();
    vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => {
      due.set(++asked, callback);
      return asked;
    });
    vi.stubGlobal('cancelAnimationFrame', (handle: number) => void due.delete(handle));
    vi.stubGlobal('performance', { now: () => clock });
  });
  afterEach(() => void vi.unstubAllGlobals());
  return (ms) => {
    clock += ms;
    // Frames requested meanwhile run next time.
    const now = due;
    due = new Map();
    for (const callback of now.values()) callback(clock);
  };
}
