import { distance, dot, norm } from '../../../kernels/vector.ts';
import { checkProgram } from '../../../program/check-data.ts';
import { relativeGap } from '../../../program/solver.ts';
import {
  addOutputs,
  createBlockDescent,
  createGatedBlock,
  type GatedBlock,
  type Shrink,
} from './block-descent.ts';
import type { Patterns } from './sampled-patterns.ts';

/** Most blocks added per round, and most candidates if each is expensive. */
const MOST_NEW = 8;
const MOST_SEEN = 24;
/** Most and fewest iterations per round, and the products n d that all blocks should cost together. */
const MOST_ITERATIONS = 100;
const FEWEST_ITERATIONS = 20;
const PRODUCTS = 5e7;

/** `beta` > 0 weighs the lengths. */
export interface GroupData {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  readonly beta: number;
  readonly patterns: Patterns;
}

export interface Cones {
  /** Signs of a pattern's blocks: one if its cone is the whole space. */
  readonly signs: readonly (1 | -1)[];
  /** Length of the projection of sign pull on the cone; keeps `pull` (length d). */
  reach(pattern: number, sign: 1 | -1, pull: Float64Array): number;
  /** True if `reach` costs no more than the pull's length. */
  readonly isCheap: boolean;
  createShrink(pattern: number): Shrink;
}

/** Program over sampled patterns, one round per step. Its bound holds for these only. */
export interface GroupProgram {
  /** Blocks away from the origin, or about to leave it. */
  readonly blocks: readonly GatedBlock[];
  /** 1/(2n) ||sum_b sign_b D_b A v_b - y||^2 + beta sum_b ||v_b||. */
  readonly objective: number;
  /** Best dual value so far: a lower bound over all sampled patterns. */
  readonly lowerBound: number;
  /** (objective - lowerBound)/objective; 0 if the objective is 0. */
  readonly gap: number;
  /** Adds the blocks with the largest pull, then moves all by some iterations. */
  step(): void;
}

/**
 * Creates the program min 1/(2n) ||sum_b sign_b D_b A v_b - y||^2 + beta sum_b ||v_b|| over all patterns, signs and vectors in their cones,
 * on a working set from `start`. Dual: lambda = t (y - outputs) with ||P_K(sign A^T D lambda)|| <= beta for all patterns. Throws RangeError
 * unless beta is positive and finite and the data nonempty, finite and n x d.
 */
