import type { ProblemCard } from '../contract.ts';
import { type ParamSpecs, shaping, type Values } from '../params.ts';
import { leavesDataOut } from './leaves-data-out.ts';

/** What a person, or a link, says of how a file is to be read. */
export interface TableChoice {
  /** The decimal mark of all columns; `auto` finds it out. */
  readonly decimal: 'auto' | 'point' | 'comma';
  /** Numbers of the file's columns, from 1: the features in order, the label last. Null takes every column of numbers. */
  readonly columns: readonly number[] | null;
  /** Whether a bias is wanted, which a column of ones in the file then is; null where nobody has said so. */
  readonly bias: boolean | null;
  /**
   * How many of the last columns are outputs, for a problem that takes several (a last column of texts then names classes); 0 where every
   * column of numbers is taken and none is the label. Else null.
   */
  readonly outputs: number | null;
  /** The columns that are taken, as `ProblemCard.ownColumns` names them; null where any may be. */
  readonly named: Omit<NonNullable<ProblemCard['ownColumns']>, 'beside'> | null;
}

/** Nothing said: all of it is found out. */
export const NO_CHOICE: TableChoice = {
  decimal: 'auto',
  columns: null,
  bias: null,
  outputs: null,
  named: null,
};

const OF_FILE = {
  ...shaping('data', 'none'),
  when: (values: Values) => leavesDataOut({ values }),
} as const;

/** How a link whose data did not fit says that its file is read; packed data have it behind them. */
export const FILE_PARAMS = {
  decimal: { kind: 'choice', default: 'auto', options: ['auto', 'point', 'comma'], ...OF_FILE },
  columns: { kind: 'vector', default: null, min: 1, max: 100_000, maxLength: 501, ...OF_FILE },
} as const satisfies ParamSpecs;

/** What the values of a card's scenario say of how its file is read. */
export function choiceOf(
  values: Values,
  {
    outputsKey,
    ownMeans,
    ownMatrices,
    ownColumns,
  }: Pick<ProblemCard, 'outputsKey' | 'ownMeans' | 'ownMatrices' | 'ownColumns'> = {},
): TableChoice {
  if (ownMeans || ownMatrices) return { ...NO_CHOICE, outputs: 0 };
  const { decimal, columns, bias } = values;
  return {
    decimal: decimal as TableChoice['decimal'],
    columns: columns as TableChoice['columns'],
    bias: bias as boolean,
    outputs: ownColumns ? 1 : outputsKey === undefined ? null : (values[outputsKey] as number),
    named: ownColumns ?? null,
  };
}

/** How a link says that: its file is read in the same way, and packed data have it behind them. */
export function choiceValues(packed: string, { decimal, columns }: TableChoice): Values {
  return packed === '' ? { decimal, columns } : { decimal: 'auto', columns: null };
}
