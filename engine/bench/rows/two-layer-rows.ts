import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { certify } from '../../problems/two-layer/program/certificate.ts';
import { createConvexProgram } from '../../problems/two-layer/program/convex-program.ts';
import { createDualCurve } from '../../problems/two-layer/program/dual-curve.ts';
import type { TeacherData } from '../../problems/two-layer/teacher.ts';
import {
  absoluteRow,
  plainRow,
  processorTime,
  type Row,
  ratioRow,
  type Timing,
  timeInTurn,
  written,
} from '../measure.ts';
import { createPlainFista } from '../peers/fista.ts';
import { BETA, createTwoLayerData, NEURONS, SAMPLES, STEPS } from '../peers/left-runs.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const GAP = 1e-6;
/** Maximum rounds of the program; a resisting one has missed the gap. */
const MOST_ROUNDS = 200;
const COARSE_GAP = 1e-3;
/** Iterations between two untimed checks of its gap. */
const EVERY = 10;
/** Milliseconds. */
const TIME_LIMIT = 60_000;
const LEFT_RUNS = 200;
/** Rounds of all left runs, on one worker and on all, alternating. */
const ROUNDS = 3;

/** The exact program to its gap against plain FISTA to a coarse one, and many descents on one worker and on all. */
export async function twoLayerRows(): Promise<Row[]> {
  return [...programRows(), ...(await leftRows())];
}

function programRows(): Row[] {
  const [few, some, many] = [50, 100, 200].map(compare) as [Comparison, Comparison, Comparison];
  const { timing, slowest, reached } = some.ours;
  return [
    {
      ...absoluteRow(
        '8a',
        `two layers, exact program to a relative gap of ${GAP}, n = ${some.n}, beta = ${BETA}, all set-up counted, ten seeds`,
        timing.median / 1e3,
        's',
        { atMost: 1 },
        `${reached} of ${SEEDS.length} reach it; ${written(timing)} (min/median), slowest ${slowest.toPrecision(3)} ms`,
      ),
      holds: reached === SEEDS.length,
    },
    rowOf('8b', few, null),
    rowOf('8c', some, few),
    rowOf('8d', many, some),
  ];
}

/** Results of the ten seeds; `timing` is their fastest and their median. */
interface Programs {
  readonly timing: Timing;
  readonly slowest: number;
  readonly reached: number;
}

function timePrograms(n: number): Programs {
  const data = SEEDS.map((seed) => createTwoLayerData(n, seed));
  const gaps = data.map((one) => solve(one).gap);
  const medians = timeInTurn(
    2,
    5,
    data.map((one) => () => solve(one).objective),
  ).map(({ median }) => median);
  return { ...spread(medians), reached: gaps.filter((gap) => gap <= GAP).length };
}

function solve({ features, labels }: TeacherData) {
  const program = createConvexProgram(features, labels, BETA);
  for (let k = 0; k < MOST_ROUNDS && program.state.gap > GAP && !program.state.atRest; k++) program.step();
  return program.state;
}

function spread(times: readonly number[]): { readonly timing: Timing; readonly slowest: number } {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    timing: { least: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]! },
    slowest: sorted.at(-1)!,
  };
}

interface Comparison {
  readonly n: number;
  readonly ours: Programs;
  readonly theirs: Timing;
  /** Time until its objective is within the gap of our lower bound, even if its own residual does not prove it. */
  readonly theirsUnproved: Timing;
  readonly iterations: number;
  /** Number of stopped opponents, whose times are too short. */
  readonly stopped: number;
}

function compare(n: number): Comparison {
  const ours = timePrograms(n);
  const data = SEEDS.map((seed) => createTwoLayerData(n, seed));
  runFista(data[0]!);
  const runs = data.map(runFista);
  const iterations = runs.map((run) => run.iterations).sort((a, b) => a - b);
  return {
    n,
    ours,
    theirs: spread(runs.map((run) => run.time)).timing,
    theirsUnproved: spread(runs.map((run) => run.timeUnproved)).timing,
    iterations: iterations[Math.floor(iterations.length / 2)]!,
    stopped: runs.filter((run) => run.stopped).length,
  };
}

