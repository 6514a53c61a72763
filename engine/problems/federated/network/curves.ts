import type { Vector } from '../../../contract.ts';
import type { Search } from '../../../search.ts';
import { weigh } from '../linear-rates.ts';
import { outputsOf } from '../shard.ts';
import type { CurvesReading, CurvesTold } from '../types.ts';
import { inputsOf } from './circle-data.ts';
import { kappa, type Patterns, type PreparedNetwork, patternsOf } from './kernel.ts';
import { createNetworkRound } from './local-steps.ts';
import type { NetworkSides } from './sides.ts';

/** Products per slice: some milliseconds. */
const PRODUCTS = 2e6;

/** The network's start over the circle. */
export interface StartCurve {
  readonly inputs: Vector;
  /** f. */
  readonly outputs: Vector;
  /** Between points and samples, points x n. */
  readonly kappas: Vector;
}

/** The latest of each instance. */
const known = new WeakMap<PreparedNetwork, StartCurve>();

/**
 * Returns f at `points` angles 2 pi j/points, and the clients' models after the round from there. The first call for `points` computes
 * kappa; the instance caches it.
 */
export function curvesOf(
  network: NetworkSides,
  { left, right, points }: CurvesReading['asked'],
): Search<CurvesReading['told']> {
  const slices = drawn();
  let told: CurvesReading['told'] | null = null;

  function* drawn(): Generator<undefined, CurvesReading['told']> {
    const start = yield* startCurve(network.prepared, points);
    return { left: yield* leftCurves(start), right: linearCurves(network, start, right) };
  }

  function* leftCurves({ inputs }: StartCurve): Generator<undefined, CurvesTold> {
    const { data, start } = network.prepared;
    const curve = yield* sliced(inputs, left);
    const round = createNetworkRound(data, start.width, network.info);
    round.begin(left);
    while (!round.goOn(() => true)) yield;
    const locals = new Float64Array(data.count * points);
    for (const [c, end] of round.ends.entries()) locals.set(yield* sliced(inputs, end), c * points);
    return { curve, outputs: outputsOf(data.inputs, left), locals };
  }

  return {
    step() {
      if (told) return false;
      const next = slices.next();
      if (next.done) told = next.value;
      return true;
    },
    found: () => told!,
  };
}

export function* startCurve(prepared: PreparedNetwork, points: number): Generator<undefined, StartCurve> {
  const before = known.get(prepared);
  if (before?.outputs.length === points) return before;
  const { data, start, patterns } = prepared;
  const inputs = inputsOf(Float64Array.from({ length: points }, (_, j) => (2 * Math.PI * j) / points));
  const outputs = yield* sliced(inputs, start.weights);
  const kappas = new Float64Array(points * data.samples);
  const stride = Math.max(1, Math.floor(PRODUCTS / (start.width * (1 + data.samples / 32))));
  for (let from = 0; from < points; from += stride) {
    const some = inputs.subarray(3 * from, 3 * (from + stride));
    const own = patternsOf(some, start);
    fillKappas(kappas.subarray(from * data.samples), some, own, data.inputs, patterns, start.width);
    yield;
  }
  const made = { inputs, outputs, kappas };
  known.set(prepared, made);
  return made;
}

function* sliced(inputs: Vector, weights: Vector): Generator<undefined, Vector> {
  const outputs = new Float64Array(inputs.length / 3);
  const stride = Math.max(1, Math.floor(PRODUCTS / (weights.length / 3)));
  for (let from = 0; from < outputs.length; from += stride) {
    outputs.set(outputsOf(inputs.subarray(3 * from, 3 * (from + stride)), weights), from);
    yield;
  }
  return outputs;
}

/** Returns the linearisation at a state (2n numbers), and the clients' models after the round from there. */
export function linearCurves(
  { prepared: { data }, rounds }: Pick<NetworkSides, 'prepared' | 'rounds'>,
  { outputs, kappas }: StartCurve,
  right: Vector,
): CurvesTold {
  const points = outputs.length;
  const n = data.samples;
  const [u, alpha] = [right.subarray(0, n), right.subarray(n)];
  const pull = new Float64Array(n);
  weigh(pull, rounds.weights, u);
  const curve = outputs.slice();
  for (let j = 0; j < points; j++)
    for (let i = 0; i < n; i++) curve[j] = curve[j]! + kappas[j * n + i]! * alpha[i]!;
  const locals = new Float64Array(data.count * points);
  for (let c = 0; c < data.count; c++) locals.set(curve, c * points);
  for (let i = 0; i < n; i++)
    for (let j = 0, to = data.owners[i]! * points; j < points; j++, to++)
      locals[to] = locals[to]! - kappas[j * n + i]! * pull[i]!;
  return { curve, outputs: u.map((residual, i) => residual + data.labels[i]!), locals };
}

/** Writes rows for inputs, columns for samples. */
function fillKappas(
  result: Vector,
  inputs: Vector,
  own: Patterns,
  samples: Vector,
  patterns: Patterns,
  width: number,
): void {
  const n = samples.length / 3;
  for (let j = 0; j < inputs.length / 3; j++)
    for (let i = 0; i < n; i++) result[j * n + i] = kappa(inputs, own, j, samples, patterns, i, width);
}
