import { ensureBrowser } from './machine/find-browser.mjs';
import { findFreePort } from './machine/free-port.mjs';
import { runTool } from './run-tool.mjs';

/**
 * Runs Playwright on dist/, served on its own port.
 * @param {string[]} args for `playwright test`
 * @param {Record<string, string>} [env]
 * @returns {Promise<string | undefined>} as runTool
 */
export async function runBrowserTests(args, env = {}) {
  ensureBrowser();
  return runTool('playwright', ['test', ...args], { ...env, E2E_PORT: String(await findFreePort()) });
}
