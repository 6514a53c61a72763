import { smoothnessOf } from '../../../kernels/smoothness.ts';
import { norm } from '../../../kernels/vector.ts';

/** Factor of the step's bound at the start of a run: a smaller working set allows longer steps. */
const EASE = 0.9;
/** Growth of the bound after a step that shows it too small. */
const GROWTH = 1.25;

/** Vector v of the program, with sign D A v in the outputs; D selects the active rows. */
export interface GatedBlock {
  readonly pattern: number;
  readonly sign: 1 | -1;
  /** Active rows, ascending. */
  readonly on: Int32Array;
  /** v, the point of the next gradient, and the step's result; each of length d. */
  readonly v: Float64Array;
  readonly ahead: Float64Array;
  readonly next: Float64Array;
  /** Moves x in place to the minimum of 1/2 ||. - x||^2 + tau ||.|| over the block's cone. */
  readonly shrink: Shrink;
}

export type Shrink = (x: Float64Array, tau: number) => void;

/** Creates a block at the origin, active where the mask (length n) is 1. Without `shrink` its cone is the whole space. */
export function createGatedBlock(
  pattern: number,
  sign: 1 | -1,
  mask: Uint8Array,
  d: number,
  shrink: Shrink = shorten,
): GatedBlock {
  const on = new Int32Array(mask.length);
  let count = 0;
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) on[count++] = i;
  const vector = () => new Float64Array(d);
  return { pattern, sign, on: on.slice(0, count), v: vector(), ahead: vector(), next: vector(), shrink };
}

/** Shortens x in place by tau; a shorter x becomes 0. */
export function shorten(x: Float64Array, tau: number): void {
  const length = norm(x);
  const factor = length > tau ? 1 - tau / length : 0;
  for (let k = 0; k < x.length; k++) x[k] = factor === 0 ? 0 : factor * x[k]!;
}

/** outputs += factor D A v. `features` n x d, row-major. */
export function addOutputs(
  outputs: Float64Array,
  features: Float64Array,
  on: Int32Array,
  v: Float64Array,
  factor: number,
): void {
  const d = v.length;
  for (let k = 0; k < on.length; k++) {
    const i = on[k]!;
    let z = 0;
    for (let j = 0, at = i * d; j < d; j++) z += features[at++]! * v[j]!;
    outputs[i] = outputs[i]! + factor * z;
  }
}

/** pull += factor A^T D r. */
function addPull(
  pull: Float64Array,
  features: Float64Array,
  on: Int32Array,
  r: Float64Array,
  factor: number,
): void {
  const d = pull.length;
  for (let k = 0; k < on.length; k++) {
    const i = on[k]!;
    const weight = factor * r[i]!;
    for (let j = 0, at = i * d; j < d; j++) pull[j] = pull[j]! + weight * features[at++]!;
  }
}

/**
 * Creates the descent of 1/(2n) ||sum_b sign_b D_b A v_b - y||^2 + beta sum_b ||v_b|| over blocks in their cones: FISTA (Beck & Teboulle
 * 2009), restarted if the last step opposes the momentum (O'Donoghue & Candes 2015, gradient scheme; docs/mathematics.md, section 7.7). A
 * call takes some iterations. Blocks at the origin may come and go between calls without losing the momentum; restarts would cost ten times
 * the iterations. The step is 1/L: L starts at lambda_max(A^T A)/n, enough for one block, and grows if a step shows more curvature, at most
 * by the number of blocks, enough for all. An iteration costs O(on d) per block, twice. Non-finite numbers remain in the blocks; nothing
 * throws.
 */
export function createBlockDescent(
  features: Float64Array,
  labels: Float64Array,
  beta: number,
): (blocks: readonly GatedBlock[], iterations: number) => void {
  const n = labels.length;
  const d = features.length / n;
  const ofOne = smoothnessOf(features, n, d);
  let bound = ofOne;
  let pace = 1;
  let outputs = new Float64Array(n);
  let outputsNext = new Float64Array(n);
  const outputsAhead = new Float64Array(n);
  const residual = new Float64Array(n);
  const pull = new Float64Array(d);

  /** Writes `next` of all blocks and their outputs; returns whether the step was short enough, and its turn. */
  function tryStep(blocks: readonly GatedBlock[]): { holds: boolean; turn: number } {
    outputsNext.fill(0);
    let moved = 0;
    let turn = 0;
    for (const { sign, on, v, ahead, next, shrink } of blocks) {
      pull.fill(0);
      addPull(pull, features, on, residual, sign / (n * bound));
      for (let k = 0; k < d; k++) next[k] = ahead[k]! + pull[k]!;
      shrink(next, beta / bound);
      for (let k = 0; k < d; k++) {
        const step = next[k]! - ahead[k]!;
        moved += step * step;
        turn -= step * (next[k]! - v[k]!);
      }
      addOutputs(outputsNext, features, on, next, sign);
    }
    let bend = 0;
    for (let i = 0; i < n; i++) {
      const change = outputsNext[i]! - outputsAhead[i]!;
      bend += change * change;
    }
    return { holds: !(bend > n * bound * moved), turn };
  }

  function iterate(blocks: readonly GatedBlock[]): void {
    for (let i = 0; i < n; i++) residual[i] = labels[i]! - outputsAhead[i]!;
    let { holds, turn } = tryStep(blocks);
    while (!holds && bound < ofOne * blocks.length) {
      bound *= GROWTH;
      ({ holds, turn } = tryStep(blocks));
    }
    const paceNext = turn > 0 ? 1 : (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const momentum = turn > 0 ? 0 : (pace - 1) / paceNext;
    pace = paceNext;
    for (const { v, ahead, next } of blocks)
      for (let k = 0; k < d; k++) {
        ahead[k] = next[k]! + momentum * (next[k]! - v[k]!);
        v[k] = next[k]!;
      }
    for (let i = 0; i < n; i++)
      outputsAhead[i] = outputsNext[i]! + momentum * (outputsNext[i]! - outputs[i]!);
    [outputs, outputsNext] = [outputsNext, outputs];
  }

  return (blocks, iterations) => {
    if (blocks.length === 0) return;
    outputs.fill(0);
    outputsAhead.fill(0);
    for (const { sign, on, v, ahead } of blocks) {
      addOutputs(outputs, features, on, v, sign);
      addOutputs(outputsAhead, features, on, ahead, sign);
    }
    bound *= EASE;
    for (let k = 0; k < iterations; k++) iterate(blocks);
  };
}
