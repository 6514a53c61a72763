import { afterEach, beforeEach, vi } from 'vitest';

/** For tests: display frames that come when they are asked for, told by a clock of their own. */
export function stubFrames(): (ms: number) => void {
  let frame: ((now: number) => void) | null = null;
  let clock = 0;
  beforeEach(() => {
    clock = 1000;
    vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => {
      frame = callback;
      return 1;
    });
    vi.stubGlobal('cancelAnimationFrame', () => {
      frame = null;
    });
    vi.stubGlobal('performance', { now: () => clock });
  });
  afterEach(() => void vi.unstubAllGlobals());
  return (ms) => {
    clock += ms;
    frame?.(clock);
  };
}
