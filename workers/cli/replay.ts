/**
 * The engine without a browser: replays a link, or flags, and prints every digit, e.g. npm run -s replay -- --link '#v=1&…' --steps 100.
 * Exit status 2, with one line on stderr, if the command line or the data cannot be used. Changed input is reported on stderr, a line each;
 * with --strict it is rejected.
 */

import { runCommand } from '../../scripts/failure.mjs';
import { runReplay } from './run-replay.ts';

await runCommand('replay', async () => {
  process.exitCode = await runReplay(process.argv.slice(2), { stdout: 1, stderr: process.stderr });
});
