import { describe, expect, it } from 'vitest';
import { drawLandscapeOverlay } from '../../pictures/landscape/overlay.ts';
import { landscapeRect } from '../../pictures/landscape/rect.ts';
import { PALETTES } from '../colour/palette.ts';
import type { ClipMark, DisplayList, PathMark, TextMark } from '../display-list.ts';
import { createPlane, overlapArea, type Rect } from '../geometry.ts';
import { labelBox } from '../place-labels.ts';
import { type Arrow, arrowMarks } from './arrow-marks.ts';

const VIEW = { x0: -2, x1: 2, y0: -2, y1: 2 };
const frame = { width: 400, height: 400, scale: 1, palette: PALETTES.light, view: VIEW };
const plane = createPlane(VIEW, landscapeRect(400, 400, 1));
const arrow = (style: Arrow['style'], ...move: [number, number]): Arrow => ({ move, label: style, style });

const HEAD = [0.2, 0.1] as const;

/** Returns the shafts of arrows at a head, as end points in pixels. */
function shafts(...arrows: Arrow[]): [number, number, number, number][] {
  const { marks } = arrowMarks(plane, HEAD, arrows, [], frame)!;
  return marks.map((mark) => Array.from((mark as PathMark).lines[0]!) as [number, number, number, number]);
}

describe('arrows', () => {
  const foot = plane.toPixel(...HEAD);

  it('of one direction stand side by side, as long and as turned as they are', () => {
    const [g, difference] = shafts(arrow('right', 1, 1), arrow('difference', 1, 1));
    const away = (k: number) => [difference![k]! - g![k]!, difference![k + 1]! - g![k + 1]!] as const;
    // Heads of 9 pixels with their casing.
    expect(Math.hypot(...away(0))).toBeCloseTo(12, 9);
    expect(away(2)[0]).toBeCloseTo(away(0)[0], 9);
    expect(away(2)[1]).toBeCloseTo(away(0)[1], 9);
    expect(g![2] - g![0]).toBeCloseTo(70 * Math.SQRT1_2, 9);
    expect(g![3] - g![1]).toBeCloseTo(-70 * Math.SQRT1_2, 9);
    // The iterate's mark covers their origins.
    for (const [x, y] of [g!, difference!]) expect(Math.hypot(x - foot[0], y - foot[1])).toBeLessThan(7);
  });

  it('of three in one direction all stand apart', () => {
    const [f, g, difference] = shafts(
      arrow('left', 0.5, 0),
      arrow('right', 1, 0),
      arrow('difference', 0.5, 0),
    );
    expect([f![1], g![1], difference![1]].map((y) => y - foot[1])).toEqual([-12, 0, 12]);
  });

  it('that nearly coincide do not cross, whichever is listed first', () => {
    for (const turn of [0.04, -0.04]) {
      const [a, b] = shafts(arrow('left', 1, 0), arrow('right', Math.cos(turn), Math.sin(turn)));
      const above = (k: number) => Math.sign(a![k]! - b![k]!);
      expect(above(1)).toBe(above(3));
    }
  });

  it('of other directions begin at the iterate', () => {
    for (const [x, y] of shafts(arrow('left', 1, 0), arrow('right', 0, 1), arrow('difference', -1, 1)))
      expect([x, y]).toEqual([foot[0], foot[1]]);
  });

  it('are none where both gradients vanish', () => {
    expect(arrowMarks(plane, HEAD, [arrow('left', 0, 0)], [], frame)).toBeNull();
    expect(arrowMarks(plane, null, [arrow('left', 1, 0)], [], frame)).toBeNull();
  });
});

describe('names of arrows', () => {
  const textsOf = (list: DisplayList) =>
    list
      .flatMap((mark) => (mark.kind === 'clip' ? mark.marks : []))
      .filter((mark): mark is TextMark => mark.kind === 'text');

  function names(arrows: Arrow[], base: DisplayList, plant?: string): Map<string, Rect> {
    const list = drawLandscapeOverlay({
      ...frame,
      side: 'right',
      path: null,
      fading: [],
      head: HEAD,
      arrived: false,
      ended: false,
      start: null,
      targets: plant ? [{ kind: 'plant', at: [0.4, 0.05], label: plant }] : [],
      arrows,
      pen: arrowMarks,
      base,
      crosshair: null,
      pulse: null,
    });
    return new Map(textsOf(list).map((mark) => [mark.text, labelBox(mark)]));
  }

  /** A ground with words in these boxes. */
  const ground = (boxes: readonly Rect[]): [ClipMark] => [
    {
      kind: 'clip',
      rect: plane.rect,
      marks: boxes.map(
        ({ x, y, width, height }): TextMark => ({
          kind: 'text',
          x: x + width / 2,
          y: y + height / 2,
          text: '0.01',
          font: 'sans',
          size: 11,
          weight: 500,
          anchor: 'middle',
          baseline: 'middle',
          color: '#000000',
        }),
      ),
    },
  ];

  it('keep off what is written on the ground', () => {
    const arrows = [arrow('right', 1, -0.5)];
    const before = names(arrows, []).get('right')!;
    const after = names(arrows, ground([before])).get('right')!;
    expect(overlapArea(before, after)).toBe(0);
  });

  it('keep off the arrows, each other and the name of a plant near by', () => {
    const arrows = [arrow('left', 1, -0.5), arrow('right', 1, -0.5)];
    const placed = [...names(arrows, [], 'planted minimum').values()];
    expect(placed).toHaveLength(3);
    for (const [i, one] of placed.entries())
      for (const other of placed.slice(0, i)) expect(overlapArea(one, other)).toBe(0);
    const { lines } = arrowMarks(plane, HEAD, arrows, [], frame)!;
    for (const { x, y, width, height } of placed.slice(1))
      for (const line of lines)
        for (let t = 0; t <= 1; t += 0.02) {
          const [px, py] = [line[0]! + t * (line[2]! - line[0]!), line[1]! + t * (line[3]! - line[1]!)];
          expect(px > x && px < x + width && py > y && py < y + height).toBe(false);
        }
  });
});
