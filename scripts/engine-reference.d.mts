/** For docs/engine.test.ts; described in engine-reference.mjs. */
export function describeApi(members: readonly object[], declarations: string): string;
