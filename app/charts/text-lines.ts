import type { FontFamily, TextMark } from './display-list.ts';
import { textWidth } from './text-width.ts';

export interface TextStyle {
  readonly font: FontFamily;
  readonly size: number;
  readonly weight: number;
  readonly color: string;
}

/** Baseline distance, in font sizes. */
export const LEADING = 1.3;

const WIDE = /[\u2E80-\uFFEF]/;
/** Characters after which a long link may break. */
const JOINT = /[&=,;/?#._-]/;

/** Signs that cannot end, and that cannot begin, a line. */
const OPENING = /[（「『《“‘(]/;
const CLOSING = /[，。；：、？！）」』》”’…%]/;

/** Splits text after words with their space, and after Chinese characters with their punctuation. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let before = ' ';
  for (const character of text) {
    const stays = CLOSING.test(character) || character === ' ' || OPENING.test(before);
    const parts = before === ' ' || WIDE.test(before) || WIDE.test(character);
    if (pieces.length === 0 || (parts && !stays)) pieces.push(character);
    else pieces[pieces.length - 1] += character;
    before = character;
  }
  return pieces;
}

/** Splits an overlong piece after its joints, else anywhere. */
function cut(piece: string, width: number, { size, font }: TextStyle): string[] {
  const parts: string[] = [];
  let part = '';
  let joint = 0;
  for (const character of piece) {
    if (part !== '' && textWidth(part + character, size, font) > width) {
      const at = joint > 0 ? joint : part.length;
      parts.push(part.slice(0, at));
      part = part.slice(at);
      joint = 0;
    }
    part += character;
    if (JOINT.test(character)) joint = part.length;
  }
  return [...parts, part];
}

/** Breaks a paragraph into lines of at most `width` pixels; drops only spaces at breaks. */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (words: string) => textWidth(words.trimEnd(), style.size, style.font) <= width;
  for (const piece of piecesOf(text)) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const parts = fits(piece) ? [piece] : cut(piece, width, style);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1)!;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Draws a line of text whose top left is (x, y). */
export function textLine(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  anchor: TextMark['anchor'] = 'start',
): TextMark {
  return {
    kind: 'text',
    x,
    y: y + style.size,
    text,
    font: style.font,
    size: style.size,
    weight: style.weight,
    anchor,
    baseline: 'alphabetic',
    color: style.color,
  };
}

export function textBlock(lines: readonly string[], x: number, y: number, style: TextStyle): TextMark[] {
  return lines.map((line, i) => textLine(line, x, y + i * LEADING * style.size, style));
}

/** Returns the style, smaller if the words would not fit. */
export function shrunk(text: string, width: number, style: TextStyle): TextStyle {
  const wide = textWidth(text, style.size, style.font);
  return wide <= width ? style : { ...style, size: (style.size * Math.max(1, width)) / wide };
}
