import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createColumns, placeColumns, type RunColumns, sliceColumns } from '../../ensemble/columns.ts';
import { summarise } from '../../ensemble/summary.ts';
import { type Arrived, arrivedIn, runPlainly } from '../ensemble-runs.ts';
import { absoluteRow, plainRow, type Row } from '../measure.ts';

/** Built next to this file by scripts/bench.mjs. */
const WORKER = 'ensemble-worker.mjs';

const REPEATS = 5;

/** Maximum runs per cell, and milliseconds between two summaries, as on the page. */
const CELL = 100_000;
const PACE = 300;

/** Ensemble, and runs per piece: some 10 to 20 ms each. */
const SMALL = { n: 20, runs: 60_000, piece: 500 };
const LARGE = { n: 2000, runs: 1500, piece: 30 };
const MILLION = { n: 20, runs: 1_000_000, piece: 1000 };

type Task = typeof SMALL;

/** Makes all runs on existing workers, piece by piece, like the page's pool; `onTable` takes each table. */
async function onWorkers(
  workers: readonly Worker[],
  { n, runs, piece }: Task,
  onTable: (columns: RunColumns, heap: number) => void,
): Promise<void> {
  let next = 0;
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          const give = () => {
            if (next >= runs) {
              worker.removeAllListeners('message').removeAllListeners('error');
              resolve();
              return;
            }
            worker.postMessage({ n, from: next, count: Math.min(piece, runs - next) });
            next += piece;
          };
          worker.on('message', ({ columns, heap }: { columns: RunColumns; heap: number }) => {
            give();
            onTable(columns, heap);
          });
          worker.once('error', reject);
          give();
        }),
    ),
  );
}

async function countOn(workers: readonly Worker[], task: Task): Promise<Arrived> {
  const total = { left: 0, right: 0 };
  await onWorkers(workers, task, (columns) => {
    const { left, right } = arrivedIn(columns);
    total.left += left;
    total.right += right;
  });
  return total;
}

interface Timed {
  readonly times: number[];
  found: Arrived;
}

/** Measures seconds by the clock, the user's waiting time and the only time shared by several threads: tasks alternate repeatedly. */
async function inTurn(tasks: readonly (() => Arrived | Promise<Arrived>)[]): Promise<Timed[]> {
  const timed = tasks.map((): Timed => ({ times: [], found: { left: 0, right: 0 } }));
  for (let repeat = -1; repeat < REPEATS; repeat++)
    for (const [i, task] of tasks.entries()) {
      const before = performance.now();
      timed[i]!.found = await task();
      if (repeat >= 0) timed[i]!.times.push((performance.now() - before) / 1000);
    }
  for (const { times } of timed) times.sort((a, b) => a - b);
  return timed;
}

const median = ({ times }: Timed) => times[Math.floor(times.length / 2)]!;
const told = (timed: Timed) =>
  `${timed.times[0]!.toPrecision(3)}/${median(timed).toPrecision(3)} s (min/median); ${timed.found.left}/${timed.found.right} arrive`;

const atLeast = (row: Row, least: number): Row => ({ ...row, target: { atLeast: least } });

/** Makes a million runs as ten cells of a diagram, with a summary of the current one every 300 ms; returns seconds and memory. */
async function runMillion(workers: readonly Worker[]) {
  const whole = createColumns(0, MILLION.runs, false);
  const heaps = { early: Number.POSITIVE_INFINITY, late: Number.POSITIVE_INFINITY };
  let [done, told, summaries] = [0, performance.now(), 0];
  const before = told;
  await onWorkers(workers, MILLION, (columns, heap) => {
    placeColumns(whole, columns);
    done += columns.count;
    if (done <= 10_000) heaps.early = Math.min(heaps.early, heap);
    if (done > MILLION.runs - 100_000) heaps.late = Math.min(heaps.late, heap);
    if (performance.now() - told < PACE) return;
    const from = Math.floor((done - 1) / CELL) * CELL;
    summarise(sliceColumns(whole, from, done - from, 0));
    summaries++;
    told = performance.now();
  });
  return { seconds: (performance.now() - before) / 1000, summaries, heaps };
}

/** Runs of d = 2, both sides, at most 1,000 steps, on workers and in one plain loop; a million of them. */
export async function ensembleRows(): Promise<Row[]> {
  const cores = availableParallelism();
  const workers = Array.from({ length: cores }, () => new Worker(new URL(WORKER, import.meta.url)));
  try {
    const [first] = workers as [Worker];
    const [one, all, plain] = (await inTurn([
      () => countOn([first], SMALL),
      () => countOn(workers, SMALL),
      () => runPlainly({ n: SMALL.n, from: 0, count: SMALL.runs }),
    ])) as [Timed, Timed, Timed];
    const [large, plainLarge] = (await inTurn([
      () => countOn([first], LARGE),
      () => runPlainly({ n: LARGE.n, from: 0, count: LARGE.runs }),
    ])) as [Timed, Timed];
    const { seconds, summaries, heaps } = await runMillion(workers);
    const what = `${SMALL.runs} runs of d = 2, n = ${SMALL.n}, both sides, at most 1,000 steps`;
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
    return [
      absoluteRow(
        '9',
        `a million runs of n = ${MILLION.n} on all ${cores} workers, with ${summaries} summaries meanwhile`,
        seconds,
        's',
        { atMost: 30 },
        `least heap of a worker in the first 10,000 runs ${megabytes(heaps.early)}, in the last 100,000 ${megabytes(heaps.late)}`,
      ),
      plainRow('9a', `${what}: one worker`, median(one), 's', told(one)),
      plainRow('9b', `${what}: all ${cores} workers`, median(all), 's', told(all)),
      atLeast(
        plainRow(
          '9c',
          'efficiency of the pool',
          median(one) / (cores * median(all)),
          'x',
          `of ${cores} workers, by the medians`,
        ),
        0.92,
      ),
      atLeast(
        plainRow(
          '9d',
          'one plain loop without the plane engine, against one worker',
          median(plain) / median(one),
          'x',
          told(plain),
        ),
        1.5,
      ),
      atLeast(
        plainRow(
          '9e',
          `the same at n = ${LARGE.n}, ${LARGE.runs} runs`,
          median(plainLarge) / median(large),
          'x',
          `${told(plainLarge)}; one worker ${told(large)}`,
        ),
        1.5,
      ),
    ];
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
