/** `npm run e2e -- <arguments of playwright test>`: runs end-to-end tests on dist/, built first if missing (`npm run build` renews it). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runBrowserTests } from './browser-tests.mjs';
import { onStop } from './machine/on-stop.mjs';
import { root, runTool, stopTool } from './run-tool.mjs';

onStop(stopTool);

try {
  const unbuilt = !existsSync(join(root, 'dist/index.html')) && (await runTool('vite', ['build']));
  const ending = unbuilt || (await runBrowserTests(process.argv.slice(2)));
  process.exitCode = ending ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
