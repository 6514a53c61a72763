import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Arrived, PIECE, RUNS, runPlainly } from './ensemble-runs.ts';
import { plainRow, type Row } from './measure.ts';

/** Built beside this file by scripts/bench.mjs. */
const WORKER = 'ensemble-worker.mjs';

const REPEATS = 3;

/** Seconds by the clock: what a person waits for, and the only time that several threads share. */
async function seconds(
  task: () => Promise<Arrived>,
): Promise<{ least: number; median: number; found: Arrived }> {
  const times: number[] = [];
  let found: Arrived = { left: 0, right: 0 };
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const before = performance.now();
    found = await task();
    times.push((performance.now() - before) / 1000);
  }
  times.sort((a, b) => a - b);
  return { least: times[0]!, median: times[Math.floor(REPEATS / 2)]!, found };
}

/** All runs on workers that stand already, piece by piece, as the page's pool hands them out. */
async function onWorkers(workers: readonly Worker[]): Promise<Arrived> {
  let next = 0;
  const total = { left: 0, right: 0 };
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          const give = () => {
            if (next >= RUNS) {
              worker.removeAllListeners('message');
              resolve();
              return;
            }
            worker.postMessage(next);
            next += PIECE;
          };
          worker.on('message', ({ left, right }: Arrived) => {
            total.left += left;
            total.right += right;
            give();
          });
          worker.once('error', reject);
          give();
        }),
    ),
  );
  return total;
}

/** 10,000 runs of d = 2, n = 20, both sides, at most 1,000 steps: on one worker, on all, and in one plain loop. */
export async function ensembleRows(): Promise<Row[]> {
  const cores = availableParallelism();
  const workers = Array.from({ length: cores }, () => new Worker(new URL(WORKER, import.meta.url)));
  try {
    await onWorkers(workers);
    const one = await seconds(() => onWorkers(workers.slice(0, 1)));
    const all = await seconds(() => onWorkers(workers));
    const plain = await seconds(async () => runPlainly(0, RUNS));
    const what = '10,000 runs of d = 2, n = 20, both sides, at most 1,000 steps';
    const written = ({ least, median }: { least: number; median: number }) =>
      `${least.toPrecision(3)}/${median.toPrecision(3)} s (min/median)`;
    const arrivals = ({ left, right }: Arrived) => `${left}/${right}`;
    return [
      plainRow(
        '9a',
        `${what}: one worker`,
        one.median,
        's',
        `${written(one)}; ${arrivals(one.found)} arrive`,
      ),
      plainRow(
        '9b',
        `${what}: all ${cores} workers`,
        all.median,
        's',
        `${written(all)}; ${arrivals(all.found)} arrive`,
      ),
      plainRow(
        '9c',
        'efficiency of the pool',
        one.median / (cores * all.median),
        'x',
        `of ${cores} workers, by the medians`,
      ),
      plainRow(
        '9d',
        'one plain loop without the plane engine, against one worker',
        plain.median / one.median,
        'x',
        `${written(plain)}; ${arrivals(plain.found)} arrive`,
      ),
    ];
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
