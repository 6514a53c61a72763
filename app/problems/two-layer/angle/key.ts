import type { DrawStyle } from '../../../charts/colour/palette.ts';
import type { Mark, SymbolShape, SymbolsMark } from '../../../charts/display-list.ts';
import { axisText } from '../../../charts/frame.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { deadSymbols } from '../circle-symbols.ts';
import type { AngleInput } from './input.ts';

/** Symbols of the angle plot and its key. */

/** Half a star's width, and the key's row height, in pixels at scale 1. */
export const STAR = 10;
export const ROW = 20;

/** Returns symbols: filled for positive output weights, else hollow. */
export function symbol(
  shape: SymbolShape,
  positive: boolean,
  points: readonly number[],
  size: number,
  color: string,
  { palette, scale }: DrawStyle,
): SymbolsMark {
  // Strokes lie below the fill: only the outer half is visible.
  const casing = { color: palette.paper, width: (positive ? 2.4 : 5) * scale };
  return {
    kind: 'symbols',
    shape,
    points,
    // Without a teacher the right's strongest of both signs lie at 0: the hollow square must show around the filled one.
    size: positive ? size : size + (shape === 'square' ? 2.6 : -1.4) * scale,
    fill: positive ? color : palette.paper,
    strokes: positive ? [casing] : [casing, { color, width: 2.6 * scale }],
  };
}

export function star(
  positive: boolean,
  points: readonly number[],
  size: number,
  { palette, scale }: AngleInput,
): Mark {
  const fill = positive ? palette.plant : palette.paper;
  const strokes = [{ color: palette.ink, width: 2.4 * scale }];
  const role = positive ? 'teacher-positive' : 'teacher-negative';
  return { role, kind: 'symbols', shape: 'star', points, size, fill, strokes };
}

/** An entry of the key; without marks it names the y axis. */
interface Entry {
  readonly text: string;
  readonly marks: ((at: number[]) => Mark[]) | null;
}

/** True if there is height for full-size letters. */
export const isRoomy = ({ height, scale }: AngleInput): boolean => height >= 240 * scale;

function entriesOf(input: AngleInput): Entry[] {
  const { scale, side, axes, names, teacher, dead, neurons } = input;
  const { shape, color } = sideStyle(side, input);
  const hollow = (shape === 'square' ? 4 : 8) * scale;
  const entries: Entry[] = [{ text: axes.y, marks: null }];
  if (teacher) entries.push({ text: names.teacher, marks: (at) => [star(true, at, 14 * scale, input)] });
  entries.push(
    { text: names.positive, marks: (at) => [symbol(shape, true, at, 8 * scale, color, input)] },
    { text: names.negative, marks: (at) => [symbol(shape, false, at, hollow, color, input)] },
  );
  if (neurons && Array.from(neurons.strengths).some((strength, j) => strength !== 0 && dead[j]))
    entries.push({ text: names.dead, marks: (at) => deadSymbols(at, 8 * scale, input) });
  return entries;
}

const GLYPH = 18;
const GAP = 9;

const wordsOf = ({ text }: Entry, scale: number) => textWidth(text, 12 * scale);

/** Returns the factor that shrinks one row's words to fit. */
function shrinkOf(entries: readonly Entry[], { width, scale }: AngleInput): number {
  const fixed = (entries.length - 1) * (GLYPH + GAP) * scale + 10 + 4 * scale;
  const wide = entries.reduce((sum, entry) => sum + wordsOf(entry, scale), 0);
  return Math.min(1, Math.max(1, width - fixed) / wide);
}

/** Returns one row, or several if it would shrink and there is height. */
export function keyRows(input: AngleInput): readonly (readonly Entry[])[] {
  const { width, scale } = input;
  const entries = entriesOf(input);
  if (!isRoomy(input) || shrinkOf(entries, input) === 1) return [entries];
  const rows: Entry[][] = [];
  let free = 0;
  for (const entry of entries) {
    const wide = wordsOf(entry, scale) + (entry.marks ? GLYPH + GAP : GAP) * scale;
    if (rows.length === 0 || wide > free) {
      rows.push([]);
      free = width - 10;
    }
    rows.at(-1)!.push(entry);
    free -= wide;
  }
  return rows;
}

/** Draws the key above the plot: y axis' name left, marks right. */
export function keyMarks(input: AngleInput): Mark[] {
  const { width, scale } = input;
  return keyRows(input).flatMap((row, i) => {
    const shrink = shrinkOf(row, input);
    const y = (12 + ROW * i) * scale;
    const text = (content: string, x: number, anchor: 'start' | 'end', strong: boolean): Mark => ({
      ...axisText(input, content, x, y, anchor, { strong }),
      size: 12 * scale * shrink,
    });
    const marks: Mark[] = [];
    let x = width - 10;
    for (const entry of [...row].reverse()) {
      if (!entry.marks) {
        marks.push(text(entry.text, 4 * scale, 'start', true));
        continue;
      }
      marks.push(text(entry.text, x, 'end', false));
      x -= wordsOf(entry, scale) * shrink + (GLYPH / 2) * scale;
      marks.push(...entry.marks([x, y]));
      x -= (GLYPH / 2 + GAP) * scale;
    }
    return marks;
  });
}
