/** What a worker of rows 9 runs; scripts/bench.mjs builds it as ensemble-worker.mjs beside bench.mjs. */

import { parentPort } from 'node:worker_threads';
import { PIECE, runByEngine } from './ensemble-runs.ts';

parentPort!.on('message', async (from: number) => {
  parentPort!.postMessage(await runByEngine(from, PIECE));
});
