import { dsvFormat } from 'd3-dsv';
import { createRowSplitter, type RowSplitter } from './row-splitter.ts';

export type Separator = ',' | ';' | '\t';

/** Receiver of rows. Lines are counted from 1. */
export interface CsvReceiver {
  /** Finds the separator from the beginning of the text, without byte order mark. */
  findSeparator(head: string): Separator;
  readonly comments: boolean;
  /** Takes the cells of a row; null if it is longer than `LONGEST_ROW`. */
  onRow(cells: readonly string[] | null, line: number): void;
  onComment?(text: string): void;
}

/** Maximum characters of a row; a longer one has an unclosed quote. */
export const LONGEST_ROW = 1_000_000;

/** Characters within which the header line must end for its separator to be found. */
const LONGEST_HEADER = 65_536;

/**
 * Splits chunked CSV text into the cells of its rows. The result does not depend on the chunks; only the current row is stored. Quotes
 * follow RFC 4180.
 */
export function createCsvRows(receiver: CsvReceiver) {
  const { comments } = receiver;
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
    push(piece: string): void {
      if (splitter) {
        splitter.push(piece);
        return;
      }
      head += piece;
      // One character over the limit: a byte order mark does not count.
      if (head.length > LONGEST_HEADER) start();
    },
    finish(): void {
      (splitter ?? start()).finish();
    },
  };
}

/** Returns the separator of the header line: comma, semicolon or tab, whichever is most frequent outside quoted cells. */
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
