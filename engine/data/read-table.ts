import { dsvFormat } from 'd3-dsv';
import type { RefusedRow } from '../contract.ts';
import { parseNumber } from '../params.ts';
import { type Notice, notice, ScenarioError } from '../scenario/notice.ts';

/** A table of numbers with named columns: `values` is rows x names.length, row-major. */
export interface Table {
  readonly names: readonly string[];
  readonly rows: number;
  readonly values: Float64Array;
  readonly refused: readonly RefusedRow[];
  readonly notices: readonly Notice[];
}

/** Characters within which the header line must end for its separator to be found. */
const LONGEST_HEADER = 65_536;

/** Longest piece of a cell that a reason repeats. */
function quoted(cell: string): string {
  return `"${cell.length > 24 ? `${cell.slice(0, 23)}…` : cell}"`;
}

/** The separator of the header line: comma, semicolon or tab, whichever it holds most outside of quoted cells. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const unquoted = text.slice(0, LONGEST_HEADER).replace(/(^|[,;\t\r\n])"(?:[^"]|"")*"/g, '$1quoted');
  const header = unquoted.split(/[\r\n]/).find((line) => line.trim() !== '') ?? '';
  let best: ',' | ';' | '\t' = ',';
  let most = 0;
  for (const candidate of [',', ';', '\t'] as const) {
    const count = header.split(candidate).length - 1;
    if (count > most) {
      best = candidate;
      most = count;
    }
  }
  return best;
}

/**
 * Reads CSV text with a header row. Every data row is taken or refused with its line number (the header is line 1)
 * and a reason; at most `maxRows` rows are taken, and a notice says so where there were more.
 * A byte order mark, CRLF and quoted cells are read as RFC 4180 has them; comma, semicolon and tab separate.
 * Throws `ScenarioError` where no row can be taken.
 */
export function readTable(text: string, maxRows: number): Table {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const format = dsvFormat(separatorOf(clean));
  const refused: RefusedRow[] = [];
  const notices: Notice[] = [];
  const taken: number[] = [];
  let names: string[] = [];
  let line = 1;
  let usable = 0;
  format.parseRows(clean, (cells) => {
    const at = line;
    // A quoted cell may span lines; the next row starts after them.
    line += 1 + cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
    if (names.length === 0) {
      if (cells.every((cell) => cell.trim() === '')) return null; // blank lines before the header
      names = cells.map((cell) => cell.trim());
      if (cells.every((cell) => !Number.isNaN(parseNumber(cell))))
        notices.push(notice('header-is-numeric', '', '', names.join(', ').slice(0, 40)));
      return null;
    }
    const reason = refuse(cells, names);
    if (reason !== null) refused.push({ line: at, reason });
    else if (++usable <= maxRows) for (const cell of cells) taken.push(parseNumber(cell));
    return null;
  });
  if (usable === 0) throw new ScenarioError(notice('no-row', 'data', '', describeRefusals(names, refused)));
  if (usable > maxRows) notices.push(notice('rows-cut', 'data', String(maxRows), String(usable)));
  return { names, rows: Math.min(usable, maxRows), values: Float64Array.from(taken), refused, notices };
}

/** Why a row cannot be taken, or null. */
function refuse(cells: readonly string[], names: readonly string[]): string | null {
  if (cells.every((cell) => cell.trim() === '')) return 'empty';
  if (cells.length !== names.length)
    return `wrong count: expected ${names.length} cells, got ${cells.length}`;
  for (const [j, cell] of cells.entries())
    if (Number.isNaN(parseNumber(cell)))
      return cell.trim() === ''
        ? `empty: column "${names[j]}"`
        : `not a number: ${quoted(cell)} in column "${names[j]}"`;
  return null;
}

function describeRefusals(names: readonly string[], refused: readonly RefusedRow[]): string {
  if (names.length === 0) return 'an empty text';
  if (refused.length === 0) return 'a header alone';
  const first = refused[0]!;
  return `${refused.length} refused row${refused.length > 1 ? 's' : ''} (line ${first.line}: ${first.reason})`;
}

/** Writes the table as CSV with the shortest numbers that read back as the same bits. */
export function formatTable(table: Table): string {
  const width = table.names.length;
  const rows = Array.from({ length: table.rows }, (_, i) =>
    Array.from(table.values.subarray(i * width, i * width + width), String),
  );
  // Names with any of the separators are quoted, so that the comma is found again as the separator.
  const header = table.names.map((name) =>
    /[,;\t"\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name,
  );
  return [header.join(','), dsvFormat(',').formatRows(rows)].join('\n');
}
