import type { ProblemCard } from '../contract.ts';
import { type ParamSpecs, shaping, type Values } from '../params.ts';
import { leavesDataOut } from './leaves-data-out.ts';

/** Reading options of a file, from a user or a link. */
export interface TableChoice {
  /** `auto` detects it. */
  readonly decimal: 'auto' | 'point' | 'comma';
  /** One-based column numbers: the features in order, the label last. Null: every numeric column. */
  readonly columns: readonly number[] | null;
  /** True for a bias, which then replaces a column of ones in the file; null if not specified. */
  readonly bias: boolean | null;
  /**
   * Number of output columns at the end, for a problem with several (a last text column then names classes); 0 if all numeric columns are
   * used and none is the label. Else null.
   */
  readonly outputs: number | null;
  /** Required columns by `ProblemCard.ownColumns`; null if any may be used. */
  readonly named: Omit<NonNullable<ProblemCard['ownColumns']>, 'beside'> | null;
}

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

/** Reading options of a link whose data did not fit; packed data need none. */
export const FILE_PARAMS = {
  decimal: { kind: 'choice', default: 'auto', options: ['auto', 'point', 'comma'], ...OF_FILE },
  columns: { kind: 'vector', default: null, min: 1, max: 100_000, maxLength: 501, ...OF_FILE },
} as const satisfies ParamSpecs;

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

/** Returns the reading options as link values; packed data need none. */
export function choiceValues(packed: string, { decimal, columns }: TableChoice): Values {
  return packed === '' ? { decimal, columns } : { decimal: 'auto', columns: null };
}
