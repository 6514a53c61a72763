import { createRunningSums } from '../../../kernels/running-sums.ts';
import { HALF_ULP } from '../../../program/certificate.ts';
import { checkProgram } from '../../../program/check-data.ts';
import type { Solver } from '../../../program/solver.ts';
import { CRITERIA, type Status } from '../../../run/status.ts';
import { minimiseOverBlocks, objectiveOf, writeResidual } from './block-newton.ts';
import type { Block, BlockFactory } from './blocks.ts';

export interface HingeProgramInput {
  /** One feature, length n, in any order. */
  readonly x: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  /** beta > 0. */
  readonly beta: number;
  /** True adds a free constant to the output. */
  readonly constant: boolean;
}

/** Most rounds; an open gap then resists. */
const MOST_ROUNDS = 200;
/** Rounds without decrease that end it. */
const RESTING_ROUNDS = 3;
/** Most hinges added per round. */
const MOST_NEW = 16;

/** Returns the neurons that fit in a state: two hinges per distinct x, except those that are 0 at every sample. */
export function hingeCapacity(x: Float64Array): number {
  return 2 * new Set(x).size - 2;
}

/**
 * Hinges as blocks of one number, v1 >= 0: used with their first sign, or dropped. `place` is twice the kink's number, plus 1 if the hinge
 * rises to the left.
 */
const HINGES: BlockFactory = {
  room: ({ v1 }, d1) => (d1 < 0 ? v1 / -d1 : Number.POSITIVE_INFINITY),
  // None is added twice, and none leaves its place.
  merge: () => {},
  onRay: () => refuse(),
  inSector: () => refuse(),
};

function refuse(): never {
  throw new Error('expected a hinge to stay at its kink');
}

/**
 * Creates the lasso over hinges for one feature,
 *   min 1/(2n) ||H z + c 1 - y||^2 + beta ||z||_1,   columns (x - x_j)_+ and (x_j - x)_+ for every x_j of the data,
 * with c = 0 unless `constant`, on a working set: one round per step. With the constant it is the minimum of
 *   1/(2n) ||sum_j alpha_j relu(s_j x + b_j) + c - y||^2 + beta/2 sum_j (s_j^2 + alpha_j^2)
 * over networks of any width, and its lower bound holds for all. Without the constant it is not: a neuron of small slope and large bias is
 * a nearly free constant, so networks reach the same minimum. The bound then holds only if every kink -b_j / s_j lies between the least and
 * the largest x.
 *
 * A state is `hingeCapacity(x)` neurons, flat as in `forward` ((s_j, b_j), then the alpha_j), then c (0 if none). Ends `optimal` if the gap
 * is certified within `tightest`, else `resists`. Throws RangeError unless beta is positive and finite, and the data nonempty, finite and
 * of equal lengths. Source: docs/mathematics.md, section 7.6.
 */
