import type { Vector } from '../../contract.ts';
import { createRandom, STREAMS, shuffle } from '../../kernels/random.ts';
import { notice } from '../../scenario/notice.ts';
import { ScenarioError } from '../../scenario/scenario-error.ts';
import { nodesOf, type ShuffleValues } from './card.ts';

/** Symmetric, n x n row-major; the diagonal counts. */
export interface TwoGraphs {
  readonly n: number;
  readonly a: Vector;
  readonly b: Vector;
}

/** Largest weight of `weighted`. */
const HEAVIEST = 4;

/**
 * Returns the graphs. Drawn ones use the data stream, A before B, upper triangles row by row: `weighted` integers 0..4, diagonal included;
 * `simple` edges with probability 1/2, diagonal 0; `copy` A = (G + G')/2 of n x n normals G, then a permutation p, then B[i, j] = A[p_i,
 * p_j] + noise (Y + Y')/2 of normals Y. Throws ScenarioError unless given lists are triangles of one n.
 */
export function graphsOf(values: ShuffleValues): TwoGraphs {
  const { graphs, n, noise, seed } = values;
  if (graphs === 'given') return givenGraphs(values.A, values.B);
  const random = createRandom(seed, STREAMS.data);
  const drawn = (diagonal: boolean, weight: () => number): Vector => {
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = diagonal ? i : i + 1; j < n; j++) matrix[i * n + j] = matrix[j * n + i] = weight();
    return matrix;
  };
  if (graphs !== 'copy') {
    const isWeighted = graphs === 'weighted';
    const draw = () => drawn(isWeighted, () => random.integer(isWeighted ? HEAVIEST + 1 : 2));
    return { n, a: draw(), b: draw() };
  }
  const normals = (): Vector => {
    const all = Float64Array.from({ length: n * n }, () => random.normal());
    return all.map((one, at) => (one + all[(at % n) * n + Math.floor(at / n)]!) / 2);
  };
  const a = normals();
  const order = Int32Array.from({ length: n }, (_, i) => i);
  shuffle(order, random);
  const off = normals();
  const b = off.map((weight, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return a[order[i]! * n + order[j]!]! + noise * weight;
  });
  return { n, a, b };
}

function givenGraphs(first: readonly number[] | null, second: readonly number[] | null): TwoGraphs {
  const n = nodesOf(first!.length);
  const refuse = (key: string, expected: string, list: readonly number[]) => {
    const found = notice('vector-length', key, expected, String(list.length));
    throw new ScenarioError({ ...found, refused: true });
  };
  if (!(n >= 2)) refuse('A', LENGTHS, first!);
  if (second!.length !== first!.length) refuse('B', `${first!.length}`, second!);
  return { n, a: symmetric(first!, n), b: symmetric(second!, n) };
}

/** n(n + 1)/2 for n = 2 to 10. */
const LENGTHS = '3, 6, 10, 15, 21, 28, 36, 45 or 55';

/** Returns the matrix of an upper triangle, row by row. */
function symmetric(triangle: readonly number[], n: number): Vector {
  const matrix = new Float64Array(n * n);
  let at = 0;
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) matrix[i * n + j] = matrix[j * n + i] = triangle[at++]!;
  return matrix;
}
