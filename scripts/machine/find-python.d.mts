/** For tests; described in find-python.mjs. */
export function findPython(): string | null;
