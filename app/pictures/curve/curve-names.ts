import { overlapArea, type Rect } from '../../charts/geometry.ts';
import { covered, placeInTurn } from '../../charts/place-labels.ts';

export interface NamedCurve {
  /** Width of its name in pixels. */
  readonly wide: number;
  /** Flat [x, y, ...] polylines. */
  readonly lines: readonly (readonly number[])[];
  readonly x: number;
  readonly y: number;
}

/** Start of a name, middle of its line. */
export interface NamePlace {
  readonly x: number;
  readonly y: number;
}

/** A curve's extents by pixel columns. */
export interface Columns {
  /** Returns the highest and lowest pixel between two x. */
  extent(from: number, to: number): [number, number];
  /** Returns the width in pixels over which the curve crosses a box. */
  crossed(box: Rect): number;
}

const COLUMN = 4;

/** Line height of a name, in font sizes. */
const LINE = 1.15;

/** Distance of a name's middle from its curve in font sizes. */
const LIFT = 0.8;

/** Tried moves of a name after its end, in lines. */
const ASIDE = [0, 1, -1, 2, -2, 3, -3, 4, -4];

/** Tried positions along a curve, in name widths from the right. */
const BACK = [0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5];

/**
 * Costs: covering another name, a pixel of a curve below, the other curve in between, a pixel away from its own curve, and from its end.
 */
const COVERED = 20;
const CROSSED = 1;
const BEYOND = 20;
const AWAY = 0.5;
const ALONG = 0.04;

/**
 * Places the names of at most two curves inside `room`: after each end if there is space (`gap` pixels) free of `taken`; else along the
 * curves, where they cover least of these and of `taken`.
 */
export function placeCurveNames(
  curves: readonly NamedCurve[],
  room: Rect,
  size: number,
  gap: number,
  taken: readonly Rect[] = [],
): NamePlace[] {
  const right = room.x + room.width;
  // Half a line within the plot: the title is above, steps below.
  const top = room.y + 0.5 * size;
  const bottom = Math.max(top, room.y + room.height - 0.5 * size);
  const within = (y: number, inset = 0) => Math.max(top + inset, Math.min(bottom - inset, y));
  const behind = curves.map(({ x, y, wide }) =>
    x + gap + wide <= right ? { x: x + gap, y: within(y) } : null,
  );
  const isFree = (place: NamePlace | null, i: number) =>
    place !== null && covered(boxOf(place, curves[i]!.wide, size), taken) === 0;
  const apart = behind.map((place) => place && { ...place });
  const [a, b] = apart;
  const [first, second] = curves;
  if (a && b && a.x < b.x + second!.wide && b.x < a.x + first!.wide && Math.abs(a.y - b.y) < LINE * size) {
    const middle = within((a.y + b.y) / 2, (LINE * size) / 2);
    const sign = first!.y <= second!.y ? -1 : 1;
    a.y = middle + (sign * LINE * size) / 2;
    b.y = middle - (sign * LINE * size) / 2;
  }
  if (apart.every(isFree)) return apart as NamePlace[];

  const columns = curves.map((curve) => columnsOf(curve, room));
  const candidates = curves.map((curve, i) => {
    const { wide, x: end } = curve;
    const own = columns[i]!;
    const after = behind[i];
    const places: NamePlace[] = after
      ? ASIDE.map((lines) => ({ x: after.x, y: within(after.y + lines * LINE * size) }))
      : [];
    for (const back of BACK) {
      const x = Math.max(room.x, Math.min(right, end + wide) - wide - back * wide);
      const [high, low] = own.extent(x, x + wide);
      if (high <= low)
        for (const off of [LIFT, LIFT + LINE, LIFT + 2 * LINE])
          places.push({ x, y: within(high - off * size) }, { x, y: within(low + off * size) });
    }
    if (places.length === 0) places.push({ x: right - wide, y: within(curve.y) });
    return places.map((place) => {
      const box = boxOf(place, wide, size);
      const other = columns[1 - i];
      let cost = other && isBetween(own, other, place, wide) ? BEYOND : 0;
      cost += ALONG * Math.max(0, end - place.x - wide) + AWAY * distanceTo(own, place, wide, size);
      if (place.x > end) cost += AWAY * Math.abs(place.y - curve.y);
      for (const any of columns) cost += CROSSED * any.crossed(box);
      return { place, box, cost: cost + (COVERED * covered(box, taken)) / size };
    });
  });
  // Names are placed together, so candidates are pairs.
  const [firsts = [], seconds] = candidates;
  const pairs = firsts.flatMap((one) =>
    seconds ? seconds.map((two) => ({ box: one.box, all: [one, two] })) : [{ box: one.box, all: [one] }],
  );
  const cost = ({ all: [one, two] }: (typeof pairs)[number]) =>
    one!.cost + (two ? two.cost + (COVERED * overlapArea(one!.box, two.box)) / size : 0);
  const [chosen] = placeInTurn([{ places: pairs, cost }]);
  return chosen?.all.map(({ place }) => place) ?? [];
}

function boxOf({ x, y }: NamePlace, wide: number, size: number): Rect {
  return { x, y: y - (LINE * size) / 2, width: wide, height: LINE * size };
}

/** Returns polylines' highest and lowest pixel per column; Infinity and -Infinity in empty ones. */
export function columnsOf({ lines }: Pick<NamedCurve, 'lines'>, room: Rect): Columns {
  const count = Math.max(1, Math.ceil(room.width / COLUMN));
  const high = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const low = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const columnOf = (x: number) => Math.max(0, Math.min(count - 1, Math.floor((x - room.x) / COLUMN)));
  for (const line of lines)
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [x0, y0, x1, y1] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
      const at = (x: number) => y0 + (y1 - y0) * Math.max(0, Math.min(1, (x - x0) / (x1 - x0 || 1)));
      for (let c = columnOf(x0); c <= columnOf(x1); c++) {
        const [a, b] = [at(room.x + c * COLUMN), at(room.x + (c + 1) * COLUMN)];
        high[c] = Math.min(high[c]!, a, b);
        low[c] = Math.max(low[c]!, a, b);
      }
    }
  return {
    extent(from, to) {
      let top = Number.POSITIVE_INFINITY;
      let bottom = Number.NEGATIVE_INFINITY;
      for (let c = columnOf(from); c <= columnOf(to); c++) {
        top = Math.min(top, high[c]!);
        bottom = Math.max(bottom, low[c]!);
      }
      return [top, bottom];
    },
    crossed({ x, y, width, height }) {
      let pixels = 0;
      for (let c = columnOf(x); c <= columnOf(x + width); c++)
        if (high[c]! < y + height && low[c]! > y) pixels += COLUMN;
      return pixels;
    },
  };
}

/** True if the other curve is between the name and its own. */
function isBetween(own: Columns, other: Columns, { x, y }: NamePlace, wide: number): boolean {
  const [high, low] = own.extent(x, x + wide);
  const [otherHigh, otherLow] = other.extent(x, x + wide);
  const middle = (high + low) / 2;
  const toOther = (otherHigh + otherLow) / 2 - middle;
  return toOther * (y - middle) > 0 && Math.abs(toOther) < Math.abs(y - middle);
}

/** Returns the pixels between a name's line and its curve. */
function distanceTo(own: Columns, { x, y }: NamePlace, wide: number, size: number): number {
  const [high, low] = own.extent(x, x + wide);
  return high > low ? 0 : Math.max(0, high - y - LIFT * size, y - low - LIFT * size);
}
