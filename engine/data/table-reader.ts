import { dsvFormat } from 'd3-dsv';
import type { RefusedRow } from '../contract.ts';
import { MAX_NUMBERS } from '../limits.ts';
import { parseNumber } from '../params.ts';
import type { Phrase } from '../phrase.ts';
import { type Notice, notice, ScenarioError } from '../scenario/notice.ts';
import { createRowSplitter, type RowSplitter } from './row-splitter.ts';

/** A table of numbers with named columns: `values` is rows x names.length, row-major. */
export interface Table {
  readonly names: readonly string[];
  readonly rows: number;
  readonly values: Float64Array;
  /** The first refused rows, at most `MOST_REFUSED`. */
  readonly refused: readonly RefusedRow[];
  /** How many rows were refused. */
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
}

/** Reads a table from text that comes in pieces. */
export interface TableReader {
  /** Takes the next piece of the text, cut anywhere. */
  push(piece: string): void;
  /** The table of all pieces. Throws `ScenarioError` where no row can be taken. */
  finish(): Table;
}

/** Refused rows that are kept with their reasons; the others are counted. */
export const MOST_REFUSED = 1000;

/** Characters of the longest row: what is longer is a quote that never closes. */
export const LONGEST_ROW = 1_000_000;

/** Characters within which the header line must end for its separator to be found. */
const LONGEST_HEADER = 65_536;

/** Characters of a column's name that are kept: it stands in every reason why a row was refused. */
const LONGEST_NAME = 120;

/** Numbers for which memory is taken first; it doubles. */
const FIRST_NUMBERS = 1024;

/** Longest piece of a cell that a reason repeats. */
function shortened(cell: string): string {
  return cell.length > 24 ? `${cell.slice(0, 23)}…` : cell;
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
 * and a reason. At most `maxRows` rows are taken, and of wide ones no more than hold `maxNumbers`; a notice says so where
 * there were more. A byte order mark, CRLF and quoted cells are read as RFC 4180 has them; comma,
 * semicolon and tab separate. How the text is cut into pieces changes nothing; of the text only the row under way is
 * kept.
 */
export function createTableReader(maxRows: number, maxNumbers = MAX_NUMBERS): TableReader {
  const refused: RefusedRow[] = [];
  const notices: Notice[] = [];
  let refusedCount = 0;
  /** The text that has come while the separator is not known. */
  let head = '';
  let splitter: RowSplitter | null = null;
  let names: string[] = [];
  let line = 1;
  /** Whether the row that should name the columns was too long to be kept: then the next one is no header either. */
  let headless = false;
  let usable = 0;
  let bound = 0;
  let values = new Float64Array(FIRST_NUMBERS);
  /** The numbers of the row under way. */
  let numbers = new Float64Array(0);

  function start(): RowSplitter {
    const text = head.startsWith('\uFEFF') ? head.slice(1) : head;
    head = '';
    const separator = separatorOf(text);
    const format = dsvFormat(separator);
    splitter = createRowSplitter(separator, LONGEST_ROW, (row, lines) => {
      const at = line;
      line += lines;
      if (headless) return;
      if (row === null) {
        headless = names.length === 0;
        refuse(at, { say: 'endless', most: LONGEST_ROW });
        return;
      }
      format.parseRows(row, (cells) => {
        if (names.length === 0) takeHeader(cells);
        else takeRow(cells, at);
        return null;
      });
    });
    splitter.push(text);
    return splitter;
  }

  function takeHeader(cells: readonly string[]): void {
    if (cells.every(isBlank)) return; // blank lines before the header
    names = cells.map((cell) => cell.trim());
    const long = names.filter(({ length }) => length > LONGEST_NAME).length;
    if (long > 0) notices.push(notice('long-names', '', String(LONGEST_NAME), String(long)));
    names = names.map((name) => name.slice(0, LONGEST_NAME));
    // With a column of ones in place of the label there are as many weights as columns.
    bound = Math.min(maxRows, Math.floor(maxNumbers / names.length));
    numbers = new Float64Array(names.length);
    if (cells.every((cell) => !Number.isNaN(parseNumber(cell))))
      notices.push(notice('header-is-numeric', '', '', names.join(', ').slice(0, 40)));
  }

  function takeRow(cells: readonly string[], at: number): void {
    const reason = readCells(numbers, cells, names);
    if (reason !== null) refuse(at, reason);
    else if (++usable <= bound) append();
  }

  function refuse(at: number, reason: Phrase): void {
    if (++refusedCount <= MOST_REFUSED) refused.push({ line: at, reason });
  }

  function append(): void {
    const width = names.length;
    const needed = usable * width;
    if (needed > values.length) {
      const longer = new Float64Array(Math.max(needed, Math.min(2 * values.length, bound * width)));
      longer.set(values);
      values = longer;
    }
    values.set(numbers, needed - width);
  }

  return {
    push(piece) {
      if (splitter) {
        splitter.push(piece);
        return;
      }
      head += piece;
      // One character more than the header may take: a byte order mark does not count.
      if (head.length > LONGEST_HEADER) start();
    },
    finish() {
      (splitter ?? start()).finish();
      if (usable === 0)
        throw new ScenarioError(notice('no-row', 'data', '', whatThereIs(names, refused[0], refusedCount)));
      if (usable > bound) notices.push(notice('rows-cut', 'data', String(bound), String(usable)));
      const rows = Math.min(usable, bound);
      return { names, rows, values: values.slice(0, rows * names.length), refused, refusedCount, notices };
    },
  };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** Writes the numbers of a row; gives the reason where it cannot be taken, else null. */
function readCells(numbers: Float64Array, cells: readonly string[], names: readonly string[]): Phrase | null {
  if (cells.every(isBlank)) return { say: 'empty' };
  if (cells.length !== names.length) return { say: 'cells', expected: names.length, got: cells.length };
  for (let j = 0; j < cells.length; j++) {
    const cell = cells[j]!;
    const value = parseNumber(cell);
    if (Number.isNaN(value))
      return isBlank(cell)
        ? { say: 'empty-cell', column: names[j]! }
        : { say: 'bad-cell', cell: shortened(cell), column: names[j]! };
    numbers[j] = value;
  }
  return null;
}

/** What there is where no row can be taken. */
function whatThereIs(names: readonly string[], first: RefusedRow | undefined, count: number): Phrase {
  if (!first) return names.length === 0 ? { say: 'no-text' } : { say: 'header-alone' };
  return { say: 'refusals', count, line: first.line, reason: first.reason };
}
