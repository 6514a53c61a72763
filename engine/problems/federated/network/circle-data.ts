import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import type { Vector } from '../../../contract.ts';
import { createRandom, STREAMS } from '../../../kernels/random.ts';
import type { FedValues } from '../card.ts';
import type { Split } from '../names.ts';

/** Length of (cos, sin, 1/2). */
const LENGTH = Math.sqrt(1.25);

export interface CircleData {
  /** n. */
  readonly samples: number;
  /** Angles in radians. */
  readonly angles: Vector;
  readonly labels: Vector;
  /** n x 3, row-major, of length 1 each. */
  readonly inputs: Vector;
  /** Clients from 0. */
  readonly owners: Int32Array<ArrayBuffer>;
  /** N. */
  readonly count: number;
  /** Clients' names in the user's data; empty: numbered. */
  readonly names: readonly string[];
}

/** Draws angles near an even grid. */
export function drawCircle({
  seed,
  n,
  clients,
  split,
  labels,
}: Pick<FedValues, 'seed' | 'n' | 'clients' | 'split' | 'labels'>): CircleData {
  const random = createRandom(seed, STREAMS.data);
  const angles = new Float64Array(n);
  for (let i = 0; i < n; i++) angles[i] = (2 * Math.PI * (i + 0.5 * (random.uniform() - 0.5))) / n;
  const target =
    labels === 'wave'
      ? angles.map((angle) => sin(angle) + 0.5 * cos(2 * angle))
      : angles.map((_, i) => (Math.floor((4 * i) / n) % 2 === 0 ? 1 : -1));
  return circleOf(angles, target, ownersOf(split, n, clients), clients, []);
}

export function circleOf(
  angles: Vector,
  labels: Vector,
  owners: Int32Array<ArrayBuffer>,
  count: number,
  names: readonly string[],
): CircleData {
  return { samples: angles.length, angles, labels, inputs: inputsOf(angles), owners, count, names };
}

/** Assigns one arc each, or in turn. */
export function ownersOf(split: Split, n: number, count: number): Int32Array<ArrayBuffer> {
  return Int32Array.from({ length: n }, (_, i) =>
    split === 'arcs' ? Math.floor((i * count) / n) : i % count,
  );
}

/** Returns (cos, sin, 1/2)/sqrt(5/4), row by row. The bias makes no two inputs parallel. */
export function inputsOf(angles: Vector): Vector {
  const inputs = new Float64Array(3 * angles.length);
  for (const [i, angle] of angles.entries())
    inputs.set([cos(angle) / LENGTH, sin(angle) / LENGTH, 0.5 / LENGTH], 3 * i);
  return inputs;
}

/** Returns them ascending. */
export function samplesOf(owners: Int32Array, client: number): Int32Array<ArrayBuffer> {
  return Int32Array.from([...owners.keys()].filter((i) => owners[i] === client));
}
