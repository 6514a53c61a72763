import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/find-browser.mjs';
const browser = findBrowser();
export default defineConfig({ testDir: 'e2e', testMatch: '*.spec.ts', fullyParallel: true, workers: 2, timeout: 30_000, outputDir: '/tmp/e/results',
  use: { baseURL: 'http://localhost:4395' },
  projects: [{ name: 'desktop', use: { browserName: 'chromium', viewport: { width: 1280, height: 720 }, launchOptions: { ...(browser && { executablePath: browser }), args: BROWSER_ARGS } } }] });
