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

/** Blocks that one round takes in at most, and how many it looks at to choose them where looking is dear. */
const MOST_NEW = 8;
const MOST_SEEN = 24;
/** Iterations of descent of one round: the most and the fewest, and the products n d that all blocks together should cost. */
const MOST_ITERATIONS = 100;
const FEWEST_ITERATIONS = 20;
const PRODUCTS = 5e7;

/** Data, patterns and beta > 0, the weight of the lengths. */
export interface GroupData {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  readonly beta: number;
  readonly patterns: Patterns;
}

/** Cones of the blocks, by pattern. */
export interface Cones {
  /** The signs that a block of a pattern may have: one where its cone is the whole space. */
  readonly signs: readonly (1 | -1)[];
  /** The length of the projection of sign pull on the cone; `pull` (length d) is left as it is. */
  reach(pattern: number, sign: 1 | -1, pull: Float64Array): number;
  /** True if `reach` costs no more than the pull's length. */
  readonly isCheap: boolean;
  createShrink(pattern: number): Shrink;
}

/** A program over sampled patterns, solved a round a step. Its bound holds for these patterns only. */
export interface GroupProgram {
  /** Those that are not at the origin, or about to leave it. */
  readonly blocks: readonly GatedBlock[];
  /** 1/(2n) ||sum_b sign_b D_b A v_b - y||^2 + beta sum_b ||v_b||. */
  readonly objective: number;
  /** The best dual value so far: the program over all sampled patterns is not lower. */
  readonly lowerBound: number;
  /** (objective - lowerBound)/objective, 0 where the objective is 0. */
  readonly gap: number;
  /** Takes in the blocks that the residual pulls most, then moves all by some iterations of descent. */
  step(): void;
}

/**
 * The program min 1/(2n) ||sum_b sign_b D_b A v_b - y||^2 + beta sum_b ||v_b|| over all patterns, signs and vectors in their
 * cones, on a working set; it starts from `start`. Dual: lambda = t (y - outputs) with ||P_K(sign A^T D lambda)|| <= beta for
 * all patterns. Throws RangeError where beta is not positive and finite, or the data is empty, not finite or not n x d.
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
  /** No projection of a pattern's pull is longer. */
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
   * Finds the blocks to take in and returns what no cone is pulled more than; Infinity where not all were looked at. A
   * projection is no longer than its pull and moves no more than it, so that what was looked at before need not be looked at
   * again while the pull has not moved far: what may lie farthest beyond the band comes first, what lies in it never.
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
