/** What data can be taken away, and how large it is; plain data, so that the page may import it. */

/** The tables, in menu order. */
export const TABLE_KINDS = [
  'trajectories',
  'curves',
  'grid',
  'stationary',
  'basins',
  'samples',
  'neurons',
  'bound',
  'dual',
] as const;
/** One of them. */
export type TableKind = (typeof TABLE_KINDS)[number];

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
  /** Numbers of one iterate of the left side. */
  readonly dimension: number;
  /** Samples, Infinity in closed form; columns of the features, ones counted. */
  readonly samples: number;
  readonly columns: number;
  /** Whether every stationary point of the plane is known: two weights, one neuron, finitely many samples. */
  readonly isPlane: boolean;
  /** Null of one neuron. */
  readonly network: {
    readonly neurons: number;
    readonly columns: number;
    readonly constant: boolean;
    readonly capacity: number;
    readonly program: 'exact' | 'hinges' | 'sampled';
  } | null;
}

/** The tables of a scenario. */
export function tableKinds({ dimension, samples, isPlane, network }: TableFacts): TableKind[] {
  const has: Record<TableKind, boolean> = {
    trajectories: true,
    curves: true,
    grid: !network && dimension >= 2,
    stationary: isPlane,
    basins: isPlane,
    samples: Number.isFinite(samples),
    neurons: network !== null,
    bound: network !== null && network.program !== 'sampled',
    dual: network?.columns === 2 && !network.constant,
  };
  return TABLE_KINDS.filter((kind) => has[kind]);
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
  const { dimension, samples, columns, network } = facts;
  const { size } = request;
  const steps = stepsWritten(request);
  switch (request.kind) {
    case 'trajectories':
      return network
        ? { rows: 2 * steps * network.neurons, columns: network.columns + 4 }
        : { rows: steps, columns: 2 * dimension + 9 };
    case 'curves':
      return { rows: steps, columns: 9 };
    case 'grid':
    case 'basins':
      return { rows: size * size, columns: 4 };
    case 'stationary':
      return { rows: 20, columns: 16 };
    case 'samples':
      return { rows: samples, columns: columns + 1 };
    case 'neurons':
      return { rows: 2 * (network?.neurons ?? 1), columns: columns + 4 };
    case 'bound':
      return { rows: 20, columns: 4 };
    case 'dual':
      return { rows: 4 * size, columns: 5 };
  }
}
