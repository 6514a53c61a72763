/** A table of numbers with a descriptive header, and its text as CSV and JSON. */

import type { TableFormat } from './kinds.ts';

/** A number or word of a row. */
export type Cell = number | string;

/** Meaning of one column. */
export interface TableColumn {
  readonly name: string;
  /** Unit; empty for plain numbers and text. */
  readonly unit: string;
  readonly about: string;
}

/** Makes a column of numbers or words; `unit` is empty for plain ones. */
export function column(name: string, about: string, unit = ''): TableColumn {
  return { name, unit, about };
}

/** A table for export. */
export interface ExportTable {
  readonly what: string;
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  /** Yields the rows in order, each as long as the columns. Null is a pause in a long computation. */
  body(): Generator<readonly Cell[] | null>;
  /** Returns notes known only at the end. */
  ends?(): readonly string[];
}

export interface TableSource {
  /** Address that reproduces the same digits. */
  readonly link: string;
  readonly build: string;
}

const NUMBERS = 'Every number has the shortest digits that read back as the same 64-bit float.';

type WritePieces = (table: ExportTable, source: TableSource) => Generator<string>;
const WRITERS: Readonly<Record<TableFormat, WritePieces>> = { csv: csvPieces, json: jsonPieces };

/** Yields the file's text in pieces of at most one row; an empty piece is a pause. */
export function tablePieces(table: ExportTable, source: TableSource, format: TableFormat): Generator<string> {
  return WRITERS[format](table, source);
}

/** Writes the names before the comments: `numpy.genfromtxt(..., names=True)` takes its names from the first line, comment or not. */
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

/** Formats one CSV line, without its line break. */
export function csvRow(cells: Iterable<Cell>): string {
  let line = '';
  let separator = '';
  for (const cell of cells) {
    line += separator + (typeof cell === 'number' ? csvNumber(cell) : csvText(cell));
    separator = ',';
  }
  return line;
}

function csvNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}

/** Formats text so that no spreadsheet takes it for a formula, quoted if it contains a cell delimiter. */
export function csvText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;#\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Formats a JSON array, non-finite numbers as null. */
export function jsonRow(cells: Iterable<Cell>): string {
  return JSON.stringify(Array.from(cells));
}

/** Formats a comment line. Spreadsheets split it at commas, so no piece may begin like a formula. */
function commentLine(text: string): string {
  return `# ${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[,;]\s*(?=[=+\-@])/g, ' ')}\n`;
}

/** Encodes the commas of a link; it reads the same. */
function inComment(link: string): string {
  return link.replaceAll(',', '%2C');
}

/**
 * Converts column names to names that every reader accepts: letters, digits and underscores. An empty, repeated or digit-initial result
 * becomes the fallback, with underscores appended if that is taken too.
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
