/**
 * The engine without a browser: replays a link, or flags, and prints every digit.
 *   npm run -s replay -- --link '#v=1&…' --steps 100
 * Exit status 2, with one line on stderr, where the command line or the data cannot be used. What was not taken as it came is told
 * on stderr, a line each; with --strict it cannot be used.
 */

import { runCommand } from '../../scripts/failure.mjs';
import { runReplay } from './run-replay.ts';

await runCommand('replay', async () => {
  process.exitCode = await runReplay(process.argv.slice(2), { stdout: 1, stderr: process.stderr });
});
