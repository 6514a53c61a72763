/** For docs/engine.test.ts; described in build-engine.mjs. */
export function buildEngine(outDir: string): Promise<void>;
