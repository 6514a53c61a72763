import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { Mark } from '../../charts/display-list.ts';
import type { Size } from '../../charts/geometry.ts';
import { formatPlace } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { iterateAt, type SideAt, selectSide } from '../../pictures/side-at.ts';
import { createPicture, type Describe, type Picture } from '../../session/picture/picture.ts';
import { shownIterate } from '../../session/run/kept-steps.ts';

/** Returns the states up to the shown one, in pixels. */
function wayOf(
  { trajectory, row }: SideAt,
  toPixel: (state: Float64Array) => readonly [number, number],
): number[] {
  return Array.from({ length: row + 1 }, (_, at) =>
    toPixel(iterateAt({ trajectory, row: at, version: 0 })),
  ).flat();
}

/** Draws a way and its end in a side's colour. */
function wayMarks(way: readonly number[], side: SideName, { palette, scale }: DrawStyle): Mark[] {
  const color = side === 'left' ? palette.leftPath : palette.rightPath;
  return [
    { kind: 'path', lines: [way], strokes: [{ color, width: 2 * scale }] },
    {
      kind: 'symbols',
      shape: side === 'left' ? 'dot' : 'square',
      points: way.slice(-2),
      size: 9 * scale,
      fill: color,
    },
  ];
}

const frame = ({ palette }: DrawStyle) => [{ color: palette.frame, width: 1 }];

/** Creates a picture of one side's way over a fixed ground. */
function createWay(
  side: SideName,
  groundOf: (
    size: Size,
    drawStyle: DrawStyle,
  ) => { ground: Mark[]; toPixel: (state: Float64Array) => readonly [number, number] },
): Picture<{ readonly at: SideAt }> {
  const at = selectSide(side);
  return createPicture({
    select: (snapshot, t) => ({ at: at(snapshot, t) }),
    draw(input, { size, drawStyle }) {
      const { ground, toPixel } = groundOf(size, drawStyle);
      return [...ground, ...wayMarks(wayOf(input.at, toPixel), side, drawStyle)];
    },
  });
}

/** Draws the players' plane, from -1.5 to 1.5 each way. */
export const createPlayers = () =>
  createWay('left', ({ width, height }, drawStyle) => {
    const half = Math.min(width, height) / 2 - 8;
    const box = { x: width / 2 - half, y: height / 2 - half, width: 2 * half, height: 2 * half };
    return {
      ground: [{ kind: 'rect', rect: box, fill: drawStyle.palette.mapPaper, strokes: frame(drawStyle) }],
      toPixel: ([x, y]) => [width / 2 + (half * x!) / 1.5, height / 2 - (half * y!) / 1.5],
    };
  });

/** Draws the triangle of shares: at a corner one share is all. */
export const createShares = () =>
  createWay('right', ({ width, height }, drawStyle) => {
    const side = Math.min(width - 16, (height - 16) / 0.87);
    const [left, foot] = [(width - side) / 2, (height + 0.87 * side) / 2];
    const toPixel = ([, b, c]: ArrayLike<number> & Iterable<number>) =>
      [left + side * (b! + c! / 2), foot - 0.87 * side * c!] as const;
    const corners = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ].flatMap((corner) => toPixel(corner));
    return {
      ground: [
        {
          kind: 'path',
          lines: [corners],
          closed: true,
          fill: drawStyle.palette.mapPaper,
          strokes: frame(drawStyle),
        },
        {
          kind: 'symbols',
          shape: 'cross',
          points: toPixel([1 / 3, 1 / 3, 1 / 3]),
          size: 10,
          strokes: frame(drawStyle),
        },
      ],
      toPixel,
    };
  });

const tell =
  (side: SideName, name: 'game.players' | 'game.shares'): Describe =>
  (snapshot, { k }, t: Translate) =>
    t('game.told', { name: t(name), k, at: formatPlace(shownIterate(snapshot, side)) });

export const tellPlayers = tell('left', 'game.players');
export const tellShares = tell('right', 'game.shares');
