import { dsvFormat } from 'd3-dsv';
import { parseNumber } from '../params.ts';
import type { TableChoice } from '../scenario/file-choice.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { createCsvRows, LONGEST_ROW, type Separator, separatorOfHeader } from './csv-rows.ts';
import { type DecimalMark, isDate, kindOf, readCell } from './number-words.ts';
import { createRowSplitter } from './row-splitter.ts';
import { isBlank, namesOf } from './table-reader.ts';

/** What a column of the file holds. */
export type ColumnKind = 'numbers' | 'index' | 'dates' | 'text' | 'empty';

/** How a file is read: found out of all of it, before a number is taken. */
export interface FileLayout {
  readonly separator: Separator;
  /** Rows are what stands behind this line. */
  readonly headerLine: number;
  /** All columns of the file; empty where it has no header. */
  readonly names: readonly string[];
  readonly kinds: readonly ColumnKind[];
  /** The decimal mark of each column. */
  readonly marks: readonly DecimalMark[];
  /** The mark that the file was found to have; null where no number hangs on it. */
  readonly decimal: DecimalMark | null;
  /** Indexes of the columns that the table has, in its order. */
  readonly used: readonly number[];
  /** Whether they were chosen: then all of them are taken as they are. */
  readonly chosen: boolean;
  /** What the choice, else a comment of the file, says of a bias; null for nothing. */
  readonly bias: boolean | null;
  /** Whether a comment of the file says that it has a column of ones: a single row would not tell. */
  readonly saysOnes: boolean;
  /** As `TableChoice` has them. */
  readonly outputs: number | null;
  readonly named: TableChoice['named'];
  readonly notices: readonly Notice[];
}

/** What the cells of a column were; `first` are examples. */
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

/** An exported table says so in a comment. */
const SAID_BIAS = /\bown data: bias=([01])\b/;

/** Names of a first column that only counts the rows. */
const INDEX_NAME = /^(|#|index|idx|id|row|rownames?|nr\.?|no\.?|unnamed: 0)$/i;

/** Characters of names that a notice repeats. */
const LONGEST_LIST = 80;

/**
 * Looks through a file that comes in pieces. Reads a file as `TableChoice` says, and finds out the rest: separator, decimal mark, and
 * which columns hold numbers.
 */
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
    // A table of outputs, or without a label, need not have a header: its first row is data where at most the label is a text.
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
      // A separator at the end of every line makes no column.
      while (names.length > 1 && names.at(-1) === '' && tallies.at(-1)!.cells === 0) {
        names.pop();
        tallies.pop();
      }
      // An exported table is written as programs write numbers, and every column of it is meant.
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

/** Numbers of a column under a mark. */
function numbersOf(tally: Tally, mark: DecimalMark): number {
  return tally.plain + tally.either + tally[mark];
}

/** Whether a column is worth reading: at least half of its cells are numbers. */
function isNumeric(tally: Tally, mark: DecimalMark): boolean {
  return tally.cells > 0 && 2 * numbersOf(tally, mark) >= tally.cells;
}

/** The mark that a column's own cells ask for; null where all of them can be read with either. */
function ownMark({ point, comma }: Tally): DecimalMark | null {
  if (point === 0 && comma === 0) return null;
  return comma > point ? 'comma' : 'point';
}

/**
 * The mark of each column: what its own cells ask for, else what most other columns do, for a file has one. Where no cell settles it, a
 * point is the decimal mark, and so is a comma in a file that semicolons separate.
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

/** A feature and a label, or one column where none is the label. */
const fewest = ({ outputs }: TableChoice): number => (outputs === 0 ? 1 : 2);

/** The columns of numbers; where they are not enough, one that counts the rows too, else all. */
function usedColumns(kinds: readonly ColumnKind[], least: number): number[] {
  const of = (...wanted: ColumnKind[]) => kinds.flatMap((kind, j) => (wanted.includes(kind) ? [j] : []));
  for (const used of [of('numbers'), of('numbers', 'index')]) if (used.length >= least) return used;
  return kinds.map((_, j) => j);
}

/**
 * The columns that are called so. In place of one that is missing, the last aside, stands the first of the others, best of numbers; of the last too
 * where the file has none of the names. Says what is missing and what was assumed. Null where none are named.
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

/** The same where the last column may be a label of texts. */
function withLabel(kinds: readonly ColumnKind[]): ColumnKind[] {
  const isLabel = (kind: ColumnKind, j: number) => j === kinds.length - 1 && kind !== 'empty';
  return kinds.map((kind, j) => (isLabel(kind, j) ? 'numbers' : kind));
}

/** The columns that were chosen, from 0; null where none were, or they are not of this file, which a notice says. */
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

/** What was assumed of the numbers; nothing where every number is written as programs write them. */
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

/** Which columns were left out, a sentence for each reason. A column without a name and without a cell is none. */
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

/** Rows that separators are tried on. */
const TRIED = 50;

/** Spreadsheets name the separator in a line above the header. */
const NAMED = /^\s*"?sep=([,;\t])"?\s*(?:\r\n|\r|\n)/i;

/**
 * The separator of a file by its first rows: the one with which most of them have as many cells as the header (blank ones at the end do
 * not count), and the most cells where that does not settle it. `skipped` lines above the header are none of it.
 */
function findHeader(head: string): { separator: Separator; skipped: number } {
  const named = NAMED.exec(head);
  if (named) return { separator: named[1] as Separator, skipped: 1 };
  const usual = separatorOfHeader(head);
  const candidates = ([usual, ',', ';', '\t'] as const).map((separator) => ({
    separator,
    ...fitOf(head, separator),
  }));
  // The first of equals stays: the one that the header alone names.
  const best = candidates.reduce((a, b) =>
    b.share > a.share || (b.share > 0 && b.share === a.share && b.width > a.width) ? b : a,
  );
  return { separator: best.separator, skipped: 0 };
}

/** How the first rows fit the header under a separator. */
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
