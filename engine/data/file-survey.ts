import { dsvFormat } from 'd3-dsv';
import { parseNumber } from '../params.ts';
import type { TableChoice } from '../scenario/file-choice.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { createCsvRows, LONGEST_ROW, type Separator, separatorOfHeader } from './csv-rows.ts';
import { type DecimalMark, isDate, kindOf, readCell } from './number-words.ts';
import { createRowSplitter } from './row-splitter.ts';
import { isBlank, namesOf } from './table-reader.ts';

export type ColumnKind = 'numbers' | 'index' | 'dates' | 'text' | 'empty';

/** Layout of a file, determined from all of it before any number is read. */
export interface FileLayout {
  readonly separator: Separator;
  readonly headerLine: number;
  /** All columns of the file; empty without header. */
  readonly names: readonly string[];
  readonly kinds: readonly ColumnKind[];
  readonly marks: readonly DecimalMark[];
  /** Decimal mark detected in the file; null if no number depends on it. */
  readonly decimal: DecimalMark | null;
  /** Indexes of the table's columns, in its order. */
  readonly used: readonly number[];
  /** True if the user chose the columns, which are then used unchanged. */
  readonly chosen: boolean;
  /** Bias by the choice, else by a comment of the file; else null. */
  readonly bias: boolean | null;
  /** True if a comment of the file states a column of ones, which a single row cannot show. */
  readonly saysOnes: boolean;
  readonly outputs: number | null;
  readonly named: TableChoice['named'];
  readonly notices: readonly Notice[];
}

/** Counts of the cell kinds of a column; `first` holds examples. */
interface Tally {
  cells: number;
  plain: number;
  whole: number;
  point: number;
  comma: number;
  either: number;
  dates: number;
  readonly first: { comma?: string; either?: string; grouped?: string };
}

/** Comment in exported tables. */
const SAID_BIAS = /\bown data: bias=([01])\b/;

