import { solveSymmetric } from '../../../kernels/cholesky.ts';
import type { Block, BlockFactory } from './blocks.ts';

/** Most Newton steps per call; the rest is left to the next. */
const MOST_STEPS = 60;
/** Promised decrease, relative to the objective, below which one more full step leaves only rounding. */
const DONE = 2 ** -70;
/** Smallest share of the diagonal added to a singular matrix. */
const SHIFT = 2 ** -46;

/** Kept between calls: inner products of block columns, valid while blocks keep their places, and work so far in multiplications. */
export interface NewtonMemory {
  readonly products: WeakMap<Float64Array, WeakMap<Float64Array, Float64Array>>;
  work: number;
}

export function createNewtonMemory(): NewtonMemory {
  return { products: new WeakMap(), work: 0 };
}

/** Multiplications after which a call leaves the rest to the next: about a second. */
const MOST_WORK = 1e9;

/** Writes y - sum_b sign_b relu(A v_b) to `residual` (both of length n). */
export function writeResidual(residual: Float64Array, labels: Float64Array, blocks: readonly Block[]): void {
  const n = labels.length;
  residual.set(labels);
  for (const { sign, onRay, v1, v2, columns } of blocks) {
    const first = sign * (onRay ? Math.sqrt(v1 * v1 + v2 * v2) : v1);
    for (let i = 0; i < n; i++) residual[i] = residual[i]! - first * columns[i]!;
    if (!onRay) for (let i = 0; i < n; i++) residual[i] = residual[i]! - sign * v2 * columns[n + i]!;
  }
}

/** 1/(2n) ||residual||^2 + beta sum ||v_b||. */
export function objectiveOf(residual: Float64Array, blocks: readonly Block[], beta: number): number {
  let squares = 0;
  for (let i = 0; i < residual.length; i++) squares += residual[i]! * residual[i]!;
  let lengths = 0;
  for (const { v1, v2 } of blocks) lengths += Math.sqrt(v1 * v1 + v2 * v2);
  return squares / (2 * residual.length) + beta * lengths;
}

/**
 * Minimises the objective over the blocks, moving, joining and dropping them in place and never increasing it: Newton's method in their
 * places' coordinates. A block that meets a ray stays on it; one that meets the origin is dropped; blocks in one sector merge. Updates
 * `residual`. Vectors must not be zero. Leaves remaining work to the next call.
 */
export function minimiseOverBlocks(
  blocks: Block[],
  factory: BlockFactory,
  residual: Float64Array,
  labels: Float64Array,
  beta: number,
  memory: NewtonMemory = createNewtonMemory(),
): void {
  const n = labels.length;
  const least = memory.work;
  const change = new Float64Array(n);
  for (let steps = 0; steps < MOST_STEPS && memory.work - least < MOST_WORK; steps++) {
    factory.merge(blocks);
    writeResidual(residual, labels, blocks);
    if (blocks.length === 0) return;
    const { direction, decrease } = newtonDirection(blocks, residual, beta, memory);
    if (!(decrease > 0)) return;
    const done = decrease <= DONE * objectiveOf(residual, blocks, beta);

    let room = Number.POSITIVE_INFINITY;
    let first = -1;
    for (let b = 0; b < blocks.length; b++) {
      const own = factory.room(blocks[b]!, direction[2 * b]!, direction[2 * b + 1]!);
      if (own < room) {
        room = own;
        first = b;
      }
    }
    writeChange(change, blocks, direction);
    const most = Math.min(1, room);
    const step = lengthOfStep(blocks, direction, residual, change, beta, decrease, most);
    for (let b = 0; b < blocks.length; b++) {
      const block = blocks[b]!;
      block.v1 += step * direction[2 * b]!;
      block.v2 += step * direction[2 * b + 1]!;
    }
    if (step === room) leavePlace(blocks, first, factory, direction);
    else if (done) {
      writeResidual(residual, labels, blocks);
      return;
    }
  }
  factory.merge(blocks);
  writeResidual(residual, labels, blocks);
}

/** Handles a block at the edge of its place: drops it from a ray, moves it from a sector to the approached ray. */
function leavePlace(blocks: Block[], at: number, factory: BlockFactory, direction: Float64Array): void {
  const block = blocks[at]!;
  if (block.onRay) {
    blocks.splice(at, 1);
    return;
  }
  // Rounding may leave it just inside; nudge it out along its direction.
  let reach = 2 ** -52;
  let moved = block;
  while (!moved.onRay) {
    moved = factory.inSector(
      block.sign,
      block.place,
      block.v1 + reach * direction[2 * at]!,
      block.v2 + reach * direction[2 * at + 1]!,
    );
    reach *= 2;
  }
  if (moved.v1 === 0 && moved.v2 === 0) blocks.splice(at, 1);
  else blocks[at] = moved;
}

