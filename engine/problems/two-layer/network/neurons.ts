import type { Vector } from '../../../contract.ts';
import { norm } from '../../../kernels/vector.ts';
import { type Block, createBlockFactory } from '../program/blocks.ts';
import type { DualCurve } from '../program/dual-curve.ts';

/** A turn below this share of a vector's length is rounding: the vector is on the ray. */
const ROUNDING = 16 * 2 ** -53;

/**
 * Writes blocks (flat: sign, then d numbers of v) as neurons (flat as in `forward`): w = v/sqrt||v||, alpha = sign sqrt||v||, then zeros.
 * Blocks of length 0 (or below 1e-162, where squares vanish) take no place. Non-finite blocks give non-finite neurons. Throws RangeError if
 * the state is too short.
 */
export function blocksToNeurons(state: Float64Array, blocks: Float64Array, columns: number): void {
  const capacity = state.length / (columns + 1);
  state.fill(0);
  let neuron = 0;
  for (let at = 0; at < blocks.length; at += columns + 1) {
    const v = blocks.subarray(at + 1, at + 1 + columns);
    const root = Math.sqrt(norm(v));
    if (root === 0) continue;
    if (neuron === capacity) throw new RangeError(`expected room for all blocks; got ${capacity} neurons`);
    for (let k = 0; k < columns; k++) state[neuron * columns + k] = v[k]! / root;
    state[capacity * columns + neuron] = blocks[at]! * root;
    neuron++;
  }
}

/** Returns neurons with alpha w != 0 as blocks: the sign of alpha, then |alpha| w. Non-finite neurons give non-finite blocks. */
export function neuronsToBlocks(network: Float64Array, columns: number): Vector {
  const m = network.length / (columns + 1);
  const blocks = new Float64Array(network.length);
  let at = 0;
  for (let j = 0; j < m; j++) {
    const alpha = network[m * columns + j]!;
    const size = Math.abs(alpha);
    const v = network.slice(j * columns, j * columns + columns).map((weight) => size * weight);
    if (v.every((value) => value === 0)) continue;
    blocks[at] = alpha < 0 ? -1 : 1;
    blocks.set(v, at + 1);
    at += columns + 1;
  }
  return blocks.slice(0, at);
}

/** Returns the network (flat as in `forward`) without all-zero neurons (the padding). */
export function withoutPadding(network: Float64Array, columns: number): Vector {
  const m = network.length / (columns + 1);
  const kept: number[] = [];
  for (let j = 0; j < m; j++) {
    const isZero = network.subarray(j * columns, j * columns + columns).every((weight) => weight === 0);
    if (!isZero || network[m * columns + j] !== 0) kept.push(j);
  }
  const packed = new Float64Array(kept.length * (columns + 1));
  kept.forEach((j, to) => {
    packed.set(network.subarray(j * columns, j * columns + columns), to * columns);
    packed[kept.length * columns + to] = network[m * columns + j]!;
  });
  return packed;
}

/**
 * Joins neurons over planar rows (`features` n x 2, row-major, those of the curve) to the fewest that joining gives: the same outputs at
 * the rows up to rounding, each neuron balanced and active at some row, no padding. Equal signs in one closed sector are one function on
 * the rows, and one neuron costs no more. Between rows the function may differ. Requires finite networks. Cost up to O(m^3 + n m).
 */
export function fewestNeurons(network: Float64Array, curve: DualCurve, features: Float64Array): Vector {
  const { rays, arrangement } = curve;
  if (arrangement.rays === 0) return new Float64Array(0);
  const factory = createBlockFactory(curve, features);
  const flat = neuronsToBlocks(network, 2);
  const blocks: Block[] = [];
  for (let at = 0; at < flat.length; at += 3) {
    const sign = flat[at]! < 0 ? -1 : 1;
    const v1 = flat[at + 1]!;
    const v2 = flat[at + 2]!;
    const sector = arrangement.locate(v1, v2);
    // Neurons turn a vector by rounding, and on a ray it belongs to both sectors.
    const ray = [sector, (sector + 1) % arrangement.rays].find((candidate) => {
      const turn = rays[2 * candidate]! * v2 - rays[2 * candidate + 1]! * v1;
      const along = rays[2 * candidate]! * v1 + rays[2 * candidate + 1]! * v2;
      return Math.abs(turn) <= ROUNDING * along;
    });
    blocks.push(
      ray === undefined ? factory.inSector(sign, sector, v1, v2) : factory.onRay(sign, ray, v1, v2),
    );
  }
  factory.merge(blocks);

  let longest = 0;
  for (let i = 0; i < features.length; i += 2) longest = Math.max(longest, norm(features.subarray(i, i + 2)));
  const pulling = blocks.filter(({ columns }) => columns.some((a) => Math.abs(a) > ROUNDING * longest));
  const fewest = new Float64Array(3 * pulling.length);
  blocksToNeurons(fewest, Float64Array.from(pulling.flatMap(({ sign, v1, v2 }) => [sign, v1, v2])), 2);
  return fewest;
}

/**
 * Rescales every neuron in place to ||w|| = |alpha|: the same function with the least penalty. Neurons with w or alpha 0 become all zeros;
 * non-finite ones stay non-finite.
 */
export function rebalance(network: Float64Array, columns: number): void {
  const m = network.length / (columns + 1);
  for (let j = 0; j < m; j++) {
    const at = m * columns + j;
    const w = network.subarray(j * columns, j * columns + columns);
    const length = norm(w);
    const alpha = Math.abs(network[at]!);
    const factor = length === 0 || alpha === 0 ? 0 : Math.sqrt(alpha) / Math.sqrt(length);
    for (let k = 0; k < columns; k++) w[k] = w[k]! * factor;
    network[at] = factor === 0 ? 0 : network[at]! / factor;
  }
}
