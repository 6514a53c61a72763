import { parseNumber } from '../params.ts';

export type DecimalMark = 'point' | 'comma';

/** Readings of a cell: not a number, one number under both marks, a number under only one mark, or two different numbers. */
export type CellKind = 'text' | 'plain' | 'point' | 'comma' | 'either';

/** Typeset minus signs: minus, en dash, small and full-width hyphen. */
const MINUS = /^[\u2212\u2013\uFE63\uFF0D]/;

/** A fraction has no groups, and a grouped number does not begin with 0. One separator is used for all groups. */
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

function tidied(cell: string): string {
  return cell.trim().replace(MINUS, '-');
}

/**
 * Parses a cell under one decimal mark: as `parseNumber`, plus groups of three digits (separated by the other mark, an apostrophe or a
 * space, possibly no-break). NaN if it is not a number.
 */
export function readCell(cell: string, mark: DecimalMark): number {
  // Program notation first, which handles most cells at once.
  const plainly = mark === 'point' || WHOLE.test(cell) ? parseNumber(cell) : Number.NaN;
  if (!Number.isNaN(plainly)) return plainly;
  const text = tidied(cell);
  const plain = GROUPED[mark].test(text) ? text.replace(GROUP_SIGNS[mark], '') : text;
  if (mark === 'point') return parseNumber(plain);
  return plain.includes('.') ? Number.NaN : parseNumber(plain.replace(',', '.'));
}

/** Classifies a cell. Whole numbers without groups, or with apostrophes or spaces, read the same under both marks. */
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

/** True if a non-numeric cell is a date or a time of day. */
export function isDate(cell: string): boolean {
  const text = cell.trim();
  return DAY.test(text) || TIME.test(text);
}
