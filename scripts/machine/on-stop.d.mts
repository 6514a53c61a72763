/** For workers/cli/sweep.ts; described in on-stop.mjs. */
export function onStop(stop: (reason: string) => void): void;
