import { dsvFormat } from 'd3-dsv';
import { LONGEST_ROW, type Separator, separatorOfHeader } from './csv-rows.ts';
import { createRowSplitter } from './row-splitter.ts';
import { isBlank } from './table-reader.ts';

/** Rows that separators are tried on. */
const TRIED = 50;

/** Spreadsheets name the separator in a line above the header. */
const NAMED = /^\s*"?sep=([,;\t])"?\s*(?:\r\n|\r|\n)/i;

/**
 * The separator of a file by its first rows: the one with which most of them have as many cells as the header (blank ones at the end do
 * not count), and the most cells where that does not settle it. `skipped` lines above the header are none of it.
 */
export function findHeader(head: string): { separator: Separator; skipped: number } {
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