export function createGroupProgram(
  data: GroupData,
  cones: Cones,
  start: readonly GatedBlock[] = [],
): GroupProgram {
  const { features, labels, beta, patterns } = data;
  const n = labels.length;
  const d = features.length / n;
  checkData(data);
  const descend = createBlockDescent(features, labels, beta);
  const residual = new Float64Array(n);
  const pulls = new Float64Array(patterns.count * d);
  /** Upper bounds of a pattern's projected pulls. */
  const ceilings = new Float64Array(patterns.count);
  const seenPulls = new Float64Array(patterns.count * d);
  const seenReach = new Float64Array(patterns.count).fill(Number.POSITIVE_INFINITY);
  const band = n * beta;
  let blocks: readonly GatedBlock[] = start;
  let objective = 0;
  let lowerBound = 0;
  let candidates: readonly GatedBlock[] = [];
  measure();

  function measure(): void {
    residual.set(labels);
    let sum = 0;
    for (const { sign, on, v } of blocks) {
      addOutputs(residual, features, on, v, -sign);
      sum += norm(v);
    }
    const squares = dot(residual, residual);
    objective = squares / (2 * n) + beta * sum;
    const most = look();
    const product = dot(residual, labels);
    const limit = beta / most;
    const factor = squares > 0 ? Math.min(limit, Math.max(-limit, product / (n * squares))) : 0;
    lowerBound = Math.max(lowerBound, factor * product - (n / 2) * factor * factor * squares);
  }

  /**
   * Finds the blocks to add and returns an upper bound of the pull on every cone; Infinity if not all were checked. A projection is no
   * longer than its pull and moves no more, so earlier results bound later ones. Candidates that may exceed the band most come first; those
   * inside it are skipped.
   */
  function look(): number {
    writePulls(pulls, data, residual);
    const order: number[] = [];
    let most = 0;
    for (let p = 0; p < patterns.count; p++) {
      const pull = pulls.subarray(p * d, p * d + d);
      ceilings[p] = Math.min(
        norm(pull),
        seenReach[p]! + distance(pull, seenPulls.subarray(p * d, p * d + d)),
      );
      if (ceilings[p]! > band) order.push(p);
      else most = Math.max(most, ceilings[p]!);
    }
    order.sort((a, b) => ceilings[b]! - ceilings[a]! || a - b);
    const held = new Set(blocks.map(({ pattern, sign }) => sign * (pattern + 1)));
    const found: { pattern: number; sign: 1 | -1; reach: number }[] = [];
    for (const pattern of order) {
      if (!cones.isCheap && found.length >= MOST_SEEN) {
        most = Number.POSITIVE_INFINITY;
        break;
      }
      const pull = pulls.subarray(pattern * d, pattern * d + d);
      seenPulls.set(pull, pattern * d);
      seenReach[pattern] = 0;
      for (const sign of cones.signs) {
        const reach = cones.reach(pattern, sign, pull);
        seenReach[pattern] = Math.max(seenReach[pattern]!, reach);
        if (reach > band && !held.has(sign * (pattern + 1))) found.push({ pattern, sign, reach });
      }
      most = Math.max(most, seenReach[pattern]!);
    }
    found.sort((a, b) => b.reach - a.reach || a.pattern - b.pattern || b.sign - a.sign);
    candidates = found.slice(0, MOST_NEW).map(({ pattern, sign }) => create(pattern, sign));
    return most;
  }

  function create(pattern: number, sign: 1 | -1): GatedBlock {
    const mask = patterns.masks.subarray(pattern * n, pattern * n + n);
    return createGatedBlock(pattern, sign, mask, d, cones.createShrink(pattern));
  }

  function step(): void {
    blocks = [...blocks, ...candidates];
    const affordable = Math.floor(PRODUCTS / (n * d * Math.max(1, blocks.length)));
    descend(blocks, Math.max(FEWEST_ITERATIONS, Math.min(MOST_ITERATIONS, affordable)));
    blocks = blocks.filter(({ v, ahead }) => norm(v) > 0 || norm(ahead) > 0);
    measure();
  }

  return {
    get blocks() {
      return blocks;
    },
    get objective() {
      return objective;
    },
    get lowerBound() {
      return lowerBound;
    },
    get gap() {
      return relativeGap(objective, lowerBound);
    },
    step,
  };
}

/** Writes A^T D_p r of every pattern (count x d). */
function writePulls(pulls: Float64Array, { features, patterns }: GroupData, r: Float64Array): void {
  const n = r.length;
  const d = features.length / n;
  pulls.fill(0);
  for (let p = 0; p < patterns.count; p++)
    for (let i = 0, at = p * n; i < n; i++) {
      if (patterns.masks[at++] === 0) continue;
      const weight = r[i]!;
      for (let to = p * d, from = i * d, end = to + d; to < end; to++)
        pulls[to] = pulls[to]! + weight * features[from++]!;
    }
}

function checkData({ features, labels, beta, patterns }: GroupData): void {
  const n = labels.length;
  if (n === 0 || features.length === 0 || features.length % n !== 0)
    throw new RangeError(`expected n x d features for n >= 1 labels; got ${features.length} for ${n}`);
  checkProgram(beta, features, labels);
  if (patterns.masks.length !== patterns.count * n)
    throw new RangeError(`expected patterns of ${n} samples; got ${patterns.masks.length / patterns.count}`);
}
