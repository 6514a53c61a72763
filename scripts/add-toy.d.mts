/** For docs/add-problem.test.ts and e2e/add-problem.spec.ts; described in add-toy.mjs. */
export function readGuide(): { files: [string, string][]; path: string; line: string };
export function copyWithToy(folder: string): void;
