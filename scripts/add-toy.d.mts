/** For docs/contributing.test.ts, docs/add-problem.test.ts and e2e/add-problem.spec.ts; described in add-toy.mjs. */
export function readGuide(): { files: [string, string][]; path: string; line: string };
export function copySources(folder: string): void;
export function copyWithToy(folder: string): void;
