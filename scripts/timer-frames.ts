import { afterAll, beforeAll, vi } from 'vitest';

/** For tests in Node: until the file ends, timers drive frames and every media query matches. */
export function withTimerFrames(): void {
  beforeAll(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} }));
    vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 1));
    vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  });
  afterAll(() => void vi.unstubAllGlobals());
}
