import { scaleLinear } from 'd3-scale';
import {
  type DisplayList,
  type Mark,
  pathMark,
  type StrokeLayer,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, clipped, type Drawing, linearTicks, outline, plotRect } from '../../../charts/frame.ts';
import { type KeyEntry, stretch } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawChart, keyHeight } from '../../kit/chart.ts';

/** SNR in dB per method; the right's is second to last, the free one's last. */
export interface SkyLine {
  readonly seed: number;
  readonly snr: readonly number[];
  readonly isSettled: boolean;
}

export interface SkiesInput extends Drawing {
  readonly title: string;
  readonly names: readonly string[];
  readonly words: Readonly<Record<'ahead' | 'behind' | 'moving' | 'median' | 'shown', string>>;
  readonly skies: readonly SkyLine[];
  /** One per method; empty before the first sky. */
  readonly medians: readonly number[];
  readonly formatSnr: (value: number) => string;
  readonly formatBelow: (count: number) => string;
  readonly shown: number | null;
  readonly pointed: number | null;
}

type Laid = Omit<SkiesInput, 'pointed'>;

/** Lowest SNR drawn, in dB; lower ones are at the edge. */
export const FLOOR = -10;
const NONE_YET = [0, 20] as const;

function keyOf(input: Laid): KeyEntry[] {
  const { palette, scale, words, skies, shown } = input;
  const [left, right] = [sideStyle('left', input), sideStyle('right', input)];
  const line = (stroke: StrokeLayer) => stretch(16 * scale, [stroke]);
  return [
    { label: words.ahead, color: left.text, sign: line({ color: left.color, width: 2.4 * scale }) },
    { label: words.behind, color: right.text, sign: line({ color: right.color, width: 2.4 * scale }) },
    ...(skies.some(({ isSettled }) => !isSettled)
      ? [
          {
            label: words.moving,
            color: left.text,
            sign: (x: number, y: number) => ringMark(input, [x + 8 * scale, y]),
          },
        ]
      : []),
    {
      label: words.median,
      color: palette.ink,
      sign: line({ color: palette.ink, width: 3.4 * scale, cap: 'butt' }),
    },
    ...(shown === null
      ? []
      : [{ label: words.shown, color: palette.ink, sign: line({ color: palette.ink, width: 1.4 * scale }) }]),
  ];
}

function ringMark(input: Laid, points: readonly number[]): Mark {
  const { color } = sideStyle('left', input);
  const { palette, scale } = input;
  return symbolsMark('ring', points, 7 * scale, {
    fill: palette.paper,
    strokes: [{ color, width: 1.5 * scale }],
  });
}

function layout(input: Laid) {
  const { width, height, scale, title, skies, names } = input;
  const entries = keyOf(input);
  const top = keyHeight(input, title, entries, 14);
  // Names that would touch alternate between two lines.
  const apart = (width - 114 * scale) / (names.length - 1);
  const isTight = names.some((name) => textWidth(name, 12 * scale) > apart - 6 * scale);
  const bottom = (isTight ? 41 : 26) * scale;
  const rect = plotRect({ width, height }, { left: 36 * scale, right: 8 * scale, top, bottom });
  const known = skies.flatMap(({ snr }) => snr);
  const least = Math.max(FLOOR, Math.min(NONE_YET[0], ...known));
  const most = Math.max(known.length > 0 ? 5 : NONE_YET[1], ...known);
  const beyond = 0.06 * (most - least);
  const y = scaleLinear([least - beyond, most + beyond], [rect.y + rect.height, rect.y]);
  const [first, last] = [rect.x + 26 * scale, rect.x + rect.width - 44 * scale];
  const x = (column: number) => first + (column * (last - first)) / (names.length - 1);
  const placed = ({ snr }: SkyLine) => snr.flatMap((value, column) => [x(column), y(Math.max(least, value))]);
  return { entries, rect, x, y, least, placed, isTight };
}

