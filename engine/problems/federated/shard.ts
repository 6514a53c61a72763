import type { Vector } from '../../contract.ts';

/** Samples per pass. */
export const LANES = 4;

/** Blocks of four; missing samples are 0 and so never active. */
export interface Shard {
  readonly blocks: number;
  /** Per block the first entries of four inputs, then the second, then the third. */
  readonly inputs: Vector;
  readonly labels: Vector;
  /** f - y of the last `forward`, four numbers a block. */
  readonly residual: Vector;
  /** Likewise, per neuron and block: bit k is 1 if w_r.x > 0 at sample k. */
  readonly active: Uint8Array<ArrayBuffer>;
  /** Sums of residual times input over subsets of a block, 16 x 3. */
  readonly pulls: Vector;
}

/** Packs inputs (k x 3) for m neurons. */
export function createShard(inputs: Vector, labels: Vector, rows: Int32Array, m: number): Shard {
  const blocks = Math.ceil(rows.length / LANES);
  const packed = new Float64Array(3 * LANES * blocks);
  const own = new Float64Array(LANES * blocks);
  for (const [k, i] of rows.entries()) {
    const lane = k % LANES;
    for (let q = 0; q < 3; q++) packed[3 * (k - lane) + q * LANES + lane] = inputs[3 * i + q]!;
    own[k] = labels[i]!;
  }
  return {
    blocks,
    inputs: packed,
    labels: own,
    residual: new Float64Array(LANES * blocks),
    active: new Uint8Array(m * blocks),
    pulls: new Float64Array(48 * blocks),
  };
}

/** Takes W, m x 3. Sums run over the neurons in order, so that pairs cancel exactly. */
export function forward({ blocks, inputs, labels, residual, active }: Shard, w: Vector): void {
  const m = w.length / 3;
  const root = Math.sqrt(m);
  for (let b = 0; b < blocks; b++) {
    const at = 3 * LANES * b;
    const [x0, x1, x2, x3] = [inputs[at]!, inputs[at + 1]!, inputs[at + 2]!, inputs[at + 3]!];
    const [y0, y1, y2, y3] = [inputs[at + 4]!, inputs[at + 5]!, inputs[at + 6]!, inputs[at + 7]!];
    const [z0, z1, z2, z3] = [inputs[at + 8]!, inputs[at + 9]!, inputs[at + 10]!, inputs[at + 11]!];
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    let sign = 1;
    for (let r = 0, own = 0, to = b; r < m; r++, own += 3, to += blocks) {
      const [u, v, t] = [w[own]!, w[own + 1]!, w[own + 2]!];
      const a0 = u * x0 + v * y0 + t * z0;
      const a1 = u * x1 + v * y1 + t * z1;
      const a2 = u * x2 + v * y2 + t * z2;
      const a3 = u * x3 + v * y3 + t * z3;
      // 2 relu(a), exact and without an unpredictable branch.
      s0 += sign * (a0 + Math.abs(a0));
      s1 += sign * (a1 + Math.abs(a1));
      s2 += sign * (a2 + Math.abs(a2));
      s3 += sign * (a3 + Math.abs(a3));
      active[to] = Number(a0 > 0) | (Number(a1 > 0) << 1) | (Number(a2 > 0) << 2) | (Number(a3 > 0) << 3);
      sign = -sign;
    }
    const k = LANES * b;
    residual[k] = (0.5 * s0) / root - labels[k]!;
    residual[k + 1] = (0.5 * s1) / root - labels[k + 1]!;
    residual[k + 2] = (0.5 * s2) / root - labels[k + 2]!;
    residual[k + 3] = (0.5 * s3) / root - labels[k + 3]!;
  }
}

/** Steps on 1/2 the sum of squares; needs a `forward` at this W. */
export function descend({ blocks, inputs, residual, active, pulls }: Shard, w: Vector, eta: number): void {
  const m = w.length / 3;
  const scale = eta / Math.sqrt(m);
  for (let b = 0; b < blocks; b++)
    for (let subset = 1; subset < 16; subset++) {
      const lane = subset & 1 ? 0 : subset & 2 ? 1 : subset & 4 ? 2 : 3;
      const rest = 48 * b + 3 * (subset & (subset - 1));
      const weight = scale * residual[LANES * b + lane]!;
      for (let q = 0; q < 3; q++)
        pulls[48 * b + 3 * subset + q] =
          pulls[rest + q]! + weight * inputs[3 * LANES * b + q * LANES + lane]!;
    }
  let sign = 1;
  for (let r = 0, own = 0, from = 0; r < m; r++, own += 3) {
    let [u, v, t] = [0, 0, 0];
    for (let b = 0; b < blocks; b++, from++) {
      const at = 48 * b + 3 * active[from]!;
      u += pulls[at]!;
      v += pulls[at + 1]!;
      t += pulls[at + 2]!;
    }
    w[own] = w[own]! - sign * u;
    w[own + 1] = w[own + 1]! - sign * v;
    w[own + 2] = w[own + 2]! - sign * t;
    sign = -sign;
  }
}

/** Returns f at inputs (k x 3), W m x 3. */
export function outputsOf(inputs: Vector, w: Vector): Vector {
  const count = inputs.length / 3;
  const shard = createShard(
    inputs,
    new Float64Array(count),
    Int32Array.from({ length: count }, (_, i) => i),
    w.length / 3,
  );
  forward(shard, w);
  return shard.residual.slice(0, count);
}