/** Runs plain FISTA to the coarse gap between its best objective and its best bound; milliseconds with set-up. */
function runFista(data: TeacherData) {
  const { features, labels } = data;
  const { lowerBound: known } = solve(data);
  const curve = createDualCurve(features);
  let time = -processorTime();
  const fista = createPlainFista(features, labels, BETA);
  time += processorTime();
  let iterations = 0;
  let objective = Number.POSITIVE_INFINITY;
  let lowerBound = 0;
  let timeUnproved = Number.NaN;
  const isWithin = (bound: number) => objective - bound <= COARSE_GAP * objective;
  do {
    time -= processorTime();
    for (let k = 0; k < EVERY; k++) fista.step();
    time += processorTime();
    iterations += EVERY;
    objective = Math.min(objective, fista.objective());
    lowerBound = Math.max(lowerBound, certify(curve, features, labels, fista.residual, BETA).lowerBound);
    if (Number.isNaN(timeUnproved) && (isWithin(known) || time > TIME_LIMIT)) timeUnproved = time;
  } while (!isWithin(lowerBound) && time <= TIME_LIMIT);
  return { time, timeUnproved, iterations, stopped: !isWithin(lowerBound) };
}

/** Its target: the ratio grows with n. */
function rowOf(id: string, comparison: Comparison, fewer: Comparison | null): Row {
  const { n, ours, theirs, theirsUnproved, iterations, stopped } = comparison;
  const target = fewer && { atLeast: fewer.theirs.median / fewer.ours.timing.median };
  const what = `n = ${n}: plain FISTA with explicit matrices to a gap of ${COARSE_GAP} against the exact program to ${GAP}`;
  const row = ratioRow(id, what, ours.timing, theirs, target);
  const unproved = theirsUnproved.median / ours.timing.median;
  const cut =
    stopped > 0 ? `; at least: ${stopped} of ${SEEDS.length} stopped after ${TIME_LIMIT / 1e3} s` : '';
  return {
    ...row,
    detail: `${row.detail}, ${iterations} iterations (median); ${unproved.toFixed(0)}x to within the gap unproved${cut}`,
  };
}

/** One worker and all, alternating; by the clock, since threads run concurrently, so other load counts. */
async function leftRows(): Promise<Row[]> {
  const seeds = Array.from({ length: LEFT_RUNS }, (_, k) => k + 1);
  const threads = availableParallelism();
  // Interleave the seeds, so that no worker gets all slow ones.
  const shares = Array.from({ length: threads }, (_, t) => seeds.filter((_, k) => k % threads === t));
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const losses = await runInWorker(seeds);
    const between = performance.now();
    const parts = await Promise.all(shares.map(runInWorker));
    together.push(performance.now() - between);
    alone.push(between - start);
    losses.forEach((loss, k) => {
      const other = parts[k % threads]![Math.floor(k / threads)];
      if (loss !== other)
        throw new Error(`expected the loss ${loss} of seed ${seeds[k]} again; got ${other}`);
    });
  }
  const one = spread(alone).timing;
  const all = spread(together).timing;
  const each = (1e6 * one.median) / (LEFT_RUNS * STEPS * NEURONS * SAMPLES);
  return [
    plainRow(
      '8e',
      `two layers, ${LEFT_RUNS} left runs of m = ${NEURONS}, n = ${SAMPLES}, ${STEPS} steps, by the clock: one worker, its start counted`,
      one.median / 1e3,
      's',
      `${written(one)} (min/median); ${each.toPrecision(3)} ns a neuron and sample`,
    ),
    plainRow(
      '8f',
      `the same on all ${threads} workers`,
      all.median / 1e3,
      's',
      `${written(all)} (min/median); ${(one.median / all.median).toPrecision(3)}x as fast as one, with the same bits`,
    ),
  ];
}

/** Built next to this file by scripts/bench.mjs. */
const WORKER = 'left-worker.mjs';

function runInWorker(seeds: readonly number[]): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(WORKER, import.meta.url), { workerData: seeds });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