/** Returns the sky with the line nearest to a pixel; null without skies. */
export function skyAt(input: Laid, px: number, py: number): number | null {
  const { placed } = layout(input);
  let [found, nearest] = [null as number | null, Number.POSITIVE_INFINITY];
  for (const [i, sky] of input.skies.entries()) {
    const line = placed(sky);
    for (let at = 0; at + 3 < line.length; at += 2) {
      const [ax, ay, bx, by] = line.slice(at, at + 4) as [number, number, number, number];
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
      const away = (px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2;
      if (away < nearest) [found, nearest] = [i, away];
    }
  }
  return found;
}

/** Draws one line per sky over the methods; a rising last segment means that the free denoiser leads. */
export function drawSkies(input: SkiesInput): DisplayList {
  const { palette, scale, skies, medians, names, shown, pointed, title } = input;
  const { entries, rect, x, y, least, placed, isTight } = layout(input);
  const [rightEnd, bottom] = [rect.x + rect.width, rect.y + rect.height];
  const [left, right] = [sideStyle('left', input), sideStyle('right', input)];
  const last = names.length - 1;
  const lines = skies.map(placed);
  const opacity = Math.max(0.16, Math.min(0.7, 6 / Math.sqrt(1 + skies.length) / 2));
  const isAhead = ({ snr }: SkyLine) => snr[last]! > snr[last - 1]!;
  const ends = (which: (sky: SkyLine) => boolean) =>
    lines.filter((_, i) => which(skies[i]!)).map((line) => line.slice(2 * last - 2));
  const isLost = ({ snr }: SkyLine) => snr[last]! < least;
  const dots = (column: number, which: (sky: SkyLine) => boolean) =>
    lines.filter((_, i) => which(skies[i]!)).flatMap((line) => line.slice(2 * column, 2 * column + 2));
  const stroked = (of: readonly number[][], color: string, wide: number, faint: number): Mark[] =>
    of.length > 0 ? [pathMark(of, [{ color, width: wide * scale, cap: 'butt', opacity: faint }])] : [];
  const whole = (
    i: number | null,
    layers: readonly StrokeLayer[],
    rest: Parameters<typeof pathMark>[2] = {},
  ): Mark[] => (i === null || !lines[i] ? [] : [pathMark([lines[i]], layers, rest)]);
  const kept = names.flatMap((_, column) =>
    column === last ? [] : dots(column, ({ snr }) => snr[column]! >= least),
  );
  const ticks = linearTicks(...(y.domain() as [number, number]), rect.height / (44 * scale), y).filter(
    ({ value }) => value >= least,
  );
  const lost = skies.filter(isLost).length;
  return [
    outline(input),
    ...drawChart(input, {
      rect,
      title: { text: title, y: 13 * scale },
      key: entries,
      y: { ticks },
    }),
    // A black image has 0 dB.
    pathMark(
      [[rect.x, y(0), rightEnd, y(0)]],
      [{ color: palette.muted, width: 1.2 * scale, dash: [2 * scale, 3 * scale], cap: 'butt' }],
    ),
    clipped(
      rect,
      [
        ...stroked(
          lines.map((line) => line.slice(0, 2 * last)),
          palette.muted,
          1,
          0.6 * opacity,
        ),
        ...stroked(
          ends((sky) => !isAhead(sky)),
          right.color,
          1.6,
          opacity,
        ),
        ...stroked(ends(isAhead), left.color, 1.6, opacity),
        symbolsMark('dot', kept, 4 * scale, { fill: palette.muted, opacity: 0.55 }),
        ...(pointed === null
          ? whole(shown, [
              { color: palette.paper, width: 4 * scale },
              { color: palette.ink, width: 1.4 * scale },
            ])
          : []),
        symbolsMark(
          'square',
          dots(last - 1, () => true),
          5 * scale,
          { fill: right.color, opacity: 0.8 },
        ),
        symbolsMark(
          'dot',
          dots(last, (sky) => sky.isSettled && !isLost(sky)),
          6 * scale,
          { fill: left.color },
        ),
        ringMark(
          input,
          dots(last, (sky) => !sky.isSettled && !isLost(sky)),
        ),
        symbolsMark('down', dots(last, isLost), 8 * scale, { fill: left.color, opacity: 0.8 }),
      ],
      6 * scale,
    ),
    ...whole(
      pointed,
      [
        { color: palette.paper, width: 6 * scale },
        { color: palette.focus, width: 6 * scale, opacity: 0.45 },
        { color: palette.ink, width: 1.8 * scale },
      ],
      { role: 'hover' },
    ),
    ...medians.flatMap((value, column) => {
      const [at, high] = [x(column), y(Math.max(least, value))];
      const bar = [at - 11 * scale, high, at + 11 * scale, high];
      return [
        pathMark(
          [bar],
          [
            { color: palette.paper, width: 6 * scale, cap: 'butt' },
            { color: palette.ink, width: 3.4 * scale, cap: 'butt' },
          ],
        ),
        {
          ...axisText(input, input.formatSnr(value), at + 14 * scale, high, 'start', { strong: true }),
          halo: { color: palette.paper, width: 3 * scale },
        },
      ];
    }),
    ...(lost > 0
      ? [
          {
            ...axisText(input, input.formatBelow(lost), x(last) - 12 * scale, y(least), 'end'),
            color: left.text,
            halo: { color: palette.paper, width: 3 * scale },
          },
        ]
      : []),
    ...names.map((name, column) => ({
      ...axisText(
        input,
        name,
        x(column),
        bottom + (isTight && column % 2 === 1 ? 28 : 13) * scale,
        'middle',
        {
          strong: column >= last - 1,
        },
      ),
      ...(column >= last - 1 ? { color: column === last ? left.text : right.text } : {}),
    })),
  ];
}