export function createHingeProgram(
  { x, labels, beta, constant }: HingeProgramInput,
  tightest: number = CRITERIA.gap,
): Solver {
  const n = labels.length;
  if (n === 0 || x.length !== n)
    throw new RangeError(`expected one x for each of n >= 1 labels; got ${x.length} for ${n}`);
  checkProgram(beta, x, labels);

  const order = Int32Array.from({ length: n }, (_, i) => i).sort((i, j) => x[i]! - x[j]!);
  const kinks = x
    .slice()
    .sort()
    .filter((kink, k, sorted) => kink !== sorted[k - 1]);
  const count = kinks.length;
  const capacity = 2 * count - 2;
  // The best c makes all means vanish: centring columns and labels eliminates it. Labels twice, to remove the rounding of equal ones.
  const target = constant ? centred(centred(labels)) : labels;
  const residual = new Float64Array(n);
  /** H^T r per hinge, by place. */
  const products = new Float64Array(2 * count);
  const blocks: Block[] = [];
  /** Best so far: near rounding a round may raise the objective and still improve the bound. */
  let best: readonly Block[] = [];
  let objective = Number.POSITIVE_INFINITY;
  let lowerBound = 0;
  let rounds = 0;
  let resting = 0;
  let status: Status = 'moving';
  measure();

  /** Writes H^T r of all hinges, O(n), from sums of r and r x on either side of a kink. */
  function writeProducts(r: Float64Array): void {
    const pair = new Float64Array(2);
    const right = createRunningSums(2);
    for (let k = count - 1, at = n - 1; k >= 0; k--) {
      for (; at >= 0 && x[order[at]!]! > kinks[k]!; at--) add(right, r, order[at]!);
      right.write(pair, 0);
      products[2 * k] = pair[1]! - kinks[k]! * pair[0]!;
    }
    const left = createRunningSums(2);
    for (let k = 0, at = 0; k < count; k++) {
      for (; at < n && x[order[at]!]! < kinks[k]!; at++) add(left, r, order[at]!);
      left.write(pair, 0);
      products[2 * k + 1] = kinks[k]! * pair[0]! - pair[1]!;
    }
  }

  function add(sums: ReturnType<typeof createRunningSums>, r: Float64Array, i: number): void {
    sums.add(0, r[i]!);
    sums.add(1, r[i]! * x[i]!);
  }

  /**
   * Returns the weak-duality bound -n/2 ||lambda||^2 + lambda.y for the best lambda = t r with |H^T lambda| <= beta, and sum lambda = 0 if
   * c is free. H^T lambda is linear between data points, so these cover all kinks. Rounding counts against it.
   */
  function certified(): number {
    const r = constant ? centred(residual) : residual;
    writeProducts(r);
    const sums = createRunningSums(2);
    let absolute = 0;
    let size = 0;
    let height = 0;
    let reach = 0;
    for (let i = 0; i < n; i++) {
      sums.add(0, r[i]! * r[i]!);
      sums.add(1, r[i]! * labels[i]!);
      absolute += Math.abs(r[i]! * labels[i]!);
      size += Math.abs(r[i]!);
      height = Math.max(height, Math.abs(labels[i]!));
      reach = Math.max(reach, Math.abs(x[i]!));
    }
    const both = new Float64Array(2);
    sums.write(both, 0);
    const [squares, product] = [both[0]!, both[1]!];
    if (!(squares > 0 && squares + absolute + size * reach < Number.POSITIVE_INFINITY)) return 0;
    let largest = 0;
    for (let place = 0; place < 2 * count; place++) largest = Math.max(largest, Math.abs(products[place]!));
    // Compensated sums err by a few half-ulps of their terms; the sum of r misses 0 by as much.
    largest += 32 * HALF_ULP * size * reach;
    const limit = largest > 0 ? beta / largest : Number.POSITIVE_INFINITY;
    const factor = Math.min(limit, Math.max(-limit, product / (n * squares)));
    const square = (n / 2) * factor * factor * squares;
    const rounding = 8 * HALF_ULP * (square + Math.abs(factor) * (absolute + (constant ? size * height : 0)));
    return factor * product - square - rounding;
  }

  function measure(): void {
    writeResidual(residual, target, blocks);
    lowerBound = Math.max(lowerBound, certified());
    const reached = objectiveOf(residual, blocks, beta);
    if (reached < objective) {
      objective = reached;
      best = blocks.map((block) => ({ ...block }));
      resting = 0;
    } else resting++;
    if (objective - lowerBound <= tightest * objective) status = 'optimal';
    else if (resting >= RESTING_ROUNDS || rounds >= MOST_ROUNDS) status = 'resists';
  }

  /** Returns hinges to add, by place: local maxima of |H^T r| along the kinks above n beta, largest first. */
  function candidates(): number[] {
    const height = (place: number) => Math.abs(products[place] ?? 0);
    const found: number[] = [];
    for (let place = 0; place < 2 * count; place++) {
      const own = height(place);
      if (!(own > n * beta && own > height(place - 2) && own >= height(place + 2))) continue;
      if (!blocks.some((block) => block.place === place)) found.push(place);
    }
    found.sort((a, b) => height(b) - height(a));
    // Two hinges of one kink differ by a line, the same for all pairs: one more pair per round is enough.
    let pairs = 0;
    const taken: number[] = [];
    for (const place of found) {
      const twin = place ^ 1;
      const paired = taken.includes(twin) || blocks.some((block) => block.place === twin);
      if (!paired || pairs++ === 0) taken.push(place);
    }
    return taken.slice(0, MOST_NEW);
  }

  /** Adds a hinge at its best size while the others stay; nothing if that does not help. */
  function take(place: number): void {
    const hinge = hingeAt(x, kinks[place >> 1]!, place % 2 === 0 ? 1 : -1);
    const columns = constant ? centred(hinge) : hinge;
    let slope = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      slope += residual[i]! * columns[i]!;
      squares += columns[i]! * columns[i]!;
    }
    const sign = slope > 0 ? 1 : -1;
    const length = (sign * slope - n * beta) / squares;
    if (!(length > 0)) return;
    for (let i = 0; i < n; i++) residual[i] = residual[i]! - sign * length * columns[i]!;
    blocks.push({ sign, place, onRay: true, v1: length, v2: 0, columns });
  }

  return {
    dimension: 3 * capacity + 1,
    write(state) {
      state.fill(0);
      let c = 0;
      for (let i = 0; i < n; i++) c += labels[i]! / n;
      best.forEach(({ sign, place, v1 }, j) => {
        const kink = kinks[place >> 1]!;
        const way = place % 2 === 0 ? 1 : -1;
        const root = Math.sqrt(v1);
        state[2 * j] = way * root;
        state[2 * j + 1] = -way * root * kink;
        state[2 * capacity + j] = sign * root;
        for (let i = 0; i < n; i++) c -= (sign * v1 * Math.max(0, way * (x[i]! - kink))) / n;
      });
      if (constant) state[3 * capacity] = c;
    },
    get objective() {
      return objective;
    },
    get lowerBound() {
      return lowerBound;
    },
    get status() {
      return status;
    },
    step() {
      if (status !== 'moving') return 'done';
      for (const place of candidates()) take(place);
      minimiseOverBlocks(blocks, HINGES, residual, target, beta);
      rounds++;
      measure();
      return 'done';
    },
  };
}

/** Returns (x - kink)_+ at every sample, or (kink - x)_+ if `way` is -1. */
function hingeAt(x: Float64Array, kink: number, way: 1 | -1): Float64Array {
  return x.map((value) => Math.max(0, way * (value - kink)));
}

function centred(values: Float64Array): Float64Array {
  const sums = createRunningSums(1);
  for (let i = 0; i < values.length; i++) sums.add(0, values[i]!);
  const total = new Float64Array(1);
  sums.write(total, 0);
  const mean = total[0]! / values.length;
  return values.map((value) => value - mean);
}
