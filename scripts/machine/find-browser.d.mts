/** For playwright.config.ts; described in find-browser.mjs. */
export function findBrowser(whole?: boolean): string | undefined;
export const BROWSER_ARGS: string[];
