import type { Vector } from '../../../contract.ts';
import { outputsOf } from '../shard.ts';
import { type SymmetricEigen, symmetricEigen } from '../symmetric-eigen.ts';
import { type CircleData, samplesOf } from './circle-data.ts';
import type { NetworkStart } from './start.ts';

/** Relative size of eigenvalues that count as 0. */
const NULL = 1e-10;

/** H_cc. */
export interface KernelBlock extends SymmetricEigen {
  /** S_c, its samples, ascending. */
  readonly rows: Int32Array<ArrayBuffer>;
}

/** Everything independent of the steps. */
export interface PreparedNetwork {
  readonly data: CircleData;
  readonly start: NetworkStart;
  /** H, n x n row-major: (x_i.x_j) #{r active at both}/m. */
  readonly kernel: Vector;
  readonly spectrum: SymmetricEigen;
  readonly blocks: readonly KernelBlock[];
  /** Lmax. */
  readonly largest: number;
  /** lam_min(H); 0 if singular by `rank`. */
  readonly smallest: number;
  /** Eigenvalues above 1e-10 of the largest: the last ones. */
  readonly rank: number;
  /** b = f(x_i) - y_i at the start, length n. */
  readonly residual: Vector;
  /** Active neurons at the start. */
  readonly patterns: Patterns;
}

/** Bit r of row i is 1 if neuron r is active at input i. */
export interface Patterns {
  /** Words of 32 neurons. */
  readonly words: number;
  readonly bits: Int32Array<ArrayBuffer>;
}

/** Costs n^2 m/32 word operations and eigenvalue problems of size n and of each client's. */
export function prepareNetwork(data: CircleData, start: NetworkStart): PreparedNetwork {
  const { samples: n, inputs, owners, count, labels } = data;
  const patterns = patternsOf(inputs, start);
  const kernel = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const value = kappa(inputs, patterns, i, inputs, patterns, j, start.width);
      kernel[i * n + j] = value;
      kernel[j * n + i] = value;
    }
  const spectrum = symmetricEigen(kernel, n);
  const blocks = Array.from({ length: count }, (_, c): KernelBlock => {
    const rows = samplesOf(owners, c);
    const own = new Float64Array(rows.length ** 2);
    for (const [p, i] of rows.entries())
      for (const [q, j] of rows.entries()) own[p * rows.length + q] = kernel[i * n + j]!;
    return { rows, ...symmetricEigen(own, rows.length) };
  });
  const top = Math.max(0, spectrum.values[n - 1]!);
  const rank = spectrum.values.filter((value) => value > NULL * top).length;
  const outputs = outputsOf(inputs, start.weights);
  return {
    data,
    start,
    kernel,
    spectrum,
    blocks,
    largest: Math.max(0, ...blocks.map(({ values }) => values[values.length - 1] ?? 0)),
    smallest: rank < n ? 0 : spectrum.values[0]!,
    rank,
    residual: outputs.map((output, i) => output - labels[i]!),
    patterns,
  };
}

/** Takes inputs of k x 3. */
export function patternsOf(inputs: Vector, { width, weights }: NetworkStart): Patterns {
  const words = Math.ceil(width / 32);
  const count = inputs.length / 3;
  const bits = new Int32Array(count * words);
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [inputs[3 * i]!, inputs[3 * i + 1]!, inputs[3 * i + 2]!];
    for (let r = 0, at = 0; r < width; r++, at += 3)
      if (weights[at]! * x + weights[at + 1]! * y + weights[at + 2]! * z > 0)
        bits[i * words + (r >>> 5)]! |= 1 << (r & 31);
  }
  return { words, bits };
}

/** Returns (x.x') #{r active at both at the start}/m. */
export function kappa(
  inputs: Vector,
  { words, bits }: Patterns,
  i: number,
  others: Vector,
  { bits: otherBits }: Patterns,
  j: number,
  width: number,
): number {
  let active = 0;
  for (let k = 0, p = i * words, q = j * words; k < words; k++, p++, q++)
    active += bitsOf(bits[p]! & otherBits[q]!);
  const [p, q] = [3 * i, 3 * j];
  const along = inputs[p]! * others[q]! + inputs[p + 1]! * others[q + 1]! + inputs[p + 2]! * others[q + 2]!;
  return (along * active) / width;
}

/** Counts the 1 bits. */
function bitsOf(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
