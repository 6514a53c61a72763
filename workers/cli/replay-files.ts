import { readFileSync } from 'node:fs';
import type { OwnData, ProblemCard } from '../../engine/contract.ts';
import { columnMeans } from '../../engine/data/column-means.ts';
import { DATA_SETS } from '../../engine/data/data-sets.ts';
import { isPacked } from '../../engine/data/pack.ts';
import { shareTable } from '../../engine/data/share-data.ts';
import type { Table } from '../../engine/data/table-reader.ts';
import { formatParam, sameValue, type Values } from '../../engine/params.ts';
import type { ReportPart } from '../../engine/problem.ts';
import { choiceOf, choiceValues } from '../../engine/scenario/file-choice.ts';
import type { Notice } from '../../engine/scenario/notice.ts';
import { matrixValues } from '../../engine/scenario/own-matrices.ts';
import { meanValues } from '../../engine/scenario/own-means.ts';
import { type Scenario, withValues } from '../../engine/scenario/scenario.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import { tableOfBytes } from '../tasks/own-tables.ts';
import { UsageError } from './usage-error.ts';

function readBytes(flag: string, what: string, name: string): Uint8Array {
  try {
    return readFileSync(name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`--${flag}: expected a ${what} file; "${name}" cannot be read (${code})`);
  }
}

/** True if own data become values and no table is kept. */
export function keepsValues({ ownMeans, ownMatrices }: ProblemCard): boolean {
  return ownMeans !== undefined || ownMatrices !== undefined;
}

/** Reads the file named by `--data`; null for a shipped or packed set. */
export function readData(name: string | undefined, card: ProblemCard): Uint8Array | null {
  if (name === undefined || (!keepsValues(card) && (Object.hasOwn(DATA_SETS, name) || isPacked(name))))
    return null;
  return readBytes('data', 'CSV', name);
}

/** Reads a file's table, or only its values and refused rows; `values` are the link's. If no flag sets the bias, the file may. */
export function readOwn(
  bytes: Uint8Array,
  values: Values,
  card: ProblemCard,
  flags: ReadonlySet<string>,
  notices: Notice[],
): { own: OwnData | null; values: Values; refused: Pick<Table, 'refused' | 'refusedCount'> | null } {
  const { ownMeans, ownMatrices, ownColumns } = card;
  const saysBias = flags.has('link') || flags.has('bias');
  const choice = choiceOf(values, card);
  const table = tableOfBytes(bytes, saysBias ? choice : { ...choice, bias: null });
  if (ownMeans || ownMatrices) {
    const kept = ownMatrices
      ? matrixValues(card.params, ownMatrices, table, table.values)
      : meanValues(card.params, ownMeans!, columnMeans(table));
    if ('failure' in kept) throw new ScenarioError(kept.failure);
    refuseOthers('data', kept.values, values, flags);
    notices.push(...table.notices, ...kept.notices);
    return { own: null, values: kept.values, refused: table };
  }
  const { packed, notice } = shareTable(table);
  if (notice) notices.push(notice);
  const columns = table.ones === null ? choice.columns : table.used;
  const kept = { data: packed, ...choiceValues(packed, { ...choice, columns }) };
  if (ownColumns) {
    refuseOthers('data', ownColumns.beside, values, flags);
    return { own: { table }, values: kept, refused: table };
  }
  const bias = saysBias ? choice.bias! : (table.bias ?? false);
  return { own: { table }, values: { ...kept, bias }, refused: null };
}

export function readJson(name: string): unknown {
  const text = new TextDecoder().decode(readBytes('values', 'JSON', name));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`--values: expected JSON; "${name}" holds none`);
  }
}

/** Rejects flags that contradict a file. */
function refuseOthers(by: string, settled: Values, values: Values, flags: ReadonlySet<string>): void {
  for (const [key, value] of Object.entries(settled))
    if (flags.has(key) && !sameValue(value, values[key]))
      throw new UsageError(
        `--${key}: expected ${formatParam(value!)}, as in the file of --${by}; got ${formatParam(values[key]!)}`,
      );
}

/** Replaces drawn data by a file's. Throws UsageError if the problem draws none, or the file is wrong. */
export function withGiven(
  given: unknown,
  scenario: Scenario,
  flags: ReadonlySet<string>,
  report: ReportPart | undefined,
): { readonly scenario: Scenario; readonly own: OwnData } {
  if (!report?.readFile)
    throw new UsageError(
      `--values: expected a problem whose draws a file can replace; got ${scenario.problem}`,
    );
  const read = report.readFile(given, scenario.values);
  if (typeof read === 'string') throw new UsageError(`--values: ${read}`);
  refuseOthers('values', read.values, scenario.values, flags);
  return { scenario: withValues(scenario, read.values), own: { drawn: read.drawn } };
}
