import {
  type DisplayList,
  type Mark,
  pathMark,
  type StrokeLayer,
  symbolsMark,
} from '../../../charts/display-list.ts';
import type { Drawing } from '../../../charts/frame.ts';
import { deadSymbols, matchStrokes, ringSymbol, signedSymbols, threadStrokes } from '../circle-symbols.ts';

/** Marks of the circle in the order of explanation. */
export const CIRCLE_SIGNS = [
  'positive',
  'negative',
  'dead',
  'chosen',
  'trail',
  'teacher',
  'match',
  'program',
  'band',
  'curves',
] as const;

export type CircleSign = (typeof CIRCLE_SIGNS)[number];

export function drawCircleSign(sign: CircleSign, style: Drawing): DisplayList {
  const { width, height, scale, palette } = style;
  const [x, y] = [width / 2, height / 2];
  const size = 8 * scale;
  const half = Math.max(1, x - 5 * scale);
  const line = (from: number, to: number, strokes: readonly StrokeLayer[]): Mark =>
    pathMark([[from, y, to, y]], strokes);
  const dot = (at: number): Mark[] => signedSymbols('left', { positive: [at, y], negative: [] }, size, style);
  const star = (at: number): Mark =>
    symbolsMark('star', [at, y], 15 * scale, {
      fill: palette.plant,
      strokes: [{ color: palette.ink, width: 2 * scale }],
    });
  switch (sign) {
    case 'positive':
      return dot(x);
    case 'negative':
      return signedSymbols('left', { positive: [], negative: [x, y] }, size, style);
    case 'dead':
      return deadSymbols([x, y], size, style);
    case 'chosen':
      return [ringSymbol([x, y], size, true, style), ...dot(x)];
    case 'trail':
      return [line(x - half, x + half / 2, threadStrokes(1.8, style)), ...dot(x + half / 2)];
    case 'teacher':
      return [
        line(x - half, x + half / 3, [{ color: palette.plantBand, width: 7 * scale, cap: 'butt' }]),
        star(x + half / 3),
      ];
    case 'match':
      return [line(x - half, x + half, matchStrokes(style)), star(x - half / 2), ...dot(x + half)];
    case 'program':
      return [
        line(x - half, x + half / 2, [{ color: palette.rightPath, width: 3 * scale, cap: 'butt' }]),
        ...signedSymbols('right', { positive: [x + half / 2, y], negative: [] }, size + 1.5 * scale, style),
      ];
    case 'band':
      return [
        {
          kind: 'rect',
          rect: { x: x - half, y: y - 7 * scale, width: 2 * half, height: 14 * scale },
          fill: palette.ink,
          opacity: 0.12,
        },
        line(x - half, x + half, [{ color: palette.muted, width: 1.2 * scale, cap: 'butt' }]),
      ];
    case 'curves':
      return [-3, 3].map((by, k): Mark => {
        const strokes: StrokeLayer[] =
          k === 0
            ? [{ color: palette.leftPath, width: 1.4 * scale, cap: 'butt' }]
            : [{ color: palette.rightPath, width: 2.4 * scale, dash: [9 * scale, 5 * scale], cap: 'butt' }];
        return { kind: 'path', lines: [[x - half, y + by * scale, x + half, y + by * scale]], strokes };
      });
  }
}
