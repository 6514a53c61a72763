/** What a worker of rows 8e and 8f runs; scripts/bench.mjs builds it as left-worker.mjs beside bench.mjs. */

import { parentPort, workerData } from 'node:worker_threads';
import { runLeft } from './left-runs.ts';

parentPort!.postMessage(runLeft(workerData));
