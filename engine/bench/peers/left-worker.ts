/** Worker of rows 8e and 8f; scripts/bench.mjs builds it as left-worker.mjs next to bench.mjs. */

import { parentPort, workerData } from 'node:worker_threads';
import { runLeft } from './left-runs.ts';

parentPort!.postMessage(runLeft(workerData));
