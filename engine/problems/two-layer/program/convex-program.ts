import { checkProgram } from '../../../program/check-data.ts';
import { relativeGap } from '../../../program/solver.ts';
import { createNewtonMemory, minimiseOverBlocks, objectiveOf, writeResidual } from './block-newton.ts';
import { type Block, createBlockFactory } from './blocks.ts';
import { certify } from './certificate.ts';
import { createDualCurve, type DualCurve, type Touch } from './dual-curve.ts';

/** Numbers of one block in `Round.blocks`: sign, v1, v2. */
export const BLOCK = 3;

/** Most local maxima that a round adds. */
const MOST_NEW = 8;

/** State of the program after a round. */
export interface Round {
  /** 1/(2n) ||sum_b sign_b relu(A v_b) - y||^2 + beta sum_b ||v_b||; never increases. */
  readonly objective: number;
  /** Best certified lower bound of all rounds. */
  readonly lowerBound: number;
  /** (objective - lowerBound)/objective; 0 if the objective is 0. */
  readonly gap: number;
  /** Blocks as sign, v1, v2 (flat): neurons w = v/sqrt||v|| with alpha = sign sqrt||v||. */
  readonly blocks: Float64Array;
  /** True if a further round changes nothing: no direction exceeds beta, or none helps. */
  readonly atRest: boolean;
}

/** Exact convex program, one round per step. */
export interface ConvexProgram {
  /** Dual curve of y - prediction at the present blocks; the band is ± n beta. */
  readonly curve: DualCurve;
  /** y - prediction at the present blocks (length n). */
  readonly residual: Float64Array;
  /** No blocks before the first round. */
  readonly state: Round;
  /** Multiplications so far, approximately. */
  readonly work: number;
  /** Adds directions where the dual curve exceeds beta most, then minimises over all. */
  step(): Round;
}

/**
 * Creates the program of docs/mathematics.md, section 7.2, for planar rows (`features` n x 2, row-major; in 1-D the second column is ones)
 * with `labels` (length n), in means over n, on a working set of blocks. Equals the minimum of 1/(2n) ||relu(A W) alpha - y||^2 + beta/2
 * (||W||^2 + ||alpha||^2) over networks of at least as many neurons as blocks. Throws RangeError unless beta is positive and finite, and
 * the data nonempty, finite and n x 2.
 */
export function createConvexProgram(
  features: Float64Array,
  labels: Float64Array,
  beta: number,
): ConvexProgram {
  const n = labels.length;
  if (n === 0 || features.length !== 2 * n)
    throw new RangeError(`expected n x 2 features for n >= 1 labels; got ${features.length} for ${n}`);
  checkProgram(beta, features, labels);

  const curve = createDualCurve(features);
  const factory = createBlockFactory(curve, features);
  const residual = new Float64Array(n);
  const memory = createNewtonMemory();
  let blocks: Block[] = [];
  let state = measure(0, Number.POSITIVE_INFINITY);

  /** Measures the current blocks; updates `residual` and `curve`. */
  function measure(boundBefore: number, objectiveBefore: number): Round {
    writeResidual(residual, labels, blocks);
    const objective = objectiveOf(residual, blocks, beta);
    const { lowerBound: bound } = certify(curve, features, labels, residual, beta);
    const lowerBound = Math.max(boundBefore, bound);
    const flat = new Float64Array(BLOCK * blocks.length);
    blocks.forEach(({ sign, v1, v2 }, b) => {
      flat.set([sign, v1, v2], BLOCK * b);
    });
    return {
      objective,
      lowerBound,
      gap: relativeGap(objective, lowerBound),
      blocks: flat,
      atRest: !(objective < objectiveBefore),
    };
  }

  /** Adds a block along the direction, with the best length while others are fixed; nothing if none helps. */
  function take({ x, y, value, place, onRay }: Touch): void {
    const sign = value > 0 ? 1 : -1;
    let slope = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const output = Math.max(0, features[2 * i]! * x + features[2 * i + 1]! * y);
      slope += residual[i]! * output;
      squares += output * output;
    }
    const length = (sign * slope - n * beta) / squares;
    if (!(length > 0)) return;
    for (let i = 0; i < n; i++) {
      const output = Math.max(0, features[2 * i]! * x + features[2 * i + 1]! * y);
      residual[i] = residual[i]! - sign * length * output;
    }
    blocks.push(factory[onRay ? 'onRay' : 'inSector'](sign, place, length * x, length * y));
  }

  function step(): Round {
    const kept = blocks.map((block) => ({ ...block }));
    const found = curve.localMaxima(n * beta);
    found.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
    for (const touch of found.slice(0, MOST_NEW)) take(touch);
    minimiseOverBlocks(blocks, factory, residual, labels, beta, memory);
    const { lowerBound, objective } = state;
    const next = measure(lowerBound, objective);
    if (next.objective > objective) {
      // Rounding only: the former blocks are as good.
      blocks = kept;
      state = { ...measure(next.lowerBound, objective), atRest: true };
    } else state = next;
    return state;
  }

  return {
    curve,
    residual,
    get state() {
      return state;
    },
    get work() {
      return memory.work;
    },
    step,
  };
}
