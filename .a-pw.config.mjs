import { BROWSER_ARGS, findBrowser } from './scripts/find-browser.mjs';
const browser = findBrowser();
export default {
  testDir: 'e2e', testMatch: 'lecture.spec.ts', fullyParallel: true, workers: 2, timeout: 30000, outputDir: '/tmp/A/results',
  use: { baseURL: 'http://localhost:4371', browserName: 'chromium', viewport: { width: 1280, height: 720 }, launchOptions: { ...(browser && { executablePath: browser }), args: BROWSER_ARGS } },
};
