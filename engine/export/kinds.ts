/** What data can be taken away, and how large it is; plain data, so that the page may import it. */

/** The tables that problems share, in menu order; those of a problem's own stand behind them. */
export const TABLE_KINDS = ['trajectories', 'curves', 'grid', 'stationary', 'basins', 'samples'] as const;
/** One of them, or the name of a problem's own. */
export type TableKind = (typeof TABLE_KINDS)[number] | (string & NonNullable<unknown>);

/** What is known of a table of a problem's own before it is made; plain data. */
export interface TableShape {
  readonly columns: number;
  /** Its rows: so many a step that is written, a cell along the side of a grid (`size`), and besides. */
  readonly rows: { readonly perStep?: number; readonly perSize?: number; readonly others?: number };
  /** Whether how many rows there are is known only when it is made. */
  readonly isEstimate?: true;
  /** The steps that it is of: those that are asked for, or the one that is shown. Absent of a table that is of none. */
  readonly steps?: 'asked' | 'shown';
}

export type TableFormat = 'csv' | 'json';

/** Cells a side of grids and basins; a dual curve has four directions for each. */
export const GRID_SIZES = [32, 64, 128, 256, 512] as const;

/** Most cells a side of basins: each of their cells is a descent. */
export const MOST_BASIN_SIZE = 256;

/** Last step that can be asked for. */
export const MOST_STEPS = 100_000;

/** Most numbers of one file: about 400 megabytes of text. */
export const MOST_NUMBERS = 20_000_000;

/** Characters of one number with its comma, about: 17 significant digits, sign, point and exponent where there is one. */
const CHARACTERS = 20;

/** What a table is asked with; each kind takes what it needs. */
export interface TableRequest {
  readonly kind: TableKind;
  /** Steps 0 to `last`, of which every `every`-th is written, and the last. */
  readonly last: number;
  readonly every: number;
  /** The window x0, x1, y0, y1 of grids and basins. */
  readonly view: readonly [number, number, number, number];
  readonly size: number;
}

/** What has to be known of an opened scenario to say what can be taken away. */
export interface TableFacts {
  /** Weights that both sides are losses over; 0 where they are not over the same. */
  readonly dimension: number;
  /** Numbers of one state of both sides. */
  readonly numbers: number;
  /** Samples, Infinity in closed form; columns of the features, ones counted. */
  readonly samples: number;
  readonly columns: number;
  /** Whether every stationary point of the plane is known: two weights, one neuron, finitely many samples. */
  readonly isPlane: boolean;
  /** Tables of the problem's own, by kind: beside the shared ones or in their place. */
  readonly own: Readonly<Record<string, TableShape>>;
}

/** The tables of a scenario. */
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

/** Rows and columns of a table and characters of its file; of what is not known before it is made, about. */
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

/** The steps that are written: every `every`-th from 0, and the last. */
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
