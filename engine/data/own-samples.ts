import type { OwnData, Samples } from '../contract.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { columnsOf } from './columns.ts';
import { DATA_SETS } from './data-sets.ts';
import { isPacked, unpackText } from './pack.ts';
import { readTable } from './read-table.ts';
import { SET_NAMES } from './set-names.ts';
import type { RefusedRow, Table } from './table-reader.ts';

export interface OwnSamples {
  readonly samples: Samples;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
}

export interface OwnChoice {
  /** Value of the link: name of a shipped set or a packed table; unused if a table came with the scenario. */
  readonly data: string;
  /** True if a column of ones is appended. */
  readonly bias: boolean;
  /** Maximum rows, and maximum feature columns including ones. */
  readonly maxSamples: number;
  readonly maxDimension: number;
}

export function ownText(data: string): string {
  if (data === '') throw new ScenarioError(notice('csv-without-data', 'data'));
  if (isPacked(data)) {
    const text = unpackText(data);
    if (text === null) throw new ScenarioError(notice('broken-data', 'data'));
    return text;
  }
  const text = Object.hasOwn(DATA_SETS, data) ? DATA_SETS[data] : undefined;
  if (text === undefined)
    throw new ScenarioError(notice('unknown-data', 'data', SET_NAMES.join(', '), data.slice(0, 40)));
  return text;
}

/** Returns the table that came with the scenario, else the link's. Throws `ScenarioError` if it cannot be read. */
export function ownTable(data: string, own: OwnData | null, maxRows: number, texts = false): Table {
  return own?.table ?? readTable(ownText(data), maxRows, texts);
}

/**
 * Takes the column named y, else the last, as label; the rest are features, in order. Throws `ScenarioError` if the data cannot be read, or
 * have no or too many features.
 */
export function readOwnSamples(choice: OwnChoice, own: OwnData | null): OwnSamples {
  const { bias, maxSamples, maxDimension } = choice;
  const table = ownTable(choice.data, own, maxSamples);
  const notices = [...table.notices];
  const width = table.names.length;
  const { label, features: columns } = columnsOf(table.names);
  if (table.names.lastIndexOf('y') > label) notices.push(notice('repeated-column', 'y'));
  const d = columns.length + (bias ? 1 : 0);
  if (columns.length === 0) throw new ScenarioError(notice('no-feature', 'data', '', table.names[label]));
  if (d > maxDimension)
    throw new ScenarioError(notice('too-many-columns', 'data', String(maxDimension), String(d)));

  const n = Math.min(table.rows, maxSamples);
  if (n < table.rows) notices.push(notice('rows-cut', 'data', String(n), String(table.rows)));
  const features = new Float64Array(n * d).fill(1);
  const labels = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (const [j, column] of columns.entries()) features[i * d + j] = table.values[i * width + column]!;
    labels[i] = table.values[i * width + label]!;
  }
  return {
    samples: {
      count: n,
      dimension: d,
      features,
      labels,
      names: columns.map((j) => table.names[j]!),
      labelName: table.names[label]!,
      hasOnes: bias,
    },
    refused: table.refused,
    refusedCount: table.refusedCount,
    notices,
  };
}
