import { MAX_NUMBERS } from '../limits.ts';
import { parseNumber } from '../params.ts';
import type { Phrase } from '../phrase.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { createCsvRows, LONGEST_ROW, separatorOfHeader } from './csv-rows.ts';
import { createLabelTexts, type LabelTexts } from './label-texts.ts';

/** A refused row of own data. */
export interface RefusedRow {
  /** Line number in the text; the header is line 1. */
  readonly line: number;
  readonly reason: Phrase;
}

/** Table of numbers with named columns: `values` is rows x names.length, row-major. */
export interface Table {
  readonly names: readonly string[];
  readonly rows: number;
  readonly values: Float64Array;
  /** Meaning of the last column's numbers 0, 1, 2 ... if its cells were text, in order of first appearance. */
  readonly classes?: readonly string[];
  /** The first refused rows, at most `MOST_REFUSED`. */
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
}

/** Reads a table from chunked text. */
export interface TableReader {
  /** Takes the next chunk, cut anywhere. */
  push(piece: string): void;
  /** Returns the table. Throws `ScenarioError` if there is no valid row. */
  finish(): Table;
}

/** Refused rows stored with reasons; further ones are only counted. */
export const MOST_REFUSED = 1000;

/** Stored characters of a column name, which every reason for a refused row repeats. */
const LONGEST_NAME = 120;

/** Initial allocation in numbers; it doubles. */
const FIRST_NUMBERS = 1024;

function shortened(cell: string): string {
  return cell.length > 24 ? `${cell.slice(0, 23)}…` : cell;
}

/**
 * Reads CSV text with a header row. Every data row is accepted, or refused with its line number (the header is line 1) and a reason. At
 * most `maxRows` rows and `maxNumbers` numbers are accepted; a notice reports any excess. Byte order mark, CRLF and quoted cells follow RFC
 * 4180; comma, semicolon and tab separate. The result does not depend on the chunks; only the current row is stored. With `texts` the last
 * column, or the one of that index, may hold text (`Table.classes`).
 */
export function createTableReader(
  maxRows: number,
  maxNumbers = MAX_NUMBERS,
  texts: boolean | number = false,
): TableReader {
  const notices: Notice[] = [];
  let names: string[] = [];
  /** True if the header row was too long to be stored; the next row is not a header either. */
  let headless = false;
  const follows = texts === false ? null : createLabelTexts(texts === true ? null : texts);
  const found = createCollector(maxRows, maxNumbers, follows);

  const rows = createCsvRows({
    findSeparator: separatorOfHeader,
    comments: false,
    onRow(cells, line) {
      if (headless) return;
      if (cells === null) {
        headless = names.length === 0;
        found.refuse(line, { say: 'endless', most: LONGEST_ROW });
      } else if (names.length === 0) takeHeader(cells);
      else found.take(line, readCells(cells, names, found.begin(names.length), follows));
    },
  });

  function takeHeader(cells: readonly string[]): void {
    if (cells.every(isBlank)) return; // blank lines before the header
    names = namesOf(cells, notices);
    if (cells.every((cell) => !Number.isNaN(parseNumber(cell))))
      notices.push(notice('header-is-numeric', '', '', names.join(', ').slice(0, 40)));
  }

  return {
    push: rows.push,
    finish() {
      rows.finish();
      return found.finish(names, notices);
    },
  };
}

/** Returns the names of a header; truncates long ones with a notice. */
export function namesOf(cells: readonly string[], notices: Notice[]): string[] {
  const names = cells.map((cell) => cell.trim());
  const long = names.filter(({ length }) => length > LONGEST_NAME).length;
  if (long > 0) notices.push(notice('long-names', '', String(LONGEST_NAME), String(long)));
  return names.map((name) => name.slice(0, LONGEST_NAME));
}

/**
 * Collects accepted and refused rows. At most `maxRows` rows and `maxNumbers` numbers are accepted; a notice reports any excess. `texts`
 * follows the last column if it may hold text.
 */
export function createCollector(maxRows: number, maxNumbers: number, texts: LabelTexts | null) {
  const refused: RefusedRow[] = [];
  let refusedCount = 0;
  let usable = 0;
  let bound = 0;
  let values = new Float64Array(FIRST_NUMBERS);
  let numbers = new Float64Array(0);

  function append(): void {
    const width = numbers.length;
    const needed = usable * width;
    if (needed > values.length) {
      const longer = new Float64Array(Math.max(needed, Math.min(2 * values.length, bound * width)));
      longer.set(values);
      values = longer;
    }
    values.set(numbers, needed - width);
  }

  function refuse(line: number, reason: Phrase): void {
    if (++refusedCount <= MOST_REFUSED) refused.push({ line, reason });
  }

  return {
    /** Returns the array for the next row's numbers; all rows have one width. */
    begin(width: number): Float64Array {
      if (numbers.length !== width) {
        numbers = new Float64Array(width);
        // With a column of ones in place of the label there are as many weights as columns.
        bound = Math.min(maxRows, Math.floor(maxNumbers / width));
      }
      return numbers;
    },
    /** Accepts the row that was begun, or refuses it if there is a reason. */
    take(line: number, reason: Phrase | null): void {
      if (reason !== null) refuse(line, reason);
      else if (++usable <= bound) append();
    },
    refuse,
    /** Returns the table. Throws `ScenarioError` without an accepted row. */
    finish(names: readonly string[], notices: readonly Notice[]): Table {
      if (usable === 0)
        throw new ScenarioError(notice('no-row', 'data', '', whatThereIs(names, refused[0], refusedCount)));
      const rows = Math.min(usable, bound);
      const cut = usable > bound ? [notice('rows-cut', 'data', String(bound), String(usable))] : [];
      const table = {
        names,
        rows,
        values: values.slice(0, rows * names.length),
        refused,
        refusedCount,
        notices: [...notices, ...cut],
      };
      return texts?.resolve(table) ?? table;
    },
  };
}

export function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** Writes the numbers of a row; returns the reason if it is invalid, else null. */
function readCells(
  cells: readonly string[],
  names: readonly string[],
  numbers: Float64Array,
  texts: LabelTexts | null,
): Phrase | null {
  if (cells.every(isBlank)) return { say: 'empty' };
  if (cells.length !== names.length) return { say: 'cells', expected: names.length, got: cells.length };
  for (let j = 0; j < cells.length; j++) {
    const cell = cells[j]!;
    const value = parseNumber(cell);
    const isText = texts?.holds(j, cells.length) && !isBlank(cell);
    if (Number.isNaN(value) && !isText) return badCell(cell, names[j]!);
    if (isText) texts!.add(cell, value);
    numbers[j] = value;
  }
  return null;
}

export function badCell(cell: string, column: string): Phrase {
  return isBlank(cell) ? { say: 'empty-cell', column } : { say: 'bad-cell', cell: shortened(cell), column };
}

/** Describes a table without a valid row. */
function whatThereIs(names: readonly string[], first: RefusedRow | undefined, count: number): Phrase {
  if (!first) return names.length === 0 ? { say: 'no-text' } : { say: 'header-alone' };
  return { say: 'refusals', count, line: first.line, reason: first.reason };
}
