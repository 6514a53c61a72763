import type { TableRequest, TableShape } from '../../export/kinds.ts';
import { column, type ExportTable, type TableColumn } from '../../export/table.ts';
import { sidesShapes, sidesTable } from '../../export/tables/sides-table.ts';
import type { RunValues } from '../../run/create-run.ts';
import { SIDES } from '../../side-names.ts';
import type { ShuffleInstance } from './instance.ts';
import { permutationAt } from './permutation-costs.ts';
import { CYCLIC } from './triangle/relaxation.ts';
import type { Permutation, ShuffleInfo, TriangleInfo } from './types.ts';

/** Series of the left and of the right, which has no bound. */
const RECORDED = 7 + 6;

/** Returns the columns and rows of the problem's own tables. */
export function shuffleShapes({ n, triangle, costs, thresholds }: ShuffleInfo): Record<string, TableShape> {
  const state = triangle ? 3 : n * n;
  const others = (columns: number, rows: number) => ({ columns, rows: { others: rows } });
  const rests = triangle && triangle.rests.left.length + triangle.rests.right.length;
  return {
    ...sidesShapes(1 + RECORDED, 2 * state),
    ...(costs.length > 0 && { permutations: others(2, costs.length) }),
    ...(thresholds.length > 0 && { thresholds: others(3, thresholds.length) }),
    ...(rests && { rests: others(8, rests) }),
  };
}

/** Null for other kinds. */
export function shuffleTable(
  instance: ShuffleInstance,
  values: RunValues,
  request: TableRequest,
): ExportTable | null {
  const { info } = instance;
  switch (request.kind) {
    case 'trajectories':
      return sidesTable(instance, values, request, true, () => entries(info));
    case 'permutations':
      return permutationsTable(info);
    case 'thresholds':
      return thresholdsTable(info);
    case 'rests':
      return info.triangle && restsTable(info, info.triangle);
    default:
      return null;
  }
}

const WEIGHTS = ['I', 'C', 'C^2'].map((corner, k) => column(`x${k}`, `weight of ${corner}`));
const PERMUTATION = column('p', 'row i has its 1 in column p_i, both counted from 0');
const COST = column('cost', 'E there');

/** Permutations in files: numbers from 0, separated by spaces. */
const written = (permutation: Permutation) => permutation.join(' ');

function entries({ n, triangle }: ShuffleInfo): TableColumn[] {
  if (triangle) return WEIGHTS;
  return Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return column(`m${i}_${j}`, `entry in row ${i}, column ${j}, counted from 0`);
  });
}

function permutationsTable({ n, triangle, costs }: ShuffleInfo): ExportTable {
  return {
    what: triangle
      ? 'the three corners of the triangle and their costs'
      : `all ${costs.length} permutations and their costs, in lexicographic order`,
    notes: triangle ? [`costs of all six permutations: ${triangle.allSix.join(' ')}`] : [],
    columns: [PERMUTATION, COST],
    *body() {
      for (const [index, cost] of costs.entries())
        yield [written(triangle ? CYCLIC[index]! : permutationAt(index, n)), cost];
    },
  };
}

function thresholdsTable({ lambda, smoothness, thresholds, exactFrom }: ShuffleInfo): ExportTable {
  return {
    what: 'from which lambda on permutations are traps: strict local minima of E + lambda P',
    notes: [
      `lambda: ${lambda}; L: ${smoothness}`,
      ...(exactFrom === null
        ? []
        : [`the minimisers are the best permutations for lambda above ${exactFrom}`]),
    ],
    columns: [
      PERMUTATION,
      COST,
      column('threshold', 'the lambda above which it is a trap, not as a share of L'),
    ],
    *body() {
      for (const { permutation, cost, threshold } of thresholds)
        yield [written(permutation), cost, threshold];
    },
  };
}

function restsTable({ lambda }: ShuffleInfo, { rests, convexUntil }: TriangleInfo): ExportTable {
  return {
    what: 'every point of the triangle at which the projected descent rests',
    notes: [
      `the left at lambda 0, the right at ${lambda}`,
      `E + lambda P is convex on the triangle up to lambda ${convexUntil}`,
    ],
    columns: [
      column('side', '0 the left; 1 the right'),
      ...WEIGHTS,
      column('on', 'interior, edge or vertex'),
      column('kind', 'minimum, saddle or maximum'),
      column('value', 'E + lambda P there'),
      column('isolated', '0 of one point of a continuum'),
    ],
    *body() {
      for (const [s, side] of SIDES.entries())
        for (const { at, on, kind, value, isolated } of rests[side])
          yield [s, ...at, on, kind, value, isolated ? 1 : 0];
    },
  };
}
