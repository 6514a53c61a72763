/** Exportable data and their sizes; plain data, so that the page may import it. */

/** Shared tables in menu order; a problem's own tables follow. */
export const TABLE_KINDS = ['trajectories', 'curves', 'grid', 'stationary', 'basins', 'samples'] as const;
/** Shared kind, or the name of a problem's own. */
export type TableKind = (typeof TABLE_KINDS)[number] | (string & NonNullable<unknown>);

/** Shape of a problem's own table before it is made; plain data. */
export interface TableShape {
  readonly columns: number;
  /** Row counts: per written step, per cell along a grid side (`size`), and others. */
  readonly rows: { readonly perStep?: number; readonly perSize?: number; readonly others?: number };
  /** True if the row count is known only when the table is made. */
  readonly isEstimate?: true;
  /** Steps covered: the requested ones, or the displayed one. Absent if it does not depend on steps. */
  readonly steps?: 'asked' | 'shown';
}

export const TABLE_FORMATS = ['csv', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Cells per side of grids and basins; a dual curve has four directions for each. */
export const GRID_SIZES = [32, 64, 128, 256, 512] as const;

/** Maximum cells per side of basins, since each cell is a descent. */
export const MOST_BASIN_SIZE = 256;

export const MOST_STEPS = 100_000;

/** Maximum numbers of one file: about 400 MB of text. */
export const MOST_NUMBERS = 20_000_000;

/** Approximate characters per number with its comma: 17 significant digits, sign, point, possibly an exponent. */
const CHARACTERS = 20;

/** Parameters of a table; each kind uses what it needs. */
export interface TableRequest {
  readonly kind: TableKind;
  /** Writes every `every`-th of the steps 0 to `last`, and the last. */
  readonly last: number;
  readonly every: number;
  /** Window x0, x1, y0, y1 of grids and basins. */
  readonly view: readonly [number, number, number, number];
  readonly size: number;
}

export interface TableFacts {
  /** Number of common weights of both losses; 0 if they differ. */
  readonly dimension: number;
  /** Length of one state, summed over both sides. */
  readonly numbers: number;
  /** Sample count, Infinity in closed form; feature columns including ones. */
  readonly samples: number;
  readonly columns: number;
  /** True if every stationary point of the plane is known: two weights, one neuron, finitely many samples. */
  readonly isPlane: boolean;
  /** Problem-specific tables by kind, which extend or replace the shared ones. */
  readonly own: Readonly<Record<string, TableShape>>;
}

export function tableKinds({ dimension, samples, isPlane, own }: TableFacts): TableKind[] {
  const has: Readonly<Record<(typeof TABLE_KINDS)[number], boolean>> = {
    trajectories: true,
    curves: true,
    grid: dimension >= 2,
    stationary: isPlane,
    basins: isPlane,
    samples: Number.isFinite(samples) && samples > 0,
  };
  const shared = TABLE_KINDS.filter((kind) => has[kind]);
  return [...new Set<TableKind>([...shared, ...Object.keys(own)])];
}

/** Rows, columns and characters of a table; estimates if not known in advance. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
  readonly numbers: number;
  readonly characters: number;
}

export function tableSize(facts: TableFacts, request: TableRequest): TableSize {
  const { rows, columns } = extentOf(facts, request);
  return { rows, columns, numbers: rows * columns, characters: rows * columns * CHARACTERS };
}

/** Counts the written steps: every `every`-th from 0, and the last. */
export function stepsWritten({ last, every }: Pick<TableRequest, 'last' | 'every'>): number {
  return Math.floor(last / every) + 1 + (last % every === 0 ? 0 : 1);
}

function extentOf(facts: TableFacts, request: TableRequest): { rows: number; columns: number } {
  const { numbers, samples, columns, own } = facts;
  const { kind, size } = request;
  const steps = stepsWritten(request);
  const shape = own[kind];
  if (shape) {
    const { perStep = 0, perSize = 0, others = 0 } = shape.rows;
    return { rows: perStep * steps + perSize * size + others, columns: shape.columns };
  }
  switch (kind) {
    case 'trajectories':
      return { rows: steps, columns: numbers + 9 };
    case 'curves':
      return { rows: steps, columns: 9 };
    case 'grid':
    case 'basins':
      return { rows: size * size, columns: 4 };
    case 'stationary':
      return { rows: 20, columns: 16 };
    case 'samples':
      return { rows: samples, columns: columns + 1 };
    default:
      throw new RangeError(`expected one of ${tableKinds(facts).join(', ')}; got ${kind}`);
  }
}
