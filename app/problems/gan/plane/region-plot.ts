import type { SideName } from '../../../../engine/contract.ts';
import type { RegionTold } from '../../../../engine/problems/gan/types.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, borderMark, clipped, type Drawing, linearTicks, nameRoom } from '../../../charts/frame.ts';
import { growRect, type Plane, type Rect } from '../../../charts/geometry.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { covered, nameMark, type Place, placeInTurn } from '../../../charts/place-labels.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawChart } from '../../kit/chart.ts';
import { holds, type RegionWindow, regionPlane } from '../region-geometry.ts';

const SIDES = ['left', 'right'] as const;

export interface RegionDot {
  readonly side: SideName;
  readonly eta: number;
  readonly rho: number;
  /** True if both sides share the point. */
  readonly isBoth: boolean;
}

export interface RegionsInput extends Drawing {
  readonly window: RegionWindow;
  /** Null until known. */
  readonly regions: Readonly<Record<SideName, RegionTold>> | null;
  /** True if both sides have one rule. */
  readonly same: boolean;
  readonly dots: readonly RegionDot[];
  readonly axes: { readonly x: string; readonly y: string };
  /** Labels of regions by sides that arrive (with one rule `both` and `none`), and of borders. */
  readonly words: Readonly<Record<'both' | SideName | 'none', string>>;
  readonly borders: Readonly<Record<SideName, string>>;
}

/** Spacing of candidate places of a name, in pixels at scale 1. */
const STEP = 12;

/** Draws regions of arrival, their borders, and the present points. */
export function drawRegions(input: RegionsInput): DisplayList {
  const { window, regions, same, dots, axes, palette, scale } = input;
  const plane = regionPlane(window, input, scale);
  const { rect } = plane;
  const right = rect.x + rect.width;
  const shown = regions ? (same ? (['left'] as const) : SIDES) : [];
  const inside: Mark[] = shown.flatMap((side): Mark[] => {
    const { polygon, border } = regions![side];
    const style = sideStyle(side, input);
    const color = same ? palette.ink : style.color;
    const lines = border.map((line) => plane.toPixels(line));
    const stroke = same ? penStroke(color, 2.2 * scale, { cap: 'butt' }) : style.line(2.2 * scale);
    return [
      pathMark([plane.toPixels(polygon)], [], { role: 'regions', closed: true, fill: color, opacity: 0.13 }),
      pathMark(lines, [stroke], { role: 'criterion' }),
    ];
  });
  const taken = dots.map(({ eta, rho }) => {
    const [x, y] = plane.toPixel(eta, rho);
    return growRect({ x, y, width: 0, height: 0 }, 12 * scale);
  });
  const borders: ReturnType<typeof borderName> = [];
  for (const side of shown)
    borders.push(...borderName(input, side, plane, [...taken, ...borders.map(({ box }) => box)]));
  const names = regions ? nameMarks(input, plane, [...taken, ...borders.map(({ box }) => box)]) : [];
  return [
    ...drawChart(input, {
      rect,
      y: { ticks: linearTicks(0, window.rho, 4, (value) => plane.toPixel(0, value)[1]) },
      x: {
        ticks: linearTicks(0, window.eta, 4, (value) => plane.toPixel(value, 0)[0]),
        to: right + 20 * scale,
      },
    }),
    axisText(input, axes.x, right, rect.y + rect.height + 26 * scale, 'end'),
    clipped(rect, inside, 0),
    borderMark(rect, palette.frame, palette),
    ...borders.map(({ mark }) => mark),
    ...names,
    ...dotMarks(input, plane),
    { ...axisText(input, axes.y, rect.x + 6 * scale, rect.y + 11 * scale, 'start'), halo: haloOf(input) },
  ];
}

const haloOf = ({ palette, scale }: RegionsInput) => ({ color: palette.paper, width: 3 * scale });

function dotMarks(input: RegionsInput, plane: Plane): Mark[] {
  const { dots, palette, scale } = input;
  return dots.map(({ side, eta, rho, isBoth }) => {
    const { shape, color } = sideStyle(side, input);
    return symbolsMark(shape, plane.toPixel(eta, rho), 15 * scale, {
      role: `head-${side}`,
      fill: isBoth ? palette.ink : color,
      strokes: [penStroke(palette.paper, 4.5 * scale), penStroke(palette.ink, 1.6 * scale)],
    });
  });
}

