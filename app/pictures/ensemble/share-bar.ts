import { type DisplayList, pathMark, symbolsMark } from '../../charts/display-list.ts';
import { borderMark, type Drawing } from '../../charts/frame.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';

export interface ShareBarInput extends Drawing {
  readonly share: number;
  readonly interval: { readonly low: number; readonly high: number };
  /** Proved largest share. */
  readonly most: number;
}

/** Draws the left's share from 0 to 100 % with its interval, and marks the largest possible share. */
export function drawShareBar(input: ShareBarInput): DisplayList {
  const { width, height, scale, palette, share, interval, most } = input;
  const thick = 9 * scale;
  const room = 6 * scale;
  const rect = { x: room, y: height - thick - 1, width: Math.max(1, width - 2 * room), height: thick };
  const x = (value: number) => rect.x + value * rect.width;
  const middle = rect.y + thick / 2;
  const end = (value: number) => [x(value), middle - 3 * scale, x(value), middle + 3 * scale];
  const whisker = [
    [x(interval.low), middle, x(interval.high), middle],
    end(interval.low),
    end(interval.high),
  ];
  const ink = (width: number, color = palette.ink) => ({ color, width: width * scale, cap: 'butt' }) as const;
  const top = rect.y - 7 * scale;
  return [
    { kind: 'rect', rect: { ...rect, width: share * rect.width }, fill: sideStyle('left', input).color },
    borderMark(rect, palette.frame, palette),
    pathMark(whisker, [ink(3.4, palette.paper), ink(1.4)]),
    pathMark([[x(most), top, x(most), rect.y + thick]], [ink(2)], { role: 'bound' }),
    symbolsMark('dot', [x(most), top], 7 * scale, { fill: palette.ink }),
  ];
}
