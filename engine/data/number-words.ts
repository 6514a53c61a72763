import { parseNumber } from '../params.ts';

/** The mark between whole number and fraction: 1.5 or 1,5. */
export type DecimalMark = 'point' | 'comma';

/** How a cell can be read: as no number, as one number, with one mark alone, or with both marks as two numbers. */
export type CellKind = 'text' | 'plain' | 'point' | 'comma' | 'either';

/** What stands for a minus in typeset text: minus sign, en dash, small and full-width hyphen. */
const MINUS = /^[\u2212\u2013\uFE63\uFF0D]/;

/** A fraction's mark is never between groups of three digits, and a grouped number does not begin with 0. One sign separates all groups. */
const SPACES = ' \u00A0\u2007\u2009\u202F';
const GROUPED: Readonly<Record<DecimalMark, RegExp>> = {
  point: new RegExp(`^[+-]?[1-9]\\d{0,2}([,'’${SPACES}])\\d{3}(?:\\1\\d{3})*(?:\\.\\d*)?$`),
  comma: new RegExp(`^[+-]?[1-9]\\d{0,2}([.'’${SPACES}])\\d{3}(?:\\1\\d{3})*(?:,\\d*)?$`),
};
const GROUP_SIGNS: Readonly<Record<DecimalMark, RegExp>> = {
  point: new RegExp(`[,'’${SPACES}]`, 'g'),
  comma: new RegExp(`[.'’${SPACES}]`, 'g'),
};
const WHOLE = /^[+-]?\d+$/;

/** A cell without the space around it and with a hyphen for its minus. */
function tidied(cell: string): string {
  return cell.trim().replace(MINUS, '-');
}

/**
 * The number of a cell under one decimal mark: what `parseNumber` reads, with groups of three digits allowed (separated by the other mark,
 * an apostrophe or a space, also one that does not break). NaN where it is none.
 */
export function readCell(cell: string, mark: DecimalMark): number {
  // As programs write it: most cells are done with one look.
  const plainly = mark === 'point' || WHOLE.test(cell) ? parseNumber(cell) : Number.NaN;
  if (!Number.isNaN(plainly)) return plainly;
  const text = tidied(cell);
  const plain = GROUPED[mark].test(text) ? text.replace(GROUP_SIGNS[mark], '') : text;
  if (mark === 'point') return parseNumber(plain);
  return plain.includes('.') ? Number.NaN : parseNumber(plain.replace(',', '.'));
}

/** How a cell can be read. Of a whole number without groups, and of one with apostrophes or spaces, both marks say the same. */
export function kindOf(cell: string): CellKind {
  if (WHOLE.test(cell)) return Number.isNaN(parseNumber(cell)) ? 'text' : 'plain';
  const isPoint = !Number.isNaN(readCell(cell, 'point'));
  const isComma = !Number.isNaN(readCell(cell, 'comma'));
  if (isPoint && isComma) return /[.,]/.test(cell) ? 'either' : 'plain';
  if (isPoint) return 'point';
  return isComma ? 'comma' : 'text';
}

const DAY = /^(\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4}))\.?([T ]|$)/;
const TIME = /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$/;

/** Whether a cell that is no number is a date or a time of day. */
export function isDate(cell: string): boolean {
  const text = cell.trim();
  return DAY.test(text) || TIME.test(text);
}
