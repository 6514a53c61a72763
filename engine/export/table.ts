/** A table of numbers with a header that says what they are, and its text as CSV and as JSON. */

import type { TableFormat } from './kinds.ts';

/** One number of a row, or a word. */
export type Cell = number | string;

/** What the numbers of one column are. */
export interface TableColumn {
  readonly name: string;
  /** What one number of it is measured in; empty where it is a plain number or text. */
  readonly unit: string;
  readonly about: string;
}

/** A column of numbers or words, `unit` empty where they are plain. */
export function column(name: string, about: string, unit = ''): TableColumn {
  return { name, unit, about };
}

/** A table that somebody takes away. */
export interface ExportTable {
  /** What it is, in a sentence. */
  readonly what: string;
  /** What else a reader has to know. */
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  /** The rows, in order, each as long as the columns. Null between them is a pause in a long computation. */
  body(): Generator<readonly Cell[] | null>;
  /** What is known at the end alone. */
  ends?(): readonly string[];
}

/** Where a file comes from. */
export interface TableSource {
  /** The whole address that opens the same digits. */
  readonly link: string;
  /** The version that wrote it. */
  readonly build: string;
}

const NUMBERS = 'Every number has the shortest digits that read back as the same 64-bit float.';

/** The pieces of the text, one a row at most; an empty piece is a pause. Joined they are the file. */
export function tablePieces(table: ExportTable, source: TableSource, format: TableFormat): Generator<string> {
  return format === 'csv' ? csvPieces(table, source) : jsonPieces(table, source);
}

/** The names come first and the comments behind them: `numpy.genfromtxt(..., names=True)` takes its names from the first line, comment or not. */
function* csvPieces(table: ExportTable, { link, build }: TableSource): Generator<string> {
  const comments = [
    `Twin Descent: ${table.what}`,
    `link: ${inComment(link)}`,
    `written by: Twin Descent ${build}`,
    ...table.notes,
    ...table.columns.map(({ name, unit, about }) => `${name}${unit && ` [${unit}]`}: ${about}`),
    NUMBERS,
    'nan: there is no such number (a side that has ended - no plant - not of this kind); inf and -inf: it overflows.',
  ];
  yield `${csvRow(table.columns.map(({ name }) => name))}\n${comments.map(commentLine).join('')}`;
  for (const cells of table.body()) yield cells ? `${csvRow(cells)}\n` : '';
  for (const line of table.ends?.() ?? []) yield commentLine(line);
}

function* jsonPieces(table: ExportTable, { link, build }: TableSource): Generator<string> {
  const header = {
    program: 'Twin Descent',
    what: table.what,
    link,
    build,
    notes: table.notes,
    columns: table.columns,
    numbers: NUMBERS,
    null: 'There is no such number (a side that has ended, no plant, not of this kind), or it is not finite.',
  };
  yield `{"header":${JSON.stringify(header)},\n"rows":[`;
  let first = true;
  for (const cells of table.body()) {
    yield cells ? `${first ? '' : ','}\n${jsonRow(cells)}` : '';
    first = first && !cells;
  }
  yield `\n],\n"ends":${JSON.stringify(table.ends?.() ?? [])}}\n`;
}

/** One line of CSV, without its line break. */
export function csvRow(cells: Iterable<Cell>): string {
  let line = '';
  let separator = '';
  for (const cell of cells) {
    line += separator + (typeof cell === 'number' ? csvNumber(cell) : csvText(cell));
    separator = ',';
  }
  return line;
}

/** Numbers as NumPy and pandas read them. */
function csvNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}

/** Text that no spreadsheet takes for a formula, in quotes where it holds what separates cells. */
export function csvText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;#\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An array of JSON, numbers that are not finite as null. */
export function jsonRow(cells: Iterable<Cell>): string {
  return JSON.stringify(Array.from(cells));
}

/** One comment line. A spreadsheet cuts it at commas: no piece of it begins like a formula. */
function commentLine(text: string): string {
  return `# ${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[,;]\s*(?=[=+\-@])/g, ' ')}\n`;
}

/** A link without commas, which reads as the same. */
function inComment(link: string): string {
  return link.replaceAll(',', '%2C');
}

/**
 * A column's own name as one that every reader takes: letters, digits and underscores. What is left of none, of a name that begins
 * with a digit or of one that was taken already is the fallback, with underscores behind it where that is taken too.
 */
export function columnNames(own: readonly string[], fallback: (j: number) => string): string[] {
  const taken = new Set<string>();
  return own.map((name, j) => {
    const plain = name.replace(/[^\p{L}\p{M}\p{N}_]+/gu, '_').replace(/^_+|_+$/g, '');
    let chosen = plain === '' || /^\p{N}/u.test(plain) || taken.has(plain) ? fallback(j) : plain;
    while (taken.has(chosen)) chosen += '_';
    taken.add(chosen);
    return chosen;
  });
}