/** Labels each region once, inside and near its centre. */
function nameMarks(input: RegionsInput, plane: Plane, dots: readonly Rect[]): Mark[] {
  const { regions, same, words, palette, scale } = input;
  const size = 13 * scale;
  const kindAt = (px: number, py: number) => {
    const at = plane.toData(px, py);
    const [left, right] = SIDES.map((side) => holds(regions![side].polygon, at[0], at[1]));
    return left === right || same ? (left ? 'both' : 'none') : left ? 'left' : 'right';
  };
  const grid: { readonly x: number; readonly y: number; readonly kind: keyof RegionsInput['words'] }[] = [];
  const { rect } = plane;
  for (let y = rect.y + 4; y < rect.y + rect.height; y += STEP * scale)
    for (let x = rect.x + 4; x < rect.x + rect.width; x += STEP * scale)
      grid.push({ x, y, kind: kindAt(x, y) });
  const kinds = (['both', 'left', 'right', 'none'] as const).filter((kind) =>
    grid.some((point) => point.kind === kind),
  );
  const wanted = kinds.map((kind) => {
    const own = grid.filter((point) => point.kind === kind);
    const wide = textWidth(words[kind], size);
    const centre = [0, 0];
    for (const { x, y } of own) {
      centre[0]! += x / own.length;
      centre[1]! += y / own.length;
    }
    const places: Place[] = own.map(({ x, y }) => ({
      box: { x: x - wide / 2 - 4, y: y - size * 0.7, width: wide + 8, height: size * 1.4 },
    }));
    const cost = ({ box }: Place, taken: readonly Rect[]) => {
      const isOwn = [0, 0.25, 0.5, 0.75, 1].every((share) =>
        [0, 1].every((edge) => {
          const [x, y] = [box.x + share * box.width, box.y + edge * box.height];
          const isIn = x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
          return isIn && kindAt(x, y) === kind;
        }),
      );
      if (!isOwn) return Number.POSITIVE_INFINITY;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return 10 * covered(box, taken) + Math.hypot(x - centre[0]!, y - centre[1]!);
    };
    return { places, cost };
  });
  const axisName = { x: rect.x, y: rect.y, width: nameRoom(input.axes.y, scale), height: 22 * scale };
  return placeInTurn(wanted, [...dots, axisName], 4 * scale).flatMap((place, i) => {
    if (!place) return [];
    const { box } = place;
    const kind = kinds[i]!;
    const color = kind === 'left' || kind === 'right' ? sideStyle(kind, input).text : palette.ink;
    const at = { text: words[kind], x: box.x + box.width / 2, y: box.y + box.height / 2, size };
    return [nameMark(at, color, haloOf(input))];
  });
}

/** Labels a border along a long straight segment, clear of dots. */
function borderName(
  input: RegionsInput,
  side: SideName,
  plane: Plane,
  dots: readonly Rect[],
): { readonly mark: Mark; readonly box: Rect }[] {
  const { regions, palette, same, scale } = input;
  const [size, text] = [12 * scale, input.borders[side]];
  const wide = textWidth(text, size);
  const segments = regions![side].border.flatMap((line) => {
    const at = plane.toPixels(line);
    return Array.from({ length: at.length / 2 - 1 }, (_, k) => at.slice(2 * k, 2 * k + 4));
  });
  const places = segments.flatMap(([ax, ay, bx, by]) => {
    const [dx, dy] = [bx! - ax!, by! - ay!];
    const length = Math.hypot(dx, dy);
    if (length < wide + 16 * scale) return [];
    // Left to right, above the line.
    const turn = dx < 0 ? -1 : 1;
    const [nx, ny] = [(turn * dy) / length, (-turn * dx) / length];
    return [0.5, 0.65, 0.8, 0.35, 0.2].flatMap((share) => {
      if (Math.min(share, 1 - share) * length < wide / 2 + 6 * scale) return [];
      const [x, y] = [ax! + share * dx + nx * 9 * scale, ay! + share * dy + ny * 9 * scale];
      const [w, h] = [(wide * Math.abs(dx)) / length, (wide * Math.abs(dy)) / length + size];
      const box = { x: x - w / 2, y: y - h / 2, width: w, height: h };
      return [{ box, x, y, rotate: (Math.atan2(turn * dy, turn * dx) * 180) / Math.PI }];
    });
  });
  const [place] = placeInTurn([{ places, cost: ({ box }, taken) => covered(box, taken), enough: 0 }], dots);
  if (!place) return [];
  const { x, y, rotate, box } = place as (typeof places)[number];
  const color = same ? palette.ink : sideStyle(side, input).text;
  const mark = { ...nameMark({ text, x, y, size }, color, haloOf(input)), rotate };
  return [{ mark, box }];
}
