/** Worker of rows 9; scripts/bench.mjs builds it as ensemble-worker.mjs next to bench.mjs. */

import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { createEngineRuns, type Piece } from './ensemble-runs.ts';

let runs: Awaited<ReturnType<typeof createEngineRuns>> | null = null;
let runsOf = 0;

parentPort!.on('message', async ({ n, from, count }: Piece) => {
  if (!runs || runsOf !== n) runs = await createEngineRuns(n);
  runsOf = n;
  const columns = runs(from, count);
  const heap = getHeapStatistics().used_heap_size;
  parentPort!.postMessage({ columns, heap });
});