/** Names of a first column that only numbers the rows. */
const INDEX_NAME = /^(|#|index|idx|id|row|rownames?|nr\.?|no\.?|unnamed: 0)$/i;

/** Maximum characters of a name list in a notice. */
const LONGEST_LIST = 80;

/** Surveys a file in chunks: follows `TableChoice`, and detects the separator, the decimal mark, and the numeric columns. */
export function createFileSurvey(choice: TableChoice) {
  const notices: Notice[] = [];
  let separator: Separator = ',';
  let names: string[] = [];
  let headerLine = 0;
  let headless = false;
  let tallies: Tally[] = [];
  let comment = '';
  let said: boolean | null = null;

  const rows = createCsvRows({
    comments: true,
    findSeparator(head) {
      const found = findHeader(head);
      separator = found.separator;
      headerLine = found.skipped;
      return separator;
    },
    onComment(text) {
      if (names.length === 0) comment = text;
      const bias = SAID_BIAS.exec(text);
      if (bias) said ??= bias[1] === '1';
    },
    onRow(cells, line) {
      if (headless || line <= headerLine) return;
      if (cells === null) headless = names.length === 0;
      else if (cells.every(isBlank)) return;
      else if (names.length === 0) takeHeader(cells, line);
      else tally(cells);
    },
  });

  function takeHeader(cells: readonly string[], line: number): void {
    // NumPy writes the names as a comment.
    const above = comment.split(separator);
    const isNumber = (cell: string) => kindOf(cell) !== 'text';
    const isRow = above.length === cells.length && cells.some(isNumber) && !above.some(isNumber);
    // A table of outputs, or without label, may lack a header: the first row is data if at most the label is text.
    const isData =
      !isRow &&
      (choice.outputs === 0
        ? cells.every(isNumber)
        : choice.outputs !== null && cells.slice(0, -1).every(isNumber) && cells.length > 1);
    const header = isRow ? above : isData ? cells.map((_, j) => `c${j + 1}`) : cells;
    names = namesOf(header, notices);
    tallies = names.map(() => ({
      cells: 0,
      plain: 0,
      whole: 0,
      point: 0,
      comma: 0,
      either: 0,
      dates: 0,
      first: {},
    }));
    headerLine = isRow || isData ? line - 1 : line;
    if (isRow || isData) tally(cells);
    else if (cells.every((cell) => isNumber(cell)))
      notices.push(notice('header-is-numeric', '', '', names.join(', ').slice(0, 40)));
  }

  function tally(cells: readonly string[]): void {
    const most = Math.min(cells.length, tallies.length);
    for (let j = 0; j < most; j++) if (!isBlank(cells[j]!)) count(tallies[j]!, cells[j]!);
  }

  return {
    push: rows.push,
    finish(): FileLayout {
      rows.finish();
      // A separator at the end of every line is not a column.
      while (names.length > 1 && names.at(-1) === '' && tallies.at(-1)!.cells === 0) {
        names.pop();
        tallies.pop();
      }
      // An exported table uses program notation and intends every column.
      const isOurs = said !== null;
      const decimal = isOurs && choice.decimal === 'auto' ? 'point' : choice.decimal;
      const found = findMarks(tallies, decimal, separator);
      const kinds = kindsOf(tallies, names, found.marks, isOurs);
      const wanted = chosenColumns(choice, names.length, notices);
      const used =
        wanted ??
        namedColumns(choice, names, kinds, notices) ??
        usedColumns(choice.outputs ? withLabel(kinds) : kinds, fewest(choice));
      notices.push(...sayMarks(tallies, found, used, decimal));
      if (!wanted) notices.push(...sayLeftOut(names, kinds, used));
      return {
        separator,
        headerLine,
        names,
        kinds,
        marks: found.marks,
        decimal: found.decimal,
        used,
        chosen: wanted !== null,
        bias: choice.bias ?? said,
        saysOnes: said === true,
        outputs: choice.outputs,
        named: choice.named,
        notices,
      };
    },
  };
}

function count(tally: Tally, cell: string): void {
  const kind = kindOf(cell);
  tally.cells++;
  if (kind === 'text') {
    if (isDate(cell)) tally.dates++;
    return;
  }
  tally[kind]++;
  if (kind === 'comma' || kind === 'either') tally.first[kind] ??= cell.trim();
  else if (/\d[,'’\s]\d/.test(cell.trim())) tally.first.grouped ??= cell.trim();
  if (kind === 'plain' && Number.isInteger(parseNumber(cell))) tally.whole++;
}

function numbersOf(tally: Tally, mark: DecimalMark): number {
  return tally.plain + tally.either + tally[mark];
}

/** True if at least half of a column's cells are numbers. */
function isNumeric(tally: Tally, mark: DecimalMark): boolean {
  return tally.cells > 0 && 2 * numbersOf(tally, mark) >= tally.cells;
}

/** Returns the mark required by a column's own cells; null if both fit all of them. */
function ownMark({ point, comma }: Tally): DecimalMark | null {
  if (point === 0 && comma === 0) return null;
  return comma > point ? 'comma' : 'point';
}

/**
 * Returns the mark of each column: required by its own cells, else the majority of the other columns, since a file uses one. If no cell
 * decides, the point is a decimal mark, and so is the comma in a semicolon-separated file.
 */
function findMarks(tallies: readonly Tally[], decimal: TableChoice['decimal'], separator: Separator) {
  const own = tallies.map(ownMark);
  const votes = own.map((mark, j) => {
    if (mark === null || !isNumeric(tallies[j]!, mark)) return 0;
    return mark === 'point' ? 1 : -1;
  });
  const settled = votes.some((vote) => vote !== 0);
  const sum = votes.reduce<number>((all, vote) => all + vote, 0);
  const open = tallies.some(({ either }) => either > 0);
  const looksComma = separator === ';' && tallies.some(({ first }) => first.either?.includes(','));
  const found: DecimalMark = sum < 0 || (!settled && looksComma) ? 'comma' : 'point';
  const marks = own.map((mark) => (decimal === 'auto' ? (mark ?? found) : decimal));
  return { marks, decimal: settled || open ? (decimal === 'auto' ? found : decimal) : null, settled };
}

function kindsOf(
  tallies: readonly Tally[],
  names: readonly string[],
  marks: readonly DecimalMark[],
  isOurs: boolean,
): ColumnKind[] {
  return tallies.map((tally, j) => {
    if (tally.cells === 0) return 'empty';
    if (!isNumeric(tally, marks[j]!)) return 2 * tally.dates >= tally.cells ? 'dates' : 'text';
    return !isOurs && j === 0 && INDEX_NAME.test(names[0]!) && tally.whole === tally.cells
      ? 'index'
      : 'numbers';
  });
}

/** A feature and a label, or one column if there is no label. */
const fewest = ({ outputs }: TableChoice): number => (outputs === 0 ? 1 : 2);

/** Returns the numeric columns; if too few, adds one that numbers the rows, else all. */
function usedColumns(kinds: readonly ColumnKind[], least: number): number[] {
  const of = (...wanted: ColumnKind[]) => kinds.flatMap((kind, j) => (wanted.includes(kind) ? [j] : []));
  for (const used of [of('numbers'), of('numbers', 'index')]) if (used.length >= least) return used;
  return kinds.map((_, j) => j);
}

/**
 * Finds columns by name. A missing one, except the last, is replaced by the first unused column, preferably numeric; the last too if no
 * name matches. Reports missing and assumed columns. Null if no names are required.
 */
function namedColumns(
  { named }: TableChoice,
  names: readonly string[],
  kinds: readonly ColumnKind[],
  notices: Notice[],
): number[] | null {
  if (!named || names.length === 0) return null;
  const found = named.names.map((name) => names.indexOf(name));
  const others = [...names.keys()].filter((j) => !named.names.includes(names[j]!));
  const of = (...wanted: ColumnKind[]) => others.filter((j) => wanted.includes(kinds[j]!));
  const take = ([j = -1]: readonly number[]) => {
    if (j >= 0) others.splice(others.indexOf(j), 1);
    return j;
  };
  const hasNone = found.every((j) => j < 0);
  const columns = found.map((j, at) => {
    if (j >= 0) return j;
    if (at < found.length - 1) return take([...of('numbers'), ...others]);
    return hasNone ? take(of('numbers', 'text')) : -1;
  });
  const missing = named.names.filter((_, at) => found[at]! < 0).join(', ');
  if (columns.slice(0, -1).includes(-1)) throw new ScenarioError(notice('no-column', missing));
  const pairs = columns.flatMap((j, at) => (j < 0 ? [] : `${named.names[at]} = ${names[j] || `c${j + 1}`}`));
  const assumed = found.slice(0, -1).includes(-1) ? pairs.join(', ') : '';
  if (missing !== '') notices.push(notice('no-column', missing, assumed));
  return columns.filter((j) => j >= 0);
}

/** Same if the last column may be a text label. */
function withLabel(kinds: readonly ColumnKind[]): ColumnKind[] {
  const isLabel = (kind: ColumnKind, j: number) => j === kinds.length - 1 && kind !== 'empty';
  return kinds.map((kind, j) => (isLabel(kind, j) ? 'numbers' : kind));
}

/** Returns the chosen columns, zero-based; null without a choice, or if it does not fit this file, which is reported. */
function chosenColumns(choice: TableChoice, width: number, notices: Notice[]): number[] | null {
  const { columns } = choice;
  if (columns === null || width === 0) return null;
  const isColumn = (j: number) => Number.isInteger(j) && j >= 1 && j <= width;
  const fits = columns.length >= fewest(choice) && columns.length <= (choice.named?.names.length ?? width);
  if (fits && columns.every(isColumn) && new Set(columns).size === columns.length)
    return columns.map((j) => j - 1);
  notices.push(
    notice('not-a-vector', 'columns', { say: 'columns', most: width }, columns.join(',').slice(0, 40)),
  );
  return null;
}

/** Reports assumptions about number notation; nothing if all numbers are in program notation. */
function sayMarks(
  tallies: readonly Tally[],
  { marks, settled }: { marks: readonly DecimalMark[]; settled: boolean },
  used: readonly number[],
  decimal: TableChoice['decimal'],
): Notice[] {
  const said: Notice[] = [];
  const say = (
    code: 'decimal-comma' | 'two-readings' | 'grouped-digits',
    mark: DecimalMark,
    cell?: string,
  ) => {
    if (cell === undefined) return;
    const other = mark === 'point' ? 'comma' : 'point';
    const as = String(readCell(cell, mark));
    const not = String(readCell(cell, other));
    said.push(notice(code, other, code === 'two-readings' ? { say: 'reading', as, not } : as, cell));
  };
  const firstOf = (mark: DecimalMark, kind: keyof Tally['first']) =>
    used
      .flatMap((j) => (marks[j] === mark ? [tallies[j]!.first[kind]] : []))
      .find((cell) => cell !== undefined);
  if (decimal === 'auto') {
    if (!settled)
      for (const mark of ['point', 'comma'] as const) say('two-readings', mark, firstOf(mark, 'either'));
    else say('decimal-comma', 'comma', firstOf('comma', 'either') ?? firstOf('comma', 'comma'));
  }
  for (const mark of ['point', 'comma'] as const) say('grouped-digits', mark, firstOf(mark, 'grouped'));
  return said;
}

/** Reports omitted columns, one sentence per reason. An unnamed empty column does not count. */
function sayLeftOut(
  names: readonly string[],
  kinds: readonly ColumnKind[],
  used: readonly number[],
): Notice[] {
  return (['numbers', 'text', 'dates', 'index', 'empty'] as const).flatMap((kind) => {
    const out = names.filter(
      (name, j) => kinds[j] === kind && !used.includes(j) && !(kind === 'empty' && name === ''),
    );
    const list = out.map((name) => `"${name}"`).join(', ');
    const short = list.length > LONGEST_LIST ? `${list.slice(0, LONGEST_LIST - 1)}…` : list;
    return out.length > 0
      ? [notice('columns-left-out', short, { say: 'column-kind', kind }, String(out.length))]
      : [];
  });
}

const TRIED = 50;

/** Line in which spreadsheets name the separator above the header. */
const NAMED = /^\s*"?sep=([,;\t])"?\s*(?:\r\n|\r|\n)/i;

/**
 * Finds the separator from the first rows: the one with which most of them have as many cells as the header (ignoring trailing blanks),
 * ties by most cells. `skipped` lines precede the header.
 */
function findHeader(head: string): { separator: Separator; skipped: number } {
  const named = NAMED.exec(head);
  if (named) return { separator: named[1] as Separator, skipped: 1 };
  const usual = separatorOfHeader(head);
  const candidates = ([usual, ',', ';', '\t'] as const).map((separator) => ({
    separator,
    ...fitOf(head, separator),
  }));
  // Among equals keep the first, the header's own.
  const best = candidates.reduce((a, b) =>
    b.share > a.share || (b.share > 0 && b.share === a.share && b.width > a.width) ? b : a,
  );
  return { separator: best.separator, skipped: 0 };
}

/** Measures how well the first rows fit the header under a separator. */
function fitOf(head: string, separator: Separator): { share: number; width: number } {
  const format = dsvFormat(separator);
  const widths: number[] = [];
  const splitter = createRowSplitter(
    separator,
    LONGEST_ROW,
    (row) => {
      if (row === null || row.startsWith('#') || widths.length > TRIED) return;
      format.parseRows(row, (cells) => {
        if (!cells.every(isBlank)) widths.push(cells.findLastIndex((cell) => !isBlank(cell)) + 1);
        return null;
      });
    },
    true,
  );
  splitter.push(head);
  splitter.finish();
  const [width = 0, ...rows] = widths;
  if (width < 2 || rows.length === 0) return { share: 0, width };
  return { share: rows.filter((one) => one === width).length / rows.length, width };
}
