import { scaleLinear } from 'd3-scale';
import { type DisplayList, type Mark, pathMark, symbolsMark } from '../../charts/display-list.ts';
import {
  axisText,
  clipped,
  columnMarks,
  createFrame,
  type Drawing,
  linearTicks,
  plotRect,
  rowMarks,
} from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import { type KeyEntry, keyLine, stretch } from '../../charts/marks/key-marks.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';

export interface ShownShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Shares by column, null if unknown. */
export interface ShareCurve {
  readonly label: string;
  readonly shares: readonly (ShownShare | null)[];
}

export interface SharesInput extends Drawing {
  readonly columns: readonly string[];
  readonly left: ShareCurve;
  readonly right: ShareCurve;
  /** A third one, in ink. */
  readonly other: ShareCurve | null;
  /** Proved largest share of the left: pieces of [column, share, ...]. */
  readonly most: { readonly label: string; readonly lines: readonly (readonly number[])[] } | null;
  readonly axis: string;
  /** Column of the keyboard cursor. */
  readonly cursor: number | null;
}

type Layout = Pick<SharesInput, 'width' | 'height' | 'scale' | 'columns'>;

/** Returns the plot below two lines of keys. */
function sharesRect({ width, height, scale }: Layout): Rect {
  return plotRect({ width, height }, { left: 36 * scale, top: 44 * scale, right: 12, bottom: 42 * scale });
}

export function columnAt(layout: Layout, x: number): number | null {
  const rect = sharesRect(layout);
  const { columns } = layout;
  const column = Math.floor(((x - rect.x) / rect.width) * columns.length);
  return column >= 0 && column < columns.length ? column : null;
}

export function drawShares(input: SharesInput): DisplayList {
  const { scale, palette, columns, most, cursor } = input;
  const rect = sharesRect(input);
  const frame = createFrame(input, rect);
  const { right, bottom } = frame;
  const wide = rect.width / columns.length;
  const x = (place: number) => rect.x + (place + 0.5) * wide;
  const y = scaleLinear([0, 1], [bottom, rect.y]);
  const ink = { color: palette.ink, text: palette.ink, shape: 'diamond' as const };
  const curves = [
    { ...input.left, ...sideStyle('left', input), role: 'curve-left' as const, by: -3 },
    { ...input.right, ...sideStyle('right', input), role: 'curve-right' as const, by: 3 },
    ...(input.other
      ? [
          {
            ...input.other,
            ...ink,
            line: (w: number) => ({ color: palette.ink, width: w }),
            role: undefined,
            by: 0,
          },
        ]
      : []),
  ];
  const dots = [2 * scale, 4 * scale];
  const bound = { color: palette.ink, width: 2 * scale, dash: dots, cap: 'butt' as const };
  const marks = curves.flatMap(({ shares, color, shape, line, role, by }): Mark[] => {
    const known = shares.flatMap((one, i) => (one ? [{ ...one, at: x(i) + by * scale }] : []));
    const whiskers = known.map(({ at, low, high }) => [at, y(low), at, y(high)]);
    const points = known.flatMap(({ at, share }) => [at, y(share)]);
    return [
      pathMark(whiskers, [{ color, width: 1.3 * scale, cap: 'butt' }]),
      pathMark([points], [line(1.6 * scale)], role && { role }),
      symbolsMark(shape, points, 7 * scale, { fill: color }),
    ];
  });
  if (most) {
    const lines = most.lines.map((line) => line.map((value, i) => (i % 2 === 0 ? x(value) : y(value))));
    marks.push(pathMark(lines, [bound], { role: 'bound' }));
  }
  const key: KeyEntry[] = curves.map(({ label, text, line }) => ({
    label,
    color: text,
    sign: stretch(22 * scale, [line(2 * scale)]),
  }));
  if (most) key.push({ label: most.label, color: palette.ink, sign: stretch(22 * scale, [bound]) });
  const name = axisText(frame, input.axis, right, bottom + 30 * scale, 'end', {
    strong: true,
    room: rect.width,
  });
  const places = columns.map((label, i) => ({ label, at: x(i) }));
  return [
    ...(cursor === null
      ? []
      : [
          {
            kind: 'rect',
            rect: { ...rect, x: rect.x + cursor * wide, width: wide },
            fill: palette.hairline,
          } as const,
        ]),
    ...rowMarks(frame, linearTicks(0, 1, rect.height / (40 * scale), y)),
    ...columnMarks(frame, places, Number.POSITIVE_INFINITY),
    name,
    clipped(rect, marks, 5 * scale),
    ...keyLine(input, right, '', 28 * scale, key.slice(0, 2)),
    { kind: 'group', x: 0, y: 18 * scale, marks: keyLine(input, right, '', 28 * scale, key.slice(2)) },
  ];
}
