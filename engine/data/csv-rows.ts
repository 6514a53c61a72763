import { dsvFormat } from 'd3-dsv';
import { createRowSplitter, type RowSplitter } from './row-splitter.ts';

export type Separator = ',' | ';' | '\t';

/** Where rows go. Lines are counted from 1. */
export interface CsvReceiver {
  /** Finds the separator from the beginning of the text, a byte order mark left out. */
  findSeparator(head: string): Separator;
  /** Whether lines that begin with # are no rows. */
  readonly comments: boolean;
  /** Takes the cells of a row; null in place of a row that is longer than `LONGEST_ROW`. */
  onRow(cells: readonly string[] | null, line: number): void;
  /** Takes a comment line without its #. */
  onComment?(text: string): void;
}

/** Characters of the longest row: what is longer is a quote that never closes. */
export const LONGEST_ROW = 1_000_000;

/** Characters within which the header line must end for its separator to be found. */
const LONGEST_HEADER = 65_536;

/**
 * Cuts CSV text that comes in pieces into the cells of its rows. How the text is cut into pieces changes nothing; of the text only the
 * row under way is kept. Quotes are read as RFC 4180 has them.
 */
export function createCsvRows(receiver: CsvReceiver) {
  const { comments } = receiver;
  /** The text that has come while the separator is not known. */
  let head = '';
  let splitter: RowSplitter | null = null;
  let line = 1;

  function start(): RowSplitter {
    const text = head.startsWith('\uFEFF') ? head.slice(1) : head;
    head = '';
    const separator = receiver.findSeparator(text);
    const format = dsvFormat(separator);
    splitter = createRowSplitter(
      separator,
      LONGEST_ROW,
      (row, lines) => {
        const at = line;
        line += lines;
        if (row === null) receiver.onRow(null, at);
        else if (comments && row.startsWith('#')) receiver.onComment?.(row.slice(1).trimEnd());
        else
          format.parseRows(row, (cells) => {
            receiver.onRow(cells, at);
            return null;
          });
      },
      comments,
    );
    splitter.push(text);
    return splitter;
  }

  return {
    /** Takes the next piece of the text, cut anywhere. */
    push(piece: string): void {
      if (splitter) {
        splitter.push(piece);
        return;
      }
      head += piece;
      // One character more than the header may take: a byte order mark does not count.
      if (head.length > LONGEST_HEADER) start();
    },
    /** Hands on what is left. */
    finish(): void {
      (splitter ?? start()).finish();
    },
  };
}

/** The separator of the header line: comma, semicolon or tab, whichever it holds most outside of quoted cells. */
export function separatorOfHeader(head: string): Separator {
  const unquoted = head.slice(0, LONGEST_HEADER).replace(/(^|[,;\t\r\n])"(?:[^"]|"")*"/g, '$1quoted');
  const header = unquoted.split(/[\r\n]/).find((line) => line.trim() !== '') ?? '';
  let best: Separator = ',';
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
