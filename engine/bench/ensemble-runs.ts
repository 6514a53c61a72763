import type { RunColumns } from '../ensemble/columns.ts';
import { ensembleOf } from '../ensemble/ensemble-params.ts';
import { createEnsembleRuns, createRunMemory } from '../ensemble/run-ensemble.ts';
import { createRandom, fillNormal, STREAMS } from '../kernels/random.ts';
import { loadProblem } from '../problems/index.ts';
import { CRITERIA } from '../run/status.ts';
import { createScenario } from '../scenario/create-scenario.ts';

export const STEPS = 1_000;
const WITHIN = 0.01;

/** Runs of a piece: n samples each, from number `from` on. */
export interface Piece {
  readonly n: number;
  readonly from: number;
  readonly count: number;
}

export interface Arrived {
  readonly left: number;
  readonly right: number;
}

/** Makes runs [from, from + count) of n samples by the engine, like a worker of the page. */
export async function createEngineRuns(n: number) {
  const { values } = createScenario('one-neuron', { n, limit: STEPS, within: WITHIN });
  const problem = await loadProblem('one-neuron', values);
  const ensemble = ensembleOf(values);
  const memory = createRunMemory(await problem.flat?.(), values, ensemble);
  return (from: number, count: number): RunColumns => {
    const runs = createEnsembleRuns(problem, values, ensemble, null, from, count, memory);
    while (runs.step());
    return runs.columns;
  };
}

export function arrivedIn({ left, right }: RunColumns): Arrived {
  const arrived = (arrivals: Int32Array) => arrivals.reduce((sum, step) => sum + (step >= 0 ? 1 : 0), 0);
  return { left: arrived(left.arrivals), right: arrived(right.arrivals) };
}

/** Makes the same runs in one plain loop over the samples: the same draws, rule, step, criterion and ends. */
export function runPlainly({ n, from, count }: Piece): Arrived {
  const arrived = { left: 0, right: 0 };
  const rows = new Float64Array(2 * n);
  const labels = new Float64Array(n);
  const plant = new Float64Array(2);
  const start = new Float64Array(2);
  for (let run = from; run < from + count; run++) {
    fillNormal(rows, createRandom(1 + run, STREAMS.data));
    fillNormal(plant, createRandom(1 + run, STREAMS.plant));
    fillNormal(start, createRandom(1 + run, STREAMS.start));
    const length = Math.sqrt(plant[0]! ** 2 + plant[1]! ** 2);
    plant[0]! /= length;
    plant[1]! /= length;
    let [xx, xy, yy] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const [a, b] = [rows[2 * i]!, rows[2 * i + 1]!];
      labels[i] = Math.max(0, a * plant[0]! + b * plant[1]!);
      xx += a * a;
      xy += a * b;
      yy += b * b;
    }
    const smoothness = (xx + yy + Math.sqrt((xx - yy) ** 2 + 4 * xy * xy)) / (2 * n);
    if (descend(rows, labels, plant, start, smoothness, false)) arrived.left++;
    if (descend(rows, labels, plant, start, smoothness, true)) arrived.right++;
  }
  return arrived;
}

/** Runs one side until it has settled or reached the limit; true if it came within the criterion. */
function descend(
  rows: Float64Array,
  labels: Float64Array,
  plant: Float64Array,
  start: Float64Array,
  smoothness: number,
  relaxed: boolean,
): boolean {
  const n = labels.length;
  let [x, y] = [start[0]!, start[1]!];
  let arrived = false;
  for (let k = 0; k <= STEPS; k++) {
    let [gx, gy, loss] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const [a, b, label] = [rows[2 * i]!, rows[2 * i + 1]!, labels[i]!];
      const z = a * x + b * y;
      const residual = Math.max(0, z) - label;
      loss += relaxed ? Math.max(0, z) ** 2 - 2 * label * z + label * label : residual * residual;
      if (z <= 0 && !relaxed) continue;
      gx += residual * a;
      gy += residual * b;
    }
    gx /= n;
    gy /= n;
    arrived ||= Math.sqrt((x - plant[0]!) ** 2 + (y - plant[1]!) ** 2) <= WITHIN;
    const [beforeX, beforeY] = [x, y];
    x -= gx / smoothness;
    y -= gy / smoothness;
    // An arrived run continues until the criteria end it, another until it cannot move any more.
    if (!arrived && x === beforeX && y === beforeY) break;
    const size = Math.max(1, Math.sqrt(beforeX * beforeX + beforeY * beforeY));
    if (arrived && Math.sqrt(gx * gx + gy * gy) <= CRITERIA.gradient * smoothness * size) break;
    if (arrived && loss / (2 * n) <= CRITERIA.global) break;
  }
  return arrived;
}
