export interface RowSplitter {
  /** Takes the next chunk, cut anywhere, and emits every row that ends in it. */
  push(piece: string): void;
  /** Emits the unterminated last row, if any. */
  finish(): void;
}

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const HASH = 35;

type State = 'cell-start' | 'plain' | 'quoted' | 'after-quote' | 'after-return' | 'comment';

/**
 * Splits rows at LF, CR LF or CR outside quoted cells; a quote opens only at the beginning of a cell, exactly as in d3-dsv. `onRow` gets
 * each row with its line break, and its number of lines; null for a row longer than `longest` characters (an unclosed quote swallows the
 * rest, which is not stored). With `comments` a row that begins with # ends with its line, whatever its quotes.
 */
export function createRowSplitter(
  separator: string,
  longest: number,
  onRow: (row: string | null, lines: number) => void,
  comments = false,
): RowSplitter {
  const SEPARATOR = separator.charCodeAt(0);
  let state: State = 'cell-start';
  let tail = '';
  let length = 0;
  let lines = 1;

  function keep(part: string): void {
    length += part.length;
    tail = length > longest ? '' : tail + part;
  }

  function end(part: string): void {
    keep(part);
    const row = length > longest ? null : tail;
    const spanned = lines;
    tail = '';
    length = 0;
    lines = 1;
    onRow(row, spanned);
  }

  function push(piece: string): void {
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const c = piece.charCodeAt(i);
      if (state === 'after-return') {
        // Only now is it known if a line feed belongs to the carriage return.
        const to = c === NEWLINE ? i + 1 : i;
        end(piece.slice(from, to));
        from = to;
        state = 'cell-start';
        if (c === NEWLINE) continue;
      }
      if (state === 'quoted') {
        if (c === QUOTE) state = 'after-quote';
        else if (c === NEWLINE) lines++;
      } else if (c === NEWLINE) {
        end(piece.slice(from, i + 1));
        from = i + 1;
        state = 'cell-start';
      } else if (c === RETURN) state = 'after-return';
      else if (state === 'comment') continue;
      else if (comments && c === HASH && length === 0 && i === from) state = 'comment';
      else if (c === QUOTE && state !== 'plain') state = 'quoted';
      // d3-dsv takes any character after a closing quote as separator.
      else state = c === SEPARATOR || state === 'after-quote' ? 'cell-start' : 'plain';
    }
    if (from < piece.length) keep(piece.slice(from));
  }

  return {
    push,
    finish() {
      if (length > 0) end('');
    },
  };
}
