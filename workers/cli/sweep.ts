/**
 * Sweeps and ensembles from the command line, on all cores or on one machine of many.
 *   npm run -s sweep -- --spec sweep.json [--data own.csv] [--shard 3/16] [--workers 2] > runs.csv
 *   npm run -s sweep -- --spec sweep.json [--data own.csv] [--shard 3/16] [--workers 2] --resume part-3.csv
 *   npm run -s sweep -- --spec sweep.json [--shard 3/16] --aggregate [--resume part-3.json] > part-3.json
 *   npm run -s sweep -- --missing 'part-*.csv'
 *   npm run -s sweep -- --merge a.csv b.csv > runs.csv
 * Exit status 2, with one line on stderr, if the command line or a file cannot be used; 128 plus the signal number if a signal ended it.
 */

import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { runCommand } from '../../scripts/failure.mjs';
import { onStop } from '../../scripts/machine/on-stop.mjs';
import { runSweep } from './run-sweep.ts';
import type { SweepTask } from './sweep-pool.ts';
import { answerPieces } from './sweep-work.ts';

/** Also the script of its threads. */
const SCRIPT = fileURLToPath(import.meta.url);
const openThread = (task: SweepTask) => new Worker(SCRIPT, { workerData: task });

if (!isMainThread) await answerPieces(workerData as SweepTask, parentPort!);
else
  await runCommand('sweep', async () => {
    const { argv, stderr } = process;
    process.exitCode = await runSweep(argv.slice(2), { stdout: 1, stderr, openThread, onStop });
  });
