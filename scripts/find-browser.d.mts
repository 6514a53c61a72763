/** For playwright.config.ts; described in find-browser.mjs. */
export function findBrowser(): string | undefined;
export const BROWSER_ARGS: string[];
