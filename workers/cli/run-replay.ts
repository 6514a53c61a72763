import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import { createPrinter } from './print.ts';
import { replayPieces } from './replay-pieces.ts';
import type { Surroundings } from './surroundings.ts';
import { tell } from './taken-otherwise.ts';
import { UsageError } from './usage-error.ts';

/** Runs a `replay` command line; resolves with its exit status. Rejects with the system's error if it cannot print. */
export async function runReplay(args: readonly string[], { stdout, stderr }: Surroundings): Promise<number> {
  try {
    printAll(await replayPieces(args, stderr), stdout);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ScenarioError)) throw error;
    tell(stderr, 'replay', [error.message]);
    return 2;
  }
}

function printAll(pieces: Iterable<string>, stdout: number): void {
  const { print, flush } = createPrinter(stdout);
  for (const piece of pieces) if (!print(piece)) return;
  print('\n');
  flush();
}