/** Returns Newton's direction, two numbers per block in the plane, and its promised decrease -gradient.direction. */
function newtonDirection(
  blocks: readonly Block[],
  residual: Float64Array,
  beta: number,
  memory: NewtonMemory,
) {
  const n = residual.length;
  const columns: Float64Array[] = [];
  for (const block of blocks) {
    columns.push(block.columns.subarray(0, n));
    if (!block.onRay) columns.push(block.columns.subarray(n));
  }
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  let at = 0;
  for (const { sign, onRay, v1, v2 } of blocks) {
    const width = onRay ? 1 : 2;
    for (let k = at; k < at + width; k++) right[k] = (sign * product(columns[k]!, residual)) / n;
    const length = Math.sqrt(v1 * v1 + v2 * v2);
    if (onRay) right[at] = right[at]! - beta;
    else {
      const u1 = v1 / length;
      const u2 = v2 / length;
      right[at] = right[at]! - beta * u1;
      right[at + 1] = right[at + 1]! - beta * u2;
      // Second derivative of a length: none along v, 1/||v|| across it.
      const bend = beta / length;
      matrix[at * size + at] = bend * u2 * u2;
      matrix[(at + 1) * size + at] = -bend * u1 * u2;
      matrix[(at + 1) * size + at + 1] = bend * u1 * u1;
    }
    at += width;
  }
  const signs = blocks.flatMap(({ sign, onRay }) => (onRay ? [sign] : [sign, sign]));
  const gram = gramOf(blocks, size, n, memory);
  memory.work += size * size * size;
  let trace = 0;
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++)
      matrix[j * size + k] = matrix[j * size + k]! + (signs[j]! * signs[k]! * gram[j * size + k]!) / n;
    trace += matrix[j * size + j]!;
  }
  for (let j = 0; j < size; j++)
    for (let k = j + 1; k < size; k++) matrix[j * size + k] = matrix[k * size + j]!;
  const solution = new Float64Array(size);
  const work = new Float64Array(size * size);
  let shift = 0;
  while (!solveSymmetric(solution, matrix, right, shift, work)) {
    shift = shift === 0 ? (SHIFT * trace) / size : 16 * shift;
    if (!(shift < Number.POSITIVE_INFINITY)) return { direction: solution, decrease: Number.NaN };
  }

  const direction = new Float64Array(2 * blocks.length);
  at = 0;
  blocks.forEach(({ onRay, v1, v2 }, b) => {
    if (onRay) {
      const length = Math.sqrt(v1 * v1 + v2 * v2);
      direction[2 * b] = (solution[at]! * v1) / length;
      direction[2 * b + 1] = (solution[at]! * v2) / length;
      at += 1;
    } else {
      direction[2 * b] = solution[at]!;
      direction[2 * b + 1] = solution[at + 1]!;
      at += 2;
    }
  });
  return { direction, decrease: product(right, solution) };
}

/** Returns inner products of all block columns (size x size, lower half), known ones from memory. */
function gramOf(blocks: readonly Block[], size: number, n: number, memory: NewtonMemory): Float64Array {
  const gram = new Float64Array(size * size);
  let row = 0;
  for (let a = 0; a < blocks.length; a++) {
    const one = blocks[a]!.columns;
    const height = one.length / n;
    let column = 0;
    for (let b = 0; b <= a; b++) {
      const other = blocks[b]!.columns;
      const width = other.length / n;
      const products = productsOf(one, other, n, memory);
      for (let j = 0; j < height; j++)
        for (let k = 0; k < width; k++) gram[(row + j) * size + column + k] = products[j * width + k]!;
      column += width;
    }
    row += height;
  }
  return gram;
}

function productsOf(one: Float64Array, other: Float64Array, n: number, memory: NewtonMemory): Float64Array {
  let known = memory.products.get(one);
  if (!known) {
    known = new WeakMap();
    memory.products.set(one, known);
  }
  const before = known.get(other);
  if (before) return before;
  const [height, width] = [one.length / n, other.length / n];
  const products = new Float64Array(height * width);
  for (let j = 0; j < height; j++)
    for (let k = 0; k < width; k++)
      products[j * width + k] = product(one.subarray(j * n, j * n + n), other.subarray(k * n, k * n + n));
  memory.work += height * width * n;
  known.set(other, products);
  return products;
}

function writeChange(change: Float64Array, blocks: readonly Block[], direction: Float64Array): void {
  const n = change.length;
  change.fill(0);
  blocks.forEach(({ sign, onRay, v1, v2, columns }, b) => {
    const d1 = direction[2 * b]!;
    const d2 = direction[2 * b + 1]!;
    const first = sign * (onRay ? (d1 * v1 + d2 * v2) / Math.sqrt(v1 * v1 + v2 * v2) : d1);
    for (let i = 0; i < n; i++) change[i] = change[i]! + first * columns[i]!;
    if (!onRay) for (let i = 0; i < n; i++) change[i] = change[i]! + sign * d2 * columns[n + i]!;
  });
}

/**
 * Returns the first of most, most/2, … at which the objective has provably fallen: it still falls there (and is convex), or is lower by a
 * share of the promise. Sums differences rather than subtracting sums.
 */
function lengthOfStep(
  blocks: readonly Block[],
  direction: Float64Array,
  residual: Float64Array,
  change: Float64Array,
  beta: number,
  decrease: number,
  most: number,
): number {
  const n = residual.length;
  const linear = -product(residual, change) / n;
  const quadratic = product(change, change) / n;
  for (let step = most; step > 0; step /= 2) {
    let slope = linear + step * quadratic;
    let gain = step * (linear + (step / 2) * quadratic);
    for (let b = 0; b < blocks.length; b++) {
      const { v1, v2 } = blocks[b]!;
      const d1 = direction[2 * b]!;
      const d2 = direction[2 * b + 1]!;
      const w1 = v1 + step * d1;
      const w2 = v2 + step * d2;
      const before = Math.sqrt(v1 * v1 + v2 * v2);
      const after = Math.sqrt(w1 * w1 + w2 * w2);
      gain += (beta * step * ((v1 + w1) * d1 + (v2 + w2) * d2)) / (before + after);
      if (after > 0) slope += (beta * (w1 * d1 + w2 * d2)) / after;
    }
    if (slope <= 0 || gain <= -1e-4 * step * decrease) return step;
  }
  return 0;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
