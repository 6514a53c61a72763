import type { SideName } from '../../../../engine/contract.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { type DisplayList, type Mark, pathMark, symbolsMark } from '../../../charts/display-list.ts';
import { axisText, borderMark, type Drawing, nameRoom, outline } from '../../../charts/frame.ts';
import type { Rect } from '../../../charts/geometry.ts';
import type { KeyEntry } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { drawKey, keyHeight } from '../../kit/chart.ts';

/** Outcomes as shares of ended runs. */
export interface TallyRow {
  readonly name: string;
  /** Share as text; empty before the first run. */
  readonly said: string;
  readonly below: string;
  readonly best: number;
  readonly tie: number;
  readonly other: number;
  /** Wilson interval of `best`. */
  readonly interval: { readonly low: number; readonly high: number };
}

export interface TallyInput extends Drawing {
  readonly title: string;
  readonly names: Readonly<Record<Part, string>>;
  readonly rows: Readonly<Record<SideName, TallyRow>>;
  readonly formatShare: (share: number) => string;
  readonly pointed: number | null;
}

const PARTS = ['best', 'tie', 'other'] as const;
type Part = (typeof PARTS)[number];

/** Pixels at scale 1: text above and below a bar, axis, least and greatest bar. */
const ABOVE = 26;
const BELOW = 24;
const AXIS = 24;
const LOW = 10;
const HIGH = 44;

/** Opacity of other permutations. */
const FAINT = 0.22;

const SHARES = [0, 0.5, 1];

function layout(input: Omit<TallyInput, 'pointed'>) {
  const { width, height, scale, title } = input;
  const entries = keyEntries(input);
  const room = width - 16 * scale;
  const top = keyHeight(input, title, entries, 6);
  const high = Math.max(1, (height - top - AXIS * scale) / SIDES.length);
  // Short panels drop the text below a bar.
  const isTall = high >= (ABOVE + LOW + BELOW) * scale;
  const free = high - (ABOVE + (isTall ? BELOW : 4)) * scale;
  const bar = Math.min(HIGH * scale, Math.max(LOW * scale, free));
  const bars = SIDES.map((_, i): Rect => {
    const from = top + i * high + ABOVE * scale + (free > bar ? (free - bar) / 2 : 0);
    return { x: 8 * scale, y: from, width: Math.max(1, room), height: bar };
  });
  return { entries, room, top, high, isTall, bars };
}

/** Returns the row at a pixel; null above. */
export function rowAt(input: Omit<TallyInput, 'pointed'>, y: number): number | null {
  const { top, high } = layout(input);
  return y < top ? null : Math.min(1, Math.floor((y - top) / high));
}

/** Draws the best solid, ties hatched, others faint. */
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

/** Draws a bar per side with the interval of the best. */
export function drawTally(input: TallyInput): DisplayList {
  const { palette, scale, rows, pointed, title } = input;
  const { entries, room, isTall, bars } = layout(input);
  const marksOf = (side: SideName, i: number): Mark[] => {
    const bar = bars[i]!;
    const row = rows[side];
    const { color, text, shape } = sideStyle(side, input);
    const at = (share: number) => bar.x + share * bar.width;
    const words = bar.y - 11 * scale;
    let from = 0;
    const parts = PARTS.flatMap((part) => {
      const begin = from;
      from += row[part];
      const rect = { ...bar, x: at(begin), width: row[part] * bar.width };
      return row[part] > 0 ? [fillMark(input, rect, part, color)] : [];
    });
    return [
      symbolsMark(shape, [bar.x + 5 * scale, words], 9 * scale, { fill: color }),
      { ...axisText(input, row.name, bar.x + 15 * scale, words, 'start', { strong: true }), color: text },
      ...parts,
      borderMark(bar, palette.muted, palette),
      ...(row.said
        ? [
            whisker(input, bar, row.interval),
            axisText(input, row.said, bar.x + bar.width, words, 'end', {
              strong: true,
              room: bar.width - 15 * scale - nameRoom(row.name, scale),
            }),
          ]
        : []),
      ...(isTall && row.below
        ? [axisText(input, row.below, bar.x, bar.y + bar.height + 12 * scale, 'start', { room })]
        : []),
      ...(pointed === i ? [readMark(input, bar)] : []),
    ];
  };
  return [
    outline(input),
    ...drawKey(input, title, 13 * scale, entries),
    ...SIDES.flatMap(marksOf),
    ...axisMarks(input, bars[1]!),
  ];
}

/** Draws a cased interval, visible on any fill. */
function whisker({ palette, scale }: Drawing, bar: Rect, { low, high }: TallyRow['interval']): Mark {
  const at = (share: number) => bar.x + share * bar.width;
  const middle = bar.y + bar.height / 2;
  const cap = 5 * scale;
  const ends = [low, high].map((end) => [at(end), middle - cap, at(end), middle + cap]);
  return pathMark(
    [[at(low), middle, at(high), middle], ...ends],
    [
      { color: palette.paper, width: 4.6 * scale, cap: 'butt' },
      { color: palette.ink, width: 1.8 * scale, cap: 'butt' },
    ],
  );
}

function axisMarks(input: TallyInput, { x, width }: Rect): Mark[] {
  const y = input.height - 12 * input.scale;
  return SHARES.map((share, i) =>
    axisText(
      input,
      input.formatShare(share),
      x + share * width,
      y,
      i === 0 ? 'start' : i === 2 ? 'end' : 'middle',
    ),
  );
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
