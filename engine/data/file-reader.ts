import { MAX_NUMBERS } from '../limits.ts';
import type { Phrase } from '../phrase.ts';
import type { TableChoice } from '../scenario/file-choice.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { columnsOf } from './columns.ts';
import { createCsvRows, LONGEST_ROW } from './csv-rows.ts';
import { type ColumnKind, createFileSurvey, type FileLayout } from './file-survey.ts';
import { createLabelTexts } from './label-texts.ts';
import { type DecimalMark, readCell } from './number-words.ts';
import { badCell, createCollector, isBlank, type Table } from './table-reader.ts';

/** Table of an own file, with how it was read. */
export interface FileTable extends Table {
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  /** One-based numbers of the table's columns, the label last. */
  readonly used: readonly number[];
  /** Decimal mark; null if no number depends on it. */
  readonly decimal: DecimalMark | null;
  /** One-based number of the column of ones that the bias replaces, or null. */
  readonly ones: number | null;
  /** Bias as requested by choice or file, else null. */
  readonly bias: boolean | null;
  readonly outputs: number | null;
}

/**
 * Reads the rows of a file with known layout, from its beginning, in chunks. Rows are accepted as in `createTableReader`, but numbers
 * follow the layout, comment lines (#) are skipped, blank cells after the last column are ignored, and unused columns are not checked.
 */
export function createFileReader(layout: FileLayout, maxRows: number, maxNumbers = MAX_NUMBERS) {
  const { names, used, marks, headerLine } = layout;
  const texts = layout.outputs ? createLabelTexts(layout.named && layout.named.names.length - 1) : null;
  const found = createCollector(Math.min(maxRows, layout.named?.rows ?? maxRows), maxNumbers, texts);
  let headless = false;

  const rows = createCsvRows({
    comments: true,
    findSeparator: () => layout.separator,
    onRow(cells, line) {
      if (headless || line <= headerLine) return;
      if (cells === null) {
        headless = names.length === 0;
        found.refuse(line, { say: 'endless', most: LONGEST_ROW });
      } else if (names.length > 0) found.take(line, readCells(cells, found.begin(used.length)));
    },
  });

  function readCells(cells: readonly string[], numbers: Float64Array): Phrase | null {
    if (cells.every(isBlank)) return { say: 'empty' };
    const width = names.length;
    // A trailing separator is optional.
    if (cells.length < width || (cells.length > width && !cells.slice(width).every(isBlank)))
      return { say: 'cells', expected: width, got: cells.length };
    for (const [at, j] of used.entries()) {
      const value = readCell(cells[j]!, marks[j]!);
      const isText = texts?.holds(at, used.length) && !isBlank(cells[j]!);
      if (Number.isNaN(value) && !isText) return badCell(cells[j]!, names[j]!);
      if (isText) texts!.add(cells[j]!, value);
      numbers[at] = value;
    }
    return null;
  }

  return {
    push: rows.push,
    /** Throws `ScenarioError` if there is no valid row. */
    finish(): FileTable {
      rows.finish();
      const table = found.finish(tableNames(layout), layout.notices);
      return withBias(layout, { ...table, notices: [...table.notices, ...askDegrees(layout, table)] });
    },
  };
}

/** Warns about angles beyond one turn. */
function askDegrees({ named }: FileLayout, { names, values }: Table): Notice[] {
  const at = names.indexOf(named?.radians ?? '');
  const far = values.find((value, i) => i % names.length === at && Math.abs(value) > 2 * Math.PI + 0.01);
  return at < 0 || far === undefined ? [] : [notice('maybe-degrees', names[at]!, '', String(far))];
}

/** Reads a whole text as a file. Throws `ScenarioError` if there is no valid row. */
export function readFileText(text: string, choice: TableChoice, maxRows: number): FileTable {
  const survey = createFileSurvey(choice);
  survey.push(text);
  const reader = createFileReader(survey.finish(), maxRows);
  reader.push(text);
  return reader.finish();
}

/**
 * Returns the names of the table. The chosen label is last; a feature named y would be mistaken for it, but among outputs no name marks the
 * label. Named columns keep their names.
 */
function tableNames({ names, used, chosen, outputs, named }: FileLayout): string[] {
  if (named) return named.names.slice(0, used.length);
  const own = used.map((j) => names[j]!);
  return chosen && outputs === null
    ? own.map((name, at) => (name === 'y' && at < own.length - 1 ? 'y_' : name))
    : own;
}

/**
 * Replaces a column of ones by the bias, unless columns were chosen or no bias is wanted. With output columns nothing is removed here,
 * because only the problem knows their number.
 */
function withBias(layout: FileLayout, table: Table): FileTable {
  const { names, kinds, used, chosen, decimal, bias, saysOnes, outputs } = layout;
  const { label, features } = columnsOf(table.names);
  const width = table.names.length;
  const holdsOnes = (at: number) => {
    for (let i = at; i < table.rows * width; i += width) if (table.values[i] !== 1) return false;
    return true;
  };
  const isSought =
    outputs === null && !chosen && bias !== false && features.length > 1 && (table.rows > 1 || saysOnes);
  const ones = isSought ? features.findLast(holdsOnes) : undefined;
  const kept = table.names.map((_, at) => at).filter((at) => at !== ones);
  const common = {
    ...table,
    columns: names.map((name, j) => ({ name, kind: kinds[j]! })),
    used: (outputs === null ? [...kept.filter((at) => at !== label), label] : kept).map(
      (at) => used[at]! + 1,
    ),
    decimal,
    bias,
    outputs,
    ones: null,
  };
  if (ones === undefined) return common;
  const values = new Float64Array(table.rows * kept.length);
  for (let i = 0; i < table.rows; i++)
    for (const [to, at] of kept.entries()) values[i * kept.length + to] = table.values[i * width + at]!;
  return {
    ...common,
    names: kept.map((at) => table.names[at]!),
    values,
    bias: true,
    ones: used[ones]! + 1,
    notices: [...table.notices, notice('ones-column', table.names[ones]!)],
  };
}
