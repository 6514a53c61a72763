import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { type DisplayList, type Mark, pathMark, symbolsMark } from '../../charts/display-list.ts';
import { axisText, borderMark, type Drawing } from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import type { KeyEntry } from '../../charts/key-marks.ts';
import { sideStyle } from '../../charts/side-style.ts';
import { textWidth } from '../../charts/text-width.ts';
import { KEY_LINE, keyLineMarks, keyLines } from '../key-lines.ts';

/** What the starts of one side came to, as shares of its runs that have ended. */
export interface TallyRow {
  readonly name: string;
  /** Empty before the first run. */
  readonly said: string;
  readonly best: number;
  readonly tie: number;
  readonly other: number;
  /** Wilson's interval of `best`. */
  readonly interval: { readonly low: number; readonly high: number };
}

export interface TallyInput extends Drawing {
  readonly title: string;
  /** What the three parts of a bar are called. */
  readonly names: Readonly<Record<Part, string>>;
  readonly rows: Readonly<Record<SideName, TallyRow>>;
  /** The row that is read; null for none. */
  readonly pointed: number | null;
}

const PARTS = ['best', 'tie', 'other'] as const;
type Part = (typeof PARTS)[number];

/** Pixels of a bar, and of the least row whose words stand above its bar, at scale 1. */
const BAR = 14;
const TALL = 28;

/** How opaque the runs are that ended at another permutation. */
const FAINT = 0.22;

function layout(input: Omit<TallyInput, 'pointed'>) {
  const { width, height, scale, title, rows } = input;
  const entries = keyEntries(input);
  const room = width - 16 * scale;
  const top = (4 + KEY_LINE * keyLines(title, entries, room, scale).lines) * scale;
  const high = (height - top - 4 * scale) / 2;
  const isFlat = high < TALL * scale;
  const wide = (text: (row: TallyRow) => string) =>
    Math.max(...SIDES.map((side) => textWidth(text(rows[side]), 12.6 * scale)));
  const said = wide((row) => row.said);
  const left = 8 * scale + (isFlat ? wide((row) => row.name) + 23 * scale : 0);
  const right = width - 8 * scale - (isFlat && said > 0 ? said + 8 * scale : 0);
  const bars = SIDES.map((_, i): Rect => {
    const below = isFlat ? (high - BAR * scale) / 2 : high - (BAR + 3) * scale;
    return { x: left, y: top + i * high + below, width: Math.max(1, right - left), height: BAR * scale };
  });
  return { entries, room, top, high, isFlat, bars };
}

/** The row at a pixel; null above them. */
export function rowAt(input: Omit<TallyInput, 'pointed'>, y: number): number | null {
  const { top, high } = layout(input);
  return y < top ? null : Math.min(1, Math.floor((y - top) / high));
}

/** A part of a bar: whole, hatched, or faint. */
function fillMark({ palette, scale }: Drawing, rect: Rect, part: Part, color: string): Mark {
  if (part !== 'tie') return { kind: 'rect', rect, fill: color, opacity: part === 'best' ? 1 : FAINT };
  const { x, y, width, height } = rect;
  return {
    kind: 'hatch',
    polygon: [x, y, x + width, y, x + width, y + height, x, y + height],
    spacing: 4.5 * scale,
    angle: -45,
    stroke: { color: palette.ink, width: 1.2 * scale, cap: 'butt' },
  };
}

function keyEntries(input: Omit<TallyInput, 'pointed'>): KeyEntry[] {
  const { palette, scale, names } = input;
  return PARTS.map((part) => ({
    label: names[part],
    color: palette.muted,
    sign(x, y) {
      const rect = { x, y: y - 5 * scale, width: 15 * scale, height: 10 * scale };
      const marks = [fillMark(input, rect, part, palette.ink), borderMark(rect, palette.muted, palette)];
      return { kind: 'group', x: 0, y: 0, marks };
    },
  }));
}

/** Both sides as a bar each, from best by way of ties to other permutations, with the interval of the first. */
export function drawTally(input: TallyInput): DisplayList {
  const { palette, scale, rows, pointed, title } = input;
  const { entries, room, high, top, isFlat, bars } = layout(input);
  const marksOf = (side: SideName, i: number): Mark[] => {
    const bar = bars[i]!;
    const row = rows[side];
    const { color, text, shape } = sideStyle(side, input);
    const at = (share: number) => bar.x + share * bar.width;
    const middle = bar.y + bar.height / 2;
    const words = isFlat ? middle : top + i * high + 8 * scale;
    let from = 0;
    const parts = PARTS.flatMap((part) => {
      const begin = from;
      from += row[part];
      const rect = { ...bar, x: at(begin), width: row[part] * bar.width };
      return row[part] > 0 ? [fillMark(input, rect, part, color)] : [];
    });
    const { low, high: most } = row.interval;
    const cap = 4 * scale;
    const whisker: number[][] = [
      [at(low), middle, at(most), middle],
      ...[low, most].map((end) => [at(end), middle - cap, at(end), middle + cap]),
    ];
    return [
      symbolsMark(shape, [13 * scale, words], 9 * scale, { fill: color }),
      { ...axisText(input, row.name, 23 * scale, words, 'start', { strong: true }), color: text },
      ...parts,
      borderMark(bar, palette.muted, palette),
      ...(row.said
        ? [
            pathMark(whisker, [
              { color: palette.paper, width: 4.2 * scale, cap: 'butt' },
              { color: palette.ink, width: 1.7 * scale, cap: 'butt' },
            ]),
            axisText(input, row.said, input.width - 8 * scale, words, 'end', { strong: true }),
          ]
        : []),
      ...(pointed === i ? [readMark(input, bar)] : []),
    ];
  };
  return [...keyLineMarks(input, title, 9 * scale, entries, room), ...SIDES.flatMap(marksOf)];
}

function readMark({ palette, scale }: Drawing, { x, y, width, height }: Rect): Mark {
  const off = 2 * scale;
  return {
    kind: 'rect',
    rect: { x: x - off, y: y - off, width: width + 2 * off, height: height + 2 * off },
    strokes: [{ color: palette.focus, width: 2 * scale }],
    role: 'hover',
  };
}
