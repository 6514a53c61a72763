/**
 * The engine without a browser: replays a link, or flags, and prints every digit.
 *   npm run -s replay -- --link '#v=1&…' --steps 100
 * Exit status 2, with one line on stderr, where the command line or the data cannot be used. What was not taken as it came is told
 * on stderr, a line each; with --strict it cannot be used.
 */

import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import { runCommand } from '../../scripts/failure.mjs';
import { createPrinter } from './print.ts';
import { replayPieces } from './replay-pieces.ts';
import { tell } from './taken-otherwise.ts';
import { UsageError } from './usage-error.ts';

/** Prints all pieces and a line break, or what the reader wants of them. */
function printAll(pieces: Iterable<string>): void {
  const { print, flush } = createPrinter();
  for (const piece of pieces) if (!print(piece)) return;
  print('\n');
  flush();
}

await runCommand('replay', async () => {
  try {
    printAll(await replayPieces(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ScenarioError)) throw error;
    tell('replay', [error.message]);
    process.exitCode = 2;
  }
});
